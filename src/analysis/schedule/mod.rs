//! When tasks happen: dates from dependencies and durations over the work calendar,
//! float and critical path, cycles, and orders that cannot be kept.
//!
//! A task lasts whole days. A task after another may begin on the day the other ends if
//! the plan says so; where its start is derived, it begins on the next work day.

mod network;
mod orders;
mod slack;
mod window;

use chrono::NaiveDate;

use crate::plan::{Idx, Task};
use crate::resolve::Resolved;
use network::Network;
use orders::orders;
use slack::slack;
use window::window;

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
