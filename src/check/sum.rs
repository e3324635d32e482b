//! What the checks of sums have in common, and intervals in words.

use super::{Context, Reporter};
use crate::analysis::targets::{Metric, Mismatch, Undecided};
use crate::diagnostic::{Text, text};
use crate::plan::value::{Interval, Money, Rate};
use crate::plan::{Entry, Idx, Period, Section, Target};
use crate::resolve::TargetPeriod;

/// The label of a metric.
pub(super) fn metric_label(metric: Metric) -> Text {
    match metric {
        Metric::Revenue => Text::fixed("营业额", "revenue"),
        Metric::Visitors => Text::fixed("访客数", "visitors"),
        Metric::Conversion => Text::fixed("转化率", "conversion"),
        Metric::OrderValue => Text::fixed("客单价", "order value"),
        Metric::Orders => Text::fixed("订单数", "orders"),
        Metric::Units => Text::fixed("销量", "units"),
    }
}

/// An interval in the unit of its metric: `97955–102039`, `≥200000`.
pub(super) fn range(interval: Interval, metric: Metric) -> String {
    let show = |twentieths: i128| {
        let units = i64::try_from((twentieths + Interval::SCALE / 2).div_euclid(Interval::SCALE))
            .unwrap_or(i64::MAX);
        match metric {
            Metric::Revenue | Metric::OrderValue => {
                Money::from_cents((units + 50) / 100 * 100).to_string()
            }
            Metric::Conversion => Rate {
                ppm: units,
                unit: 1,
            }
            .to_string(),
            Metric::Visitors | Metric::Orders | Metric::Units => units.to_string(),
        }
    };
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => {
            let (low_words, high_words) = (show(low), show(high));
            if low == high {
                low_words
            } else {
                format!("{low_words}–{high_words}")
            }
        }
        (Some(low), None) => format!("≥{}", show(low)),
        (None, Some(high)) => format!("≤{}", show(high)),
        (None, None) => "…".to_owned(),
    }
}

/// Reports wholes that are not the sum of their parts, for some kind of period.
pub(super) fn sums(
    context: Context<'_, '_>,
    of: impl Fn(Period) -> bool,
    report: &mut Reporter<'_>,
) {
    let targets = &context.resolved.targets;
    let is_of = |target: Idx<Target>| match context.resolved.period(&targets[target]) {
        Some(TargetPeriod::Calendar(period)) => of(period),
        _ => false,
    };
    let answers = &context.analysis.targets;
    for mismatch in answers.sums.iter().filter(|one| is_of(one.target)) {
        differs(&targets[mismatch.target], mismatch, report);
    }
    for undecided in answers.undecided.iter().filter(|one| is_of(one.target)) {
        cannot_add(&targets[undecided.target], undecided, report);
    }
}

fn cannot_add(target: &Entry<Target>, undecided: &Undecided, report: &mut Reporter<'_>) {
    let (name, part) = (target.label(), undecided.missing);
    let metric = metric_label(undecided.metric);
    let missing = Section::Targets
        .item(&part.to_string())
        .field(undecided.metric.key());
    report.unknown(target, missing, text!(
        "{part} 没有写确定的{metric}，无法判断 {name} 是否等于各部分之和",
        "{part} states no exact {metric}: whether {name} is the sum of its parts cannot be decided";
        metric
    ));
}

fn differs(target: &Entry<Target>, mismatch: &Mismatch, report: &mut Reporter<'_>) {
    let metric = metric_label(mismatch.metric);
    let said = range(mismatch.said.face, mismatch.metric);
    let sum = range(mismatch.parts, mismatch.metric);
    let message = if mismatch.metric.adds_up() {
        text!(
            "{metric}写的是 {said}，各部分合计 {sum}",
            "{metric} says {said}; its parts add up to {sum}";
            metric
        )
    } else {
        text!(
            "{metric} {said} 超过各部分合计 {sum}",
            "{metric} of {said} are more than all parts together, {sum}";
            metric
        )
    };
    let finding = report.find(target, mismatch.said.span, message).help(text!(
        "改正合计或其中一项；也可以删去合计，由各部分推出",
        "correct the whole or a part, or leave the whole to be derived"
    ));
    mismatch.part_spans.iter().fold(finding, |finding, span| {
        finding.with(*span, text!("计入合计", "part of the sum"))
    });
}
