//! OP152: a task starts, or is due, before a task that it waits for is over.

use crate::analysis::schedule::{Order, Trouble};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Entry, Task};

pub(in crate::check) static RULE: Rule = rule!("OP152" "dependency-order" Tasks Error,
    "前置任务未完成就开始或到期", "a task starts or is due before its predecessor is over");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for order in &context.analysis.schedule.orders {
        let task = &context.resolved.tasks[order.task];
        let Some(before) = context.resolved.get(&task.after[order.after]) else {
            continue;
        };
        match words(order.trouble, task, before) {
            Some(message) => impossible(order, (task, before), message, report),
            None => undecided(task, before, report),
        }
    }
}

fn undecided(task: &Entry<Task>, before: &Entry<Task>, report: &mut Reporter<'_>) {
    let (name, first) = (task.label(), before.label());
    report.unknown(task, before.field("start"), text!(
        "「{first}」没有写确切的开始日，无法判断「{name}」开始时它是否已完成",
        "{first} does not say exactly when it starts: whether it is over when {name} starts cannot be decided"
    ));
}

fn impossible(
    order: &Order,
    (task, before): (&Entry<Task>, &Entry<Task>),
    message: Text,
    report: &mut Reporter<'_>,
) {
    let first = before.label();
    let stated = match order.trouble {
        Trouble::StartsBeforeEnd { .. } => task.start,
        _ => task.due,
    };
    let due = before.due.map(|due| due.span);
    let end = due.or(before.duration.map(|duration| duration.span));
    let finding = report
        .find(
            task,
            stated.map_or(task.key_span(), |day| day.span),
            message,
        )
        .with(
            task.after[order.after].span,
            text!("要等「{first}」", "it waits for {first}"),
        )
        .with(
            end.unwrap_or(before.key_span()),
            text!("「{first}」到这里才完成", "{first} is over only here"),
        );
    match (order.trouble, task.duration) {
        (Trouble::Late { .. }, Some(duration)) => finding
            .with(duration.span, text!("要做这么久", "it takes this long"))
            .help(text!(
                "推后截止日，缩短工期，或让前置任务提前完成",
                "make it due later, take less time, or finish the other earlier"
            )),
        _ => finding.help(text!(
            "推迟这项任务，或让前置任务提前完成",
            "move this task back, or finish the other earlier"
        )),
    };
}

/// What is wrong; nothing where it cannot be decided.
fn words(trouble: Trouble, task: &Entry<Task>, before: &Entry<Task>) -> Option<Text> {
    let (name, first) = (task.label(), before.label());
    Some(match trouble {
        Trouble::StartsBeforeEnd { start, end } => text!(
            "「{name}」{start} 开始，它的前置任务「{first}」{end} 才完成",
            "{name} starts on {start}; {first}, which it waits for, is over on {end}"
        ),
        Trouble::DueBeforeEnd { due, end } => text!(
            "「{name}」{due} 到期，它的前置任务「{first}」{end} 才完成",
            "{name} is due on {due}; {first}, which it waits for, is over on {end}"
        ),
        Trouble::Late { due, end } => text!(
            "「{name}」等「{first}」完成后再做，最早 {end} 完成，晚于截止日 {due}",
            "after {first}, {name} is over on {end} at the earliest, later than it is due, {due}"
        ),
        Trouble::Unknown => return None,
    })
}
