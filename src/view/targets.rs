//! What is to be reached, by period and by part.

use serde::Serialize;

use super::chart::{self, Figure, Month};
use super::drawing::Drawing;
use super::format::Wording;
use super::{distinct, line};
use crate::analysis::targets::Metric;
use crate::diagnostic::{Language, Text, text};
use crate::plan::value::{Amount, Bounds, Count, Id, Money};
use crate::plan::{Entry, Period, Target};
use crate::resolve::{Resolved, TargetPeriod};

/// The targets of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct Targets {
    /// The figures that any target states: `revenue`, `visitors` …
    pub columns: Vec<&'static str>,
    /// Months, each quarter and year after its last month; parts below their whole.
    pub rows: Vec<TargetRow>,
    /// Revenue and visitors by month.
    pub chart: Option<Drawing>,
    /// What stands beside single targets.
    pub notes: Vec<String>,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// One target, or a part of one.
#[derive(Clone, Debug, Serialize)]
pub struct TargetRow {
    /// `month`, `quarter`, `year`, `phase`, `event` or `part`.
    pub kind: &'static str,
    /// What it is for.
    pub label: String,
    /// A name of its own.
    pub title: Option<String>,
    /// One cell a column; nothing where nothing is stated.
    pub cells: Vec<Option<String>>,
}

pub(super) fn targets(resolved: &Resolved<'_>, wording: &Wording) -> Option<Targets> {
    let mut targets: Vec<&Entry<Target>> = resolved.targets.iter().collect();
    targets.sort_by_key(|target| order(target, resolved));
    let columns: Vec<Metric> = Metric::ALL
        .into_iter()
        .filter(|metric| targets.iter().any(|target| states(&target.item, *metric)))
        .collect();
    let mut rows = Vec::new();
    for target in &targets {
        let (kind, label) = label(target, resolved, wording);
        let cells = cells(&target.item, &columns, wording);
        rows.push(TargetRow {
            kind,
            label,
            title: line(&target.title),
            cells,
        });
        parts(&target.item, 1, &columns, resolved, wording, &mut rows);
    }
    let notes = targets.iter().filter_map(|target| {
        let (name, note) = (label(target, resolved, wording).1, line(&target.note)?);
        Some(wording.say(text!("{name}：{note}", "{name}: {note}")))
    });
    (!rows.is_empty()).then(|| Targets {
        notes: notes.collect(),
        sources: distinct(targets.iter().filter_map(|target| line(&target.source))),
        chart: chart::chart(
            &months(resolved, wording),
            &currency(resolved, wording),
            wording,
        ),
        columns: columns.into_iter().map(Metric::key).collect(),
        rows,
    })
}

/// By last day, shorter periods first; phases and events after the calendar.
fn order(target: &Entry<Target>, resolved: &Resolved<'_>) -> (u8, Option<chrono::NaiveDate>, i64) {
    let days = crate::analysis::targets::days(target, resolved);
    let group = match resolved.period(target) {
        Some(TargetPeriod::Calendar(_)) => 0,
        Some(TargetPeriod::Phase(_)) => 1,
        Some(TargetPeriod::Event(_)) => 2,
        None => 3,
    };
    (
        group,
        days.map(|(_, last)| last),
        days.map_or(0, |(first, last)| (last - first).num_days()),
    )
}

fn label(
    target: &Entry<Target>,
    resolved: &Resolved<'_>,
    wording: &Wording,
) -> (&'static str, String) {
    match resolved.period(target) {
        Some(TargetPeriod::Calendar(Period::Month(year, month))) => {
            ("month", month_label(year, month, wording))
        }
        Some(TargetPeriod::Calendar(Period::Quarter(year, quarter))) => {
            let short = text!("第 {quarter} 季度", "Q{quarter}");
            let long = text!("{year} 年第 {quarter} 季度", "Q{quarter} {year}");
            (
                "quarter",
                wording.say(if wording.crosses_years() { long } else { short }),
            )
        }
        Some(TargetPeriod::Calendar(Period::Year(year))) => {
            ("year", wording.say(text!("{year} 年", "{year}")))
        }
        Some(TargetPeriod::Phase(phase)) => {
            ("phase", resolved.phases[phase.at()].label().to_owned())
        }
        Some(TargetPeriod::Event(event)) => {
            ("event", resolved.events[event.at()].label().to_owned())
        }
        None => ("part", target.label().to_owned()),
    }
}

