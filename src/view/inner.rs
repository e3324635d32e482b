//! What fields say, and tables inside items: side by side in a cell, or as a table of their own
//! where an item holds several.

use super::part::{Cell, Column, Fit, Row, Sheet};
use super::said;
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::value::{Amount, Bound, Bounds, Choice, Id};
use crate::plan::{AnyItem, Field, Fields, Period, Said, Says, Section};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

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
        Said::Table(table) => return beside(table, resolved),
        Said::Part(key, sections, part) => {
            let name = name(key, sections, resolved);
            match beside(part, resolved) {
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
        (Some(from), Some(until)) => Value::between(from, until),
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

/// The key of the four words of a range.
const RANGE: &str = "range";

/// What a field of a table inside says, or two fields that are one thing to a reader.
struct Told<'p> {
    key: &'static str,
    label: Text,
    values: Vec<Value<'p>>,
    /// Whether it can be understood without its label.
    stands_alone: bool,
}

/// The fields of a table inside, side by side; a range that it says comes before them.
pub(super) fn beside<'p>(table: &'p dyn Fields, resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let mut told = told(table, resolved).into_iter().peekable();
    let range = told.next_if(|told| told.key == RANGE);
    let range = range.and_then(|range| Value::list(range.values));
    let said = Value::beside(told.map(|told| {
        let values = Value::list(told.values)?;
        Some(if told.stands_alone {
            values
        } else {
            Value::phrase("{0} {1}", "{0} {1}", [Value::Words(told.label), values])
        })
    }));
    match (range, said) {
        (Some(range), Some(said)) => Some(Value::phrase("{0}：{1}", "{0}: {1}", [range, said])),
        (range, said) => range.or(said),
    }
}

/// All fields of a table inside, in their order; of a range and of two moments one each.
fn told<'p>(table: &'p dyn Fields, resolved: &Resolved<'p>) -> Vec<Told<'p>> {
    let mut told = Vec::new();
    let mut fields: Vec<(&'static Field, Vec<Value<'p>>)> = Vec::new();
    table.each(&mut |field, says| fields.push((field, values(says, resolved))));
    told.extend(range(&mut fields));
    let mut fields = fields.into_iter().peekable();
    while let Some((field, values)) = fields.next() {
        let until = match field.key {
            "from" => fields.next_if(|(next, _)| next.key == "until"),
            _ => None,
        };
        told.push(match until {
            Some((_, until)) => Told {
                key: field.key,
                label: Text::fixed("时段", "Time"),
                values: between(first(values), first(until)).into_iter().collect(),
                stands_alone: true,
            },
            None => Told {
                key: field.key,
                label: Text::fixed(field.zh, field.en),
                values,
                stands_alone: field.key == "title",
            },
        });
    }
    told
}

fn first(values: Vec<Value<'_>>) -> Option<Value<'_>> {
    values.into_iter().next()
}

/// Takes the four words of a range out of the fields, if there is more than one of them.
fn range<'p>(fields: &mut Vec<(&'static Field, Vec<Value<'p>>)>) -> Option<Told<'p>> {
    let mut range = Bounds {
        low: None,
        high: None,
    };
    const SIDES: [&str; 4] = ["at_least", "more_than", "at_most", "less_than"];
    let is_side = |field: &Field| SIDES.contains(&field.key);
    if fields.iter().filter(|(field, _)| is_side(field)).count() < 2 {
        return None;
    }
    fields.retain(|(field, values)| {
        if let [Value::Figure(Amount::Exactly(value))] = values[..]
            && let Some((side, strict)) = range.side(field.key)
        {
            *side = Some(Bound { value, strict });
        }
        !is_side(field)
    });
    let is_said = range.low.is_some() || range.high.is_some();
    let range = is_said.then_some(Value::Figure(Amount::Within(range)));
    Some(Told {
        key: RANGE,
        label: Text::fixed("范围", "Range"),
        values: range.into_iter().collect(),
        stands_alone: true,
    })
}

/// The keys of the fields of items of which some item holds several tables.
pub(super) fn lists(items: &[AnyItem<'_>]) -> Vec<&'static str> {
    let mut lists = Vec::new();
    for item in items {
        item.item.each(&mut |field, says| {
            if !lists.contains(&field.key) && tables(says).len() > 1 {
                lists.push(field.key);
            }
        });
    }
    lists
}

/// A table in a field, and what it is keyed by.
type Keyed<'p> = (
    Option<(&'p Located<Id>, &'static [Section])>,
    &'p dyn Fields,
);

/// The tables that a field holds.
fn tables<'p>(says: &'p dyn Says) -> Vec<Keyed<'p>> {
    let mut tables = Vec::new();
    says.say(Span::default(), &mut |said, _| match said {
        Said::Table(table) => tables.push((None, table)),
        Said::Part(key, sections, table) => tables.push((Some((key, sections)), table)),
        _ => {}
    });
    tables
}

/// The tables of those fields as tables of the document, each under the name of its item and
/// of its field.
pub(super) fn sheets<'p>(
    section: Section,
    items: &[AnyItem<'p>],
    lists: &[&str],
    resolved: &Resolved<'p>,
) -> Vec<Sheet<'p>> {
    let mut sheets = Vec::new();
    for item in items {
        item.item.each(&mut |field, says| {
            let tables = tables(says);
            if tables.is_empty() || !lists.contains(&field.key) {
                return;
            }
            let label = Text::fixed(field.zh, field.en);
            let sheet = sheet(section, &label, &tables, resolved);
            let name = Value::plain(item.label());
            sheets.push(sheet.headed(name, vec![Value::Words(label)]));
        });
    }
    sheets
}

fn sheet<'p>(
    section: Section,
    label: &Text,
    tables: &[Keyed<'p>],
    resolved: &Resolved<'p>,
) -> Sheet<'p> {
    let rows: Vec<Vec<Told<'p>>> = tables
        .iter()
        .map(|(key, table)| {
            let key = key.map(|(key, sections)| Told {
                key: "key",
                label: label.clone(),
                values: vec![name(key, sections, resolved)],
                stands_alone: true,
            });
            key.into_iter().chain(told(*table, resolved)).collect()
        })
        .collect();
    let first = rows.first().into_iter().flatten();
    let columns = first.map(|told| Column {
        key: told.key,
        label: told.label.clone(),
        fit: Fit::Text,
    });
    let columns = columns.collect();
    let cells = |row: Vec<Told<'p>>| row.into_iter().map(|told| Cell::lines(told.values));
    let rows = rows.into_iter().map(|row| Row::new(cells(row))).collect();
    let mut sheet =
        Sheet::new(section.word(), label.clone(), columns, rows).without_empty_columns();
    for (at, column) in sheet.columns.iter_mut().enumerate() {
        column.fit = match at {
            0 => Fit::Head,
            _ => fit(sheet.rows.iter().map(|row| &row.cells[at])),
        };
    }
    // Short columns far apart are hard to read along.
    let is_short = |column: &Column| column.fit != Fit::Text;
    if sheet.columns.iter().all(is_short) {
        sheet.narrow()
    } else {
        sheet
    }
}
