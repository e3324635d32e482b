//! OP151: tasks that wait for each other.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};
use crate::plan;
use crate::resolve::{Idx, Task};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP151" "dependency-cycle" Tasks Error always,
    "任务互相等待", "tasks that wait for each other");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let tasks = &context.resolved.tasks;
    for cycle in &context.analysis.schedule.cycles {
        report.find(circular(cycle, tasks));
    }
}

/// The cycle, told from the task that stands first in the file.
fn circular(cycle: &[Idx<plan::Task>], tasks: &[Task<'_>]) -> Diagnostic {
    let first = (0..cycle.len()).min_by_key(|&at| cycle[at].at()).unwrap_or_default();
    let around = || cycle.iter().cycle().skip(first).take(cycle.len() + 1);
    let path = around().map(|task| format!("`{}`", tasks[task.at()].label())).collect::<Vec<_>>().join(" → ");
    let steps: Vec<(Idx<plan::Task>, Idx<plan::Task>)> = around().copied().zip(around().skip(1).copied()).collect();
    let place = |(from, to): (Idx<plan::Task>, Idx<plan::Task>)| reference(&tasks[from.at()], to);
    let message = text!("任务互相等待：{path}", "tasks wait for each other: {path}");
    let finding = Diagnostic::new(&RULE, place(steps[0]), message)
        .help(text!("去掉其中一个前置任务", "take one of the predecessors away"))
        .on(tasks[steps[0].0.at()].path());
    steps[1..].iter().fold(finding, |finding, step| {
        let waits = tasks[step.0.at()].label();
        finding.with(place(*step), text!("「{waits}」在等它", "{waits} waits for it"))
    })
}

/// Where a task names a predecessor.
fn reference(task: &Task<'_>, before: Idx<plan::Task>) -> Span {
    let link = task.links.after.iter().find(|link| link.to == Some(before));
    link.map_or(task.key_span(), |link| link.id.span)
}
