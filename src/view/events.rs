//! Days that the plan turns on.

use serde::Serialize;

use super::format::{Date, Wording};
use super::{distinct, line};
use crate::resolve::Resolved;

/// The events of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct Events {
    /// By date; those without one last.
    pub rows: Vec<EventRow>,
    /// Whether any of them has a note.
    pub has_notes: bool,
    /// Where the dates come from.
    pub sources: Vec<String>,
}

/// One event.
#[derive(Clone, Debug, Serialize)]
pub struct EventRow {
    /// Its name.
    pub title: String,
    /// What kind of event it is.
    pub kind: Option<String>,
    /// First day.
    pub first: Option<Date>,
    /// Last day, if it is another.
    pub last: Option<Date>,
    /// Anything else.
    pub note: Option<String>,
}

pub(super) fn events(resolved: &Resolved<'_>, wording: &Wording) -> Option<Events> {
    let mut events: Vec<_> = resolved.events.iter().collect();
    events.sort_by_key(|event| {
        (
            event.start.is_none(),
            event.start.map(|day| day.value),
            event.end.map(|day| day.value),
        )
    });
    let rows: Vec<EventRow> = events
        .iter()
        .map(|event| EventRow {
            title: event.label().to_owned(),
            kind: event.kind.map(|kind| wording.label(kind.value)),
            first: event.start.map(|day| wording.date(day.value.0)),
            last: event
                .end
                .filter(|end| event.start.is_none_or(|start| start.value != end.value))
                .map(|day| wording.date(day.value.0)),
            note: line(&event.note),
        })
        .collect();
    let has_notes = rows.iter().any(|row| row.note.is_some());
    let sources = distinct(events.iter().filter_map(|event| line(&event.source)));
    (!rows.is_empty()).then_some(Events {
        rows,
        has_notes,
        sources,
    })
}
