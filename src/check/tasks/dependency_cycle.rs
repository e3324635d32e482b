//! OP151: tasks that wait for each other.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};
use crate::plan::{Entry, Idx, Task};

use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP151" "dependency-cycle" Tasks Error always,
    "任务互相等待", "tasks that wait for each other");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let tasks = &context.resolved.tasks;
    for cycle in &context.analysis.schedule.cycles {
        report.find(circular(cycle, tasks));
    }
}

/// More tasks of one cycle than anybody follows.
const MOST_NAMED: usize = 12;

/// The cycle, told from the task that stands first in the file.
fn circular(cycle: &[Idx<Task>], tasks: &[Entry<Task>]) -> Diagnostic {
    let first = (0..cycle.len())
        .min_by_key(|&at| cycle[at].at())
        .unwrap_or_default();
    let around = || {
        cycle
            .iter()
            .cycle()
            .skip(first)
            .take(cycle.len() + 1)
            .map(|task| &tasks[task.at()])
    };
    let mut names: Vec<_> = around()
        .take(MOST_NAMED)
        .map(|task| format!("`{}`", task.label()))
        .collect();
    if cycle.len() >= MOST_NAMED {
        names.extend(["…".to_owned(), names[0].clone()]);
    }
    let path = names.join(" → ");
    let steps: Vec<_> = around().zip(around().skip(1)).take(MOST_NAMED).collect();
    let message = text!("任务互相等待：{path}", "tasks wait for each other: {path}");
    let (head, next) = steps[0];
    let finding = Diagnostic::new(&RULE, reference(head, next), message)
        .help(text!(
            "去掉其中一个前置任务",
            "take one of the predecessors away"
        ))
        .on(head.path());
    steps[1..].iter().fold(finding, |finding, (task, before)| {
        let waits = task.label();
        finding.with(
            reference(task, before),
            text!("「{waits}」在等它", "{waits} waits for it"),
        )
    })
}

/// Where a task names a predecessor.
fn reference(task: &Entry<Task>, before: &Entry<Task>) -> Span {
    let named = task
        .after
        .iter()
        .find(|first| *first.id() == before.id.value);
    named.map_or(task.key_span(), |named| named.span)
}
