//! When tasks happen: dates from dependencies and durations over the work calendar,
//! float and critical path, cycles, and orders that cannot be kept.
//!
//! A task lasts whole days. A task after another may begin on the day the other ends if
//! the plan says so, or if only so it is over by a day that is promised; else, where its
//! start is derived, it begins on the next work day. A due day is a promise: it is never
//! replaced by a day that is worked out.

mod moments;
mod orders;
mod phases;
mod promise;
mod routines;
mod slack;
mod too_long;
mod window;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::plan::value::Duration;
use crate::plan::{After, Entry, Idx, Milestone, Phase, Task};
use crate::resolve::{Network, Resolved};
pub(crate) use moments::{CampaignDays, TaskDays, judge};
pub use moments::{Miss, Missed, MomentTrouble, Side};

use orders::{milestones, orders, same_day};
pub use phases::{PhaseOrder, PhaseTrouble};
use promise::promises;
pub use routines::{Odd, OddWhy};
use slack::slack;
use too_long::too_long;
pub use too_long::{Edge, EdgeOf, TooLong};
use window::window;

/// When one task happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// First day, stated or derived.
    pub start: Option<NaiveDate>,
    /// Last day, worked out from start and duration, but no later than it is due.
    pub end: Option<NaiveDate>,
    /// Whether `start` is derived.
    pub start_derived: bool,
    /// Whether `end` is derived.
    pub end_derived: bool,
    /// The day on which it is over by its start and its duration, where that is not the day
    /// on which it is due.
    pub worked_out: Option<NaiveDate>,
    /// Whether it begins on the very day on which those before it are over: only so a
    /// promise can be kept.
    pub same_day: bool,
    /// Whether `end` is only the day by which it must be done, its real days unknown.
    pub deadline_only: bool,
    /// The earliest day on which it can be over, by what the plan says for sure: nothing
    /// is sure of `around`, or of a task that only says by when it is due.
    pub over: Option<NaiveDate>,
    /// From when to when its derived days depend on holidays that are not published.
    pub unsure: Option<(NaiveDate, NaiveDate)>,
    /// Work days it may slip before something else has to: a task after it, its campaign,
    /// its phase, or the last task of the plan.
    pub float: Option<i64>,
    /// The same where no day counts as a work day whose holidays are not published.
    pub float_at_least: Option<i64>,
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
        /// The day from which it may start: the end of the other, and what lies between.
        ready: NaiveDate,
    },
    /// It is due before the other ends.
    DueBeforeEnd {
        /// Its stated due day.
        due: NaiveDate,
        /// The day from which it may start.
        ready: NaiveDate,
    },
    /// After the other it cannot be finished by its due day.
    Late {
        /// Its stated due day.
        due: NaiveDate,
        /// The earliest day on which it can be finished.
        end: NaiveDate,
    },
    /// Begun on the next work day it breaks a promise; begun on the day on which the other
    /// is over it keeps it.
    SameDay {
        /// The day from which it may start.
        ready: NaiveDate,
        /// The day on which it is over if it begins on the next work day.
        late: NaiveDate,
        /// The task whose due day or start is promised.
        of: Idx<Task>,
    },
    /// It may or may not be over in time: the other does not say how long it takes, or only
    /// by when it must be done, or roughly when. The field of the other that would decide.
    Unknown(&'static str),
}

/// A milestone and a task that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MilestoneOrder {
    /// The milestone.
    pub milestone: Idx<Milestone>,
    /// Which of its tasks: the position in `after`.
    pub after: usize,
    /// The earliest day on which the task can be over, later than the milestone is due;
    /// nothing where it is not sure that it is.
    pub over: Option<NaiveDate>,
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
    /// Milestones that are due before a task that leads to them is over.
    pub milestones: Vec<MilestoneOrder>,
    /// Tasks that take longer than from their start to the day they are due, or than their
    /// phase or the plan lasts.
    pub too_long: Vec<TooLong>,
    /// Phases that come after each other, each circle once, in the order of `after`.
    pub phase_cycles: Vec<Vec<Idx<Phase>>>,
    /// Orders of phases that are not kept, or cannot be decided.
    pub phase_orders: Vec<PhaseOrder>,
    /// Routines that cannot be what was meant.
    pub odd: Vec<Odd>,
    /// Tasks that miss the moment of their campaign, or may.
    pub missed: Vec<Missed>,
    /// Years without a published calendar, each at the first task whose days depend on it.
    pub unsure: Vec<(Idx<Task>, Vec<i32>)>,
}

