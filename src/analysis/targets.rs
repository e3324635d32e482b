//! What targets say of the same figure, on intervals: a figure means what its digits say.
//!
//! Only revenue, orders and units add up over periods. Visitors are counted without
//! repeats, so of them only a whole above the sum of its parts is wrong. Conversion and
//! order value do not add up.

use chrono::NaiveDate;

use crate::plan::value::{Amount, Bounds, Count, Interval, Money, Rate};
use crate::plan::{Entry, Idx, Period, Section, Target};
use crate::resolve::{Resolved, TargetPeriod};
use crate::source::Span;

/// A figure that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Revenue, in cents.
    Revenue,
    /// Visitors.
    Visitors,
    /// Conversion, in parts per million.
    Conversion,
    /// Order value, in cents.
    OrderValue,
    /// Orders.
    Orders,
    /// Pieces.
    Units,
}

impl Metric {
    /// All metrics, in the order of the document.
    pub const ALL: [Self; 6] = [
        Self::Revenue,
        Self::Visitors,
        Self::Conversion,
        Self::OrderValue,
        Self::Orders,
        Self::Units,
    ];
    /// Those of which a whole and its parts can be compared.
    const COMPARED: [Self; 4] = [Self::Revenue, Self::Orders, Self::Units, Self::Visitors];

    /// Whether a figure for a period is the sum of those for its parts.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Revenue | Self::Orders | Self::Units)
    }

    /// The key in a plan.
    pub fn key(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Visitors => "visitors",
            Self::Conversion => "conversion",
            Self::OrderValue => "order_value",
            Self::Orders => "orders",
            Self::Units => "units",
        }
    }
}

/// A stated figure as an interval, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it says, with what its digits leave open.
    pub says: Interval,
    /// Its digits alone, to be shown.
    pub face: Interval,
    /// Where.
    pub span: Span,
}

/// What a target says of a metric; nothing if it says nothing, or only "about".
pub fn figure(target: &Target, metric: Metric) -> Option<Figure> {
    fn stated<T: Copy>(
        amount: Option<&crate::source::Located<Amount<T>>>,
        interval: impl Fn(T) -> Interval,
        digits: impl Fn(T) -> i64,
    ) -> Option<Figure> {
        let amount = amount?;
        let face = |value| Interval::around(digits(value), 0);
        let (says, face) = match amount.value {
            Amount::Exactly(value) => (interval(value), face(value)),
            Amount::Within(bounds) => (within(bounds, interval), within(bounds, face)),
            Amount::About(_) => return None,
        };
        Some(Figure {
            says,
            face,
            span: amount.span,
        })
    }
    let (cents, number, ppm) = (
        |money: Money| money.cents,
        |count: Count| count.0,
        |rate: Rate| rate.ppm,
    );
    match metric {
        Metric::Revenue => stated(target.revenue.as_ref(), Money::interval, cents),
        Metric::Visitors => stated(target.visitors.as_ref(), Count::interval, number),
        Metric::Conversion => stated(target.conversion.as_ref(), Rate::interval, ppm),
        Metric::OrderValue => stated(target.order_value.as_ref(), Money::interval, cents),
        Metric::Orders => stated(target.orders.as_ref(), Count::interval, number),
        Metric::Units => stated(target.units.as_ref(), Count::interval, number),
    }
}

fn within<T: Copy>(bounds: Bounds<T>, interval: impl Fn(T) -> Interval) -> Interval {
    Interval {
        low: bounds.low.and_then(|bound| interval(bound.value).low),
        high: bounds.high.and_then(|bound| interval(bound.value).high),
    }
}

/// Two things that are said of one figure, and do not meet.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// The target the finding is about.
    pub target: Idx<Target>,
    /// The figure.
    pub metric: Metric,
    /// What is said.
    pub said: Figure,
    /// What the digits of the parts come to, to be shown.
    pub parts: Interval,
    /// Where the parts stand.
    pub part_spans: Vec<Span>,
}

/// A sum that could not be compared.
#[derive(Clone, Debug)]
pub struct Undecided {
    /// The target that states the whole.
    pub target: Idx<Target>,
    /// The figure.
    pub metric: Metric,
    /// The first part that says nothing.
    pub missing: Period,
}

