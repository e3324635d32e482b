//! Phases and events that share no day, together more than the period that holds them.

use std::collections::{BTreeMap, HashSet};

use super::book::Book;
use super::figure::Metric;
use super::stretches::Stretch;
use super::sum::Known;
use super::{Against, Mismatch, Targets, Way};
use crate::plan::Period;
use crate::source::Span;

/// Compares all stretches of one scope and metric; a whole that is wrong already is left.
pub(super) fn crowded<'p>(
    book: &Book<'_, 'p>,
    metric: Metric,
    (all, wrong): (&[Stretch], &HashSet<Span>),
    answers: &mut Targets<'p>,
) {
    let mut inside: BTreeMap<usize, Vec<&Stretch>> = BTreeMap::new();
    for one in all {
        for period in Period::all_around(one.days.0) {
            let whole = book.for_period(book.rows[one.row].scope, period);
            if let Some(whole) = whole.filter(|_| one.days.1 <= period.days().1) {
                inside.entry(whole).or_default().push(one);
            }
        }
    }
    for (whole, mut stretches) in inside {
        let Some(said) = book.rows[whole].figure(metric) else {
            continue;
        };
        let is_above_alone =
            |one: &&Stretch| said.is_below(&Known::stated(&one.figure, one.row).low);
        if wrong.contains(&said.span) || stretches.iter().any(is_above_alone) {
            continue;
        }
        let Some(sum) = most_disjoint(&mut stretches).filter(|sum| said.is_below(&sum.low)) else {
            continue;
        };
        answers.sums.push(Mismatch {
            place: book.rows[whole].place(),
            metric,
            said: book.stated(whole, &said),
            against: Against::Stretches,
            way: Way::More,
            parts: sum.total(Way::More, book),
        });
    }
}

/// Of stretches that share no day with each other those that come to most.
fn most_disjoint<'p>(stretches: &mut [&Stretch]) -> Option<Known<'p>> {
    stretches.sort_by_key(|one| (one.days.1, one.row));
    let known = |one: &Stretch| Known::stated(&one.figure, one.row);
    // The best of the first stretches: what it comes to, and whether the last is among them.
    let mut best: Vec<(i128, bool)> = vec![(0, false)];
    let before =
        |at: usize| stretches[..at].partition_point(|one| one.days.1 < stretches[at].days.0);
    for (at, one) in stretches.iter().enumerate() {
        let with = best[before(at)].0 + known(one).low.end.exact;
        let without = best[at].0;
        best.push((with.max(without), with > without));
    }
    let (mut at, mut chosen) = (stretches.len(), Vec::new());
    while at > 0 {
        at -= 1;
        if best[at + 1].1 {
            chosen.push(stretches[at]);
            at = before(at);
        }
    }
    let chosen = chosen.into_iter().rev().map(known);
    chosen.reduce(|sum, one| sum.with(one, true))
}
