//! OP158: a task takes longer than the days it has.

use crate::analysis::schedule::{Edge, EdgeOf, TooLong};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::plan::value::{Quantity, Unit};
use crate::plan::{Entry, Task};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP158" "effort-over-window" Tasks Error,
    "起止日期放不下工期", "a task takes longer than the days it has");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for long in &context.analysis.schedule.too_long {
        let task = &context.resolved.tasks[long.task];
        if (long.first.of, long.last.of) == (EdgeOf::Task, EdgeOf::Task) {
            own_days(task, long, report);
        } else {
            lent_days(task, long, context.resolved, report);
        }
    }
}

/// A task that states its start and the day it is due.
fn own_days(task: &Entry<Task>, long: &TooLong, report: &mut Reporter<'_>) {
    let (name, end) = (task.label(), long.end);
    let (start, due) = (long.first.day, long.last.day);
    let (first, last) = (start.value.0, due.value.0);
    let takes = Quantity::Duration(long.duration.value);
    let there_are = match long.work_days {
        Some(days) if long.duration.value.unit == Unit::Workdays => text!(
            "，其间只有 {days} 个工作日",
            ", with workdays in between: {days}"
        ),
        _ => Text::default(),
    };
    let message = text!(
        "「{name}」{first} 开始，{last} 截止{there_are}，工期却要{takes}，到 {end} 才能完成",
        "{name} starts on {first} and is due on {last}{there_are}; it takes {takes}, until {end}"; takes, there_are
    );
    report
        .find(task, long.duration.span, message)
        .with(start.span, text!("开始日", "starts here"))
        .with(due.span, text!("截止日", "due here"))
        .help(text!(
            "缩短工期，或推后截止日",
            "shorten it, or move the due day"
        ));
}

/// A task that leaves its start, or both days, to its phase or to the plan.
fn lent_days(task: &Entry<Task>, long: &TooLong, plan: &Resolved<'_>, report: &mut Reporter<'_>) {
    let (name, end) = (task.label(), long.end);
    let (first, last) = (long.first.day.value.0, long.last.day.value.0);
    let takes = Quantity::Duration(long.duration.value);
    let (opens, closes) = (whose(&long.first, plan), whose(&long.last, plan));
    let message = match long.last.of {
        EdgeOf::Task => text!(
            "「{name}」工期要{takes}，{last} 截止；{opens}从 {first} 才开始，最早 {end} 才能完成",
            "{name} takes {takes} and is due on {last}; {opens} starts on {first}, so it cannot finish before {end}"; takes, opens
        ),
        of if of == long.first.of => text!(
            "「{name}」工期要{takes}；{opens}从 {first} 开始，到 {last} 结束，最早 {end} 才能完成",
            "{name} takes {takes}; {opens} starts on {first} and ends on {last}, so it cannot finish before {end}"; takes, opens
        ),
        _ => text!(
            "「{name}」工期要{takes}；{opens}从 {first} 开始，{closes}到 {last} 结束，最早 {end} 才能完成",
            "{name} takes {takes}; {opens} starts on {first}, and {closes} ends on {last}, so it cannot finish before {end}"; takes, opens, closes
        ),
    };
    let closes_here = match long.last.of {
        EdgeOf::Task => text!("截止日", "due here"),
        _ => text!("{closes}到这一天结束", "{closes} ends here"; closes),
    };
    report
        .find(task, long.duration.span, message)
        .severity(Severity::Warning)
        .with(
            long.first.day.span,
            text!("{opens}从这一天开始", "{opens} starts here"; opens),
        )
        .with(long.last.day.span, closes_here)
        .help(text!(
            "缩短工期，或调整日期",
            "shorten it, or change the dates"
        ));
}

/// Who says a day.
fn whose(edge: &Edge, plan: &Resolved<'_>) -> Text {
    match edge.of {
        EdgeOf::Task => Text::default(),
        EdgeOf::Plan => text!("计划", "the plan"),
        EdgeOf::Phase(phase) => {
            let name = plan.plan.phases[phase].label();
            text!("阶段「{name}」", "the phase {name}")
        }
    }
}
