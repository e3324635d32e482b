//! Calendar periods, phases and events on one line of days: nothing comes to more than what
//! covers its days.
//!
//! Between any two days lies a cut, and with it the sum of all days before it. A figure says
//! by how much two of these sums differ at least; if it is a total of its days, also by how
//! much at most; and no sum is below the one before it. Such differences contradict each
//! other where, and only where, a way round them loses something (Bellman and Ford). The
//! figures on that way are the culprits.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;

use super::book::{Book, Scope};
use super::figure::{Figure, Metric};
use super::stretches::{Stretch, Stretches};
use super::sum::Known;
use super::{Against, Mismatch, Targets, Way};
use crate::source::Span;

/// A figure for some days.
struct Said {
    row: usize,
    /// The first day, and the first one after the last.
    days: [NaiveDate; 2],
    figure: Figure,
    /// Whether it is all that these days come to. A line of its own and an event are not.
    is_total: bool,
}

/// The sum at one cut is at most that at another and so much more.
struct Step {
    from: usize,
    to: usize,
    by: i128,
    /// The figure that says so; nothing if it is because no day is below zero.
    said: Option<usize>,
}

/// Compares what is said of each scope and metric; a figure that is wrong already is left.
pub(super) fn judge<'p>(book: &Book<'_, 'p>, stretches: &Stretches, answers: &mut Targets<'p>) {
    let blamed = blamed(answers);
    let mut calendar: BTreeMap<Scope, Vec<usize>> = BTreeMap::new();
    for (number, row) in book.rows.iter().enumerate() {
        if row.calendar().is_some() && !book.is_repeated(number) {
            calendar.entry(row.scope).or_default().push(number);
        }
    }
    for ((scope, metric), some) in &stretches.by_scope {
        let Some(periods) = calendar.get(scope) else {
            continue;
        };
        if !Metric::COMPARED.contains(metric) {
            continue;
        }
        let periods = periods.iter().filter_map(|row| period(book, *row, *metric));
        let some = some
            .iter()
            .filter_map(|one| stretch(stretches, one, *metric));
        let line = periods
            .chain(some)
            .filter(|said| !blamed.contains(&said.figure.span));
        judge_line(book, *metric, line.collect(), answers);
    }
}

/// Where figures stand that do not agree with others as they are.
fn blamed(answers: &Targets<'_>) -> HashSet<Span> {
    let wrong = answers.sums.iter();
    let wrong = wrong.filter(|one| matches!(one.way, Way::More | Way::Less));
    let sums = wrong.flat_map(|one| &one.said.summands);
    let conflicts = answers.conflicts.iter();
    let twice = conflicts.flat_map(|one| [one.first.1.span, one.second.1.span]);
    sums.map(|summand| summand.span).chain(twice).collect()
}

fn period(book: &Book<'_, '_>, row: usize, metric: Metric) -> Option<Said> {
    let (first, last) = book.rows[row].calendar()?.days();
    Some(Said {
        row,
        days: [first, last.succ_opt()?],
        figure: book.rows[row].figure(metric)?,
        is_total: true,
    })
}

fn stretch(stretches: &Stretches, one: &Stretch, metric: Metric) -> Option<Said> {
    let (first, last) = one.days;
    Some(Said {
        row: one.row,
        days: [first, last.succ_opt()?],
        figure: one.figure,
        is_total: one.is_phase && !stretches.is_beside_others(one.row, metric),
    })
}

/// Takes out what contradicts itself until the rest can hold.
fn judge_line<'p>(
    book: &Book<'_, 'p>,
    metric: Metric,
    mut line: Vec<Said>,
    answers: &mut Targets<'p>,
) {
    if metric.adds_up() {
        while let Some(culprits) = contradiction(&line, |_| true) {
            answers.sums.push(mismatch(book, metric, &line, &culprits));
            let numbered = line.into_iter().enumerate();
            let rest = numbered.filter(|(at, _)| !culprits.holds(*at));
            line = rest.map(|(_, said)| said).collect();
        }
    } else {
        // Who comes on two days is one visitor: the least of two figures is no sum.
        for at in 0..line.len() {
            let culprits = contradiction(&line, |one| one == at);
            answers
                .sums
                .extend(culprits.map(|culprits| mismatch(book, metric, &line, &culprits)));
        }
    }
}

/// What comes to more than it can, and what holds it.
struct Culprits {
    least: Vec<usize>,
    most: Vec<usize>,
}

impl Culprits {
    fn holds(&self, at: usize) -> bool {
        self.least.contains(&at) || self.most.contains(&at)
    }
}

