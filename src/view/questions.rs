//! What is not known yet, and what depends on it.

use std::collections::{BTreeMap, HashMap};

use super::field;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::value::Value;
use crate::diagnostic::{FieldPath, Report, Text, Unknown, text};
use crate::plan::Section;
use crate::resolve::Resolved;

/// Questions are about items of all sections.
pub(super) const SECTIONS: &[Section] = &[];

/// What is listed of the things that depend on one field.
const LISTED: usize = 3;

/// How many questions there are.
pub(super) fn count(report: &Report) -> usize {
    by_field(report).len()
}

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let mut groups: BTreeMap<Option<Section>, Vec<Row<'p>>> = BTreeMap::new();
    let questions = by_field(material.report);
    let count = questions.len();
    for (path, unknowns) in &questions {
        let rows = groups.entry(field::section(path)).or_default();
        rows.push(question(path, unknowns, material.resolved));
    }
    let legend = Value::words(
        "这些内容计划没有写，相关的事还不能判断。请在右栏填写答复。",
        "The plan does not say these things, and what depends on them cannot be decided. Please answer on the right.",
    );
    let mut parts = vec![Part::Note(legend)];
    parts.extend(merged(material.report.unknowns.len(), count).map(Part::Note));
    for (section, rows) in groups {
        let title = match section {
            Some(section) => Value::Words(field::heading(section)),
            None => Value::words("计划与店铺", "Plan and shop"),
        };
        parts.push(Part::Heading(title.clone(), Vec::new()));
        let sheet = Sheet::new("questions", Text::default(), columns(), rows);
        parts.push(Part::Sheet(Sheet {
            label: title,
            ..sheet
        }));
    }
    (count > 0).then(|| Chapter {
        id: "questions",
        title: Text::fixed("待确认事项", "Open questions"),
        what: text!("{count} 项", "{count}"),
        is_form: false,
        parts,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("missing", "缺什么", "What is missing", Fit::Head),
        Column::new("affects", "影响", "What depends on it", Fit::Text),
        Column::new("reply", "答复", "Answer", Fit::Reply),
    ]
}

/// Why there are fewer questions than the checks count.
fn merged<'p>(undecided: usize, asked: usize) -> Option<Value<'p>> {
    let words = || {
        text!(
            "检查时有 {undecided} 处无法判断，其中几处等的是同一项信息，合并后是 {asked} 项。",
            "The checks could not decide {undecided} things; several wait for the same fact, so there are fewer questions here: {asked}."
        )
    };
    (undecided > asked).then(|| Value::Words(words()))
}

/// The unknowns that one field would decide, fields in the order of the plan.
fn by_field(report: &Report) -> Vec<(&FieldPath, Vec<&Unknown>)> {
    let mut place: HashMap<&FieldPath, usize> = HashMap::new();
    let mut fields: Vec<(&FieldPath, Vec<&Unknown>)> = Vec::new();
    for unknown in &report.unknowns {
        let place = *place.entry(&unknown.missing).or_insert_with(|| {
            fields.push((&unknown.missing, Vec::new()));
            fields.len() - 1
        });
        fields[place].1.push(unknown);
    }
    fields
}

fn question<'p>(path: &FieldPath, unknowns: &[&Unknown], resolved: &Resolved<'p>) -> Row<'p> {
    let affects = super::said::distinct(unknowns.iter().map(|unknown| &unknown.message));
    let rest = affects.len().saturating_sub(LISTED);
    let listed = affects
        .into_iter()
        .take(LISTED)
        .map(|message| Value::Words(message.clone()));
    let more = (rest > 0).then(|| Value::Words(text!("还有 {rest} 项", "and {rest} more")));
    Row::new([
        Cell::new(field::field(path, resolved)).detail(Some(Value::Plain(path.to_string().into()))),
        Cell::lines(listed.chain(more)),
        Cell::default(),
    ])
}
