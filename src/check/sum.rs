//! What the checks of sums have in common, and intervals in words.

use super::Context;
use crate::analysis::targets::{Metric, Mismatch};
use crate::diagnostic::{Diagnostic, Report, Rule, Text, Unknown, text};
use crate::plan::Period;
use crate::plan::value::{Interval, Money, Rate};
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
    rule: &'static Rule,
    of: impl Fn(Period) -> bool,
    report: &mut Report,
) {
    let targets = &context.resolved.targets;
    let is_of = |target: usize| matches!(context.resolved.period(&targets[target]), Some(TargetPeriod::Calendar(period)) if of(period));
    let answers = &context.analysis.targets;
    for mismatch in answers
        .sums
        .iter()
        .filter(|mismatch| is_of(mismatch.target))
    {
        report.find(differs(rule, mismatch).on(targets[mismatch.target].path()));
    }
    for undecided in answers
        .undecided
        .iter()
        .filter(|undecided| is_of(undecided.target))
    {
        let target = &targets[undecided.target];
        let (name, part, metric) = (
            target.label(),
            undecided.missing,
            metric_label(undecided.metric),
        );
        let (zh, en) = (&metric.zh, &metric.en);
        report.cannot_say(Unknown {
            rule,
            item: target.path(),
            span: target.key_span(),
            missing: format!("targets.{part}.{}", undecided.metric.key()),
            message: text!(
                "{part} 没有写确定的{zh}，无法判断 {name} 是否等于各部分之和",
                "{part} states no exact {en}: whether {name} is the sum of its parts cannot be decided"
            ),
        });
    }
}

fn differs(rule: &'static Rule, mismatch: &Mismatch) -> Diagnostic {
    let metric = metric_label(mismatch.metric);
    let (zh, en) = (&metric.zh, &metric.en);
    let (said, sum) = (
        range(mismatch.said.face, mismatch.metric),
        range(mismatch.parts, mismatch.metric),
    );
    let message = if mismatch.metric.adds_up() {
        text!(
            "{zh}写的是 {said}，各部分合计 {sum}",
            "{en} says {said}; its parts add up to {sum}"
        )
    } else {
        text!(
            "{zh} {said} 超过各部分合计 {sum}",
            "{en} of {said} are more than all parts together, {sum}"
        )
    };
    let finding = Diagnostic::new(rule, mismatch.said.span, message).help(text!(
        "改正合计或其中一项；也可以删去合计，由各部分推出",
        "correct the whole or a part, or leave the whole to be derived"
    ));
    mismatch.part_spans.iter().fold(finding, |finding, span| {
        finding.with(*span, text!("计入合计", "part of the sum"))
    })
}
