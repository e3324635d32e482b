//! A whole against its parts by shop, channel, person, product or category.
//!
//! No part exceeds its whole, whatever else is missing. Equality is asked only of parts that
//! cannot overlap and are all there.

use super::book::{Book, Scope};
use super::figure::{Figure, Metric};
use super::sum::{Known, Series, Side};
use super::{Against, Mismatch, Missing, Place, Targets, Undecided, Verdict, Way};
use crate::plan::{Idx, PartKind, Target};

/// The parts of one kind of one whole.
struct Group {
    target: Idx<Target>,
    whole: Scope,
    kind: PartKind,
    rows: Vec<usize>,
}

pub(super) fn judge<'p>(book: &Book<'_, 'p>, answers: &mut Targets<'p>) {
    for group in groups(book) {
        for metric in Metric::COMPARED {
            judge_group(book, &group, metric, answers);
        }
    }
}

/// All parts beside each other, also where they are nested in different orders.
fn groups(book: &Book<'_, '_>) -> Vec<Group> {
    let mut keys = Vec::new();
    for (number, row) in book.rows.iter().enumerate() {
        if !book.is_repeated(number) {
            let wholes = row.wholes.iter();
            keys.extend(wholes.map(|(kind, whole)| (row.target.at(), *whole, *kind, number)));
        }
    }
    keys.sort_unstable();
    let same = |one: &(usize, Scope, PartKind, usize), other: &(usize, Scope, PartKind, usize)| {
        (one.0, one.1, one.2) == (other.0, other.1, other.2)
    };
    let groups = keys.chunk_by(same).map(|keys| Group {
        target: Idx::new(keys[0].0),
        whole: keys[0].1,
        kind: keys[0].2,
        rows: keys.iter().map(|key| key.3).collect(),
    });
    groups.collect()
}

fn judge_group<'p>(book: &Book<'_, 'p>, group: &Group, metric: Metric, answers: &mut Targets<'p>) {
    let known = |row: &usize| (*row, book.known_part(*row, metric));
    let parts: Vec<_> = group.rows.iter().map(known).collect();
    let Some(row) = book.in_target(group.target, group.whole) else {
        return;
    };
    if parts.iter().all(|(_, known)| known.is_none()) {
        return;
    }
    let adds_up = book.parts_add_up(metric, group.kind, &group.rows);
    let whole = Whole {
        book,
        kind: group.kind,
        metric,
        row,
    };
    match book.rows[row].figure(metric) {
        Some(said) => whole.judge(&said, &parts, adds_up, answers),
        None => answers.sums.extend(whole.above_others(&parts, adds_up)),
    }
}

/// A whole, and what it is divided by.
struct Whole<'b, 'r, 'p> {
    book: &'b Book<'r, 'p>,
    kind: PartKind,
    metric: Metric,
    row: usize,
}

