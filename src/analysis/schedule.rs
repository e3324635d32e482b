//! When tasks happen: dates from dependencies and durations over the work calendar,
//! float and critical path, cycles, and orders that cannot be kept.
//!
//! A task lasts whole days. A task after another may begin on the day the other ends if
//! the plan says so; where its start is derived, it begins on the next work day.

use chrono::NaiveDate;

use crate::plan::{Entry, Idx, Task};
use crate::resolve::Resolved;

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
    /// The earliest day on which it can be over, by what the plan says for sure: nothing
    /// is sure of `around`, or of a task that only says by when it is due.
    pub over: Option<NaiveDate>,
    /// Work days it may slip before something else has to: a task after it, its campaign,
    /// its phase, or the last task of the plan.
    pub float: Option<i64>,
    /// Whether it is on the critical path: no float, and linked to other tasks.
    pub critical: bool,
}

/// An order between two tasks that cannot be kept, or cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The task that comes after.
    pub task: Idx<Task>,
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
    /// The other only says by when it must be done, or roughly when: it may or may not be
    /// over in time.
    Unknown,
}

/// The schedule of a plan.
#[derive(Debug, Default)]
pub struct Schedule {
    /// One window a task, in the order of the tasks.
    pub windows: Vec<Window>,
    /// Tasks that wait for each other, each cycle once, in the order of `after`.
    pub cycles: Vec<Vec<Idx<Task>>>,
    /// Orders that cannot be kept or decided.
    pub orders: Vec<Order>,
}

/// Schedules the tasks of a plan.
pub fn schedule(resolved: &Resolved<'_>) -> Schedule {
    let network = Network::new(resolved);
    let mut windows = vec![Window::default(); resolved.tasks.len()];
    for &task in &network.order {
        windows[task] = window(
            &resolved.tasks[task],
            &network.before[task],
            &windows,
            resolved,
        );
    }
    for task in network.stuck() {
        windows[task] = window(&resolved.tasks[task], &[], &windows, resolved);
    }
    slack(&network, &mut windows, resolved);
    let orders = network
        .order
        .iter()
        .flat_map(|&task| orders(task, &windows, resolved))
        .collect();
    let cycles = network
        .cycles()
        .into_iter()
        .map(|cycle| cycle.into_iter().map(index).collect())
        .collect();
    Schedule {
        windows,
        cycles,
        orders,
    }
}

fn index(at: usize) -> Idx<Task> {
    Idx::new(at)
}

/// Who waits for whom.
struct Network {
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
    /// Tasks that become ready, predecessors first.
    order: Vec<usize>,
    /// Whether each task never becomes ready: it is in a cycle, or after one.
    is_stuck: Vec<bool>,
}

impl Network {
    fn new(resolved: &Resolved<'_>) -> Self {
        let tasks = &resolved.tasks;
        let before: Vec<Vec<usize>> = tasks
            .iter()
            .map(|task| {
                let first = task.after.iter().filter_map(|first| resolved.find(first));
                first.map(Idx::at).collect()
            })
            .collect();
        let mut after = vec![Vec::new(); tasks.len()];
        for (task, before) in before.iter().enumerate() {
            for &first in before {
                after[first].push(task);
            }
        }
        let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..tasks.len())
            .filter(|&task| waiting[task] == 0)
            .collect();
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
        let is_stuck = waiting.iter().map(|&waiting| waiting > 0).collect();
        Self {
            before,
            after,
            order,
            is_stuck,
        }
    }

    /// The tasks in a cycle, or after one.
    fn stuck(&self) -> impl Iterator<Item = usize> {
        (0..self.is_stuck.len()).filter(|&task| self.is_stuck[task])
    }

    /// The cycles among the tasks that never become ready: from each, walk to a
    /// predecessor that is not ready either until a task comes up again.
    fn cycles(&self) -> Vec<Vec<usize>> {
        let mut walked = vec![usize::MAX; self.before.len()];
        let mut cycles = Vec::new();
        for root in self.stuck() {
            let mut path = Vec::new();
            let mut at = root;
            while walked[at] == usize::MAX {
                walked[at] = root;
                path.push(at);
                let stuck_before = self.before[at]
                    .iter()
                    .copied()
                    .find(|&before| self.is_stuck[before]);
                at = stuck_before.expect("a task that is never ready waits for another such task");
            }
            if walked[at] == root
                && let Some(start) = path.iter().position(|&task| task == at)
            {
                cycles.push(path.split_off(start));
            }
        }
        cycles
    }
}

