//! One figure of one thing, stated twice: a part that is nested in two orders, or a phase of
//! the same days as a month. Phases side by side and events on one day have figures of
//! their own.

use super::book::Book;
use super::figure::{Figure, Metric};
use super::stretches::Stretches;
use super::{Place, Targets};
use crate::plan::Period;
use crate::resolve::TargetPeriod;

/// Two figures of the same thing that do not agree.
#[derive(Clone, Debug)]
pub struct Conflict<'p> {
    /// The figure.
    pub metric: Metric,
    /// Where it is said first, and what.
    pub first: (Place<'p>, Figure),
    /// Where it is said again, and what.
    pub second: (Place<'p>, Figure),
}

pub(super) fn judge<'p>(book: &Book<'_, 'p>, stretches: &Stretches, answers: &mut Targets<'p>) {
    for (number, row) in book.rows.iter().enumerate() {
        let repeated = book.is_repeated(number);
        let other = match row.period {
            _ if repeated => book.in_target(row.target, row.scope),
            Some(TargetPeriod::Phase(_)) => same_days(book, number),
            _ => None,
        };
        let Some(other) = other else { continue };
        for metric in Metric::all() {
            if repeated || !stretches.is_beside_others(number, metric) {
                answers
                    .conflicts
                    .extend(conflict(book, metric, (number, other)));
            }
        }
    }
}

/// The calendar period of the same days and the same scope.
pub(super) fn same_days(book: &Book<'_, '_>, row: usize) -> Option<usize> {
    let (first, last) = book.rows[row].days?;
    let period = Period::all_around(first)
        .into_iter()
        .find(|period| period.days() == (first, last))?;
    book.for_period(book.rows[row].scope, period)
}

fn conflict<'p>(
    book: &Book<'_, 'p>,
    metric: Metric,
    (one, other): (usize, usize),
) -> Option<Conflict<'p>> {
    let said = |row: usize| Some((book.rows[row].place(), book.rows[row].figure(metric)?));
    let mut both = [said(one)?, said(other)?];
    if both[0].1.agrees_with(&both[1].1) {
        return None;
    }
    both.sort_by_key(|(_, figure)| figure.span);
    let [first, second] = both;
    Some(Conflict {
        metric,
        first,
        second,
    })
}
