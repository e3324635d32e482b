//! When owners are needed.

use chrono::NaiveDate;

use super::FOR_EVER;
use super::presence::{Spell, Sweep};
use crate::analysis::schedule::{Schedule, Window};
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, Milestone, Owner, Ref, Section, Task};
use crate::resolve::{ItemRef, Resolved, cycle, occurrences};
use crate::source::{Located, Span};

/// When somebody is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The first day, and where it is stated or follows from.
    pub first: (NaiveDate, Span),
    /// The last day.
    pub last: (NaiveDate, Span),
    /// How these days are known.
    pub known: Known,
    /// Whether the last day follows from how long the task takes.
    pub by_duration: bool,
}

/// How the days on which somebody is needed are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The plan says them.
    Stated,
    /// It only says by when, or between which days.
    Between,
    /// They are worked out.
    WorkedOut,
}

/// Something that is owned, and when its owners are needed.
pub(super) struct Work<'p> {
    pub(super) owned: ItemRef,
    pub(super) owners: &'p [Located<Ref<Owner>>],
    pub(super) needed: Needed,
    pub(super) days: Days<'p>,
    /// Whether its last day is known.
    pub(super) ends: bool,
}

/// The days on which somebody is needed.
pub(super) enum Days<'p> {
    /// Every work day of some stretches.
    Each(Vec<(NaiveDate, NaiveDate)>),
    /// The days of a routine.
    Routine(&'p Entry<Task>),
    /// Any day of a stretch.
    Any(NaiveDate, NaiveDate),
}

impl<'p> Work<'p> {
    /// Everything that is owned and has days.
    pub(super) fn all<'r>(
        resolved: &'r Resolved<'p>,
        schedule: &'r Schedule,
    ) -> impl Iterator<Item = Self> + use<'r, 'p> {
        let plan = resolved.plan;
        let tasks = plan.tasks.iter().enumerate();
        let tasks = tasks.flat_map(|(at, task)| Self::task(at, task, resolved, schedule));
        let campaigns = plan.campaigns.iter().enumerate();
        let campaigns = campaigns.filter(|(_, campaign)| campaign.goes_on());
        let campaigns = campaigns.filter_map(|(at, campaign)| Self::campaign(at, campaign));
        let milestones = plan.milestones.iter().enumerate();
        let milestones = milestones.filter_map(|(at, one)| Self::milestone(at, one));
        tasks.chain(campaigns).chain(milestones)
    }

    fn campaign(at: usize, campaign: &'p Entry<Campaign>) -> Option<Self> {
        let run = campaign
            .start
            .map(|start| (start, campaign.end.unwrap_or(start)));
        let stretches = campaign
            .signup_on
            .map(|day| (day, day))
            .into_iter()
            .chain(run);
        Self::each(
            Section::Campaigns,
            at,
            &campaign.owners,
            stretches.collect(),
        )
    }

    fn milestone(at: usize, milestone: &'p Entry<Milestone>) -> Option<Self> {
        let due = milestone.due?;
        Self::each(Section::Milestones, at, &milestone.owners, vec![(due, due)])
    }

    /// Work on all days of stated stretches, in order.
    fn each(
        section: Section,
        at: usize,
        owners: &'p [Located<Ref<Owner>>],
        stretches: Vec<(Located<Day>, Located<Day>)>,
    ) -> Option<Self> {
        let place = |day: Located<Day>| (day.value.0, day.span);
        let needed = Needed {
            first: place(stretches.first()?.0),
            last: place(stretches.last()?.1),
            known: Known::Stated,
            by_duration: false,
        };
        let days = stretches
            .iter()
            .map(|(first, last)| (first.value.0, last.value.0));
        Some(Self {
            owned: ItemRef { section, at },
            owners,
            needed,
            days: Days::Each(days.collect()),
            ends: true,
        })
    }

    /// A task: what is sure of it first, then as it is worked out.
    fn task(
        at: usize,
        task: &'p Entry<Task>,
        resolved: &Resolved<'p>,
        schedule: &Schedule,
    ) -> Vec<Self> {
        let owned = ItemRef {
            section: Section::Tasks,
            at,
        };
        let work = |(first, last, known), days, ends| Self {
            owned,
            owners: &task.owners,
            needed: Needed {
                first,
                last,
                known,
                by_duration: task.duration.is_some_and(|said| said.span == last.1),
            },
            days,
            ends,
        };
        let window = &schedule.windows[at];
        if let Some(repeat) = &task.repeat {
            let start = task.start.map_or(repeat.every.span, |day| day.span);
            let until = repeat.until.map_or(repeat.every.span, |day| day.span);
            let work = cycle(task, resolved).map(|(first, last)| {
                let needed = ((first, start), (last, until), Known::Stated);
                work(needed, Days::Routine(task), true)
            });
            return work.into_iter().collect();
        }
        if let Some(start) = task.start {
            let first = start.value.0;
            let last = window.end.unwrap_or(first).max(first);
            let says_end = says_end(task, last);
            let end = (last, says_end.unwrap_or(start.span));
            let needed = ((first, start.span), end, Known::Stated);
            return vec![work(
                needed,
                Days::Each(vec![(first, last)]),
                says_end.is_some(),
            )];
        }
        if task.around.is_some() {
            return Vec::new();
        }
        let sure = between(task, resolved, schedule).map(|(first, last)| {
            work(
                (first, last, Known::Between),
                Days::Any(first.0, last.0),
                false,
            )
        });
        let worked_out = worked_out(task, window).map(|(first, last)| {
            let days = Days::Each(vec![(first.0, last.0)]);
            work((first, last, Known::WorkedOut), days, false)
        });
        sure.into_iter().chain(worked_out).collect()
    }

    pub(super) fn is_worked_out(&self) -> bool {
        self.needed.known == Known::WorkedOut
    }

    /// The first day on which somebody is needed and nobody is there.
    pub(super) fn alone(&self, spells: &[Spell], resolved: &Resolved<'_>) -> Option<NaiveDate> {
        match &self.days {
            Days::Any(first, last) => {
                let is_there = |spell: &Spell| {
                    spell.until >= *first && spell.from.is_none_or(|from| from <= *last)
                };
                (!spells.iter().any(is_there)).then_some(*last)
            }
            Days::Routine(task) => {
                let mut days = occurrences(task, resolved).into_iter();
                let mut sweep = Sweep::new(spells);
                days.find(|day| !sweep.has(*day))
            }
            Days::Each(stretches) => stretches.iter().find_map(|(first, last)| {
                let mut sweep = Sweep::new(spells);
                let calendar = &resolved.calendar;
                let rests = calendar
                    .work_days(*first, *last)
                    .is_none_or(|days| days == 0);
                let mut day = match first.pred_opt() {
                    Some(before) if !rests => calendar.next_after(before)?,
                    _ => *first,
                };
                // From one day with somebody to the first day after they are gone.
                while day <= *last {
                    let until = sweep.until(day).map(|until| until.min(*last));
                    let Some(until) = until else {
                        return Some(day);
                    };
                    let after = if rests {
                        until.succ_opt()
                    } else {
                        calendar.next_after(until)
                    };
                    day = after?;
                }
                None
            }),
        }
    }
}

