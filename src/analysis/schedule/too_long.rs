use chrono::NaiveDate;

use super::Window;
use crate::plan::value::{Day, Duration};
use crate::plan::{Entry, Idx, Phase, Task};
use crate::resolve::Resolved;
use crate::source::Located;

/// A task that takes longer than the days it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooLong {
    /// The task.
    pub task: Idx<Task>,
    /// The first day it may have: its own, else that of its phase or of the plan.
    pub first: Edge,
    /// The last day it may have.
    pub last: Edge,
    /// How long it takes.
    pub duration: Located<Duration>,
    /// The day on which it would be over.
    pub end: NaiveDate,
    /// Work days from its first to its last day.
    pub work_days: Option<u32>,
}

/// A first or a last day, and what says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The day.
    pub day: Located<Day>,
    /// What says it.
    pub of: EdgeOf,
}

/// What says a first or a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeOf {
    /// The task itself.
    Task,
    /// Its phase.
    Phase(Idx<Phase>),
    /// The plan.
    Plan,
}

/// The tasks that take longer than the days they have.
pub(super) fn too_long(windows: &[Window], resolved: &Resolved<'_>) -> Vec<TooLong> {
    let tasks = resolved.plan.tasks.numbered();
    let too_long = tasks.filter_map(|(at, task)| {
        let duration = task.duration?;
        let (first, last) = edges(task, &windows[at.at()], resolved)?;
        let (start, due) = (first.day.value.0, last.day.value.0);
        let end = resolved.calendar.earliest_last_day(start, duration.value)?;
        let work_days = resolved.calendar.most_work_days(start, due);
        (start <= due && end > due).then_some(TooLong {
            task: at,
            first,
            last,
            duration,
            end,
            work_days,
        })
    });
    too_long.collect()
}

/// The first and the last day that a task may have. A routine takes its duration each time,
/// and what waits for others, or only starts on a day, is held against them and against its
/// phase by the day on which it is over.
fn edges(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> Option<(Edge, Edge)> {
    let edge = |of| move |day| Edge { day, of };
    let own = |day: Option<Located<Day>>| day.map(edge(EdgeOf::Task));
    let is_stated = task.start.is_some() && task.due.is_some();
    let is_over_by_others = !is_stated && window.over.is_some();
    if task.repeat.is_some() || task.around.is_some() && !is_stated || is_over_by_others {
        return None;
    }
    let phase = resolved.find(&task.phase);
    let of_phase = |day: Option<Located<Day>>| Some(edge(EdgeOf::Phase(phase?))(day?));
    let of_plan = |day: Option<Located<Day>>| day.map(edge(EdgeOf::Plan));
    let (head, of) = (resolved.plan.head(), resolved.get(&task.phase));
    let opens = of_phase(of.and_then(|of| of.start.day()));
    let closes = of_phase(of.and_then(|of| resolved.end_of(of)));
    let first = own(task.start).or(opens).or(of_plan(head.start))?;
    let last = own(task.due).or(closes).or(of_plan(head.end))?;
    Some((first, last))
}
