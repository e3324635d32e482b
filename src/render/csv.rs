//! The list of tasks for Excel: byte-order mark, CRLF, localised heads, and no cell that
//! a spreadsheet would take for a formula.

use super::error::RenderError;
use super::escape::{visible, without_commands};
use super::locale;
use super::wording::Wording;
use crate::diagnostic::{Language, Text, text};
use crate::view::View;
use crate::view::task_rows::{Origin, TaskDay, TaskRow};
use crate::view::value::{Name, Value};

/// The columns; their heads stand in the locale files. Long texts and ids come last, and a
/// column that no task fills is left out.
const COLUMNS: [&str; 21] = [
    "title",
    "phase",
    "owners",
    "reviewer",
    "priority",
    "start",
    "due",
    "calculated",
    "approximate",
    "workdays",
    "effort",
    "after",
    "repeat",
    "status",
    "is_critical",
    "campaign",
    "deliverable",
    "note",
    "source",
    "id",
    "checklist",
];

/// Excel takes UTF-8 for something else without it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The cells of a task.
pub(super) type Row = [String; COLUMNS.len()];

/// The rows of a plan, without their head.
pub(super) fn rows(view: &View<'_>) -> Vec<Row> {
    let (words, wording) = (locale::words(view.language), Wording::new(view));
    let rows = view.tasks.rows.iter();
    rows.map(|row| cells(row, words, &wording).map(|cell| guarded(&cell)))
        .collect()
}

/// Rows, each with the id of its plan, as one table; the ids are left out if there is one plan.
pub(super) fn table(
    rows: &[(String, Row)],
    says_plan: bool,
    language: Language,
) -> Result<Vec<u8>, RenderError> {
    let words = locale::words(language);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let plan = |plan: &str| says_plan.then(|| guarded(plan));
    let is_filled = |at: &usize| *at == 0 || rows.iter().any(|(_, row)| !row[*at].is_empty());
    let filled: Vec<usize> = (0..COLUMNS.len()).filter(is_filled).collect();
    let head = filled
        .iter()
        .map(|at| words.get("task", COLUMNS[*at]).to_owned());
    let title = Text::fixed("计划", "Plan");
    writer
        .write_record(plan(title.get(language)).into_iter().chain(head))
        .map_err(failure)?;
    for (id, row) in rows {
        let cells = filled.iter().map(|at| row[*at].clone());
        writer
            .write_record(plan(id).into_iter().chain(cells))
            .map_err(failure)?;
    }
    writer
        .into_inner()
        .map_err(|error| failure(error.into_error().into()))
}

fn cells(row: &TaskRow<'_>, words: &locale::Words, wording: &Wording) -> Row {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let name = |name: Option<Name<'_>>| name.map(|name| name.name.to_owned()).unwrap_or_default();
    let names = |names: &[Name<'_>]| {
        let names: Vec<_> = names.iter().map(|name| name.name).collect();
        names.join("; ")
    };
    let day = |day: Option<TaskDay>| day.map(|day| day.day.to_string()).unwrap_or_default();
    let said = |value: Option<Value<'_>>| value.map(|value| wording.value(&value));
    let between = match wording.language {
        Language::Chinese => "；",
        Language::English => "; ",
    };
    let list = |entries: &[String]| entries.join(between);
    [
        row.title.to_owned(),
        name(row.phase),
        names(&row.owners),
        name(row.reviewer),
        said(row.priority.map(Value::choice)).unwrap_or_default(),
        day(row.start),
        day(row.due),
        list(&worked_out(row, words, wording)),
        list(&roughly(row, words)),
        row.workdays
            .map(|(days, _)| days.to_string())
            .unwrap_or_default(),
        said(row.effort.map(Value::exactly)).unwrap_or_default(),
        row.after
            .iter()
            .map(|before| wording.value(&before.words()))
            .collect::<Vec<_>>()
            .join("; "),
        said(row.repeat.as_ref().map(|repeat| repeat.rule())).unwrap_or_default(),
        said(row.status.map(Value::choice)).unwrap_or_default(),
        if row.is_critical {
            words.get("task", "yes").to_owned()
        } else {
            String::new()
        },
        name(row.campaign),
        text(row.deliverable),
        text(row.note),
        text(row.source),
        row.id.to_owned(),
        row.checklist.join(between),
    ]
}

/// What the plan does not say, by the heads of the columns.
fn worked_out(row: &TaskRow<'_>, words: &locale::Words, wording: &Wording) -> Vec<String> {
    // Between written days it is a count, and sure.
    let length = row
        .workdays
        .filter(|(_, origin)| *origin == Origin::Unsure)
        .map(|(_, origin)| (words.get("task", "workdays"), origin));
    dates(row, words)
        .chain(length)
        .filter_map(|(head, origin)| match origin {
            Origin::Derived => Some(head.to_owned()),
            Origin::Unsure => Some(wording.say(text!(
                "{head}（放假安排未定）",
                "{head} (holidays not known)"
            ))),
            Origin::Said | Origin::About => None,
        })
        .collect()
}

/// Those that the plan says roughly.
fn roughly(row: &TaskRow<'_>, words: &locale::Words) -> Vec<String> {
    let dates = dates(row, words).filter(|(_, origin)| *origin == Origin::About);
    dates.map(|(head, _)| head.to_owned()).collect()
}

/// The days of a task, by the heads of their columns, and where they come from.
fn dates<'w>(
    row: &TaskRow<'_>,
    words: &'w locale::Words,
) -> impl Iterator<Item = (&'w str, Origin)> {
    let dates = [("start", row.start), ("due", row.due)].into_iter();
    dates.filter_map(|(key, day)| Some((words.get("task", key), day?.origin)))
}

/// A cell that a spreadsheet takes for text: nothing hides in it, and what would begin a formula,
/// full-width and after blanks too, stands behind an apostrophe. So does what a runner of GitHub
/// would take for a command.
fn guarded(cell: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let cell = without_commands(&visible(cell));
    if cell.trim_start().starts_with(FORMULA) || cell.starts_with(['\t', '\n']) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn failure(error: csv::Error) -> RenderError {
    RenderError::outside(Text::same(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for evil in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "＝1+1",
            "＋1",
            "－1",
            "＠A1",
            " =1",
            "\n=1",
            "\u{3000}=1",
        ] {
            assert_eq!(guarded(evil), format!("'{evil}"));
        }
        for hidden in ["\u{0}=1+1", "\r=1", "\u{200E}=1", "\u{1b}=1"] {
            assert!(guarded(hidden).starts_with("' =1"), "{hidden:?}");
        }
        assert_eq!(guarded("详情页\u{1b}[2J"), "详情页 [2J");
        assert_eq!(guarded("开业 = 好"), "开业 = 好");
    }

    #[test]
    fn no_cell_is_a_command_of_a_runner() {
        assert_eq!(guarded("::error::x"), "'::error::x");
        assert_eq!(guarded("a\n  ::error::x\n::"), "a\n'  ::error::x\n'::");
        assert_eq!(guarded("a ###[error]x::y"), "a ### [error]x::y");
    }
}
