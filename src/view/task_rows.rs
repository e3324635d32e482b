//! Tasks as rows: the list that people work through.

use chrono::NaiveDate;

use super::cycle::Cycle;
use super::said::{points, texts, unsure};
use super::value::{Name, Value};
use crate::analysis::figures::is_linked;
use crate::analysis::schedule::{Schedule, Window};
use crate::plan::value::{Duration, Unit};
use crate::plan::{Entry, Grade, Idx, Moment, Ref, Referent, Task, TaskStatus};
use crate::resolve::{Resolved, printed};
use crate::source::Located;

/// One task.
#[derive(Clone, Debug)]
pub struct TaskRow<'p> {
    /// Its id.
    pub id: &'p str,
    /// What is to be done.
    pub title: &'p str,
    /// The phase.
    pub phase: Option<Name<'p>>,
    /// Who does it.
    pub owners: Vec<Name<'p>>,
    /// The main owner among several.
    pub lead: Option<Name<'p>>,
    /// Who accepts the work.
    pub reviewer: Option<Name<'p>>,
    /// How urgent it is.
    pub priority: Option<Grade>,
    /// First day.
    pub start: Option<TaskDay>,
    /// Last day: the due day as written, else the day it is over.
    pub due: Option<TaskDay>,
    /// The day it is over by its start and duration, where another due day is written.
    pub worked_out: Option<TaskDay>,
    /// How long it takes, and whether that is worked out from its days.
    pub duration: Option<(Duration, Origin)>,
    /// How many work days it takes, as far as its days are known.
    pub workdays: Option<(u32, Origin)>,
    /// How much work it is.
    pub effort: Option<Duration>,
    /// Tasks that must be finished first.
    pub after: Vec<Before<'p>>,
    /// How it repeats.
    pub repeat: Option<Cycle<'p>>,
    /// How far it is.
    pub status: Option<TaskStatus>,
    /// What is handed over at the end.
    pub deliverable: Option<&'p str>,
    /// Points to tick off.
    pub checklist: Vec<&'p str>,
    /// The campaign it is for.
    pub campaign: Option<Name<'p>>,
    /// For which moment of that campaign it works.
    pub moment: Option<Moment>,
    /// Whether the plan slips if it slips.
    pub is_critical: bool,
    /// Work days it may slip, where others wait for it or it for others.
    pub float: Option<i64>,
    /// The same where no day counts as a work day whose holidays are not published yet.
    pub float_at_least: Option<i64>,
    /// Where it comes from.
    pub source: Option<&'p str>,
    /// Anything else.
    pub note: Option<&'p str>,
}

/// A task that must be finished first.
#[derive(Clone, Copy, Debug)]
pub struct Before<'p> {
    /// The task.
    pub task: Name<'p>,
    /// How long after it the next one may begin at the earliest.
    pub lag: Option<Duration>,
}

impl<'p> Before<'p> {
    /// What it is called, and how long to wait: `主图拍摄（完成后隔 2 天）`.
    pub fn words(self) -> Value<'p> {
        let task = Value::name(self.task);
        match self.lag.map(Value::exactly) {
            Some(lag) => Value::phrase("{0}（完成后隔 {1}）", "{0} ({1} later)", [task, lag]),
            None => task,
        }
    }
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The plan says it.
    Said,
    /// The plan says it roughly.
    About,
    /// It is worked out.
    Derived,
    /// It is worked out, and depends on holidays that are not published yet.
    Unsure,
}

impl Origin {
    /// Something from there; with words where it depends on holidays that are not published.
    pub fn beside(self, value: Value<'_>) -> Value<'_> {
        match self {
            Self::Unsure => unsure(value),
            Self::Said | Self::About | Self::Derived => value,
        }
    }
}

/// The first or last day of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskDay {
    /// The day.
    pub day: NaiveDate,
    /// Where it comes from.
    pub origin: Origin,
}

impl TaskRow<'_> {
    /// Whether its float depends on holidays that are not published yet.
    pub fn is_float_unsure(&self) -> bool {
        self.float_at_least < self.float
    }

    /// Whether any of its days, or its length, is worked out.
    pub fn is_derived(&self) -> bool {
        let days = [self.start, self.due].into_iter().flatten();
        let length = self.duration.map(|(_, origin)| origin);
        days.map(|day| day.origin)
            .chain(length)
            .any(|origin| matches!(origin, Origin::Derived | Origin::Unsure))
    }
}

/// All tasks of a plan as rows.
pub(super) fn rows<'p>(resolved: &Resolved<'p>, schedule: &Schedule) -> Vec<TaskRow<'p>> {
    let tasks = resolved.plan.tasks.numbered();
    let windows = &schedule.windows;
    tasks
        .map(|(at, task)| row(at, task, &windows[at.at()], resolved))
        .collect()
}

