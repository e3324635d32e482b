//! OP026: two targets for the same days that do not meet.

use crate::check::sum::{metric_label, range};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP026" "target-conflict" Targets Error,
    "同一时段、同一指标有两个目标", "two targets for the same figure and days");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let targets = &context.resolved.targets;
    for conflict in &context.analysis.targets.conflicts {
        let (first, second) = (
            targets[conflict.first].label(),
            targets[conflict.second].label(),
        );
        let metric = metric_label(conflict.metric);
        let one = range(conflict.first_says.face, conflict.metric);
        let other = range(conflict.second_says.face, conflict.metric);
        let message = text!(
            "「{second}」的{metric}是 {other}，同一段日子的「{first}」却是 {one}",
            "{metric} of {second} is {other}; for the same days {first} says {one}";
            metric
        );
        report
            .find(
                &targets[conflict.second],
                conflict.second_says.span,
                message,
            )
            .with(
                conflict.first_says.span,
                text!("「{first}」写的是 {one}", "{first} says {one}"),
            )
            .help(text!(
                "留下一个，或改成一致",
                "keep one of them, or make them agree"
            ));
    }
}
