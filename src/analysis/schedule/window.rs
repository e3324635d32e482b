use chrono::NaiveDate;

use super::Window;
use crate::plan::{Entry, Task};
use crate::resolve::Resolved;

/// When a task happens, by what it says and by those before it.
pub(super) fn window(
    task: &Entry<Task>,
    before: &[usize],
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Window {
    let calendar = &resolved.calendar;
    let stated = task.start.or(task.around).map(|day| day.value.0);
    let due = task.due.map(|day| day.value.0);
    let duration = task.duration.map(|duration| duration.value);
    let ready = ready(task, before, windows, resolved);
    let from_due = || calendar.first_day(due?, duration?);
    let derived = stated.is_none().then(|| ready.or_else(from_due)).flatten();
    let start = stated.or(derived);
    let worked_end = match (start, duration) {
        (Some(start), Some(duration)) => calendar.last_day(start, duration),
        (Some(start), None) if task.around.is_some() => Some(start),
        _ => None,
    };
    let keeps_due = stated.is_some() || worked_end.is_none();
    let end = if keeps_due {
        due.or(worked_end)
    } else {
        worked_end
    };
    Window {
        start,
        end,
        start_derived: derived.is_some(),
        end_derived: end.is_some() && end != due,
        deadline_only: stated.or(ready).is_none() && due.is_some(),
        over: over(task, before, windows, resolved),
        float: None,
        critical: false,
    }
}

/// The earliest day on which a task can be over, by what the plan says for sure.
fn over(
    task: &Entry<Task>,
    before: &[usize],
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Option<NaiveDate> {
    let waits_until = before.iter().filter_map(|&first| windows[first].over).max();
    let stated = task.start.map(|day| day.value.0);
    let begins = stated.or(waits_until).filter(|_| task.around.is_none())?;
    match (task.duration, stated.and(task.due)) {
        (Some(duration), _) => resolved.calendar.last_day(begins, duration.value),
        (None, Some(due)) => Some(due.value.0),
        (None, None) => Some(begins),
    }
}

/// The day on which everything before a task is over; nothing if that is not known.
fn ready(
    task: &Entry<Task>,
    before: &[usize],
    windows: &[Window],
    resolved: &Resolved<'_>,
) -> Option<NaiveDate> {
    if before.is_empty() || before.len() < task.after.len() {
        return None;
    }
    let ends: Option<Vec<NaiveDate>> = before
        .iter()
        .map(|&first| windows[first].end.filter(|_| !windows[first].deadline_only))
        .collect();
    resolved.calendar.next_after(ends?.into_iter().max()?)
}