fn month_label(year: i32, month: u32, wording: &Wording) -> String {
    if wording.crosses_years() {
        wording.month_of(year, month)
    } else {
        wording.month(month)
    }
}

fn parts(
    target: &Target,
    depth: usize,
    columns: &[Metric],
    resolved: &Resolved<'_>,
    wording: &Wording,
    rows: &mut Vec<TargetRow>,
) {
    for (kind, parts) in target.parts() {
        for part in parts.iter() {
            let name = part_name(kind, &part.id, resolved);
            let label = format!("{}{name}", "· ".repeat(depth));
            let cells = cells(&part.item, columns, wording);
            rows.push(TargetRow {
                kind: "part",
                label,
                title: line(&part.item.title),
                cells,
            });
            self::parts(&part.item, depth + 1, columns, resolved, wording, rows);
        }
    }
}

fn part_name(kind: &str, id: &Id, resolved: &Resolved<'_>) -> String {
    let is = |key: Option<&crate::source::Located<Id>>| key.is_some_and(|key| key.value == *id);
    let label = match kind {
        "products" => resolved
            .products
            .iter()
            .find(|item| is(Some(&item.id)))
            .map(|item| item.label()),
        "stores" => resolved
            .stores
            .iter()
            .find(|item| is(Some(&item.id)))
            .map(|item| item.label()),
        "people" => resolved
            .people
            .iter()
            .find(|item| is(Some(&item.id)))
            .map(|item| item.label()),
        _ => None,
    };
    label.unwrap_or(id).to_owned()
}

fn cells(target: &Target, columns: &[Metric], wording: &Wording) -> Vec<Option<String>> {
    columns
        .iter()
        .map(|metric| cell(target, *metric, wording))
        .collect()
}

fn cell(target: &Target, metric: Metric, wording: &Wording) -> Option<String> {
    let money = |amount: &Amount<Money>| wording.amount(*amount, |money| wording.money(money));
    let count = |amount: &Amount<Count>| wording.amount(*amount, |count| wording.count(count));
    match metric {
        Metric::Revenue => target.revenue.as_ref().map(|amount| money(&amount.value)),
        Metric::OrderValue => target
            .order_value
            .as_ref()
            .map(|amount| money(&amount.value)),
        Metric::Visitors => target.visitors.as_ref().map(|amount| count(&amount.value)),
        Metric::Orders => target.orders.as_ref().map(|amount| count(&amount.value)),
        Metric::Units => target.units.as_ref().map(|amount| count(&amount.value)),
        Metric::Conversion => target
            .conversion
            .as_ref()
            .map(|amount| wording.amount(amount.value, |rate| wording.rate(rate))),
    }
}

/// Whether a target or a part of it says something of a metric.
fn states(target: &Target, metric: Metric) -> bool {
    let own = match metric {
        Metric::Revenue => target.revenue.is_some(),
        Metric::Visitors => target.visitors.is_some(),
        Metric::Conversion => target.conversion.is_some(),
        Metric::OrderValue => target.order_value.is_some(),
        Metric::Orders => target.orders.is_some(),
        Metric::Units => target.units.is_some(),
    };
    own || target
        .parts()
        .any(|(_, parts)| parts.iter().any(|part| states(&part.item, metric)))
}

