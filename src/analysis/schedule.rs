//! When tasks happen: dates from dependencies and durations over the work calendar,
//! float and critical path, cycles, and orders that cannot be kept.
//!
//! A task lasts whole days. A task after another may begin on the day the other ends if
//! the plan says so; where its start is derived, it begins on the next work day.

use chrono::NaiveDate;

use crate::plan;
use crate::resolve::{Idx, Resolved, Task};

/// When one task happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// First day, stated or derived.
    pub start: Option<NaiveDate>,
    /// Last day, stated or derived.
    pub end: Option<NaiveDate>,
    /// Whether `start` is derived.
    pub start_derived: bool,
    /// Whether `end` is derived.
    pub end_derived: bool,
    /// Whether `end` is only the day by which it must be done, its real days unknown.
    pub deadline_only: bool,
    /// Work days it may slip before the last task of the plan slips.
    pub float: Option<i64>,
    /// Whether it is on the critical path: no float, and linked to other tasks.
    pub critical: bool,
}

/// An order between two tasks that cannot be kept, or cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The task that comes after.
    pub task: Idx<plan::Task>,
    /// Which of its predecessors: the position in `after`.
    pub after: usize,
    /// What is the matter.
    pub trouble: Trouble,
}

/// What is the matter with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It starts before the other ends.
    StartsBeforeEnd {
        /// Its stated start.
        start: NaiveDate,
        /// The end of the other.
        end: NaiveDate,
    },
    /// It is due before the other ends.
    DueBeforeEnd {
        /// Its stated due day.
        due: NaiveDate,
        /// The end of the other.
        end: NaiveDate,
    },
    /// After the other it cannot be finished by its due day.
    Late {
        /// Its stated due day.
        due: NaiveDate,
        /// The day on which it will be finished.
        end: NaiveDate,
    },
    /// The other only says by when it must be done: it may or may not be over in time.
    Unknown,
}

/// The schedule of a plan.
#[derive(Debug, Default)]
pub struct Schedule {
    /// One window a task, in the order of the tasks.
    pub windows: Vec<Window>,
    /// Tasks that wait for each other, each cycle once, in the order of `after`.
    pub cycles: Vec<Vec<Idx<plan::Task>>>,
    /// Orders that cannot be kept or decided.
    pub orders: Vec<Order>,
}

/// Schedules the tasks of a plan.
pub fn schedule(resolved: &Resolved<'_>) -> Schedule {
    let network = Network::new(&resolved.tasks);
    let mut windows = vec![Window::default(); resolved.tasks.len()];
    for &task in &network.order {
        windows[task] = window(&resolved.tasks[task], &network.before[task], &windows, resolved);
    }
    let cycles = network.cycles();
    for &task in cycles.iter().flatten() {
        windows[task] = window(&resolved.tasks[task], &[], &windows, resolved);
    }
    slack(&network, &mut windows, resolved);
    let orders = network.order.iter().flat_map(|&task| orders(task, &windows, resolved)).collect();
    let cycles = cycles.into_iter().map(|cycle| cycle.into_iter().map(index).collect()).collect();
    Schedule { windows, cycles, orders }
}

fn index(at: usize) -> Idx<plan::Task> {
    Idx::new(at)
}

/// Who waits for whom.
struct Network {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
    /// Tasks outside cycles, predecessors first.
    order: Vec<usize>,
}

impl Network {
    fn new(tasks: &[Task<'_>]) -> Self {
        let before: Vec<Vec<usize>> = tasks
            .iter()
            .map(|task| task.links.after.iter().filter_map(|link| link.to.map(Idx::at)).collect())
            .collect();
        let mut after = vec![Vec::new(); tasks.len()];
        for (task, before) in before.iter().enumerate() {
            for &first in before {
                after[first].push(task);
            }
        }
        let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..tasks.len()).filter(|&task| waiting[task] == 0).collect();
        let mut next = 0;
        while let Some(&done) = order.get(next) {
            next += 1;
            for &task in &after[done] {
                waiting[task] -= 1;
                if waiting[task] == 0 {
                    order.push(task);
                }
            }
        }
        Self { before, after, order }
    }

