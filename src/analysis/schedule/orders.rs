use chrono::NaiveDate;

use super::{Order, Trouble, Window, index};
use crate::plan::{Entry, Task};
use crate::resolve::Resolved;

/// The orders between a task and those before it that cannot be kept or decided.
pub(super) fn orders(task: usize, windows: &[Window], resolved: &Resolved<'_>) -> Vec<Order> {
    let this = &resolved.tasks[task];
    let before = this.after.iter().filter_map(|first| resolved.find(first));
    let waits_until = before.filter_map(|first| windows[first.at()].over).max();
    let links = this.after.iter().enumerate();
    links
        .filter_map(|(after, link)| {
            let first = &windows[resolved.find(link)?.at()];
            let trouble = match first.over {
                Some(over) => trouble(this, over, waits_until == Some(over), resolved),
                None => undecided(this, &windows[task], first),
            };
            let task = index(task);
            trouble.map(|trouble| Order {
                task,
                after,
                trouble,
            })
        })
        .collect()
}

/// What is the matter between a task and another that is over on a day; only the one that is
/// over last makes the task late.
fn trouble(
    task: &Entry<Task>,
    over: NaiveDate,
    is_last: bool,
    resolved: &Resolved<'_>,
) -> Option<Trouble> {
    let (start, due) = (
        task.start.map(|day| day.value.0),
        task.due.map(|day| day.value.0),
    );
    match (start, due) {
        (Some(start), _) => (start < over).then_some(Trouble::StartsBeforeEnd { start, end: over }),
        (None, Some(due)) if due < over => Some(Trouble::DueBeforeEnd { due, end: over }),
        (None, Some(due)) if is_last => {
            let end = resolved.calendar.last_day(over, task.duration?.value)?;
            (end > due).then_some(Trouble::Late { due, end })
        }
        _ => None,
    }
}

/// The other is not sure to be over: it matters if it may end after this one begins.
fn undecided(task: &Entry<Task>, window: &Window, first: &Window) -> Option<Trouble> {
    let planned = task.start.map(|day| day.value.0).or(window.end)?;
    (planned < first.end?).then_some(Trouble::Unknown)
}
