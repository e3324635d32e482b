//! OP151: tasks that wait for each other.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Entry, Idx, Task};
use crate::resolve::Resolved;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP151" "dependency-cycle" Tasks Error always,
    "任务互相等待", "tasks that wait for each other");

/// More tasks of one cycle than anybody follows.
const MOST_NAMED: usize = 12;

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for cycle in &context.analysis.schedule.cycles {
        let around = around(cycle, context.resolved);
        let path = path(&around, cycle.len());
        let message = text!("任务互相等待：{path}", "tasks wait for each other: {path}");
        let [first, next, ..] = around[..] else {
            continue;
        };
        let mut finding = report
            .find(first, reference(first, next), message)
            .help(text!(
                "去掉其中一个前置任务",
                "take one of the predecessors away"
            ));
        for pair in around.windows(2).take(MOST_NAMED).skip(1) {
            let waits = pair[0].label();
            let span = reference(pair[0], pair[1]);
            finding = finding.with(span, text!("「{waits}」在等它", "{waits} waits for it"));
        }
    }
}

/// The tasks of a cycle from the one that stands first in the file, round to it again.
fn around<'p>(cycle: &[Idx<Task>], plan: &Resolved<'p>) -> Vec<&'p Entry<Task>> {
    let first = (0..cycle.len())
        .min_by_key(|&at| cycle[at].at())
        .unwrap_or_default();
    let tasks = cycle.iter().cycle().skip(first).take(cycle.len() + 1);
    tasks.map(|task| &plan.plan.tasks[*task]).collect()
}

fn path(around: &[&Entry<Task>], length: usize) -> String {
    let named = around.iter().take(MOST_NAMED);
    let mut names: Vec<_> = named.map(|task| format!("`{}`", task.label())).collect();
    if length >= MOST_NAMED {
        names.extend(["…".to_owned(), names[0].clone()]);
    }
    names.join(" → ")
}

/// Where a task names a predecessor.
fn reference(task: &Entry<Task>, before: &Entry<Task>) -> Span {
    let named = task
        .after
        .iter()
        .find(|first| *first.id() == before.id.value);
    named.map_or(task.key_span(), |named| named.span)
}
