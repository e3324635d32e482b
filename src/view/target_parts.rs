//! Parts of targets that stand in columns of their own, and what follows for whole quarters and
//! years.

use std::collections::BTreeMap;

use super::part::{Cell, Column, Fit, Row, Tone};
use super::said::distinct;
use super::value::Value;
use crate::analysis::targets::Metric;
use crate::diagnostic::text;
use crate::plan::value::{Amount, Count, Quantity};
use crate::plan::{Entry, PartKind, Period, Target};
use crate::resolve::{Resolved, TargetPeriod};

/// A figure of a part that is said in several periods: by what it is keyed, its key, the metric.
pub(super) type Named<'p> = (PartKind, &'p str, Metric);

/// Columns that parts may fill; more say more in rows.
const MOST: usize = 2;

/// The figures of all parts, if there are so few different ones that a column each will do.
pub(super) fn abreast<'p>(targets: &[&'p Entry<Target>]) -> Vec<Named<'p>> {
    let mut named = Vec::new();
    for target in targets {
        for (kind, parts) in target.parts() {
            for part in parts {
                let is_plain = part.title.is_none()
                    && part.overlap.is_none()
                    && part.complete.is_empty()
                    && part.parts().all(|(_, parts)| parts.is_empty());
                if !is_plain {
                    return Vec::new();
                }
                let said = Metric::MAIN
                    .into_iter()
                    .filter(|metric| metric.said(part).is_some());
                named.extend(said.map(|metric| (kind, &*part.id.value, metric)));
            }
        }
    }
    let named: Vec<Named<'p>> = distinct(named);
    if named.len() > MOST {
        return Vec::new();
    }
    named
}

/// The part of a target that a column is about.
fn part<'p>(target: &'p Target, (kind, id, _): &Named<'p>) -> Option<&'p Entry<Target>> {
    let mut parts = target.parts().filter(|(of, _)| *of == *kind);
    let (_, parts) = parts.next()?;
    parts.iter().find(|part| *part.id.value == **id)
}

/// What a target says of a part.
pub(super) fn cell<'p>(target: &'p Target, named: &Named<'p>) -> Cell<'p> {
    match part(target, named).and_then(|part| named.2.said(part)) {
        Some(amount) => Cell::new(Value::Figure(amount)),
        None => Cell::blank(),
    }
}

/// The column of a part.
pub(super) fn column(named: &Named<'_>, name: &str, metrics: &[Column]) -> Column {
    let metric = metrics.iter().find(|column| column.key == named.2.key());
    let metric = metric
        .map(|column| column.label.clone())
        .unwrap_or_default();
    let (zh, en) = (&metric.zh, metric.en.to_lowercase());
    Column {
        key: "part",
        label: text!("{name}{zh}", "{name}: {en}"),
        fit: Fit::Figure,
    }
}

/// What the months of a plan say, for the quarters and years that they make up.
pub(super) struct Months<'p>(BTreeMap<Period, &'p Entry<Target>>);

impl<'p> Months<'p> {
    pub(super) fn new(targets: &[&'p Entry<Target>], resolved: &Resolved<'p>) -> Self {
        let periods = targets
            .iter()
            .filter_map(|target| match resolved.period(target)? {
                TargetPeriod::Calendar(period @ Period::Month(..)) => Some((period, *target)),
                _ => None,
            });
        Self(periods.collect())
    }

    /// Fills in the orders and pieces that a whole does not say and its months do. Visitors are
    /// counted without repeats, and do not add up.
    pub(super) fn fill(&self, row: &mut Row<'p>, whole: Period) {
        for (metric, cell) in Metric::MAIN.into_iter().zip(&mut row.cells[1..]) {
            if !cell.is_empty() {
                continue;
            }
            *cell = match self.sum(metric, whole) {
                Some(sum) => {
                    let sum = Amount::Exactly(Quantity::Count(Count(sum)));
                    Cell::new(Value::Figure(sum)).tone(Tone::Derived)
                }
                None => Cell::blank(),
            };
        }
    }

    fn sum(&self, metric: Metric, whole: Period) -> Option<i64> {
        if !matches!(metric, Metric::Orders | Metric::Units) {
            return None;
        }
        let (first, last) = whole.days();
        let months = Period::months_between(first, last).into_iter();
        let mut said = months.map(|month| match metric.said(self.0.get(&month)?)? {
            Amount::Exactly(Quantity::Count(count)) => Some(count.0),
            _ => None,
        });
        said.try_fold(0_i64, |sum, said| sum.checked_add(said?))
    }
}
