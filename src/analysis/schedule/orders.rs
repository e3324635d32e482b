use chrono::NaiveDate;

use super::promise::Promise;
use super::{MilestoneOrder, Order, Trouble, Wait, Window, index};
use crate::plan::{After, Entry, Task};
use crate::resolve::Resolved;

/// The orders between a task and those before it that cannot be kept or decided.
pub(super) fn orders(task: usize, windows: &[Window], resolved: &Resolved<'_>) -> Vec<Order> {
    let this = &resolved.tasks[task];
    let until = |link: &After| Wait::of(link, resolved)?.until(windows, resolved);
    let waits_until = this.after.iter().filter_map(until).max();
    let links = this.after.iter().enumerate();
    links
        .filter_map(|(after, link)| {
            let before = resolved.find(link)?;
            let first = &windows[before.at()];
            let ready = first
                .end
                .and_then(|end| resolved.calendar.lagged(end, link.lag()));
            let trouble = match until(link) {
                Some(until) => trouble(this, until, waits_until == Some(until), resolved)
                    .or_else(|| unsaid(&resolved.tasks[before], this, ready?, &windows[task])),
                None => undecided(this, &windows[task], ready?),
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

/// What is the matter between a task and another after which it may begin on a day; only the
/// one that keeps it waiting longest makes the task late.
fn trouble(
    task: &Entry<Task>,
    ready: NaiveDate,
    is_last: bool,
    resolved: &Resolved<'_>,
) -> Option<Trouble> {
    let (start, due) = (
        task.start.map(|day| day.value.0),
        task.due.map(|day| day.value.0),
    );
    match (start, due) {
        (Some(start), _) => (start < ready).then_some(Trouble::StartsBeforeEnd { start, ready }),
        (None, Some(due)) if due < ready => Some(Trouble::DueBeforeEnd { due, ready }),
        (None, Some(due)) if is_last => {
            let duration = task.duration?.value;
            let end = resolved.calendar.earliest_last_day(ready, duration)?;
            (end > due).then_some(Trouble::Late { due, end })
        }
        _ => None,
    }
}

/// The other may be over in time, if it does not take all the days until it is due: nobody
/// knows as long as it does not say how long it takes.
fn unsaid(
    before: &Entry<Task>,
    task: &Entry<Task>,
    ready: NaiveDate,
    window: &Window,
) -> Option<Trouble> {
    if before.duration.is_some() || before.start.is_some() || before.due.is_none() {
        return None;
    }
    let is_late = match (task.start, task.due) {
        (Some(start), _) => start.value.0 < ready,
        (None, Some(due)) => window.worked_out.max(Some(ready)) > Some(due.value.0),
        (None, None) => false,
    };
    is_late.then_some(Trouble::Unknown("duration"))
}

/// The other is not sure to be over: it matters if it may end after this one begins.
fn undecided(task: &Entry<Task>, window: &Window, ready: NaiveDate) -> Option<Trouble> {
    let planned = task.start.map(|day| day.value.0).or(window.end)?;
    (planned < ready).then_some(Trouble::Unknown("start"))
}

/// The orders that can only be kept if a task begins on the very day on which another is
/// over, once for each promise that asks for it.
pub(super) fn same_day(
    order: &[usize],
    windows: &[Window],
    promises: &[Option<Promise>],
    resolved: &Resolved<'_>,
) -> Vec<Order> {
    let mut is_told = vec![false; windows.len()];
    let begins = order.iter().filter(|&&task| windows[task].same_day);
    let tight = begins.filter_map(|&task| {
        let this = &resolved.tasks[task];
        let window = &windows[task];
        let (ready, promise) = (window.start?, promises[task]?);
        let over = windows[task].worked_out.or(window.end).unwrap_or(ready);
        // Whether a task without a duration can keep its promise on one day is not said.
        let is_kept = over <= promise.day && window.unsure.is_none() && this.duration.is_some();
        if !is_kept || std::mem::replace(&mut is_told[promise.of], true) {
            return None;
        }
        let next = resolved.calendar.next_after(ready)?;
        let late = resolved.calendar.last_day(next, this.duration?.value)?;
        let mut links = this.after.iter();
        let after = links.position(|link| {
            let before = resolved.find(link);
            let end = before.and_then(|before| windows[before.at()].end);
            end.and_then(|end| resolved.calendar.lagged(end, link.lag())) == Some(ready)
        })?;
        let trouble = Trouble::SameDay {
            ready,
            late,
            of: index(promise.of),
        };
        Some(Order {
            task: index(task),
            after,
            trouble,
        })
    });
    tight.collect()
}

/// The milestones that are due before a task that leads to them is over, or may be.
pub(super) fn milestones(windows: &[Window], resolved: &Resolved<'_>) -> Vec<MilestoneOrder> {
    let milestones = resolved.plan.milestones.numbered();
    let orders = milestones.flat_map(|(milestone, one)| {
        let due = one.due.map(|due| due.value.0);
        let links = one.after.iter().enumerate();
        links.filter_map(move |(after, link)| {
            let first = &windows[resolved.find(link)?.at()];
            let over = first.over.filter(|over| due.is_some_and(|due| *over > due));
            let may_be = first.over.is_none() && first.end.is_some() && due < first.end;
            (over.is_some() || due.is_some() && may_be).then_some(MilestoneOrder {
                milestone,
                after,
                over,
            })
        })
    });
    orders.collect()
}