/// Figures that cannot all hold; of what is said at least only some is looked at. Those that
/// are written alike are compared exactly, before finer ones come in, against which they are
/// rounded.
fn contradiction(line: &[Said], counts: impl Fn(usize) -> bool) -> Option<Culprits> {
    let units: BTreeSet<i64> = line.iter().map(|said| said.figure.unit).collect();
    let mut finest = units.into_iter().rev();
    finest.find_map(|finest| contradiction_down_to(finest, line, &counts))
}

/// By how much a figure may be off from what is written finer: by its own rounding, and by
/// that of the totals on its days, which may have been added up to it as they are.
fn slack(of: &Said, line: &[Said], finest: i64) -> i128 {
    let own = of.figure.slack(finest);
    if own == 0 {
        return 0;
    }
    let [start, end] = of.days;
    let inside = line.iter().filter(|said| {
        said.is_total && said.days != of.days && start <= said.days[0] && said.days[1] <= end
    });
    own + inside.map(|said| said.figure.slack(finest)).sum::<i128>()
}

/// The same among figures whose last digit counts no less than `finest`.
fn contradiction_down_to(
    finest: i64,
    line: &[Said],
    counts: impl Fn(usize) -> bool,
) -> Option<Culprits> {
    let meant = || {
        let numbered = line.iter().enumerate();
        numbered.filter(|(_, said)| said.figure.unit >= finest)
    };
    let mut cuts: Vec<NaiveDate> = meant().flat_map(|(_, said)| said.days).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut steps = Vec::new();
    for (at, said) in meant() {
        let [start, end] = said.days.map(|day| cuts.partition_point(|cut| *cut < day));
        let (range, slack) = (said.figure.range, slack(said, line, finest));
        steps.extend(range.low.filter(|_| counts(at)).map(|low| Step {
            from: end,
            to: start,
            by: slack - low.exact,
            said: Some(at),
        }));
        steps.extend(range.high.filter(|_| said.is_total).map(|high| Step {
            from: start,
            to: end,
            by: high.exact + slack,
            said: Some(at),
        }));
    }
    steps.extend((1..cuts.len()).map(|cut| Step {
        from: cut,
        to: cut - 1,
        by: 0,
        said: None,
    }));
    let way = losing_way(cuts.len(), &steps)?;
    let of = |is_least: bool| {
        let meant = way.iter().filter(|step| (step.to < step.from) == is_least);
        let mut said: Vec<usize> = meant.filter_map(|step| step.said).collect();
        said.sort_by_key(|at| (line[*at].days, *at));
        said
    };
    Some(Culprits {
        least: of(true),
        most: of(false),
    })
}

/// Steps that lead from a cut back to itself, and come to less than nothing.
fn losing_way(cuts: usize, steps: &[Step]) -> Option<Vec<&Step>> {
    let mut least = vec![0; cuts];
    let mut came: Vec<Option<&Step>> = vec![None; cuts];
    // A way without a circle has fewer steps than there are cuts.
    for _ in 0..cuts {
        let before = least.clone();
        for step in steps {
            let offered = before[step.from] + step.by;
            if offered < least[step.to] {
                (least[step.to], came[step.to]) = (offered, Some(step));
            }
        }
        if least == before {
            return None;
        }
        let circle = circle(&came);
        if circle.is_some() {
            return circle;
        }
    }
    None
}

/// The steps of a circle, if going back the way one came leads into one.
fn circle<'s>(came: &[Option<&'s Step>]) -> Option<Vec<&'s Step>> {
    let mut seen_from = vec![None; came.len()];
    for start in 0..came.len() {
        let mut at = start;
        while seen_from[at].is_none() {
            seen_from[at] = Some(start);
            let Some(step) = came[at] else { break };
            at = step.from;
        }
        if came[at].is_some() && seen_from[at] == Some(start) {
            let first = at;
            let mut steps = Vec::new();
            while let Some(step) = came[at] {
                steps.push(step);
                at = step.from;
                if at == first {
                    return Some(steps);
                }
            }
        }
    }
    None
}

fn mismatch<'p>(
    book: &Book<'_, 'p>,
    metric: Metric,
    line: &[Said],
    culprits: &Culprits,
) -> Mismatch<'p> {
    let sum = |of: &[usize]| {
        let known = of.iter().map(|at| &line[*at]);
        let known = known.map(|said| Known::stated(&said.figure, said.row));
        known
            .reduce(|sum, one| sum.with(one, true))
            .unwrap_or_default()
    };
    let (least, most) = (sum(&culprits.least), sum(&culprits.most));
    let (said, way) = match culprits.most[..] {
        [only] => (only, Way::More),
        _ => (culprits.least[0], Way::Less),
    };
    let (least, most) = (least.total(Way::More, book), most.total(Way::Less, book));
    let (whole, parts) = match way {
        Way::More => (most, least),
        _ => (least, most),
    };
    Mismatch {
        place: book.rows[line[said].row].place(),
        metric,
        said: whole,
        against: Against::Stretches,
        way,
        parts,
    }
}
