//! Phases and events against the months they touch, and events against the phase around them.
//!
//! A phase's figure is a total: at most what the periods allow that it touches, at least
//! what those say that lie wholly inside it, unless another phase with that figure runs
//! beside it. An event lies inside its months unless it is counted beside them.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::book::{Book, Scope};
use super::conflicts::same_days;
use super::figure::{Figure, Metric};
use super::sum::{Known, Series};
use super::{Against, Mismatch, Targets, Undecided, Way};
use crate::plan::{Counted, Period, Section};
use crate::resolve::TargetPeriod;

/// More years than any plan spans; what lasts longer has been reported.
const MOST_YEARS: i32 = 30;

/// First and last day.
type Days = (NaiveDate, NaiveDate);

/// A figure for some days that are no calendar period.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub(super) row: usize,
    pub(super) is_phase: bool,
    pub(super) days: Days,
    pub(super) figure: Figure,
}

/// All figures of phases and events, by what they are of.
pub(super) struct Stretches {
    pub(super) by_scope: BTreeMap<(Scope, Metric), Vec<Stretch>>,
    /// Figures of phases beside which another phase with that figure runs, or may run.
    beside_others: HashSet<(usize, Metric)>,
}

impl Stretches {
    pub(super) fn new(book: &Book<'_, '_>) -> Self {
        let mut by_scope: BTreeMap<_, Vec<Stretch>> = BTreeMap::new();
        let mut beside_others = HashSet::new();
        let mut undated = HashSet::new();
        for (row, of) in book.rows.iter().enumerate() {
            let is_phase = match of.period {
                Some(TargetPeriod::Phase(_)) => true,
                Some(TargetPeriod::Event(_)) => false,
                _ => continue,
            };
            if book.is_repeated(row) || (!is_phase && is_beside_months(book, row)) {
                continue;
            }
            for metric in Metric::all() {
                let Some(figure) = of.figure(metric) else {
                    continue;
                };
                match of.days.filter(|(first, last)| first <= last) {
                    Some(days) => by_scope
                        .entry((of.scope, metric))
                        .or_default()
                        .push(Stretch {
                            row,
                            is_phase,
                            days,
                            figure,
                        }),
                    None if is_phase => {
                        undated.insert((of.scope, metric));
                    }
                    None => {}
                }
            }
        }
        let lacks = |section| book.resolved.incomplete.lacks(section);
        let may_lack_phases = lacks(Section::Phases) || lacks(Section::Targets);
        for ((scope, metric), stretches) in &mut by_scope {
            stretches.sort_by_key(|one| (one.days, one.row));
            let may_run_beside = may_lack_phases || undated.contains(&(*scope, *metric));
            let beside = overlapping(stretches)
                .into_iter()
                .filter(|(_, is_beside)| *is_beside || may_run_beside);
            beside_others.extend(beside.map(|(row, _)| (row, *metric)));
        }
        Self {
            by_scope,
            beside_others,
        }
    }

    /// Whether another phase with that figure runs beside a phase.
    pub(super) fn is_beside_others(&self, row: usize, metric: Metric) -> bool {
        self.beside_others.contains(&(row, metric))
    }
}

/// Whether an event is not part of its months, as far as it can be read.
fn is_beside_months(book: &Book<'_, '_>, row: usize) -> bool {
    let target = &book.resolved.plan.targets[book.rows[row].target];
    let is_said = target
        .counted
        .is_some_and(|counted| counted.value == Counted::Beside);
    is_said || target.unread.holds("counted")
}

/// The phases among stretches in order of their first days, each with whether it shares days
/// with another.
fn overlapping(stretches: &[Stretch]) -> Vec<(usize, bool)> {
    let phases: Vec<&Stretch> = stretches.iter().filter(|one| one.is_phase).collect();
    let mut latest: Option<NaiveDate> = None;
    let mut found = Vec::new();
    for (at, phase) in phases.iter().enumerate() {
        let (first, last) = phase.days;
        let is_after = latest.is_none_or(|latest| latest < first);
        let is_before = phases.get(at + 1).is_none_or(|next| next.days.0 > last);
        found.push((phase.row, !(is_after && is_before)));
        latest = latest.max(Some(last));
    }
    found
}

pub(super) fn judge<'p>(book: &Book<'_, 'p>, stretches: &Stretches, answers: &mut Targets<'p>) {
    for ((_, metric), all) in &stretches.by_scope {
        if !Metric::COMPARED.contains(metric) {
            continue;
        }
        let judge = Judge {
            book,
            stretches,
            metric: *metric,
        };
        let fits = |one: &&Stretch| judge.against_months(one, answers);
        let fitting: Vec<Stretch> = all.iter().filter(fits).copied().collect();
        judge.events_in_phases(&fitting, answers);
    }
}

struct Judge<'b, 'r, 'p> {
    book: &'b Book<'r, 'p>,
    stretches: &'b Stretches,
    metric: Metric,
}

