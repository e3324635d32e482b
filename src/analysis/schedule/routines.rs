use chrono::NaiveDate;

use crate::plan::value::Unit;
use crate::plan::{Entry, Idx, Task};
use crate::resolve::{Resolved, cycle, occurrences};

/// A routine that cannot be what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odd {
    /// The task that repeats.
    pub task: Idx<Task>,
    /// Why.
    pub why: OddWhy,
}

/// Why a routine cannot be what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddWhy {
    /// None of its days lies between its first and its last.
    NeverHappens {
        /// From when.
        first: NaiveDate,
        /// Until when.
        last: NaiveDate,
    },
    /// It names weekdays, and its cycle does not go by weeks.
    NotWeekly,
}

/// The routines of a plan that cannot be what was meant.
pub(super) fn odd(resolved: &Resolved<'_>) -> Vec<Odd> {
    let tasks = resolved.plan.tasks.numbered();
    let odd = tasks.filter_map(|(at, task)| {
        let repeat = task.repeat.as_ref()?;
        let is_weekly = repeat.every.value.unit == Unit::Weeks;
        if !repeat.on.is_empty() && !is_weekly {
            let why = OddWhy::NotWeekly;
            return Some(Odd { task: at, why });
        }
        // What names no weekday happens on its first day.
        if repeat.on.is_empty() && repeat.every.value.unit != Unit::Workdays {
            return None;
        }
        let (first, last) = cycle(task, resolved)?;
        let never = first <= last && never_happens(task, (first, last), resolved);
        never.then_some(Odd {
            task: at,
            why: OddWhy::NeverHappens { first, last },
        })
    });
    odd.collect()
}

/// Whether a routine has no day, whatever the holidays of years without a notice.
fn never_happens(
    task: &Entry<Task>,
    (first, last): (NaiveDate, NaiveDate),
    resolved: &Resolved<'_>,
) -> bool {
    match &task.repeat {
        Some(repeat) if repeat.every.value.unit == Unit::Workdays => {
            resolved.calendar.most_work_days(first, last) == Some(0)
        }
        _ => occurrences(task, resolved).is_empty(),
    }
}
