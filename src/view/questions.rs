//! What is not known yet, and what depends on it.

use super::asked::{self, Question};
use super::field;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::{counted, distinct};
use super::value::Value;
use crate::diagnostic::{Text, text};
use crate::plan::Section;

/// Questions are about items of all sections.
pub(super) const SECTIONS: &[Section] = &[];

/// What is listed of the things that depend on one field.
const LISTED: usize = 3;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let questions = &material.questions.list;
    let count = questions.len();
    let legend = Value::words(
        "以下内容计划未写明，相关事项暂无法判断，请在右栏答复。",
        "The plan does not state these things, and what depends on them cannot be judged. Please answer on the right.",
    );
    let mut parts = vec![Part::Note(legend)];
    parts.extend(merged(material.report.unknowns.len(), count).map(Part::Note));
    let mut number = 0;
    for group in questions.chunk_by(|a, b| a.section == b.section) {
        let title = match group[0].section {
            Some(section) => Value::Words(field::heading(section)),
            None => Value::words("计划与店铺", "Plan and shop"),
        };
        parts.push(Part::Heading(title.clone(), Vec::new()));
        let rows = group.iter().map(|question| {
            number += 1;
            row(number, question, material)
        });
        let sheet = Sheet::new("questions", Text::default(), columns(), rows.collect());
        parts.push(Part::Sheet(Sheet {
            label: title,
            ..sheet
        }));
    }
    (count > 0).then(|| Chapter {
        id: "questions",
        title: Text::fixed("待确认事项", "Open questions"),
        what: counted(count, "项", "question", "questions"),
        is_form: false,
        parts,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("number", "编号", "No.", Fit::Tight),
        Column::new("missing", "所缺信息", "What is missing", Fit::Head),
        Column::new("affects", "影响", "What depends on it", Fit::Text),
        Column::new("reply", "答复", "Answer", Fit::Reply),
        Column::new("by", "答复人 / 日期", "Who / date", Fit::Reply),
    ]
}

/// Why there are fewer questions than the checks count.
fn merged<'p>(undecided: usize, asked: usize) -> Option<Value<'p>> {
    let words = || {
        text!(
            "共 {undecided} 处无法判断，同一信息合并后为 {asked} 项。",
            "{undecided} things cannot be judged; those that wait for the same fact are one question, {asked} in all."
        )
    };
    (undecided > asked).then(|| Value::Words(words()))
}

fn row<'p>(number: usize, question: &Question<'_>, material: &Material<'_, 'p>) -> Row<'p> {
    let affects = distinct(question.unknowns.iter().map(|unknown| &unknown.message));
    let rest = affects.len().saturating_sub(LISTED);
    let listed = affects
        .into_iter()
        .take(LISTED)
        .map(|message| Value::Words(message.clone()));
    let more = (rest > 0).then(|| Value::Words(text!("还有 {rest} 项", "and {rest} more")));
    let missing = Cell::new(field::field(question.field, material.resolved));
    // Paths of the file are for who writes it, not for who signs it.
    let path = || Value::Plain(question.field.to_string().into());
    Row {
        anchor: Some(asked::anchor(number)),
        ..Row::new([
            Cell::new(Value::Plain(format!("Q{number}").into())),
            missing.detail(material.draft.then(path)),
            Cell::lines(listed.chain(more)),
            Cell::default(),
            Cell::default(),
        ])
    }
}
