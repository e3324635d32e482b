//! Findings that were accepted, with their reasons.

use super::field;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::counted;
use super::value::Value;
use crate::diagnostic::{Accepted, Text};
use crate::plan::Section;

/// Exceptions stand on items of all sections.
pub(super) const SECTIONS: &[Section] = &[];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let accepted = &material.report.accepted;
    let rows = accepted
        .iter()
        .map(|accepted| row(accepted, material))
        .collect();
    let title = Text::fixed("已接受的例外", "Accepted exceptions");
    let legend = Value::words(
        "下列问题已经知道，并说明理由后接受。",
        "These problems are known and accepted for the reasons given.",
    );
    let columns = vec![
        Column::new("message", "问题", "Problem", Fit::Head),
        Column::new("reason", "接受的理由", "Why it is accepted", Fit::Text),
        Column::new("until", "有效至", "Until", Fit::Tight),
    ];
    let sheet = Sheet::new("accepted", title.clone(), columns, rows).without_empty_columns();
    let count = accepted.len();
    (count > 0).then(|| Chapter {
        id: "accepted",
        title,
        what: counted(count, "项", "exception", "exceptions"),
        is_form: false,
        parts: vec![Part::Note(legend), Part::Sheet(sheet)],
    })
}

fn row<'p>(accepted: &Accepted, material: &Material<'_, 'p>) -> Row<'p> {
    let code = material
        .draft
        .then_some(Value::plain(accepted.finding.rule.code));
    let about = accepted
        .finding
        .item
        .as_ref()
        .map(|item| field::item(item, material.resolved));
    Row::new([
        Cell::new(Value::Words(accepted.finding.message.clone()))
            .detail(about)
            .detail(code),
        Cell::new(Value::Plain(accepted.reason.clone().into())),
        Cell::new(accepted.until.map(Value::day)),
    ])
}
