//! OP020: revenue is not visitors × conversion × order value.

use crate::analysis::targets::{Metric, Range, figure};
use crate::check::sum::{Words, metric_label};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::Interval;

pub(in crate::check) static RULE: Rule = rule!("OP020" "revenue-formula" Targets Error,
    "营业额 ≠ 访客数 × 转化率 × 客单价", "revenue is not visitors × conversion × order value");

const FACTORS: [Metric; 3] = [Metric::Visitors, Metric::Conversion, Metric::OrderValue];

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let words = Words {
        resolved: context.resolved,
    };
    for formula in &context.analysis.targets.formula {
        let revenue = formula.revenue;
        let name = words.name(&formula.place);
        let said = words.range(revenue.range, Metric::Revenue, revenue.unit);
        let follows = follows(words, revenue.range, formula.follows);
        let message = text!(
            "{name}营业额目标{said}；按访客数 × 转化率 × 客单价推算为{follows}，两者不符",
            "the revenue target of {name} is {said}; visitors × conversion × order value come to {follows}";
            name, said, follows
        );
        let target = &context.resolved.plan.targets[formula.place.target];
        let finding = report.find(target, revenue.span, message).help(text!(
            "改正四个数中的一个",
            "correct one of the four figures"
        ));
        let factors = FACTORS
            .into_iter()
            .filter_map(|metric| Some((metric, figure(formula.table, metric)?)));
        factors.fold(finding, |finding, (metric, figure)| {
            finding.with(figure.span, metric_label(metric))
        });
    }
}

/// Cents that the ends are rounded to, outward: a thousand yuan where there are many.
const STEPS: [i128; 3] = [100_000, 100, 1];

/// What money comes to, in as few digits as keep it apart from what was said.
pub(super) fn follows(words: Words<'_, '_>, said: Range, follows: Interval) -> Text {
    let cents = |step: i128| {
        let whole = step * Interval::SCALE;
        let low = follows.low.map(|low| low.div_euclid(whole) * step);
        let high = follows.high.map(|high| -(-high).div_euclid(whole) * step);
        (low, high)
    };
    let is_apart = |(low, high): (Option<i128>, Option<i128>)| {
        let is_above = said
            .low
            .zip(high)
            .is_some_and(|(said, high)| said.face > high);
        let is_below = said
            .high
            .zip(low)
            .is_some_and(|(said, low)| said.face < low);
        is_above || is_below
    };
    let many = follows
        .low
        .is_some_and(|low| low >= 100 * STEPS[0] * Interval::SCALE);
    let steps = STEPS.into_iter().skip(usize::from(!many));
    let ends = steps.map(|step| (step, cents(step)));
    let (step, (low, high)) = ends
        .clone()
        .find(|(_, ends)| is_apart(*ends))
        .unwrap_or((1, cents(1)));
    words.between(low, high, step)
}
