use chrono::NaiveDate;

use super::Wait;
use crate::plan::value::Duration;
use crate::plan::{Entry, Task};
use crate::resolve::Network;
use crate::resolve::Resolved;

/// The last day on which a task may be over so that what is written can be kept: its own
/// due day, or what a task after it says.
#[derive(Clone, Copy)]
pub(super) struct Promise {
    pub(super) day: NaiveDate,
    /// The task that says it.
    pub(super) of: usize,
}

/// The promise each task has to keep, as far as it hangs together with one: worked out from
/// the last tasks to the first, each beginning on the day on which the one before it is
/// over.
pub(super) fn promises(
    network: &Network,
    waits: &[Vec<Wait>],
    resolved: &Resolved<'_>,
) -> Vec<Option<Promise>> {
    let tasks = &resolved.tasks;
    let mut promises: Vec<Option<Promise>> = vec![None; tasks.len()];
    for &task in network.order.iter().rev() {
        let own = tasks[task].due.map(|day| (day.value.0, task));
        let later = network.after[task].iter().flat_map(|&after| {
            let last = start_at_last(&tasks[after], after, promises[after], resolved);
            let links = waits[after].iter().filter(move |wait| wait.before == task);
            links.filter_map(move |wait| over_at_last(last?, wait.lag, resolved))
        });
        let first = own.into_iter().chain(later).min();
        promises[task] = first.map(|(day, of)| Promise { day, of });
    }
    promises
}

/// The last day on which a task may start, and the task that says so.
fn start_at_last(
    task: &Entry<Task>,
    at: usize,
    promise: Option<Promise>,
    resolved: &Resolved<'_>,
) -> Option<(NaiveDate, usize)> {
    if task.around.is_some() {
        return None;
    }
    if let Some(start) = task.start {
        return Some((start.value.0, at));
    }
    let Promise { day, of } = promise?;
    let start = match task.duration {
        Some(duration) => resolved.calendar.sure_first_day(day, duration.value)?,
        None => day,
    };
    Some((start, of))
}

/// The last day on which something may be over so that another may start on a day so long
/// after it, and the task that says so.
fn over_at_last(
    (start, of): (NaiveDate, usize),
    lag: Option<Duration>,
    resolved: &Resolved<'_>,
) -> Option<(NaiveDate, usize)> {
    let calendar = &resolved.calendar;
    let over = calendar.over_at_last(start, lag)?;
    let is_sure = lag.is_none_or(|lag| calendar.unpublished(lag, over, start).next().is_none());
    is_sure.then_some((over, of))
}
