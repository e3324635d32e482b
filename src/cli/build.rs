use std::path::Path;

use super::args::{Build, DocumentFormat};
use super::findings::{self, Stream};
use super::output::{self, File, Foreign};
use super::{Outcome, Session, inputs};
use crate::diagnostic::{Language, Severity, Text, text};
use crate::plan::DocumentLanguage;
use crate::render::{self, Format};
use crate::view;
use crate::{Analysed, Compiled, Options};

/// The files of a document, or why they could not be rendered.
type Rendered = Result<Vec<File>, Text>;

pub(super) fn run(args: &Build, session: &Session<'_>) -> Outcome {
    let inputs = match inputs::collect(session, &args.paths, Path::new("plan.toml")) {
        Ok(inputs) => inputs,
        Err(why) => return findings::refuse(session, &why, args.message_format),
    };
    let options = Options {
        as_of: args.judging.as_of,
        ..Options::default()
    };
    let asked = session.common.lang.map(Language::from);
    let compiled =
        inputs::compile_all(session, inputs, options, |plan| document(plan, args, asked));
    let found = findings::report(
        session,
        &compiled,
        args.message_format,
        &args.judging,
        Stream::Error,
    );
    let written = compiled
        .iter()
        .map(|plan| write(args, session, plan))
        .max()
        .unwrap_or(Outcome::Clean);
    found.max(written)
}

/// Renders a plan without errors, or a draft of one with errors if that is wanted.
fn document(plan: &Analysed<'_, '_>, args: &Build, asked: Option<Language>) -> Option<Rendered> {
    let has_errors = plan.report.reaches(Severity::Error);
    if has_errors && !args.draft {
        return None;
    }
    let view = view(plan, asked, args.draft);
    let formats = args
        .format
        .iter()
        .map(|format| render::render(&view, (*format).into()));
    let artifacts = formats.collect::<Result<Vec<_>, _>>();
    let file = |artifact: render::Artifact| File {
        name: artifact.name,
        bytes: artifact.bytes,
    };
    Some(
        artifacts
            .map(|all| all.into_iter().flatten().map(file).collect())
            .map_err(|error| Text::same(error.to_string())),
    )
}

/// The view of a plan in the language asked for, else in the plan's own.
pub(super) fn view<'p>(
    plan: &Analysed<'_, 'p>,
    asked: Option<Language>,
    draft: bool,
) -> view::View<'p> {
    let said = match plan.resolved.head().language.map(|language| language.value) {
        Some(DocumentLanguage::English) => Language::English,
        Some(DocumentLanguage::Chinese) | None => Language::Chinese,
    };
    let options = view::Options {
        language: asked.unwrap_or(said),
        draft,
        id: plan.id.to_owned(),
    };
    view::build(
        plan.resolved,
        plan.analysis,
        plan.report,
        plan.sources,
        &options,
    )
}

fn write(args: &Build, session: &Session<'_>, plan: &Compiled<Option<Rendered>>) -> Outcome {
    let id = &plan.id;
    let files = match &plan.made {
        Some(Some(Ok(files))) => files,
        Some(Some(Err(why))) => return session.refuse(why),
        Some(None) | None => {
            session.say(&text!(
                "「{id}」有错误，没有生成文档（`--draft` 可以生成草稿）",
                "{id} has errors and was not built (`--draft` builds a draft)"
            ));
            return Outcome::Findings;
        }
    };
    let folder = args.out.join(id);
    let foreign = if args.force {
        Foreign::Overwrite
    } else {
        Foreign::Keep
    };
    if let Err(why) = output::write(&session.disk, &folder, files, foreign) {
        return session.refuse(&why);
    }
    for file in files {
        let path = folder.join(&file.name);
        let path = path.display();
        session.say(&text!("已生成 {path}", "wrote {path}"));
    }
    Outcome::Clean
}

impl From<DocumentFormat> for Format {
    fn from(format: DocumentFormat) -> Self {
        match format {
            DocumentFormat::Html => Self::Html,
            DocumentFormat::Md => Self::Markdown,
            DocumentFormat::Csv => Self::Csv,
            DocumentFormat::Json => Self::Json,
        }
    }
}
