//! What is done at which time of the day: a table for each person and post.

use chrono::NaiveTime;

use super::inner;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said;
use super::value::{Name, Value};
use crate::diagnostic::Text;
use crate::plan::{Entry, Hours, Routine, Section};
use crate::source::Located;

pub(super) const SECTIONS: &[Section] = &[Section::Routines];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let mut routines: Vec<_> = material.resolved.plan.routines.iter().collect();
    routines.sort_by_key(|routine| begins(routine));
    let owners = routines.iter();
    let owners = owners.flat_map(|one| said::owners(&one.owners, material.resolved));
    let owners = said::distinct(owners);
    let nobody = routines.iter().any(|routine| routine.owners.is_empty());
    let groups = owners.into_iter().map(Some).chain(nobody.then_some(None));
    let sheets = groups.map(|owner| Part::Sheet(sheet(owner, &routines, material)));
    let sources = said::sources(routines.iter().map(|one| said::texts(&one.source)));
    (!routines.is_empty()).then(|| Chapter {
        id: "timed-day",
        title: super::field::heading(Section::Routines),
        what: said::counted(routines.len(), "项", "item", "items"),
        is_form: false,
        parts: sheets.chain(sources).collect(),
    })
}

/// The first of the day first; what has no time comes last.
fn begins(routine: &Entry<Routine>) -> (bool, Option<NaiveTime>) {
    let begins = routine.hours.and_then(|hours| hours.value.from);
    (begins.is_none(), begins.map(|time| time.value.0))
}

/// The day of one owner, or of what nobody owns.
fn sheet<'p>(
    owner: Option<Name<'p>>,
    routines: &[&'p Entry<Routine>],
    material: &Material<'_, 'p>,
) -> Sheet<'p> {
    let resolved = material.resolved;
    let columns = vec![
        Column::new("hours", "时段", "Time", Fit::Head),
        Column::new("title", "事项", "What", Fit::Text),
        Column::new("every", "间隔", "Every", Fit::Tight),
        Column::new("weekdays", "星期", "Days", Fit::Tight),
        Column::new("checklist", "检查表", "Check sheet", Fit::Tight),
    ];
    let is_theirs = |routine: &&&'p Entry<Routine>| match owner {
        Some(name) => routine.owners.iter().any(|one| **one.id() == *name.id),
        None => routine.owners.is_empty(),
    };
    let rows = routines.iter().filter(is_theirs).map(|routine| {
        let checklist = routine.checklist.as_ref();
        let alone = routine.exclusive.filter(|exclusive| exclusive.value);
        let alone = alone.map(|_| Value::words("须专注，不同时做别的", "nothing else meanwhile"));
        let mut title = Cell::new(Value::plain(routine.label()))
            .detail(alone)
            .detail(Value::line(routine.note.as_ref()));
        title.ticks = said::points(&routine.steps);
        Row::new([
            Cell::new(routine.hours.and_then(hours)),
            title,
            Cell::new(routine.every.map(|every| Value::exactly(every.value))),
            Cell::lines(routine.weekdays.iter().map(|day| Value::choice(day.value))),
            Cell::new(checklist.map(|one| Value::plain(resolved.name(one)))),
        ])
    });
    let name = match owner {
        Some(owner) => Value::plain(owner.name),
        None => Value::words("未分配", "nobody yet"),
    };
    let sheet = Sheet::new("timed-day", Text::default(), columns, rows.collect());
    sheet.without_empty_columns().headed(name, Vec::new())
}

fn hours<'p>(hours: Located<Hours>) -> Option<Value<'p>> {
    let Hours { from, until } = hours.value;
    inner::between(
        from.map(|time| Value::Time(time.value.0)),
        until.map(|time| Value::Time(time.value.0)),
    )
}
