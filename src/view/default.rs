//! The chapter of a section that has none of its own: a table of all its fields.

use super::field;
use super::inner;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::{self, counted};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::value::{Choice, Id};
use crate::plan::{AnyItem, Field, Fields, Period, Said, Says, Section, Unread};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

/// Fields that stand elsewhere: beside the title, below the table, among the exceptions.
const ELSEWHERE: [&str; 4] = ["source", "note", "allow", "title"];

/// The chapter of a section, its items in the order of the plan.
pub(super) fn chapter<'p>(section: Section, material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let items = items(section, material);
    let lists = inner::lists(&items);
    let sheet = sheet(section, &items, material).without(&lists);
    let mut chapter = told(section, &items, sheet)?;
    let inner = inner::sheets(section, &items, &lists, material.resolved);
    let sources = chapter.parts.split_off(1);
    chapter.parts.extend(inner.into_iter().map(Part::Sheet));
    chapter.parts.extend(sources);
    Some(chapter)
}

/// The items of a section.
pub(super) fn items<'p>(section: Section, material: &Material<'_, 'p>) -> Vec<AnyItem<'p>> {
    let plan = material.resolved.plan;
    (0..).map_while(|at| plan.item(section, at)).collect()
}

/// All that items of a section say, as a table.
pub(super) fn sheet<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    material: &Material<'_, 'p>,
) -> Sheet<'p> {
    let rows: Vec<_> = items
        .iter()
        .map(|item| row(item, material.resolved))
        .collect();
    let (title, columns) = (field::heading(section), columns(section, &rows));
    Sheet::new(section.word(), title, columns, rows).without_empty_columns()
}

/// A chapter with a table of items, and where they come from.
pub(super) fn told<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    sheet: Sheet<'p>,
) -> Option<Chapter<'p>> {
    let sources = said::sources(items.iter().map(|item| line_of(item, "source")));
    let count = items.len();
    (count > 0).then(|| Chapter {
        id: section.word(),
        title: field::heading(section),
        what: counted(count, "项", "item", "items"),
        is_form: false,
        parts: std::iter::once(Part::Sheet(sheet)).chain(sources).collect(),
    })
}

fn is_shown(field: &&Field) -> bool {
    !ELSEWHERE.contains(&field.key)
}

/// One column a field, the title first; those of days, figures and words are narrow.
fn columns(section: Section, rows: &[Row<'_>]) -> Vec<Column> {
    let fields = section.fields().iter();
    let head = fields.clone().filter(|field| field.key == "title");
    let column = |(at, field): (usize, &Field)| Column {
        key: field.key,
        label: Text::fixed(field.zh, field.en),
        fit: match at {
            0 => Fit::Head,
            _ => fit(rows.iter().map(|row| &row.cells[at])),
        },
    };
    let shown = head.chain(fields.filter(is_shown));
    shown.enumerate().map(column).collect()
}

pub(super) fn fit<'a, 'p: 'a>(mut cells: impl Iterator<Item = &'a Cell<'p>>) -> Fit {
    let is_short = |value: &Value<'_>| {
        matches!(
            value,
            Value::Day(..)
                | Value::Instant(_)
                | Value::Time(_)
                | Value::Figure(_)
                | Value::Word(_)
                | Value::Flag(_)
        )
    };
    if cells.all(|cell| cell.lines.iter().all(is_short)) {
        Fit::Tight
    } else {
        Fit::Text
    }
}

fn row<'p>(item: &AnyItem<'p>, resolved: &Resolved<'p>) -> Row<'p> {
    let note = line_of(item, "note").map(Value::plain);
    let mut cells = vec![Cell::new(Value::plain(item.label())).detail(note)];
    item.item.each(&mut |field, says| {
        if is_shown(&field) {
            cells.push(cell(field, says, item.unread, resolved));
        }
    });
    Row::new(cells)
}

fn line_of<'p>(item: &AnyItem<'p>, key: &str) -> Option<&'p str> {
    let mut text = None;
    item.item.each(&mut |field, says| {
        if field.key == key {
            says.say(Span::default(), &mut |said, _| {
                if let Said::Text(said) = said {
                    text = Some(said.trim()).filter(|said| !said.is_empty());
                }
            });
        }
    });
    text
}

fn cell<'p>(
    field: &Field,
    says: &'p dyn Says,
    unread: &Unread,
    resolved: &Resolved<'p>,
) -> Cell<'p> {
    let values = values(says, resolved);
    if values.is_empty() && unread.holds(field.key) {
        return Cell::new(Value::words("（无法读取）", "(cannot be read)"));
    }
    Cell::lines(values)
}

/// Everything that a field says, one value each.
pub(super) fn values<'p>(says: &'p dyn Says, resolved: &Resolved<'p>) -> Vec<Value<'p>> {
    let mut values = Vec::new();
    says.say(Span::default(), &mut |said, _| {
        values.extend(value(said, resolved))
    });
    values
}

fn value<'p>(said: Said<'p>, resolved: &Resolved<'p>) -> Option<Value<'p>> {
    Some(match said {
        Said::Text(text) => return texts_of(text),
        Said::Flag(flag) => Value::Flag(flag),
        Said::Day(day) => Value::day(day),
        Said::Relative(relative, day) => said::counted_day(relative, day, resolved),
        Said::Instant(moment) => Value::Instant(moment),
        Said::Time(time) => Value::Time(time),
        Said::Figure(amount) => Value::Figure(amount),
        Said::Word(word) => Value::Word(word),
        Said::Reference(id, sections) => Value::plain(resolved.name_of(id, sections)),
        Said::Table(table) => return inner::beside(table, resolved),
        Said::Part(key, sections, part) => {
            let name = name(key, sections, resolved);
            match inner::beside(part, resolved) {
                Some(said) => Value::phrase("{0}：{1}", "{0}: {1}", [name, said]),
                None => name,
            }
        }
        Said::NoneOfThem => Value::words("无", "none"),
    })
}

/// What a table is keyed by: an item of the plan, or a period, or a name.
pub(super) fn name<'p>(
    key: &'p Located<Id>,
    sections: &[Section],
    resolved: &Resolved<'p>,
) -> Value<'p> {
    match Period::parse(&key.value).filter(|_| sections.is_empty()) {
        Some(period) => Value::Period(period),
        None => Value::plain(resolved.name_of(&key.value, sections)),
    }
}

/// From one moment to another, as far as they are said.
pub(super) fn between<'p>(from: Option<Value<'p>>, until: Option<Value<'p>>) -> Option<Value<'p>> {
    Some(match (from, until) {
        (Some(from), Some(until)) => Value::Between(Box::new(from), Box::new(until)),
        (Some(from), None) => Value::phrase("{0} 起", "from {0}", [from]),
        (None, Some(until)) => Value::phrase("至 {0}", "until {0}", [until]),
        (None, None) => return None,
    })
}

fn texts_of(text: &str) -> Option<Value<'_>> {
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .map(Value::plain)
}

/// What fields say, each with its label, but for some keys.
pub(super) fn said<'p>(
    table: &'p dyn Fields,
    but: &[&str],
    resolved: &Resolved<'p>,
) -> Vec<Value<'p>> {
    let mut said = Vec::new();
    table.each(&mut |field, says| {
        if but.contains(&field.key) {
            return;
        }
        let label = Value::Words(Text::fixed(field.zh, field.en));
        if let Some(values) = Value::list(values(says, resolved)) {
            said.push(Value::phrase("{0}：{1}", "{0}: {1}", [label, values]));
        }
    });
    said
}