fn row<'p>(
    at: Idx<Task>,
    task: &'p Entry<Task>,
    window: &Window,
    resolved: &Resolved<'p>,
) -> TaskRow<'p> {
    let is_about = task.around.is_some();
    let day = |day, derived: bool| TaskDay {
        day,
        origin: origin(is_about, derived, window),
    };
    let due = task.due.map(|due| day(due.value.0, false));
    let float =
        |float: Option<i64>| float.filter(|_| task.repeat.is_none() && is_linked(at, resolved));
    TaskRow {
        id: &task.id.value,
        title: task.label(),
        phase: task.phase.as_ref().map(|phase| named(phase, resolved)),
        owners: super::said::owners(&task.owners, resolved),
        lead: task.lead.as_ref().map(|lead| named(lead, resolved)),
        reviewer: task.reviewer.as_ref().map(|who| named(who, resolved)),
        priority: task.priority.map(|priority| priority.value),
        start: window
            .start
            .filter(|_| !is_about)
            .map(|start| day(start, window.start_derived)),
        due: due.or_else(|| Some(day(window.end?, true))),
        worked_out: window.worked_out.map(|end| day(end, true)),
        duration: length(task, window, resolved),
        workdays: workdays(task, window, resolved),
        effort: task.effort.map(|effort| effort.value),
        after: before(task, resolved),
        repeat: task.repeat.as_ref().map(|repeat| Cycle {
            repeat: &repeat.value,
            days: printed(task, resolved),
            ends_with_phase: resolved
                .get(&task.phase)
                .is_some_and(|phase| phase.end.day().is_some()),
        }),
        status: task.status.map(|status| status.value),
        deliverable: texts(&task.deliverable),
        checklist: points(&task.checklist),
        campaign: task
            .campaign
            .as_ref()
            .map(|campaign| named(campaign, resolved)),
        moment: task.r#for.map(|moment| moment.value),
        is_critical: window.critical,
        float: float(window.float),
        float_at_least: float(window.float_at_least),
        source: texts(&task.source),
        note: texts(&task.note),
    }
}

/// What a task waits for.
fn before<'p>(task: &'p Task, resolved: &Resolved<'p>) -> Vec<Before<'p>> {
    let after = task.after.iter();
    let before = after.map(|after| Before {
        task: named(&after.task, resolved),
        lag: after.lag(),
    });
    before.collect()
}

/// Where a day of a task comes from.
fn origin(is_about: bool, is_derived: bool, window: &Window) -> Origin {
    match (is_about, is_derived, window.unsure) {
        (true, ..) => Origin::About,
        (false, true, Some(_)) => Origin::Unsure,
        (false, true, None) => Origin::Derived,
        (false, false, _) => Origin::Said,
    }
}

fn named<'p, T: Referent>(to: &'p Located<Ref<T>>, resolved: &Resolved<'p>) -> Name<'p> {
    Name {
        id: to.id(),
        name: resolved.name(to),
    }
}

/// As the plan says, else the work days between its days.
fn length(
    task: &Entry<Task>,
    window: &Window,
    resolved: &Resolved<'_>,
) -> Option<(Duration, Origin)> {
    if let Some(duration) = task.duration {
        return Some((duration.value, Origin::Said));
    }
    if task.repeat.is_some() || task.around.is_some() {
        return None;
    }
    let (first, last) = (window.start?, window.end?);
    let work_days = resolved.calendar.work_days(first, last)?;
    // A task on days off alone has no work days: its days are counted.
    let (count, unit) = match work_days {
        0 => (
            u32::try_from((last - first).num_days() + 1).ok()?,
            Unit::Days,
        ),
        _ => (work_days, Unit::Workdays),
    };
    let origin = match unit {
        Unit::Workdays => counted_between(first, last, resolved),
        _ => Origin::Derived,
    };
    Some((Duration { count, unit }, origin))
}

/// Its length in work days: as the plan says, else counted between its days.
fn workdays(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> Option<(u32, Origin)> {
    match task.duration {
        Some(said) if said.value.unit == Unit::Workdays => Some((said.value.count, Origin::Said)),
        _ if task.repeat.is_some() || task.around.is_some() => None,
        _ => {
            let (first, last) = (window.start?, window.end?);
            let counted = resolved.calendar.work_days(first, last)?;
            Some((counted, counted_between(first, last, resolved)))
        }
    }
}

/// How sure the number of work days between two days is.
fn counted_between(first: NaiveDate, last: NaiveDate, resolved: &Resolved<'_>) -> Origin {
    match resolved.calendar.unknown_between(first, last).next() {
        Some(_) => Origin::Unsure,
        None => Origin::Derived,
    }
}

/// The day by which a task belongs to a week: the last if known, else the first.
pub(crate) fn day_of(row: &TaskRow<'_>) -> Option<NaiveDate> {
    row.due.or(row.start).map(|day| day.day)
}
