//! When a task needs somebody.

use chrono::NaiveDate;

use super::FOR_EVER;
use super::work::{Days, Known, Place};
use crate::analysis::schedule::{Schedule, Window};
use crate::plan::value::Day;
use crate::plan::{Entry, Repeat, Task};
use crate::resolve::{Resolved, cycle};
use crate::source::{Located, Span};

/// The days on which a task needs somebody.
pub(super) struct Need<'p> {
    /// From the first day to the last.
    pub(super) between: (Place, Place),
    pub(super) known: Known,
    pub(super) days: Days<'p>,
    /// Whether the last day is known.
    pub(super) ends: bool,
}

impl<'p> Need<'p> {
    /// What is sure of a task first, then as it is worked out.
    pub(super) fn of(
        task: &'p Entry<Task>,
        window: &Window,
        resolved: &Resolved<'p>,
        schedule: &Schedule,
    ) -> Vec<Self> {
        if let Some(repeat) = &task.repeat {
            Self::routine(task, repeat, resolved).into_iter().collect()
        } else if let Some(start) = task.start {
            vec![Self::started(task, start, window)]
        } else if task.around.is_some() {
            Vec::new()
        } else {
            let sure = between(task, resolved, schedule).map(Self::sure);
            let worked_out = worked_out(task, window).map(Self::worked_out);
            sure.into_iter().chain(worked_out).collect()
        }
    }

    fn routine(task: &'p Entry<Task>, repeat: &Repeat, resolved: &Resolved<'p>) -> Option<Self> {
        let every = repeat.every.span;
        let start = task.start.map_or(every, |day| day.span);
        let until = repeat.until.map_or(every, |day| day.span);
        let (first, last) = cycle(task, resolved)?;
        Some(Self {
            between: ((first, start), (last, until)),
            known: Known::Stated,
            days: Days::Routine(task),
            ends: true,
        })
    }

    fn started(task: &Entry<Task>, start: Located<Day>, window: &Window) -> Self {
        let first = start.value.0;
        let last = window.end.unwrap_or(first).max(first);
        let says_end = says_end(task, last);
        Self {
            between: ((first, start.span), (last, says_end.unwrap_or(start.span))),
            known: Known::Stated,
            days: Days::Each(vec![(first, last)]),
            ends: says_end.is_some(),
        }
    }

    fn sure(between: (Place, Place)) -> Self {
        Self {
            between,
            known: Known::Between,
            days: Days::Any(between.0.0, between.1.0),
            ends: false,
        }
    }

    fn worked_out(between: (Place, Place)) -> Self {
        Self {
            between,
            known: Known::WorkedOut,
            days: Days::Each(vec![(between.0.0, between.1.0)]),
            ends: false,
        }
    }
}

/// Where it is said that a task ends on a day: its due day, else what it takes until then.
fn says_end(task: &Entry<Task>, last: NaiveDate) -> Option<Span> {
    let due = task.due.filter(|due| due.value.0 == last);
    let duration = task.duration.map(|duration| duration.span);
    due.map(|due| due.span).or(duration)
}

/// The earliest and the latest day on which a task without a start can begin, as far as that
/// is sure.
fn between(
    task: &Entry<Task>,
    resolved: &Resolved<'_>,
    schedule: &Schedule,
) -> Option<(Place, Place)> {
    let place = |day: Located<Day>| (day.value.0, day.span);
    let ready = schedule.waits_until(task, resolved);
    let phase = resolved.get(&task.phase);
    let opens = phase
        .and_then(|phase| phase.start.day())
        .or(resolved.head().start);
    let closes = phase.and_then(|phase| resolved.end_of(phase));
    let earliest = match (ready, task.after.first()) {
        (Some(ready), Some(after)) => Some((ready, after.task.span)),
        _ => opens.map(place),
    };
    let by = task.due.map(|due| {
        let begins = |length| resolved.calendar.sure_first_day(due.value.0, length);
        let start = task.duration.and_then(|duration| begins(duration.value));
        (start.unwrap_or(due.value.0), due.span)
    });
    let latest = by.or(closes.map(place));
    let span = earliest.or(latest)?.1;
    Some((
        earliest.unwrap_or((NaiveDate::MIN, span)),
        latest.unwrap_or((FOR_EVER, span)),
    ))
}

/// The days of a task as they follow from those before it.
fn worked_out(task: &Entry<Task>, window: &Window) -> Option<(Place, Place)> {
    let after = task.after.first().filter(|_| !window.deadline_only)?;
    let start = window.start?;
    let end = window.end.unwrap_or(start).max(start);
    Some(((start, after.task.span), (end, after.task.span)))
}
