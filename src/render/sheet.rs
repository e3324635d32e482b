//! Tables in words.

use serde::Serialize;

use super::wording::Wording;
use crate::analysis::eligibility::Outcome;
use crate::analysis::tri::Tri;
use crate::view::part::{Below, Cell, Detail, Fit, Row, RowKind, Sheet, Tone};
use crate::view::value::Value;

/// A table in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SheetWords {
    kind: &'static str,
    label: String,
    heading: Option<HeadingWords>,
    is_narrow: bool,
    columns: Vec<ColumnWords>,
    rows: Vec<RowWords>,
}

/// A heading in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct HeadingWords {
    text: String,
    /// What stands small beside it.
    meta: Vec<Words>,
}

#[derive(Clone, Debug, Serialize)]
struct ColumnWords {
    key: &'static str,
    label: String,
    /// `head`, `text`, `tight`, `figure`, `tick`, `reply`
    fit: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct RowWords {
    /// `plain`, `failed`, `part`, `sum`
    kind: &'static str,
    depth: usize,
    cells: Vec<CellWords>,
    /// What stands below it, if anything does.
    below: Option<BelowWords>,
    /// Where links to it lead.
    anchor: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct BelowWords {
    details: Vec<DetailWords>,
    ticks: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct CellWords {
    lines: Vec<Words>,
    /// `plain`, `derived`, `badge`, `critical`, `done`
    tone: &'static str,
    badge: Option<String>,
    points: Vec<String>,
    details: Vec<DetailWords>,
    ticks: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct DetailWords {
    label: String,
    said: Words,
}

/// One thing in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Words {
    text: String,
    /// The day that it is, for machines.
    day: Option<String>,
    /// `met`, `not-met`, `not-known`, if it is an answer.
    verdict: Option<&'static str>,
    /// What stands beside the sign, where the answer is one.
    sign: Option<Sign>,
    /// Where it leads.
    to: Option<String>,
}

/// A sign, for those who see it and those who do not.
#[derive(Clone, Debug, Serialize)]
struct Sign {
    word: String,
    beside: String,
}

/// Words a table: prices have two decimals as soon as one of them needs them.
pub(super) fn sheet(sheet: &Sheet<'_>, wording: &Wording) -> SheetWords {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    let mut values = cells.flat_map(|cell| {
        let details = cell.details.iter().map(|detail| &detail.value);
        cell.lines.iter().chain(details)
    });
    if values.any(has_cents) {
        return with_wording(sheet, &wording.with_cents());
    }
    with_wording(sheet, wording)
}

fn has_cents(value: &Value<'_>) -> bool {
    match value {
        Value::Price(price) => price.cents % 100 != 0,
        Value::Phrase(_, values) | Value::Beside(values) | Value::List(values) => {
            values.iter().any(has_cents)
        }
        Value::Mark(_, Some(beside)) => has_cents(beside),
        _ => false,
    }
}

fn with_wording(sheet: &Sheet<'_>, wording: &Wording) -> SheetWords {
    let columns = sheet.columns.iter().map(|column| ColumnWords {
        key: column.key,
        label: wording.get(&column.label).to_owned(),
        fit: fit(column.fit),
    });
    SheetWords {
        kind: sheet.kind,
        label: wording.value(&sheet.label),
        heading: sheet
            .heading
            .as_ref()
            .map(|one| heading(&one.text, &one.meta, wording)),
        is_narrow: sheet.is_narrow,
        columns: columns.collect(),
        rows: sheet.rows.iter().map(|one| row(one, wording)).collect(),
    }
}

/// Words a heading.
pub(super) fn heading(text: &Value<'_>, meta: &[Value<'_>], wording: &Wording) -> HeadingWords {
    HeadingWords {
        text: wording.value(text),
        meta: all(meta, wording),
    }
}

fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Head => "head",
        Fit::Text => "text",
        Fit::Tight => "tight",
        Fit::Figure => "figure",
        Fit::Tick => "tick",
        Fit::Reply => "reply",
    }
}

fn row(row: &Row<'_>, wording: &Wording) -> RowWords {
    RowWords {
        kind: match row.kind {
            RowKind::Plain => "plain",
            RowKind::Failed => "failed",
            RowKind::Part => "part",
            RowKind::Sum => "sum",
        },
        depth: row.depth,
        cells: row.cells.iter().map(|one| cell(one, wording)).collect(),
        below: below(&row.below, wording),
        anchor: row.anchor.clone(),
    }
}

fn below(below: &Below<'_>, wording: &Wording) -> Option<BelowWords> {
    (!below.is_empty()).then(|| BelowWords {
        details: details(&below.details, wording),
        ticks: owned(&below.ticks),
    })
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn cell(cell: &Cell<'_>, wording: &Wording) -> CellWords {
    CellWords {
        lines: all(&cell.lines, wording),
        tone: match cell.tone {
            Tone::Plain => "plain",
            Tone::Derived => "derived",
            Tone::Badge => "badge",
            Tone::Critical => "critical",
            Tone::Done => "done",
        },
        badge: cell.badge.as_ref().map(|badge| wording.value(badge)),
        points: owned(&cell.points),
        details: details(&cell.details, wording),
        ticks: owned(&cell.ticks),
    }
}

fn details(details: &[Detail<'_>], wording: &Wording) -> Vec<DetailWords> {
    details.iter().map(|one| detail(one, wording)).collect()
}

fn detail(detail: &Detail<'_>, wording: &Wording) -> DetailWords {
    let label = detail
        .label
        .as_ref()
        .map(|label| wording.get(label).to_owned());
    DetailWords {
        label: label.unwrap_or_default(),
        said: words(&detail.value, wording),
    }
}

/// Words things that stand beside or below each other.
pub(super) fn all(values: &[Value<'_>], wording: &Wording) -> Vec<Words> {
    values.iter().map(|value| words(value, wording)).collect()
}

/// Words one thing.
fn words(value: &Value<'_>, wording: &Wording) -> Words {
    let day = match value {
        Value::Day(day, _) => Some(day.to_string()),
        _ => None,
    };
    let verdict = match value {
        Value::Mark(Tri::Yes, _)
        | Value::Outcome(Outcome::Met | Outcome::AsStated | Outcome::Unlimited) => Some("met"),
        Value::Mark(Tri::No, _) | Value::Outcome(Outcome::NotMet) => Some("not-met"),
        Value::Mark(Tri::Unknown, _) | Value::Outcome(Outcome::Unknown | Outcome::WithoutRules) => {
            Some("not-known")
        }
        _ => None,
    };
    let to = match value {
        Value::Link(_, to) => Some(to.clone()),
        _ => None,
    };
    let sign = match value {
        Value::Mark(answer, beside) => Some(Sign {
            word: wording.verdict(*answer),
            beside: beside
                .as_ref()
                .map(|beside| wording.value(beside))
                .unwrap_or_default(),
        }),
        _ => None,
    };
    Words {
        text: wording.value(value),
        day,
        verdict,
        sign,
        to,
    }
}
