use std::io;
use std::path::Path;

use super::args::{TaskFormat, Tasks};
use super::findings::{self, Printer, Stream};
use super::{Outcome, Session, build, inputs, lost, plans, put};
use crate::diagnostic::{Language, Severity, Text, listed, nearest, run as rules, text};
use crate::plan::Section;
use crate::render::{self, Format, RenderError, TaskList};
use crate::view::View;
use crate::{Analysed, Compiled, Options};

/// The task list of one plan, and who may own its tasks.
struct Listed {
    list: Result<TaskList, RenderError>,
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
        return findings::refuse(session, &why, None, (args.message_format, Stream::Error));
    }
    let asked = inputs::collect(
        session,
        std::slice::from_ref(&args.path),
        Path::new("plan.toml"),
    );
    let options = Options {
        as_of: args.judging.as_of,
        ..Options::default()
    };
    let language = session.common.lang.map(Language::from);
    let mut printer = Printer::new(
        session,
        args.message_format,
        &args.judging,
        Stream::Error,
        asked.len(),
    );
    let make = |plan: &Analysed<'_, '_>| list(plan, args, language);
    let listed = plans::each(session, &mut printer, asked, options, make, taken);
    let is_left_out = listed.iter().any(Option::is_none);
    if let Some(why) = unknown_owner(args, &listed) {
        printer.refuse(&rules::WRONG_USE, &why);
    } else if let Err(error) = print(listed) {
        printer.refuse(&rules::NOT_WRITTEN, &lost(&error));
    }
    let left_out = if is_left_out {
        Outcome::Findings
    } else {
        Outcome::Clean
    };
    printer.end(|_| ()).max(left_out)
}

/// The list of a plan; why it could not be rendered is a finding.
fn taken(plan: &mut Compiled<Option<Listed>>) -> Option<(TaskList, Vec<String>)> {
    let listed = plan.made.take().flatten()?;
    match listed.list {
        Ok(list) => Some((list, listed.owners)),
        Err(error) => {
            build::find_failure(plan, error);
            None
        }
    }
}

/// Prints the lists of all plans as one.
fn print(listed: Vec<Option<(TaskList, Vec<String>)>>) -> io::Result<()> {
    let lists: Vec<_> = listed.into_iter().flatten().map(|(list, _)| list).collect();
    if lists.is_empty() {
        return Ok(());
    }
    let list = render::join(lists).map_err(|error| io::Error::other(error.message.en))?;
    put(&mut io::stdout().lock(), &String::from_utf8_lossy(&list))
}

/// The task list of a plan without errors.
fn list(plan: &Analysed<'_, '_>, args: &Tasks, asked: Option<Language>) -> Option<Listed> {
    if plan.report.reaches(Severity::Error) {
        return None;
    }
    let mut view = build::view(plan, asked, false, Vec::new());
    let owners = owners(plan, &view);
    if args.each_day {
        view.list_each_day();
    }
    view.filter_tasks(args.owner.as_deref(), args.from, args.to);
    Some(Listed {
        list: TaskList::new(&view, args.format.into()),
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
fn unknown_owner(args: &Tasks, lists: &[Option<(TaskList, Vec<String>)>]) -> Option<Text> {
    let owner = args.owner.as_deref()?;
    let lists: Option<Vec<_>> = lists.iter().map(Option::as_ref).collect();
    let mut known: Vec<&str> = lists?
        .into_iter()
        .flat_map(|(_, owners)| owners)
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
                "there is no owner `{owner}`; available: {there_is}"; there_is
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