/// Where it is said that a task ends on a day: its due day, else what it takes until then.
fn says_end(task: &Entry<Task>, last: NaiveDate) -> Option<Span> {
    let due = task.due.filter(|due| due.value.0 == last);
    let duration = task.duration.map(|duration| duration.span);
    due.map(|due| due.span).or(duration)
}

/// A day, and where it is stated or follows from.
type Place = (NaiveDate, Span);

/// The earliest and the latest day on which a task without a start can begin, as far as that
/// is sure.
fn between(
    task: &Entry<Task>,
    resolved: &Resolved<'_>,
    schedule: &Schedule,
) -> Option<(Place, Place)> {
    let place = |day: Located<Day>| (day.value.0, day.span);
    let before = task.after.iter().filter_map(|one| resolved.find(one));
    let ready = before
        .filter_map(|one| schedule.windows[one.at()].over)
        .max();
    let phase = resolved.get(&task.phase);
    let opens = phase
        .and_then(|phase| phase.start.day())
        .or(resolved.head().start);
    let closes = phase.and_then(|phase| resolved.end_of(phase));
    let earliest = match (ready, task.after.first()) {
        (Some(ready), Some(after)) => Some((ready, after.span)),
        _ => opens.map(place),
    };
    let by = task.due.and_then(|due| {
        let start = match task.duration {
            Some(duration) => resolved.calendar.first_day(due.value.0, duration.value)?,
            None => due.value.0,
        };
        Some((start, due.span))
    });
    let latest = by.or(closes.map(place));
    let span = earliest.or(latest)?.1;
    Some((
        earliest.unwrap_or((NaiveDate::MIN, span)),
        latest.unwrap_or((FOR_EVER, span)),
    ))
}

/// The days of a task as they follow from those before it.
fn worked_out(task: &Entry<Task>, window: &Window) -> Option<(Place, Place)> {
    let after = task.after.first().filter(|_| !window.deadline_only)?;
    let start = window.start?;
    let end = window.end.unwrap_or(start).max(start);
    Some(((start, after.span), (end, after.span)))
}