    /// The cycles among the tasks that never become ready: from each, walk to a
    /// predecessor that is not ready either until a task comes up again.
    fn cycles(&self) -> Vec<Vec<usize>> {
        let mut stuck = vec![true; self.before.len()];
        for &task in &self.order {
            stuck[task] = false;
        }
        let mut walked = vec![usize::MAX; self.before.len()];
        let mut cycles = Vec::new();
        for root in (0..self.before.len()).filter(|&task| stuck[task]) {
            let mut path = Vec::new();
            let mut at = root;
            while walked[at] == usize::MAX {
                walked[at] = root;
                path.push(at);
                let stuck_before = self.before[at].iter().copied().find(|&before| stuck[before]);
                at = stuck_before.expect("a task that is never ready waits for another such task");
            }
            if walked[at] == root && let Some(start) = path.iter().position(|&task| task == at) {
                cycles.push(path.split_off(start));
            }
        }
        cycles
    }
}

fn window(task: &Task<'_>, before: &[usize], windows: &[Window], resolved: &Resolved<'_>) -> Window {
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
    let end = if keeps_due { due.or(worked_end) } else { worked_end };
    Window {
        start,
        end,
        start_derived: derived.is_some(),
        end_derived: end.is_some() && end != due,
        deadline_only: start.is_none() && due.is_some(),
        float: None,
        critical: false,
    }
}

/// The day on which everything before a task is over; nothing if that is not known.
fn ready(task: &Task<'_>, before: &[usize], windows: &[Window], resolved: &Resolved<'_>) -> Option<NaiveDate> {
    if before.is_empty() || before.len() < task.links.after.len() {
        return None;
    }
    let ends: Option<Vec<NaiveDate>> =
        before.iter().map(|&first| windows[first].end.filter(|_| !windows[first].deadline_only)).collect();
    resolved.calendar.next_after(ends?.into_iter().max()?)
}

/// A task's days as ordinals of work days, first and last.
fn ordinals(window: &Window, resolved: &Resolved<'_>) -> Option<(i64, i64)> {
    let first = resolved.calendar.ordinal(window.start?)?;
    let last = resolved.calendar.ordinal(window.end?.succ_opt()?)?;
    Some((i64::from(first), i64::from(last) - 1)).map(|(first, last)| (first, last.max(first)))
}

/// Float of all tasks with known days that happen once: how far a task may slip, those
/// after it slipping along, before the last day of all of them slips.
fn slack(network: &Network, windows: &mut [Window], resolved: &Resolved<'_>) {
    let days: Vec<Option<(i64, i64)>> = windows
        .iter()
        .zip(&resolved.tasks)
        .map(|(window, task)| ordinals(window, resolved).filter(|_| task.repeat.is_none()))
        .collect();
    let Some(finish) = days.iter().flatten().map(|(_, last)| *last).max() else { return };
    let mut latest_start: Vec<i64> = vec![i64::MAX; windows.len()];
    for &task in network.order.iter().rev() {
        let Some((first, last)) = days[task] else { continue };
        let followers = network.after[task].iter().filter(|&&after| days[after].is_some());
        let latest_end = followers.map(|&after| latest_start[after] - 1).min().unwrap_or(finish);
        latest_start[task] = latest_end - (last - first);
        let float = latest_start[task] - first;
        let linked = !network.after[task].is_empty() || !network.before[task].is_empty();
        windows[task].float = Some(float);
        windows[task].critical = float <= 0 && linked;
    }
}

fn orders(task: usize, windows: &[Window], resolved: &Resolved<'_>) -> Vec<Order> {
    let this = &resolved.tasks[task];
    let window = &windows[task];
    let start = this.start.map(|day| day.value.0);
    let due = this.due.map(|day| day.value.0);
    let before: Vec<usize> = this.links.after.iter().filter_map(|link| link.to.map(Idx::at)).collect();
    // Only the predecessor that is over last makes a task late, and only if all are known.
    let waits_until = ready(this, &before, windows, resolved)
        .and_then(|_| before.iter().filter_map(|&first| windows[first].end).max());
    let trouble = |first: &Window| {
        let end = first.end?;
        if first.deadline_only {
            let decided = start.or(window.end.filter(|_| start.is_none()))?;
            return (decided < end).then_some(Trouble::Unknown);
        }
        match (start, due) {
            (Some(start), _) if start < end => Some(Trouble::StartsBeforeEnd { start, end }),
            (None, Some(due)) if due < end => Some(Trouble::DueBeforeEnd { due, end }),
            (None, Some(due)) => {
                let derived = window.start_derived && waits_until == Some(end);
                let late = window.end.filter(|last| derived && *last > due)?;
                Some(Trouble::Late { due, end: late })
            }
            _ => None,
        }
    };
    let links = this.links.after.iter().enumerate();
    links
        .filter_map(|(after, link)| {
            let trouble = trouble(&windows[link.to?.at()])?;
            Some(Order { task: index(task), after, trouble })
        })
        .collect()
}
