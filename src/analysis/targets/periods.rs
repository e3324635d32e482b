//! A year against its quarters and months, a quarter against its months: of the plan, and
//! of each part.
//!
//! Only revenue, orders and units add up over periods. Visitors are counted without
//! repeats, so of them a whole above the sum of its parts is wrong, and a part above the
//! whole. Conversion and order value do not add up.

use super::book::Book;
use super::figure::{Figure, Metric};
use super::sum::{Known, Series};
use super::{Against, Mismatch, Targets, Undecided, Verdict, Way};
use crate::plan::{Period, Section};

pub(super) fn judge<'p>(book: &Book<'_, 'p>, answers: &mut Targets<'p>) {
    for (number, row) in book.rows.iter().enumerate() {
        let Some(period) = row.calendar().filter(|_| !book.is_repeated(number)) else {
            continue;
        };
        for metric in Metric::COMPARED {
            let Some(said) = row.figure(metric) else {
                continue;
            };
            // Parts that are stated for both periods are compared part by part.
            let series = Series {
                like: number,
                metric,
                by_parts: !book.has_parts(number, metric),
            };
            if let Some(sum) = book.shorter(series, period) {
                compare(book, (series, period), said, &sum, answers);
            }
        }
    }
}

fn compare<'p>(
    book: &Book<'_, 'p>,
    (series, period): (Series, Period),
    said: Figure,
    sum: &Known<'p>,
    answers: &mut Targets<'p>,
) {
    let place = || book.rows[series.like].place();
    let metric = series.metric;
    let verdict = verdict(book, (series, period), said, sum);
    match verdict {
        None => {}
        Some(Verdict::Undecided(missing)) => answers.undecided.push(Undecided {
            place: place(),
            metric,
            against: Against::Shorter,
            missing,
        }),
        Some(Verdict::Wrong(way)) => answers.sums.push(Mismatch {
            place: place(),
            metric,
            said: book.stated(series.like, &said),
            against: Against::Shorter,
            way,
            parts: sum.total(way, book),
        }),
    }
}

fn verdict<'p>(
    book: &Book<'_, 'p>,
    (series, period): (Series, Period),
    said: Figure,
    sum: &Known<'p>,
) -> Option<Verdict<'p>> {
    if said.is_below(&sum.low) {
        return Some(Verdict::Wrong(Way::More));
    }
    if book.resolved.incomplete.lacks(Section::Targets) {
        return None;
    }
    if !sum.is_open && said.is_above(&sum.high) {
        // What lies outside the plan is no question of it.
        let is_covered = !sum.is_beyond && book.is_covered(series.like, period);
        let wrong = is_covered.then_some(Verdict::Wrong(Way::Less));
        return sum.missing.clone().map(Verdict::Undecided).or(wrong);
    }
    let must_be_equal = series.metric.adds_up() && said.range.high.is_some();
    if let Some(missing) = sum.missing.clone().filter(|_| must_be_equal) {
        return Some(Verdict::Undecided(missing));
    }
    let falls_short = series.metric.adds_up() && said.wants_more_than(sum);
    (falls_short && book.is_covered(series.like, period)).then_some(Verdict::Wrong(Way::LeastBelow))
}

impl<'p> Book<'_, 'p> {
    /// Whether a period holds days of the plan on which the shop is open, as far as is known.
    pub(super) fn is_in_reach(&self, row: usize, period: Period) -> bool {
        let (first, last) = period.days();
        let (start, end) = self.resolved.span();
        let opened = self.opened(row).map(|(_, day)| day);
        let is_after = |day| last >= day;
        start.is_none_or(is_after)
            && opened.is_none_or(is_after)
            && end.is_none_or(|end| first <= end)
    }

    /// Whether no day of a period is known to lie outside the plan, or before the shop opens.
    pub(super) fn is_covered(&self, row: usize, period: Period) -> bool {
        let (first, last) = period.days();
        let (start, end) = self.resolved.span();
        let opened = self.opened(row).map(|(_, day)| day);
        let is_before = |day| day <= first;
        start.is_none_or(is_before)
            && opened.is_none_or(is_before)
            && end.is_none_or(|end| last <= end)
    }
}
