//! How chapters take texts, owners and sources from a plan.

use chrono::NaiveDate;

use super::part::{Part, Source};
use super::value::{Name, Value};
use crate::diagnostic::{Text, text};
use crate::plan::{Edge, Line, Owner, Ref, Referent, Relative, When};
use crate::resolve::Resolved;
use crate::source::Located;

/// The currency of a plan.
pub(super) fn currency<'p>(resolved: &Resolved<'p>) -> &'p str {
    resolved
        .plan
        .head()
        .currency
        .as_ref()
        .map_or("CNY", |currency| &currency.value)
}

/// A text of the plan, unless it is empty.
pub(super) fn texts(line: &Option<Line>) -> Option<&str> {
    line.as_ref()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
}

/// Texts of the plan, one a line.
pub(super) fn points(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.trim()).collect()
}

/// The same as values.
pub(super) fn lines(lines: &[Line]) -> Vec<Vec<Value<'_>>> {
    let lines = points(lines).into_iter();
    lines.map(|line| vec![Value::plain(line)]).collect()
}

/// Each thing once, in order.
pub(super) fn distinct<T: PartialEq>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for thing in things {
        if !once.contains(&thing) {
            once.push(thing);
        }
    }
    once
}

/// Things with the same key together, keys in the order in which they first occur.
pub(super) fn grouped<T: Copy, K: PartialEq>(
    things: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> K,
) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for thing in things {
        let mut others = groups.iter_mut();
        match others.find(|group| key(group[0]) == key(thing)) {
            Some(group) => group.push(thing),
            None => groups.push(vec![thing]),
        }
    }
    groups
}

/// Where things come from, each source once; nothing if none is said.
pub(super) fn sources<'p>(said: impl IntoIterator<Item = Option<&'p str>>) -> Option<Part<'p>> {
    let sources = distinct(said.into_iter().flatten()).into_iter();
    let sources: Vec<_> = sources.map(|text| Source { number: 0, text }).collect();
    (!sources.is_empty()).then_some(Part::Sources(sources))
}

/// Owners with their names.
pub(super) fn owners<'p>(
    owners: &'p [Located<Ref<Owner>>],
    resolved: &Resolved<'p>,
) -> Vec<Name<'p>> {
    let name = |owner: &'p Located<Ref<Owner>>| Name {
        id: owner.id(),
        name: resolved.name_of(owner.id(), <Owner as Referent>::SECTIONS),
    };
    owners.iter().map(name).collect()
}

/// The names of owners.
pub(super) fn names<'p>(of: &'p [Located<Ref<Owner>>], resolved: &Resolved<'p>) -> Vec<Value<'p>> {
    owners(of, resolved)
        .into_iter()
        .map(|owner| Value::plain(owner.name))
        .collect()
}

/// A day as it is counted, and which that is: `双 11 前 30 天（10/12）`.
pub(super) fn counted_day<'p>(
    relative: &'p Relative,
    day: Option<NaiveDate>,
    resolved: &Resolved<'p>,
) -> Value<'p> {
    let counted = counted_from(relative, resolved);
    match day {
        Some(day) => Value::phrase("{0}（{1}）", "{0} ({1})", [counted, Value::day(day)]),
        None => counted,
    }
}

fn counted_from<'p>(relative: &'p Relative, resolved: &Resolved<'p>) -> Value<'p> {
    let of = Value::plain(resolved.name(&relative.of));
    let edge = relative.edge.filter(|edge| edge.value == Edge::End);
    let of = match edge {
        Some(_) => Value::phrase("{0}最后一天", "the last day of {0}", [of]),
        None => of,
    };
    match relative.offset {
        Some(offset) => Value::phrase("{0}{1}", "{1} {0}", [of, Value::exactly(offset.value)]),
        None if edge.is_some() => of,
        None => Value::phrase("{0}当天", "the day of {0}", [of]),
    }
}

/// How the first and the last day of something are counted, as far as they are no dates.
pub(super) fn both_counted<'p>(
    (start, end): (&'p When, &'p When),
    resolved: &Resolved<'p>,
) -> Option<Value<'p>> {
    let counted = |when: &'p When| {
        let relative = when.relative.as_ref()?;
        Some(counted_from(&relative.value, resolved))
    };
    let start = counted(start).map(|day| Value::phrase("开始：{0}", "starts {0}", [day]));
    let end = counted(end).map(|day| Value::phrase("结束：{0}", "ends {0}", [day]));
    Value::beside([start, end])
}

/// How many things there are, in words: `26 项`, `26 tasks`.
pub(super) fn counted(
    count: usize,
    zh: &'static str,
    one: &'static str,
    more: &'static str,
) -> Text {
    let en = if count == 1 { one } else { more };
    text!("{count} {zh}", "{count} {en}")
}

/// What depends on holidays that are not published yet.
pub(super) fn unsure(value: Value<'_>) -> Value<'_> {
    Value::phrase("{0}（放假安排未定）", "{0} (holidays not known)", [value])
}
