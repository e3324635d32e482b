//! The list of tasks for Excel: byte-order mark, CRLF, localised heads, and no cell that
//! a spreadsheet would take for a formula.

use super::{RenderError, locale};
use crate::view::{Name, TaskRow, View};

/// The columns; their heads stand in the locale files.
const COLUMNS: [&str; 15] = [
    "id",
    "title",
    "phase",
    "owners",
    "start",
    "due",
    "duration",
    "after",
    "repeat",
    "status",
    "deliverable",
    "checklist",
    "campaign",
    "is_critical",
    "note",
];

/// Excel takes UTF-8 for something else without it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn tasks(view: &View) -> Result<Vec<u8>, RenderError> {
    let words = locale::words(view.language);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let head = COLUMNS.map(|column| words.get("task", column).to_owned());
    writer.write_record(&head).map_err(failure)?;
    let rows = view.tasks.as_ref().map_or(&[][..], |tasks| &tasks.rows);
    for row in rows {
        let cells = cells(row, words).map(|cell| guarded(&cell));
        writer.write_record(&cells).map_err(failure)?;
    }
    writer
        .into_inner()
        .map_err(|error| failure(error.into_error().into()))
}

fn cells(row: &TaskRow, words: &locale::Words) -> [String; 15] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let name = |name: &Option<Name>| {
        name.as_ref()
            .map_or_else(String::new, |name| name.name.clone())
    };
    let names = |names: &[Name]| {
        names
            .iter()
            .map(|name| name.name.as_str())
            .collect::<Vec<_>>()
            .join("; ")
    };
    let day = |day: &Option<crate::view::TaskDay>| {
        day.as_ref()
            .map_or_else(String::new, |day| day.date.iso.clone())
    };
    [
        row.id.clone(),
        row.title.clone(),
        name(&row.phase),
        names(&row.owners),
        day(&row.start),
        day(&row.due),
        row.duration
            .as_ref()
            .map_or_else(String::new, |duration| duration.words.clone()),
        names(&row.after),
        row.repeat
            .as_ref()
            .map_or_else(String::new, |repeat| repeat.rule.clone()),
        row.status
            .as_ref()
            .map_or_else(String::new, |status| status.label.clone()),
        text(&row.deliverable),
        row.checklist.join("\n"),
        name(&row.campaign),
        if row.critical {
            words.get("task", "yes").to_owned()
        } else {
            String::new()
        },
        text(&row.note),
    ]
}

/// A cell that a spreadsheet takes for text.
fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn failure(error: csv::Error) -> RenderError {
    RenderError {
        template: None,
        line: None,
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_cell_is_a_formula() {
        for evil in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(guarded(evil), format!("'{evil}"));
        }
        assert_eq!(guarded("开业 = 好"), "开业 = 好");
    }
}