fn window(
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

/// A task's days as ordinals of work days, first and last.
fn ordinals(window: &Window, resolved: &Resolved<'_>) -> Option<(i64, i64)> {
    let first = resolved.calendar.ordinal(window.start?)?;
    let last = resolved.calendar.ordinal(window.end?.succ_opt()?)?;
    Some((i64::from(first), i64::from(last) - 1)).map(|(first, last)| (first, last.max(first)))
}

/// Float of all tasks with known days that happen once. A task may slip up to the stated
/// start of one after it; where that start is derived, it slips along.
fn slack(network: &Network, windows: &mut [Window], resolved: &Resolved<'_>) {
    let mut days: Vec<Option<(i64, i64)>> = windows
        .iter()
        .zip(&resolved.tasks)
        .map(|(window, task)| ordinals(window, resolved).filter(|_| task.repeat.is_none()))
        .collect();
    network.stuck().for_each(|task| days[task] = None);
    let Some(finish) = days.iter().flatten().map(|(_, last)| *last).max() else {
        return;
    };
    let mut floats: Vec<i64> = vec![0; windows.len()];
    for &task in network.order.iter().rev() {
        let Some((_, last)) = days[task] else {
            continue;
        };
        let followers = network.after[task].iter().filter_map(|&after| {
            let (first, _) = days[after]?;
            let may_slip = if resolved.tasks[after].start.is_some() {
                0
            } else {
                floats[after]
            };
            // It may end on the day the other is stated to start, if that is the plan.
            Some(if last == first {
                last
            } else {
                first - 1 + may_slip
            })
        });
        let latest = followers
            .chain(limits(&resolved.tasks[task], last, resolved))
            .chain([finish])
            .min();
        floats[task] = latest.unwrap_or(last) - last;
        let linked = !network.after[task].is_empty() || !network.before[task].is_empty();
        windows[task].float = Some(floats[task]);
        windows[task].critical = floats[task] <= 0 && linked;
    }
}

/// The last work days by which a task has to be over for its campaign and its phase, as
/// far as it is now.
fn limits(task: &Entry<Task>, last: i64, resolved: &Resolved<'_>) -> impl Iterator<Item = i64> {
    let (campaign, phase) = (resolved.get(&task.campaign), resolved.get(&task.phase));
    let campaign_starts = campaign
        .and_then(|campaign| campaign.start)
        .map(|day| day.value.0);
    let phase_ends = phase
        .and_then(|phase| phase.end)
        .and_then(|day| day.value.0.succ_opt());
    let before = |day: NaiveDate| {
        resolved
            .calendar
            .ordinal(day)
            .map(|ordinal| i64::from(ordinal) - 1)
    };
    [campaign_starts, phase_ends]
        .into_iter()
        .flatten()
        .filter_map(before)
        .filter(move |limit| *limit >= last)
}

fn orders(task: usize, windows: &[Window], resolved: &Resolved<'_>) -> Vec<Order> {
    let this = &resolved.tasks[task];
    let start = this.start.map(|day| day.value.0);
    let due = this.due.map(|day| day.value.0);
    let before = this.after.iter().filter_map(|first| resolved.find(first));
    let waits_until = before.filter_map(|first| windows[first.at()].over).max();
    let trouble = |first: &Window| {
        let over = first.over?;
        match (start, due, this.duration) {
            (Some(start), ..) if start < over => {
                Some(Trouble::StartsBeforeEnd { start, end: over })
            }
            (None, Some(due), _) if due < over => Some(Trouble::DueBeforeEnd { due, end: over }),
            // Only the one that is over last makes the task late.
            (None, Some(due), Some(duration)) if waits_until == Some(over) => {
                let end = resolved
                    .calendar
                    .last_day(over, duration.value)
                    .filter(|end| *end > due)?;
                Some(Trouble::Late { due, end })
            }
            _ => None,
        }
    };
    let undecided = |first: &Window| {
        let planned = start.or(windows[task].end.filter(|_| start.is_none()))?;
        (first.over.is_none() && planned < first.end?).then_some(Trouble::Unknown)
    };
    let links = this.after.iter().enumerate();
    links
        .filter_map(|(after, link)| {
            let first = &windows[resolved.find(link)?.at()];
            let trouble = trouble(first).or_else(|| undecided(first))?;
            Some(Order {
                task: index(task),
                after,
                trouble,
            })
        })
        .collect()
}
