//! Periods of targets.

use super::{Look, OutsideDay, What};
use crate::plan::{Entry, Idx, Period, Section, Target};
use crate::resolve::ItemRef;

impl Look<'_, '_> {
    /// A period that no day of the plan lies in.
    pub(super) fn target(&self, at: Idx<Target>, target: &Entry<Target>) -> Option<OutsideDay> {
        let period = Period::parse(&target.id)?;
        let (first, last) = period.days();
        let early = self.first.filter(|edge| last < edge.value.0);
        let late = self.last.filter(|edge| first > edge.value.0);
        let edge = early.or(late)?;
        let is_early = early.is_some();
        let years = if is_early { 1 } else { -1 };
        let shifted = period.with_years(years);
        let (from, to) = shifted.days();
        let is_inside = self.first.is_none_or(|edge| to >= edge.value.0)
            && self.last.is_none_or(|edge| from <= edge.value.0);
        let key = shifted.to_string();
        let is_free = self.resolved.label_of(&key, &[Section::Targets]).is_none();
        let meant = (is_inside && is_free).then_some((target.key_span(), from));
        Some(OutsideDay {
            item: ItemRef {
                section: Section::Targets,
                at: at.at(),
            },
            what: What::Period(period),
            day: if is_early { last } else { first },
            span: target.key_span(),
            edge,
            is_early,
            meant: meant.into_iter().collect(),
        })
    }
}