impl<'p> Whole<'_, '_, 'p> {
    fn judge(
        &self,
        said: &Figure,
        parts: &[(usize, Option<Known<'p>>)],
        adds_up: bool,
        answers: &mut Targets<'p>,
    ) {
        let mismatch = |way: Way, sum: &Known<'p>| Mismatch {
            place: self.place(),
            metric: self.metric,
            said: self.book.stated(self.row, said),
            against: Against::Parts(self.kind),
            way,
            parts: sum.total(way, self.book),
        };
        let known = || parts.iter().filter_map(|(_, known)| known.as_ref());
        let too_large: Vec<_> = known().filter(|one| said.is_below(&one.low)).collect();
        if !too_large.is_empty() {
            let findings = too_large.into_iter().map(|one| mismatch(Way::More, one));
            answers.sums.extend(findings);
            return;
        }
        let Some(sum) = self.sum(parts, adds_up) else {
            return;
        };
        match self.verdict(said, &sum, adds_up) {
            None => {}
            Some(Verdict::Wrong(way)) => answers.sums.push(mismatch(way, &sum)),
            Some(Verdict::Undecided(missing)) => answers.undecided.push(Undecided {
                place: self.place(),
                metric: self.metric,
                against: Against::Parts(self.kind),
                missing,
            }),
        }
    }

    /// All parts together.
    fn sum(&self, parts: &[(usize, Option<Known<'p>>)], adds_up: bool) -> Option<Known<'p>> {
        let known = parts.iter().filter_map(|(_, known)| known.clone());
        let sum = known.reduce(|sum, one| sum.with(one, adds_up))?;
        let silent = parts.iter().find(|(_, known)| known.is_none());
        let silent = silent.map(|(row, _)| Missing::Part(self.book.rows[*row].place()));
        Some(Known {
            missing: sum.missing.or(silent),
            ..sum
        })
    }

    fn verdict(&self, said: &Figure, sum: &Known<'p>, adds_up: bool) -> Option<Verdict<'p>> {
        if said.is_below(&sum.low) {
            return Some(Verdict::Wrong(Way::More));
        }
        let is_above = !sum.is_open && said.is_above(&sum.high);
        if !self.book.is_complete(self.row, self.kind) {
            let is_rest = is_above && adds_up && sum.is_all();
            return is_rest.then_some(Verdict::Wrong(Way::Rest));
        }
        let must_be_equal = adds_up && said.range.high.is_some();
        if let Some(missing) = &sum.missing {
            let is_undecided = is_above || must_be_equal;
            return is_undecided.then(|| Verdict::Undecided(missing.clone()));
        }
        if is_above {
            return Some(Verdict::Wrong(Way::Less));
        }
        let falls_short = adds_up && said.wants_more_than(sum);
        falls_short.then_some(Verdict::Wrong(Way::LeastBelow))
    }

    /// Parts of a whole that says nothing itself, against the most that others leave to it.
    fn above_others(
        &self,
        parts: &[(usize, Option<Known<'p>>)],
        adds_up: bool,
    ) -> Option<Mismatch<'p>> {
        let most = self.book.most(self.row, self.metric)?;
        let is_too_large = |known: &&Known<'p>| known.low.end.exact > most.end.exact;
        let known = || parts.iter().filter_map(|(_, known)| known.as_ref());
        let alone = known().find(is_too_large).cloned();
        let together = || known().cloned().reduce(|sum, one| sum.with(one, adds_up));
        let too_large = alone
            .or_else(together)
            .filter(|known| is_too_large(&known))?;
        Some(Mismatch {
            place: self.place(),
            metric: self.metric,
            said: too_large.total(Way::More, self.book),
            against: Against::Whole(self.kind),
            way: Way::Less,
            parts: most.total(false, self.book),
        })
    }

    fn place(&self) -> Place<'p> {
        self.book.rows[self.row].place()
    }
}

impl<'p> Book<'_, 'p> {
    /// The most that a row may come to which says nothing itself, by the shorter periods it is
    /// made of, or by a longer one.
    fn most(&self, row: usize, metric: Metric) -> Option<Side> {
        let period = self.rows[row].calendar()?;
        let series = Series {
            like: row,
            metric,
            by_parts: false,
        };
        let is_covered = self.is_covered(row, period);
        let shorter = self.shorter(series, period).filter(|_| is_covered);
        let shorter = shorter.and_then(|known| known.most().cloned());
        let longer = period.longer().into_iter().filter_map(|longer| {
            let row = self.for_period(self.rows[row].scope, longer)?;
            // A longer period without such parts looks at those of its shorter ones.
            let has_parts = self.has_parts(row, metric);
            let figure = self.rows[row].figure(metric).filter(|_| has_parts)?;
            Known::stated(&figure, row).most().cloned()
        });
        shorter.into_iter().chain(longer).reduce(Side::or_lower)
    }

    /// Whether parts of a row say something of a metric.
    pub(super) fn has_parts(&self, row: usize, metric: Metric) -> bool {
        let mut below = self.rows[row].below.iter();
        below.any(|(_, part)| self.rows[*part].figure(metric).is_some())
    }
}
