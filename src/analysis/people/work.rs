//! When owners are needed.

use chrono::NaiveDate;

use super::need::Need;
use super::presence::{Spell, Sweep};
use crate::analysis::schedule::Schedule;
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, Milestone, Owner, Ref, Section, Session, Task, Training};
use crate::resolve::{ItemRef, Resolved, occurrences};
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

/// A day, and where it is stated or follows from.
pub(super) type Place = (NaiveDate, Span);

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
        let tasks = tasks.flat_map(move |(at, task)| {
            let needs = Need::of(task, &schedule.windows[at], resolved, schedule);
            needs
                .into_iter()
                .map(move |need| Self::task(at, task, need))
        });
        let campaigns = plan.campaigns.iter().enumerate();
        let campaigns = campaigns.filter(|(_, campaign)| campaign.goes_on());
        let campaigns = campaigns.filter_map(|(at, campaign)| Self::campaign(at, campaign));
        let milestones = plan.milestones.iter().enumerate();
        let milestones = milestones.filter_map(|(at, one)| Self::milestone(at, one));
        let sessions = plan.sessions.iter().enumerate();
        let sessions = sessions.flat_map(|(at, session)| Self::session(at, session));
        let trainings = plan.trainings.iter().enumerate();
        let trainings = trainings.filter_map(|(at, training)| Self::training(at, training));
        tasks
            .chain(campaigns)
            .chain(milestones)
            .chain(sessions)
            .chain(trainings)
    }

    fn campaign(at: usize, campaign: &'p Entry<Campaign>) -> Option<Self> {
        let run = campaign
            .start
            .day()
            .map(|start| (start, campaign.end.day().unwrap_or(start)));
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

    /// Those before the camera and those behind it: one of each has to be there.
    fn session(at: usize, session: &'p Entry<Session>) -> impl Iterator<Item = Self> + use<'p> {
        let is_once = session.every.is_none() && !session.unread.holds("every");
        let owners = [&session.hosts, &session.control];
        let held = session.on.into_iter().flat_map(move |on| {
            owners.map(|owners| Self::held(Section::Sessions, at, owners, on, is_once))
        });
        held.flatten()
    }

    fn training(at: usize, training: &'p Entry<Training>) -> Option<Self> {
        let is_once = training.every.is_none() && !training.unread.holds("every");
        let trainers = &training.trainers;
        Self::held(Section::Trainings, at, trainers, training.on?, is_once)
    }

    /// What is held on a day; nobody knows when it ends where it is held again and again.
    fn held(
        section: Section,
        at: usize,
        owners: &'p [Located<Ref<Owner>>],
        on: Located<Day>,
        is_once: bool,
    ) -> Option<Self> {
        let work = Self::each(section, at, owners, vec![(on, on)])?;
        Some(Self {
            ends: is_once,
            ..work
        })
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

    fn task(at: usize, task: &'p Entry<Task>, need: Need<'p>) -> Self {
        let (first, last) = need.between;
        Self {
            owned: ItemRef {
                section: Section::Tasks,
                at,
            },
            owners: &task.owners,
            needed: Needed {
                first,
                last,
                known: need.known,
                by_duration: task.duration.is_some_and(|said| said.span == last.1),
            },
            days: need.days,
            ends: need.ends,
        }
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
