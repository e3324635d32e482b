//! OP158: a task takes longer than from its start to the day it is due.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::{Quantity, Unit};

pub(in crate::check) static RULE: Rule = rule!("OP158" "effort-over-window" Tasks Error,
    "开始到截止放不下工期", "a task takes longer than from its start to its due day");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for long in &context.analysis.schedule.too_long {
        let task = &context.resolved.tasks[long.task];
        let (Some(start), Some(due), Some(duration)) = (task.start, task.due, task.duration) else {
            continue;
        };
        let (name, first, last, end) = (task.label(), start.value.0, due.value.0, long.end);
        let takes = Quantity::Duration(duration.value);
        let there_are = match long.work_days {
            Some(days) if duration.value.unit == Unit::Workdays => text!(
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
            .find(task, duration.span, message)
            .with(start.span, text!("开始日", "starts here"))
            .with(due.span, text!("截止日", "due here"))
            .help(text!(
                "缩短工期，或推后截止日",
                "take less time, or make it due later"
            ));
    }
}
