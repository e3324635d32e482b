//! A plan whose own days stand in the wrong year.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{Look, OutsideDay};
use crate::plan::Section;
use crate::plan::value::Day;
use crate::resolve::ItemRef;
use crate::source::{Located, Span};

/// What the days of the plan were meant to be: with them nothing lies outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeantPlan {
    /// The days that change, with their places.
    pub days: Vec<(Span, NaiveDate)>,
    /// How many things lie outside as it is.
    pub outside: usize,
    /// How many are planned.
    pub planned: usize,
}

/// Fewer things outside are mistakes of their own.
const FEWEST: usize = 5;

/// By how many years the start and the end of a plan may be off; first those that keep it as
/// long as it is.
const YEARS: [[i32; 2]; 4] = [[1, 1], [-1, -1], [0, 1], [-1, 0]];

impl Look<'_, '_> {
    /// The days the plan was meant to have, if most things lie outside and none would with the
    /// same days one year on or back.
    pub(super) fn meant_plan(&self, days: &[OutsideDay]) -> Option<MeantPlan> {
        let outside: BTreeSet<ItemRef> = planned(days).map(|day| day.item).collect();
        let (outside, planned) = (outside.len(), self.count_planned());
        if outside < FEWEST || 2 * outside <= planned {
            return None;
        }
        let days = YEARS.into_iter().find_map(|years| self.with_years(years))?;
        Some(MeantPlan {
            days,
            outside,
            planned,
        })
    }

    fn count_planned(&self) -> usize {
        let plan = self.resolved.plan;
        let dated = [plan.phases.len(), plan.campaigns.len(), plan.tasks.len()];
        dated.iter().sum::<usize>() + plan.targets.len() + plan.milestones.len()
    }

    /// The days of the plan some years off, if nothing lies outside then.
    fn with_years(&self, [first, last]: [i32; 2]) -> Option<Vec<(Span, NaiveDate)>> {
        let look = Self {
            first: moved(self.first, first)?,
            last: moved(self.last, last)?,
            ..*self
        };
        let edges = [(self.first, look.first), (self.last, look.last)];
        let changed = edges.into_iter().filter(|(old, new)| old != new);
        let changed = changed.filter_map(|(_, new)| new);
        let changed: Vec<_> = changed.map(|day| (day.span, day.value.0)).collect();
        let fits = !changed.is_empty() && planned(&look.everything()).next().is_none();
        fits.then_some(changed)
    }
}

/// A day some years off; nothing if that year has no such day.
fn moved(day: Option<Located<Day>>, years: i32) -> Option<Option<Located<Day>>> {
    let Some(Located { value, span }) = day else {
        return Some(None);
    };
    let value = Day(value.0.with_year(value.0.year() + years)?);
    Some(Some(Located { value, span }))
}

/// The days of what is planned: events are facts.
fn planned(days: &[OutsideDay]) -> impl Iterator<Item = &OutsideDay> {
    days.iter()
        .filter(|day| day.item.section != Section::Events)
}
