use std::path::Path;

use super::args::{TaskFormat, Tasks};
use super::findings::{self, Stream};
use super::{Outcome, Session, build, inputs};
use crate::diagnostic::{Language, Severity, Text, listed, nearest, text};
use crate::plan::Section;
use crate::render::{self, Format};
use crate::view::View;
use crate::{Analysed, Options};

/// The task list of one plan, and who may own its tasks.
struct Listed {
    text: Result<String, Text>,
    owners: Vec<String>,
}

pub(super) fn run(args: &Tasks, session: &Session<'_>) -> Outcome {
    if let (Some(from), Some(to)) = (args.from, args.to)
        && from > to
    {
        let why = text!(
            "`--from {from}` 晚于 `--to {to}`",
            "`--from {from}` comes after `--to {to}`"
        );
        return findings::refuse(session, &why, args.message_format);
    }
    let inputs = match inputs::collect(
        session,
        std::slice::from_ref(&args.path),
        Path::new("plan.toml"),
    ) {
        Ok(inputs) => inputs,
        Err(why) => return findings::refuse(session, &why, args.message_format),
    };
    let options = Options {
        as_of: args.judging.as_of,
        ..Options::default()
    };
    let asked = session.common.lang.map(Language::from);
    let compiled = inputs::compile_all(session, inputs, options, |plan| list(plan, args, asked));
    let found = findings::report(
        session,
        &compiled,
        args.message_format,
        &args.judging,
        Stream::Error,
    );
    let listed: Vec<Option<&Listed>> = compiled
        .iter()
        .map(|plan| plan.made.as_ref()?.as_ref())
        .collect();
    if let Some(why) = unknown_owner(args, &listed) {
        return session.refuse(&why);
    }
    for listed in listed {
        match listed.map(|listed| &listed.text) {
            Some(Ok(text)) => session.print(text),
            Some(Err(why)) => return session.refuse(why),
            None => return found.max(Outcome::Findings),
        }
    }
    found
}

/// The task list of a plan without errors.
fn list(plan: &Analysed<'_, '_>, args: &Tasks, asked: Option<Language>) -> Option<Listed> {
    if plan.report.reaches(Severity::Error) {
        return None;
    }
    let mut view = build::view(plan, asked, false);
    let owners = owners(plan, &view);
    view.filter_tasks(args.owner.as_deref(), args.from, args.to);
    let artifact = render::tasks(&view, args.format.into());
    let text = artifact.map(|artifact| String::from_utf8_lossy(&artifact.bytes).into_owned());
    Some(Listed {
        text: text.map_err(|error| Text::same(error.to_string())),
        owners,
    })
}

/// Ids and names of people and posts, and whom tasks name beside them.
fn owners(plan: &Analysed<'_, '_>, view: &View<'_>) -> Vec<String> {
    let named = view.tasks.rows.iter().flat_map(|row| &row.owners);
    let named = named.flat_map(|owner| [owner.id, owner.name]);
    let mut owners: Vec<String> = named.map(str::to_owned).collect();
    plan.resolved.plan.each_item(|item| {
        if matches!(item.section, Section::People | Section::Roles) {
            owners.push(item.id.to_string());
            owners.extend(item.item.title().map(|title| title.trim().to_owned()));
        }
    });
    owners
}

/// Why nobody is asked for. Plans with errors have no lists, and might name the owner.
fn unknown_owner(args: &Tasks, lists: &[Option<&Listed>]) -> Option<Text> {
    let owner = args.owner.as_deref()?;
    let plans: Option<Vec<&Listed>> = lists.iter().copied().collect();
    let mut known: Vec<&str> = plans?
        .into_iter()
        .flat_map(|plan| &plan.owners)
        .map(String::as_str)
        .collect();
    if known.contains(&owner) {
        return None;
    }
    known.sort_unstable();
    known.dedup();
    Some(match nearest(owner, known.iter().copied()) {
        Some(meant) => text!(
            "没有负责人 `{owner}`，是不是要写 `{meant}`？",
            "there is no owner `{owner}`; did you mean `{meant}`?"
        ),
        None if known.is_empty() => text!("没有负责人 `{owner}`", "there is no owner `{owner}`"),
        None => {
            let there_is = listed(known);
            text!(
                "没有负责人 `{owner}`，现有 {there_is}",
                "there is no owner `{owner}`; known are {there_is}"; there_is
            )
        }
    })
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
