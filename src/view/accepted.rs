//! Findings that were accepted, with their reasons.

use super::field;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::value::Value;
use crate::diagnostic::{Accepted, Text, text};
use crate::plan::Section;
use crate::resolve::Resolved;

/// Exceptions stand on items of all sections.
pub(super) const SECTIONS: &[Section] = &[];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let accepted = &material.report.accepted;
    let rows = accepted
        .iter()
        .map(|accepted| row(accepted, material.resolved))
        .collect();
    let title = Text::fixed("已接受的例外", "Accepted exceptions");
    let legend = Value::words(
        "下列问题已经知道，并说明理由后接受。",
        "These problems are known and accepted for the reasons given.",
    );
    let columns = vec![
        Column::new("check", "检查", "Check", Fit::Tight),
        Column::new("message", "问题", "Problem", Fit::Text),
        Column::new("reason", "接受的理由", "Why it is accepted", Fit::Text),
        Column::new("until", "有效至", "Until", Fit::Tight),
    ];
    let sheet = Sheet::new("accepted", title.clone(), columns, rows);
    let count = accepted.len();
    (count > 0).then(|| Chapter {
        id: "accepted",
        title,
        what: text!("{count} 项", "{count}"),
        is_form: false,
        parts: vec![Part::Note(legend), Part::Sheet(sheet)],
    })
}

fn row<'p>(accepted: &Accepted, resolved: &Resolved<'p>) -> Row<'p> {
    let about = accepted
        .finding
        .item
        .as_ref()
        .map(|item| field::item(item, resolved));
    Row::new([
        Cell::new(Value::plain(accepted.finding.rule.code)),
        Cell::new(Value::Words(accepted.finding.message.clone())).detail(about),
        Cell::new(Value::Plain(accepted.reason.clone().into())),
        Cell::new(accepted.until.map(Value::day)),
    ])
}
