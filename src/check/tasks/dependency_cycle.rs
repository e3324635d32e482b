//! OP151: tasks that depend on each other.

use crate::check::cycle::{self, Waiting};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Task;

pub(in crate::check) static RULE: Rule = rule!("OP151" "dependency-cycle" Tasks Error always,
    "前置任务循环", "tasks that depend on each other");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let waiting = Waiting::<Task> {
        after: |task| task.after.iter().map(|after| &after.task).collect(),
        message: |path| text!("前置任务循环：{path}", "tasks depend on each other: {path}"),
        waits: |name| text!("「{name}」以它为前置任务", "{name} depends on it"),
        help: text!("删去其中一个前置任务", "remove one of the dependencies"),
    };
    for cycle in &context.analysis.schedule.cycles {
        cycle::find(cycle, &waiting, context.resolved, report);
    }
}
