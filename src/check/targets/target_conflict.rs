//! OP026: one figure of one thing, stated twice and differently.

use crate::analysis::targets::Figure;
use crate::check::sum::{Words, metric_label};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP026" "target-conflict" Targets Error,
    "同一时段、同一指标有两个目标", "two targets for the same figure and days");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let words = Words {
        resolved: context.resolved,
    };
    for conflict in &context.analysis.targets.conflicts {
        let metric = metric_label(conflict.metric);
        let said = |figure: &Figure| words.range(figure.range, conflict.metric, figure.unit);
        let ((first, one), (second, other)) = (&conflict.first, &conflict.second);
        let (one_says, other_says) = (said(one), said(other));
        let (name, other_name) = (words.name(first), words.name(second));
        let message = if first.target == second.target {
            text!(
                "{name}的{metric}目标写了两次，分别为{one_says}和{other_says}",
                "the {metric} target of {name} is given twice: {one_says} and {other_says}";
                name, metric, one_says, other_says
            )
        } else {
            text!(
                "{name}与{other_name}日期相同，{metric}目标却分别为{one_says}和{other_says}",
                "{name} and {other_name} are the same days; their {metric} targets are {one_says} and {other_says}";
                name, other_name, metric, one_says, other_says
            )
        };
        report
            .find(
                &context.resolved.plan.targets[second.target],
                other.span,
                message,
            )
            .with(
                one.span,
                text!("{name}：{one_says}", "{name}: {one_says}"; name, one_says),
            )
            .help(text!(
                "留下一个，或改成一致",
                "keep one of them, or make them agree"
            ));
    }
}
