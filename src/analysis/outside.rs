//! What is planned outside the days of the plan, and whether a year was mistyped.
//!
//! Facts have no such limit: when the shop opened, when stock was counted, when somebody
//! comes, when a programme's rule holds.

mod agree;
mod everything;
mod period;
mod plan;
mod shifted;

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

pub use plan::MeantPlan;
use shifted::Shifted;

use super::schedule::{Schedule, Window};
use crate::plan::value::Day;
use crate::plan::{Entry, Idx, InSection, Period, Section, Task};
use crate::resolve::{ItemRef, Resolved};
use crate::source::{Located, Span};

/// A day, or a period, that lies outside the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideDay {
    /// What is planned for it.
    pub item: ItemRef,
    /// Which day of it.
    pub what: What,
    /// The day.
    pub day: NaiveDate,
    /// Where it is stated, or what it follows from.
    pub span: Span,
    /// The edge of the plan that it is beyond.
    pub edge: Located<Day>,
    /// Whether that is the start of the plan.
    pub is_early: bool,
    /// The same days one year on or back, if with them everything agrees, with the places
    /// of those that change.
    pub meant: Vec<(Span, NaiveDate)>,
}

/// Which day of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The first.
    Start,
    /// The last: `end` or `due`.
    End,
    /// Roughly that day.
    Around,
    /// The last of a cycle.
    Until,
    /// A month, quarter or year.
    Period(Period),
    /// The earliest day on which it can be over.
    WorkedOut,
}

/// Everything that is planned outside the days of the plan.
#[derive(Debug, Default)]
pub struct Outside {
    /// By section and place, at most one for each edge and thing.
    pub days: Vec<OutsideDay>,
    /// Said instead of them where the plan itself stands in the wrong year.
    pub plan: Option<MeantPlan>,
    slipped: HashSet<ItemRef>,
    slipped_days: HashSet<Span>,
}

impl Outside {
    /// Whether a thing stands in the wrong year: whatever else its days contradict follows
    /// from that.
    pub fn is_slip<T: InSection>(&self, at: Idx<T>) -> bool {
        let item = ItemRef {
            section: T::SECTION,
            at: at.at(),
        };
        self.is_slipped(item)
    }

    /// The same of an item of any section.
    pub fn is_slipped(&self, item: ItemRef) -> bool {
        self.slipped.contains(&item)
    }

    /// Whether a day stands in the wrong year, by its place.
    pub fn is_slipped_day(&self, place: Span) -> bool {
        self.slipped_days.contains(&place)
    }
}

/// Compares everything planned with the days of the plan.
pub fn outside(resolved: &Resolved<'_>, schedule: &Schedule) -> Outside {
    let head = resolved.plan.head();
    let look = Look {
        resolved,
        schedule,
        first: head.start,
        last: head.end,
    };
    // Nothing lies within a plan that ends before it starts, which is another mistake.
    if head
        .start
        .zip(head.end)
        .is_some_and(|(first, last)| last.value < first.value)
    {
        return Outside::default();
    }
    let days = look.everything();
    if let Some(plan) = look.meant_plan(&days) {
        return Outside {
            slipped_days: plan.days.iter().map(|(place, _)| *place).collect(),
            plan: Some(plan),
            ..Outside::default()
        };
    }
    let slipped = || days.iter().filter(|day| !day.meant.is_empty());
    let is_day = |day: &&OutsideDay| !matches!(day.what, What::Period(_));
    let of_days = slipped().filter(is_day).flat_map(|day| &day.meant);
    Outside {
        plan: None,
        slipped: slipped().map(|day| day.item).collect(),
        slipped_days: of_days.map(|(place, _)| *place).collect(),
        days,
    }
}

type Said = (What, Option<Located<Day>>);

struct Look<'l, 'p> {
    resolved: &'l Resolved<'p>,
    schedule: &'l Schedule,
    /// The first day of the plan.
    first: Option<Located<Day>>,
    /// The last day of the plan.
    last: Option<Located<Day>>,
}

impl Look<'_, '_> {
    /// Which edge of the plan a day is beyond, and whether it is its start.
    fn beyond(&self, day: NaiveDate) -> Option<(Located<Day>, bool)> {
        let early = self.first.filter(|edge| day < edge.value.0);
        let late = self.last.filter(|edge| day > edge.value.0);
        early
            .map(|edge| (edge, true))
            .or(late.map(|edge| (edge, false)))
    }

