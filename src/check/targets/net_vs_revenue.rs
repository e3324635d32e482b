//! OP039: net revenue or gross profit that does not agree with what it is left of.

use super::revenue_formula::follows;
use crate::analysis::targets::{Left, LeftOf, Metric};
use crate::check::sum::{Words, metric_label};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP039" "net-vs-revenue" Targets Error,
    "净销售额或毛利与营业额对不上", "net revenue or gross profit does not agree with revenue");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let words = Words {
        resolved: context.resolved,
    };
    for left in &context.analysis.targets.left {
        let target = &context.resolved.plan.targets[left.place.target];
        let finding = report
            .find(target, left.said.span, message(words, left))
            .help(text!("改正其中一个数", "correct one of the figures"));
        match left.against {
            LeftOf::Above(metric, whole) => finding.with(whole.span, metric_label(metric)),
            LeftOf::Follows {
                revenue, refunds, ..
            } => finding
                .with(revenue, metric_label(Metric::Revenue))
                .with(refunds, metric_label(Metric::RefundRate)),
        };
    }
}

fn message<'p>(words: Words<'_, 'p>, left: &Left<'p>) -> Text {
    let (name, metric) = (words.name(&left.place), metric_label(left.metric));
    let said = words.range(left.said.range, left.metric, left.said.unit);
    match left.against {
        LeftOf::Above(of, whole) => {
            let most = words.range(whole.range, of, whole.unit);
            let of = metric_label(of);
            text!(
                "{name}{metric}目标{said}，高于{of}目标（{most}）",
                "the {metric} target of {name} is {said}, more than the {of} target of {most}"; name, metric, said, of, most
            )
        }
        LeftOf::Follows { leaves, .. } => {
            let leaves = follows(words, left.said.range, leaves);
            text!(
                "{name}{metric}目标{said}；营业额扣除退款后应为{leaves}，对不上",
                "the {metric} target of {name} is {said}; revenue less refunds comes to {leaves}"; name, metric, said, leaves
            )
        }
    }
}