impl Schedule {
    /// The earliest day on which a task may begin by those before it, by what the plan says
    /// for sure.
    pub(crate) fn waits_until(&self, task: &Task, resolved: &Resolved<'_>) -> Option<NaiveDate> {
        let waits = task.after.iter().filter_map(|one| Wait::of(one, resolved));
        waits
            .filter_map(|wait| wait.until(&self.windows, resolved))
            .max()
    }
}

/// Schedules the tasks of a plan.
pub fn schedule(resolved: &Resolved<'_>) -> Schedule {
    let waits = waits(resolved);
    let each = waits.iter();
    let network = Network::new(
        each.map(|waits| waits.iter().map(|one| one.before).collect())
            .collect(),
    );
    let promises = promises(&network, &waits, resolved);
    let mut windows = vec![Window::default(); resolved.tasks.len()];
    for &task in &network.order {
        windows[task] = window(
            &resolved.tasks[task],
            &waits[task],
            promises[task],
            &windows,
            resolved,
        );
    }
    for task in network.stuck() {
        windows[task] = window(&resolved.tasks[task], &[], None, &windows, resolved);
    }
    slack(&network, &waits, &mut windows, resolved);
    let each = network.order.iter();
    let mut orders: Vec<Order> = each
        .flat_map(|&task| orders(task, &windows, resolved))
        .collect();
    orders.extend(same_day(&network.order, &windows, &promises, resolved));
    let cycles = network.cycles().into_iter();
    let cycles = cycles.map(|cycle| cycle.into_iter().map(index).collect());
    let (phase_cycles, phase_orders) = phases::phases(resolved);
    Schedule {
        cycles: cycles.collect(),
        phase_cycles,
        phase_orders,
        odd: routines::odd(resolved),
        missed: moments::missed(&windows, resolved),
        orders,
        milestones: milestones(&windows, resolved),
        too_long: too_long(&windows, resolved),
        unsure: unsure(&windows, resolved),
        windows,
    }
}

fn index(at: usize) -> Idx<Task> {
    Idx::new(at)
}

/// A task that another waits for, and how long after it that one may begin.
#[derive(Clone, Copy)]
struct Wait {
    before: usize,
    lag: Option<Duration>,
}

impl Wait {
    fn of(after: &After, resolved: &Resolved<'_>) -> Option<Self> {
        let (before, lag) = (resolved.find(after)?.at(), after.lag());
        Some(Self { before, lag })
    }

    /// The earliest day on which what waits may begin, by what the plan says for sure.
    fn until(self, windows: &[Window], resolved: &Resolved<'_>) -> Option<NaiveDate> {
        let over = windows[self.before].over?;
        resolved.calendar.earliest_lagged(over, self.lag)
    }
}

/// What each task waits for.
fn waits(resolved: &Resolved<'_>) -> Vec<Vec<Wait>> {
    let waits = |task: &Entry<Task>| {
        let after = task.after.iter();
        after.filter_map(|one| Wait::of(one, resolved)).collect()
    };
    resolved.tasks.iter().map(waits).collect()
}

/// Each year nobody knows the holidays of, with the first task that depends on it.
fn unsure(windows: &[Window], resolved: &Resolved<'_>) -> Vec<(Idx<Task>, Vec<i32>)> {
    let mut known = HashSet::new();
    let tasks = windows.iter().enumerate().filter_map(|(at, window)| {
        let (first, last) = window.unsure?;
        let years = resolved.calendar.unknown_between(first, last);
        let years: Vec<i32> = years.filter(|year| known.insert(*year)).collect();
        (!years.is_empty()).then_some((index(at), years))
    });
    tasks.collect()
}
