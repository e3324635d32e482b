use chrono::NaiveDate;

use super::promise::Promise;
use super::{Wait, Window};
use crate::plan::value::Unit;
use crate::plan::{Entry, Task};
use crate::resolve::{Resolved, cycle};

/// When a task happens, by what it says, by those before it, and by the promise it has to
/// keep.
pub(super) fn window(
    task: &Entry<Task>,
    waits: &[Wait],
    promise: Option<Promise>,
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Window {
    let calendar = &resolved.calendar;
    let stated = task.start.or(task.around).map(|day| day.value.0);
    let due = task.due.map(|day| day.value.0);
    let duration = task.duration.map(|duration| duration.value);
    let all_over = all_over(task, waits, windows, resolved).filter(|_| stated.is_none());
    let ready = all_over.map(|(_, ready)| ready);
    let from_ready = || begins(task, ready?, promise, resolved);
    let from_due = || calendar.first_day(due?, duration?);
    let derived = stated.is_none().then(|| from_ready().or_else(from_due));
    // What cannot begin before it is due has no first day that anybody could print.
    let derived = derived
        .flatten()
        .filter(|start| due.is_none_or(|due| *start <= due));
    let start = stated.or(derived);
    let worked_out = match (start, duration) {
        (Some(start), Some(duration)) => calendar.last_day(start, duration),
        (Some(start), None) if task.around.is_some() => Some(start),
        _ => None,
    };
    let end = match (worked_out, due) {
        // A promise that the work cannot keep is a finding of its own: what comes after
        // relies on the promise.
        (Some(worked_out), Some(due)) => Some(worked_out.min(due)),
        (worked_out, due) => worked_out.or(due),
    };
    let deadline_only = stated.or(ready).is_none() && due.is_some();
    let mut window = Window {
        start,
        end,
        start_derived: derived.is_some(),
        end_derived: end.is_some() && end != due,
        worked_out: worked_out.filter(|end| due.is_some_and(|due| due != *end) && !deadline_only),
        same_day: derived.is_some() && derived == ready,
        deadline_only,
        over: over(task, waits, windows, resolved),
        unsure: None,
        float: None,
        float_at_least: None,
        critical: false,
    };
    window.unsure = unsure(task, &window, all_over, resolved).or_else(|| {
        let inherited = waits.iter().filter_map(|wait| windows[wait.before].unsure);
        ready.and(inherited.min())
    });
    window
}

/// The first day of a task that waits for others until a day: the next work day, or that
/// day itself if only so a promise can be kept.
fn begins(
    task: &Entry<Task>,
    ready: NaiveDate,
    promise: Option<Promise>,
    resolved: &Resolved<'_>,
) -> Option<NaiveDate> {
    let next = resolved.calendar.next_after(ready)?;
    let over = match task.duration {
        Some(duration) => resolved.calendar.last_day(next, duration.value)?,
        None => next,
    };
    let is_late = promise.is_some_and(|promise| promise.day < over);
    Some(if is_late { ready } else { next })
}

/// From when to when the derived days of a task depend on a calendar that is not published.
fn unsure(
    task: &Entry<Task>,
    window: &Window,
    all_over: Option<(NaiveDate, NaiveDate)>,
    resolved: &Resolved<'_>,
) -> Option<(NaiveDate, NaiveDate)> {
    let between = |first: Option<NaiveDate>, last: Option<NaiveDate>| {
        let days = first.zip(last);
        let is_unknown = |(first, last)| resolved.calendar.unknown_between(first, last).next();
        days.filter(|days| is_unknown(*days).is_some())
    };
    let counts = |unit: Option<Unit>| unit == Some(Unit::Workdays);
    if let Some(repeat) = &task.repeat {
        let (first, until) = cycle(task, resolved).filter(|(first, until)| first <= until)?;
        let counted = counts(Some(repeat.every.value.unit));
        return between(Some(first), Some(until)).filter(|_| counted);
    }
    let waits = || between(all_over.map(|(over, _)| over), window.start);
    let worked = || {
        let last = window.worked_out.max(window.end);
        between(window.start, last).filter(|_| counts(task.duration.map(|one| one.value.unit)))
    };
    waits().or_else(worked)
}

/// The earliest day on which a task can be over, by what the plan says for sure; one that
/// has promised a day is over by then.
fn over(
    task: &Entry<Task>,
    waits: &[Wait],
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Option<NaiveDate> {
    let calendar = &resolved.calendar;
    let waits = waits.iter();
    let waits_until = waits.filter_map(|wait| wait.until(windows, resolved)).max();
    let stated = task.start.map(|day| day.value.0);
    let begins = stated.or(waits_until).filter(|_| task.around.is_none())?;
    let due = task.due.map(|day| day.value.0);
    let earliest = match task.duration {
        Some(duration) => calendar.earliest_last_day(begins, duration.value)?,
        None => stated.and(due).unwrap_or(begins),
    };
    Some(due.map_or(earliest, |due| due.min(earliest)))
}

/// The day on which the last of those before a task is over, and the day from which it may
/// begin after it; nothing if that is not known.
fn all_over(
    task: &Entry<Task>,
    waits: &[Wait],
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Option<(NaiveDate, NaiveDate)> {
    if waits.is_empty() || waits.len() < task.after.len() {
        return None;
    }
    let over = |wait: &Wait| {
        let first = &windows[wait.before];
        let end = first.end.filter(|_| !first.deadline_only)?;
        Some((end, resolved.calendar.lagged(end, wait.lag)?))
    };
    let all: Option<Vec<_>> = waits.iter().map(over).collect();
    all?.into_iter().max_by_key(|(_, ready)| *ready)
}
