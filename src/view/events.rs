//! Days that the plan turns on.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::{both_counted, counted, texts};
use super::value::{DayForm, Value};
use crate::diagnostic::Text;
use crate::plan::{Entry, Event, Section};
use crate::resolve::Resolved;

pub(super) const SECTIONS: &[Section] = &[Section::Events];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let mut events: Vec<_> = material.resolved.plan.events.iter().collect();
    events.sort_by_key(|event| {
        let day = |day: Option<crate::source::Located<_>>| day.map(|day| day.value);
        (
            event.start.day().is_none(),
            day(event.start.day()),
            day(event.end.day()),
        )
    });
    let count = events.len();
    let title = Text::fixed("重要节点", "Key dates");
    let rows = events
        .iter()
        .map(|event| row(event, material.resolved))
        .collect();
    let sheet = Sheet::new("events", title.clone(), columns(), rows).without_empty_columns();
    let mut parts = vec![Part::Sheet(sheet.narrow())];
    parts.extend(super::said::sources(
        events.iter().map(|event| texts(&event.source)),
    ));
    (count > 0).then(|| Chapter {
        id: "events",
        title,
        what: counted(count, "个", "date", "dates"),
        is_form: false,
        parts,
    })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("days", "日期", "Dates", Fit::Tight),
        Column::new("title", "节点", "Event", Fit::Head),
        Column::new("kind", "类型", "Kind", Fit::Tight),
        Column::new("note", "备注", "Note", Fit::Text),
    ]
}

fn row<'p>(event: &'p Entry<Event>, resolved: &Resolved<'p>) -> Row<'p> {
    let day = |day: crate::plan::value::Day| Value::Day(day.0, DayForm::Weekday);
    let last = event.end.day().filter(|end| {
        event
            .start
            .day()
            .is_none_or(|start| start.value != end.value)
    });
    let unsaid = Value::words("未定", "not set");
    let first = event.start.day().map_or(unsaid, |start| day(start.value));
    let days = match last {
        Some(last) => Value::between(first, day(last.value)),
        None => first,
    };
    Row::new([
        Cell::new(days).detail(both_counted((&event.start, &event.end), resolved)),
        Cell::new(Value::plain(event.label())),
        Cell::new(event.kind.map(|kind| Value::choice(kind.value))),
        Cell::new(Value::line(event.note.as_ref())),
    ])
}
