//! OP026: two targets for the same days that do not meet.

use crate::analysis::targets::Conflict;
use crate::check::Context;
use crate::check::sum::{metric_label, range};
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP026" "target-conflict" Targets Error,
    "同一时段、同一指标有两个目标", "two targets for the same figure and days");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    for conflict in &context.analysis.targets.conflicts {
        let targets = &context.resolved.targets;
        let names = (
            targets[conflict.first].label(),
            targets[conflict.second].label(),
        );
        report.find(disagree(conflict, names).on(targets[conflict.second].path()));
    }
}

fn disagree(conflict: &Conflict, (first, second): (&str, &str)) -> Diagnostic {
    let metric = metric_label(conflict.metric);
    let (zh, en) = (&metric.zh, &metric.en);
    let one = range(conflict.first_says.face, conflict.metric);
    let other = range(conflict.second_says.face, conflict.metric);
    Diagnostic::new(
        &RULE,
        conflict.second_says.span,
        text!(
            "「{second}」的{zh}是 {other}，同一段日子的「{first}」却是 {one}",
            "{en} of {second} is {other}; for the same days {first} says {one}"
        ),
    )
    .with(
        conflict.first_says.span,
        text!("「{first}」写的是 {one}", "{first} says {one}"),
    )
    .help(text!(
        "留下一个，或改成一致",
        "keep one of them, or make them agree"
    ))
}
