use std::path::Path;

use super::args::{TaskFormat, Tasks};
use super::findings::{self, Stream};
use super::{Outcome, Session, build, inputs};
use crate::diagnostic::{Language, Severity, Text};
use crate::render::{self, Format};
use crate::{Analysed, Options};

pub(super) fn run(args: &Tasks, session: &Session<'_>) -> Outcome {
    let inputs = match inputs::collect(session, std::slice::from_ref(&args.path), Path::new("plan.toml")) {
        Ok(inputs) => inputs,
        Err(why) => return findings::refuse(session, &why, args.message_format),
    };
    let options = Options { as_of: args.judging.as_of, ..Options::default() };
    let asked = session.common.lang.map(Language::from);
    let compiled = inputs::compile_all(session, inputs, options, |plan| list(plan, args, asked));
    let found = findings::report(session, &compiled, args.message_format, &args.judging, Stream::Error);
    for plan in &compiled {
        match &plan.made {
            Some(Some(Ok(text))) => session.print(text),
            Some(Some(Err(why))) => return session.refuse(why),
            Some(None) | None => return found.max(Outcome::Findings),
        }
    }
    found
}

/// The task list of a plan without errors.
fn list(plan: &Analysed<'_, '_>, args: &Tasks, asked: Option<Language>) -> Option<Result<String, Text>> {
    if plan.report.reaches(Severity::Error) {
        return None;
    }
    let mut view = build::view(plan, asked, false);
    view.filter_tasks(args.owner.as_deref(), args.from, args.to);
    let artifact = render::tasks(&view, args.format.into());
    let text = artifact.map(|artifact| String::from_utf8_lossy(&artifact.bytes).into_owned());
    Some(text.map_err(|error| Text::same(error.to_string())))
}

impl From<TaskFormat> for Format {
    fn from(format: TaskFormat) -> Self {
        match format {
            TaskFormat::Md => Self::Markdown,
            TaskFormat::Csv => Self::Csv,
            TaskFormat::Json => Self::Json,
        }
    }
}