    /// The days of a thing that are outside.
    fn at<T: InSection>(
        &self,
        at: Idx<T>,
        said: &[Said],
        agrees: impl Fn(&Shifted) -> bool,
    ) -> Vec<OutsideDay> {
        let stated = said.iter().filter_map(|(what, day)| Some((*what, (*day)?)));
        let stated: Vec<(What, Located<Day>)> = stated.collect();
        let mut found: Vec<OutsideDay> = Vec::new();
        for (what, day) in &stated {
            let Some((edge, is_early)) = self.beyond(day.value.0) else {
                continue;
            };
            if found.iter().all(|one| one.is_early != is_early) {
                found.push(OutsideDay {
                    item: ItemRef {
                        section: T::SECTION,
                        at: at.at(),
                    },
                    what: *what,
                    day: day.value.0,
                    span: day.span,
                    edge,
                    is_early,
                    meant: Vec::new(),
                });
            }
        }
        if found.is_empty() {
            return found;
        }
        if let Some(meant) = self.meant(&stated, agrees) {
            // One slip is one mistake, whichever of its days it moves.
            found.truncate(1);
            found[0].meant = meant;
            return found;
        }
        let exact = Shifted(
            stated
                .iter()
                .map(|(what, day)| (*what, day.value.0))
                .collect(),
        );
        // One that ends before it starts is another mistake.
        found.retain(|one| exact.is_in_order() && one.what != What::Around);
        found
    }

    /// The days that are outside, one year on or back, if that puts everything in its place.
    fn meant(
        &self,
        stated: &[(What, Located<Day>)],
        agrees: impl Fn(&Shifted) -> bool,
    ) -> Option<Vec<(Span, NaiveDate)>> {
        let mut changed = Vec::new();
        let mut days = Vec::new();
        for (what, day) in stated {
            let date = day.value.0;
            let date = match self.beyond(date) {
                None => date,
                Some((_, is_early)) => {
                    let year = date.year() + if is_early { 1 } else { -1 };
                    let date = date.with_year(year)?;
                    changed.push((day.span, date));
                    date
                }
            };
            days.push((*what, date));
        }
        let days = Shifted(days);
        let is_inside = days.0.iter().all(|(_, day)| self.beyond(*day).is_none());
        (is_inside && days.is_in_order() && agrees(&days)).then_some(changed)
    }

    fn task(&self, at: Idx<Task>, task: &Entry<Task>) -> Vec<OutsideDay> {
        let until = task.repeat.as_ref().and_then(|repeat| repeat.until);
        let said = [
            (What::Start, task.start),
            (What::End, task.due),
            (What::Around, task.around),
            (What::Until, until),
        ];
        let found = self.at(at, &said, |days| self.task_agrees(at, task, days));
        if !found.is_empty() || task.repeat.is_some() {
            return found;
        }
        self.worked_out(at, task).into_iter().collect()
    }

    /// A task that is over only after the plan, the first of those that wait for each other.
    fn worked_out(&self, at: Idx<Task>, task: &Entry<Task>) -> Option<OutsideDay> {
        let window = &self.schedule.windows[at.at()];
        let (edge, is_early) = self.beyond(window.over?)?;
        let before = task
            .after
            .iter()
            .filter_map(|first| self.window(&first.task));
        let is_first = before
            .filter_map(|first| first.over)
            .all(|over| self.beyond(over).is_none());
        let from = task.duration.map(|duration| duration.span);
        let span = from.or(task.after.first().map(|first| first.task.span))?;
        let is_stated = task.due.is_some() || task.duration.is_none() && task.start.is_some();
        (is_first && !is_early && !is_stated).then_some(OutsideDay {
            item: ItemRef {
                section: Section::Tasks,
                at: at.at(),
            },
            what: What::WorkedOut,
            day: window.over?,
            span,
            edge,
            is_early,
            meant: Vec::new(),
        })
    }

    fn window(&self, task: &Located<crate::plan::Ref<Task>>) -> Option<&Window> {
        let at = self.resolved.find(task)?;
        Some(&self.schedule.windows[at.at()])
    }
}