/// The months of the chart: all between the first and the last that has a target.
fn months(resolved: &Resolved<'_>, wording: &Wording) -> Vec<Month> {
    let stated: Vec<(Period, &Entry<Target>)> = resolved
        .targets
        .iter()
        .filter_map(|target| match resolved.period(target) {
            Some(TargetPeriod::Calendar(period @ Period::Month(..))) => Some((period, target)),
            _ => None,
        })
        .collect();
    let first = stated.iter().map(|(period, _)| period.days().0).min();
    let last = stated.iter().map(|(period, _)| period.days().0).max();
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let all = Period::months_between(first, last).into_iter();
    all.filter_map(|period| {
        let Period::Month(year, month) = period else {
            return None;
        };
        let target = stated
            .iter()
            .find(|(stated, _)| *stated == period)
            .map(|(_, target)| target);
        let label = if wording.crosses_years() && month == 1 {
            wording.month_of(year, month)
        } else {
            wording.month(month)
        };
        Some(Month {
            label,
            revenue: target.and_then(|target| {
                figure(
                    target.revenue.as_ref()?.value,
                    |money| money.cents / 100,
                    wording,
                )
            }),
            visitors: target.and_then(|target| {
                figure(target.visitors.as_ref()?.value, |count| count.0, wording)
            }),
        })
    })
    .collect()
}

fn figure<T: Copy>(
    amount: Amount<T>,
    whole: impl Fn(T) -> i64,
    wording: &Wording,
) -> Option<Figure> {
    let about = if wording.language == Language::Chinese {
        "约 "
    } else {
        "c. "
    };
    let (value, sign) = match amount {
        Amount::Exactly(value) => (value, ""),
        Amount::About(value) => (value, about),
        Amount::Within(Bounds { low: Some(low), .. }) => {
            (low.value, if low.strict { "> " } else { "≥ " })
        }
        Amount::Within(Bounds {
            high: Some(high), ..
        }) => (high.value, if high.strict { "< " } else { "≤ " }),
        Amount::Within(_) => return None,
    };
    Some(Figure {
        value: whole(value),
        sign: sign.to_owned(),
    })
}

fn currency(resolved: &Resolved<'_>, wording: &Wording) -> String {
    match resolved
        .head()
        .currency
        .as_ref()
        .map_or("CNY", |currency| &*currency.value)
    {
        "CNY" => wording.say(Text::fixed("元", "CNY")),
        code => code.to_owned(),
    }
}

/// Revenue of the whole plan: the sum of its months, else of its quarters, else of its
/// years, whichever all say a least figure. Cents, and whether all of them are exact.
pub(super) fn total_revenue(resolved: &Resolved<'_>) -> Option<(Money, Exactness)> {
    let (start, end) = resolved.span();
    let months = Period::months_between(start?, end?);
    let quarters = months.iter().filter_map(|period| match period {
        Period::Month(year, month) => Some(Period::Quarter(*year, (month - 1) / 3 + 1)),
        _ => None,
    });
    let years = months.iter().filter_map(|period| {
        if let Period::Month(year, _) = period {
            Some(Period::Year(*year))
        } else {
            None
        }
    });
    let (mut quarters, mut years): (Vec<_>, Vec<_>) = (quarters.collect(), years.collect());
    quarters.dedup();
    years.dedup();
    [months, quarters, years]
        .iter()
        .find_map(|periods| sum(periods, resolved))
}

/// How a sum is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactness {
    Exactly,
    AtLeast,
}

fn sum(periods: &[Period], resolved: &Resolved<'_>) -> Option<(Money, Exactness)> {
    let mut total = (0_i64, Exactness::Exactly);
    for period in periods {
        let of_period = |target: &&Entry<Target>| {
            resolved.period(target) == Some(TargetPeriod::Calendar(*period))
        };
        let cents = match resolved
            .targets
            .iter()
            .find(of_period)?
            .revenue
            .as_ref()?
            .value
        {
            Amount::Exactly(money) => money.cents,
            Amount::Within(Bounds { low: Some(low), .. }) => {
                total.1 = Exactness::AtLeast;
                low.value.cents
            }
            _ => return None,
        };
        total.0 = total.0.checked_add(cents)?;
    }
    Some((Money::from_cents(total.0), total.1))
}