/// What the targets of a plan say of each other.
#[derive(Debug, Default)]
pub struct Targets<'p> {
    /// Revenue against visitors × conversion × order value, parts included.
    pub formula: Vec<Formula<'p>>,
    /// A year against its quarters, a quarter against its months.
    pub sums: Vec<Mismatch>,
    /// Sums with parts that say nothing.
    pub undecided: Vec<Undecided>,
    /// Targets for the same days.
    pub conflicts: Vec<Conflict>,
}

/// Revenue that its own factors contradict.
#[derive(Clone, Debug)]
pub struct Formula<'p> {
    /// The target it stands in, or stands below.
    pub target: Idx<Target>,
    /// The table with the figures.
    pub table: &'p Target,
    /// Revenue as stated.
    pub revenue: Figure,
    /// Revenue as it follows.
    pub follows: Interval,
}

/// Two targets for the same days and the same scope that do not meet.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    /// The target that stands first.
    pub first: Idx<Target>,
    /// The other.
    pub second: Idx<Target>,
    /// The figure.
    pub metric: Metric,
    /// What the first says.
    pub first_says: Figure,
    /// What the other says.
    pub second_says: Figure,
}

/// Compares the targets of a plan.
pub fn targets<'p>(resolved: &Resolved<'p>) -> Targets<'p> {
    let mut answers = Targets::default();
    for (at, target) in resolved.plan.targets.numbered() {
        formulas(at, &target.item, &mut answers.formula);
    }
    let periods = Periods::new(resolved);
    for (at, target) in resolved.plan.targets.numbered() {
        if let Some(TargetPeriod::Calendar(period)) = resolved.period(target) {
            periods.compare(at, target, period, &mut answers);
        }
    }
    answers.conflicts = conflicts(resolved);
    answers
}

fn formulas<'p>(at: Idx<Target>, target: &'p Target, found: &mut Vec<Formula<'p>>) {
    if let (Some(revenue), Some(follows)) = (figure(target, Metric::Revenue), product(target))
        && !revenue.says.meets(follows)
    {
        found.push(Formula {
            target: at,
            table: target,
            revenue,
            follows,
        });
    }
    for part in target.parts().flat_map(|(_, parts)| parts.iter()) {
        formulas(at, &part.item, found);
    }
}

/// Visitors × conversion × order value, in cents.
pub fn product(target: &Target) -> Option<Interval> {
    let visitors = figure(target, Metric::Visitors)?.says;
    let conversion = figure(target, Metric::Conversion)?.says;
    let order_value = figure(target, Metric::OrderValue)?.says;
    let buyers_millionths = |divisor| visitors.times(conversion, divisor);
    // Dividing last keeps the rounding far below the precision of any figure.
    Some(order_value.times(buyers_millionths(1), i128::from(Rate::WHOLE)))
}

/// Targets by calendar period.
struct Periods<'r, 'p> {
    resolved: &'r Resolved<'p>,
    stated: std::collections::BTreeMap<Period, Idx<Target>>,
}

/// What the parts of a period come to, or the part that is silent.
type Sum = Result<Parts, Period>;

/// The parts of a period together.
struct Parts {
    /// With what their digits leave open.
    says: Interval,
    /// Their digits alone.
    face: Interval,
    /// Where they stand.
    spans: Vec<Span>,
}

impl<'r, 'p> Periods<'r, 'p> {
    fn new(resolved: &'r Resolved<'p>) -> Self {
        let stated =
            resolved
                .targets
                .numbered()
                .filter_map(|(at, target)| match resolved.period(target) {
                    Some(TargetPeriod::Calendar(period)) => Some((period, at)),
                    _ => None,
                });
        Self {
            resolved,
            stated: stated.collect(),
        }
    }

    fn compare(
        &self,
        at: Idx<Target>,
        target: &Entry<Target>,
        period: Period,
        answers: &mut Targets<'p>,
    ) {
        for metric in Metric::COMPARED {
            let Some(said) = figure(target, metric) else {
                continue;
            };
            let sum = match self.sum(period, metric) {
                None => continue,
                Some(Err(missing)) => {
                    answers.undecided.push(Undecided {
                        target: at,
                        metric,
                        missing,
                    });
                    continue;
                }
                Some(Ok(sum)) => sum,
            };
            let least = Interval {
                low: None,
                high: sum.says.high,
            };
            if !said
                .says
                .meets(if metric.adds_up() { sum.says } else { least })
            {
                answers.sums.push(Mismatch {
                    target: at,
                    metric,
                    said,
                    parts: sum.face,
                    part_spans: sum.spans,
                });
            }
        }
    }

