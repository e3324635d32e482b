use chrono::NaiveDate;

use super::Window;
use crate::plan::{Campaign, Entry, Idx, Moment, Task};
use crate::resolve::{Resolved, cycle};

/// A task that is not in time for the moment of its campaign, or not known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The task.
    pub task: Idx<Task>,
    /// What is the matter.
    pub trouble: MomentTrouble,
}

/// What is the matter with a task and the moment it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentTrouble {
    /// A day of it lies on the wrong side of a day of the campaign.
    Misses(Miss),
    /// It only just touches that day: sign-up or preparation is over on the day the
    /// campaign starts, a review begins on its last day.
    Touches(Miss),
    /// The campaign does not say the day: its field.
    CampaignUnsaid(&'static str),
    /// The task has no day.
    NoDay,
    /// The task is over only after the campaign has started, and does not say for what it is.
    NoMoment,
    /// It is for a moment of no campaign.
    NoCampaign,
}

/// A day of a task, and the day of its campaign that it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Which day of the task.
    pub side: Side,
    /// That day.
    pub day: NaiveDate,
    /// The field of the campaign.
    pub field: &'static str,
    /// What it says.
    pub by: NaiveDate,
}

/// Which day of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Its stated start.
    Start,
    /// Its stated due day, or the last day of its cycle.
    Due,
    /// The earliest day on which it can be over.
    WorkedOut,
}

/// First and last day of a task, as far as they are sure.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TaskDays {
    pub(crate) start: Option<NaiveDate>,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) over: Option<NaiveDate>,
}

/// The days of a campaign.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CampaignDays {
    pub(crate) signup: Option<NaiveDate>,
    pub(crate) start: Option<NaiveDate>,
    pub(crate) end: Option<NaiveDate>,
}

impl CampaignDays {
    pub(crate) fn of(campaign: &Campaign) -> Self {
        let day = |day: Option<crate::source::Located<crate::plan::value::Day>>| {
            day.map(|day| day.value.0)
        };
        Self {
            signup: day(campaign.signup_on),
            start: day(campaign.start.day()),
            end: day(campaign.end.day()),
        }
    }
}

/// The tasks of a plan that miss the moment of their campaign.
pub(super) fn missed(windows: &[Window], resolved: &Resolved<'_>) -> Vec<Missed> {
    let tasks = resolved.plan.tasks.numbered();
    let missed = tasks.filter_map(|(at, task)| {
        let trouble = of_task(task, &windows[at.at()], resolved)?;
        Some(Missed { task: at, trouble })
    });
    missed.collect()
}

fn of_task(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> Option<MomentTrouble> {
    let moment = task.r#for.map(|moment| moment.value);
    if task.campaign.is_none() {
        let is_unread = task.unread.holds("campaign");
        return moment.and((!is_unread).then_some(MomentTrouble::NoCampaign));
    }
    let campaign = resolved.get(&task.campaign)?;
    let (days, of) = (days_of(task, window, resolved), CampaignDays::of(campaign));
    if !campaign.goes_on() {
        return None;
    }
    match moment {
        Some(moment) => judge(moment, days, of),
        None => {
            let last = days.due.or(days.over).or(days.start);
            let is_open = task.repeat.is_none() && !task.unread.holds("for");
            (is_open && last? >= of.start?).then_some(MomentTrouble::NoMoment)
        }
    }
}

fn days_of(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> TaskDays {
    let day =
        |day: Option<crate::source::Located<crate::plan::value::Day>>| day.map(|day| day.value.0);
    let (start, due) = (day(task.start), day(task.due));
    if task.repeat.is_some() {
        let until = cycle(task, resolved).map(|(_, last)| last);
        let (due, over) = (until, None);
        return TaskDays { start, due, over };
    }
    let over = window.over.filter(|_| due.is_none());
    TaskDays { start, due, over }
}

/// What is the matter with a task for a moment of a campaign.
pub(crate) fn judge(moment: Moment, task: TaskDays, of: CampaignDays) -> Option<MomentTrouble> {
    let start = task.start.map(|day| (Side::Start, day));
    let due = task.due.map(|day| (Side::Due, day));
    let last = due.or(task.over.map(|day| (Side::WorkedOut, day)));
    if start.or(last).is_none() {
        return Some(MomentTrouble::NoDay);
    }
    let days = [start, last];
    match moment {
        Moment::Signup => by("signup_on", of.signup, |on| after(days, on)),
        Moment::Start => by("start", of.start, |on| after(days, on)).or_else(|| {
            let on = last.filter(|(_, day)| Some(*day) == of.start)?;
            Some(MomentTrouble::Touches(miss("start", on.1, on)))
        }),
        Moment::Run => {
            let early = |on| start.or(due).filter(|(_, day)| *day < on);
            by("start", of.start, early).or_else(|| by("end", of.end, |on| after(days, on)))
        }
        Moment::Review => {
            // What is due by a day after the campaign may well begin after it.
            let by_then = due.filter(|_| start.is_none());
            let early = |on| {
                let begins = start.filter(|(_, day)| *day < on);
                begins.or(by_then.filter(|(_, day)| *day <= on))
            };
            by("end", of.end, early).or_else(|| {
                let on = start.filter(|(_, day)| Some(*day) == of.end)?;
                Some(MomentTrouble::Touches(miss("end", on.1, on)))
            })
        }
    }
}

type TaskDay = (Side, NaiveDate);

/// The first of some days that is after another.
fn after(days: [Option<TaskDay>; 2], by: NaiveDate) -> Option<TaskDay> {
    days.into_iter().flatten().find(|(_, day)| *day > by)
}

/// Compares a day of a campaign, which it may not say.
fn by(
    field: &'static str,
    day: Option<NaiveDate>,
    wrong: impl FnOnce(NaiveDate) -> Option<TaskDay>,
) -> Option<MomentTrouble> {
    let Some(by) = day else {
        return Some(MomentTrouble::CampaignUnsaid(field));
    };
    Some(MomentTrouble::Misses(miss(field, by, wrong(by)?)))
}

fn miss(field: &'static str, by: NaiveDate, (side, day): TaskDay) -> Miss {
    Miss {
        side,
        day,
        field,
        by,
    }
}