impl<'p> Judge<'_, '_, 'p> {
    /// Reports what does not fit; whether it is not known to be too much.
    fn against_months(&self, one: &Stretch, answers: &mut Targets<'p>) -> bool {
        let is_line = one.is_phase && self.stretches.is_beside_others(one.row, self.metric);
        if one.is_phase && !is_line {
            // Of a phase that is a month, the two figures are compared as one.
            let same = same_days(self.book, one.row);
            if same.is_some_and(|row| self.book.rows[row].figure(self.metric).is_some()) {
                return true;
            }
        }
        let around = || self.touched_whole(one);
        let Some(touched) = self.touched(one, one.row).or_else(around) else {
            return true;
        };
        if !touched.is_open && one.figure.is_above(&touched.high) {
            let missing = touched.missing.clone();
            if missing.is_none() && !touched.is_beyond {
                let mismatch = self.mismatch(one, Against::Touched, Way::Less, &touched);
                answers.sums.push(mismatch);
                return false;
            }
            answers.undecided.extend(missing.map(|missing| Undecided {
                place: self.book.rows[one.row].place(),
                metric: self.metric,
                against: Against::Touched,
                missing,
            }));
        } else if one.is_phase && !is_line && one.figure.is_below(&touched.low) {
            let mismatch = self.mismatch(one, Against::Inside, Way::More, &touched);
            answers.sums.push(mismatch);
        }
        true
    }

    /// The same of the whole that a part belongs to, if its months alone say something of it:
    /// a part is no more than they are.
    fn touched_whole(&self, one: &Stretch) -> Option<Known<'p>> {
        let target = self.book.rows[one.row].target;
        let whole = self.book.in_target(target, Scope::ALL)?;
        let is_stated = self.book.rows[whole].figure(self.metric).is_some();
        let touched = self.touched(one, whole).filter(|_| !is_stated);
        touched.map(Known::at_most)
    }

    /// The most of the periods that a stretch touches, and the least of those inside it, for
    /// what a row is for.
    fn touched(&self, one: &Stretch, like: usize) -> Option<Known<'p>> {
        let (first, last) = one.days;
        let years = first.year()..=last.year();
        if last.year() - first.year() > MOST_YEARS {
            return None;
        }
        let series = Series {
            like,
            metric: self.metric,
            by_parts: false,
        };
        let known = years.map(|year| self.touched_in(one.days, series, Period::Year(year)));
        let known: Vec<_> = known.collect();
        let is_silent = |known: &Known<'_>| known.high.rows.is_empty() && known.low.rows.is_empty();
        if known.iter().all(is_silent) {
            return None;
        }
        known
            .into_iter()
            .reduce(|sum, known| sum.with(known, self.metric.adds_up()))
    }

    fn touched_in(&self, days: Days, series: Series, period: Period) -> Known<'p> {
        let book = self.book;
        let (first, last) = period.days();
        let silent = || book.silent(series.like, period);
        if days.0 <= first && last <= days.1 {
            return book.known(series, period).unwrap_or_else(silent);
        }
        let row = book.for_period(book.rows[series.like].scope, period);
        let own = row.and_then(|row| {
            let figure = book.rows[row].figure(self.metric)?;
            // Of a period that is only touched the most is known.
            Some(Known::stated(&figure, row).at_most())
        });
        let touches = |period: &Period| {
            let (first, last) = period.days();
            first <= days.1 && days.0 <= last
        };
        let shorter = period.children().into_iter().filter(touches);
        let shorter = shorter
            .map(|period| self.touched_in(days, series, period))
            .reduce(|sum, one| sum.with(one, self.metric.adds_up()));
        match (own, shorter) {
            (Some(own), Some(shorter)) => shorter.narrowed(own),
            (Some(known), None) | (None, Some(known)) => known,
            (None, None) => silent(),
        }
    }

    /// Events inside a phase that no other runs beside.
    fn events_in_phases(&self, all: &[Stretch], answers: &mut Targets<'p>) {
        let alone =
            |one: &&Stretch| one.is_phase && !self.stretches.is_beside_others(one.row, self.metric);
        let phases: Vec<&Stretch> = all.iter().filter(alone).collect();
        for event in all.iter().filter(|one| !one.is_phase) {
            let before = phases.partition_point(|phase| phase.days.0 <= event.days.0);
            let Some(phase) = before.checked_sub(1).map(|at| phases[at]) else {
                continue;
            };
            let known = Known::stated(&phase.figure, phase.row);
            let is_above = !known.is_open && event.figure.is_above(&known.high);
            if is_above && event.days.1 <= phase.days.1 {
                answers
                    .sums
                    .push(self.mismatch(event, Against::Phase, Way::Less, &known));
            }
        }
    }

    fn mismatch(
        &self,
        one: &Stretch,
        against: Against,
        way: Way,
        known: &Known<'p>,
    ) -> Mismatch<'p> {
        Mismatch {
            place: self.book.rows[one.row].place(),
            metric: self.metric,
            said: self.book.stated(one.row, &one.figure),
            against,
            way,
            parts: known.total(way, self.book),
        }
    }
}