    /// The sum of the parts of a period that lie in the plan or say something; nothing if none of them
    /// says anything, or if targets are missing because they could not be read.
    fn sum(&self, period: Period, metric: Metric) -> Option<Sum> {
        let children = period
            .children()
            .into_iter()
            .map(|child| (child, self.said(child, metric)));
        let children: Vec<_> = children
            .filter(|(child, said)| said.is_some() || self.in_plan(*child))
            .collect();
        if children.iter().all(|(_, said)| said.is_none())
            || self.resolved.incomplete.lacks(Section::Targets)
        {
            return None;
        }
        let zero = Interval {
            low: Some(0),
            high: Some(0),
        };
        let mut total = Parts {
            says: zero,
            face: zero,
            spans: Vec::new(),
        };
        for (child, said) in children {
            match said.unwrap_or(Err(child)) {
                Ok(part) => {
                    total.says = total.says.plus(part.says);
                    total.face = total.face.plus(part.face);
                    total.spans.extend(part.spans);
                }
                Err(missing) => return Some(Err(missing)),
            }
        }
        Some(Ok(total))
    }

    /// What is said of a period: its own target, or else the sum of its parts.
    fn said(&self, period: Period, metric: Metric) -> Option<Sum> {
        let own = self
            .stated
            .get(&period)
            .and_then(|at| figure(&self.resolved.targets[*at], metric));
        match own {
            Some(own) => Some(Ok(Parts {
                says: own.says,
                face: own.face,
                spans: vec![own.span],
            })),
            None => self.sum(period, metric),
        }
    }

    fn in_plan(&self, period: Period) -> bool {
        let (first, last) = period.days();
        let (start, end) = self.resolved.span();
        start.is_none_or(|start| last >= start) && end.is_none_or(|end| first <= end)
    }
}

/// The days a target is for, first and last, where both are known.
pub fn days(target: &Entry<Target>, resolved: &Resolved<'_>) -> Option<(NaiveDate, NaiveDate)> {
    match resolved.period(target)? {
        TargetPeriod::Calendar(period) => Some(period.days()),
        TargetPeriod::Phase(phase) => {
            let phase = &resolved.phases[phase.at()];
            Some((phase.start?.value.0, phase.end?.value.0))
        }
        TargetPeriod::Event(event) => {
            let event = &resolved.events[event.at()];
            if event.unread.holds("end") {
                return None;
            }
            Some((event.start?.value.0, event.end.or(event.start)?.value.0))
        }
    }
}

/// The path of parts to a table, the same in whichever order the parts are nested.
type Scope<'p> = Vec<(&'static str, &'p str)>;

fn conflicts(resolved: &Resolved<'_>) -> Vec<Conflict> {
    let mut said = Vec::new();
    for (at, target) in resolved.plan.targets.numbered() {
        if let Some(days) = days(target, resolved) {
            scopes(&target.item, &mut Vec::new(), &mut |scope, table| {
                for metric in Metric::ALL {
                    if let Some(figure) = figure(table, metric) {
                        said.push((days, scope.clone(), metric, at, figure));
                    }
                }
            });
        }
    }
    said.sort_by(|a, b| (&a.0, &a.1, a.2, a.4.span).cmp(&(&b.0, &b.1, b.2, b.4.span)));
    let same = |a: &(_, Scope<'_>, Metric, Idx<Target>, Figure),
                b: &(_, Scope<'_>, Metric, Idx<Target>, Figure)| {
        a.0 == b.0 && a.1 == b.1 && a.2 == b.2
    };
    said.chunk_by(same)
        .flat_map(|group| {
            let first = &group[0];
            let others = group[1..]
                .iter()
                .filter(|other| !other.4.says.meets(first.4.says));
            others.map(|other| Conflict {
                first: first.3,
                second: other.3,
                metric: first.2,
                first_says: first.4,
                second_says: other.4,
            })
        })
        .collect()
}

fn scopes<'p>(
    target: &'p Target,
    path: &mut Scope<'p>,
    visit: &mut impl FnMut(&Scope<'p>, &'p Target),
) {
    let mut scope = path.clone();
    scope.sort_unstable();
    visit(&scope, target);
    for (kind, parts) in target.parts() {
        for part in parts.iter() {
            path.push((kind, &part.id));
            scopes(&part.item, path, visit);
            path.pop();
        }
    }
}
