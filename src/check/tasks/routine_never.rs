//! OP162: a routine none of whose days lies between its first and its last day.

use chrono::NaiveDate;

use crate::analysis::schedule::OddWhy;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Repeat, Weekday};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP162" "routine-never" Tasks Error,
    "例行任务一次也不会执行", "a routine that never happens");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for odd in &context.analysis.schedule.odd {
        let OddWhy::NeverHappens { first, last } = odd.why else {
            continue;
        };
        let task = &plan.tasks[odd.task];
        let Some(repeat) = &task.repeat else {
            continue;
        };
        let phase = plan.get(&task.phase);
        let closes = repeat
            .until
            .or_else(|| phase.and_then(|phase| plan.end_of(phase)))
            .or(plan.plan.head().end);
        let stated = task.start.or(task.due).or(task.around);
        let opens = stated
            .or_else(|| phase.and_then(|phase| phase.start.day()))
            .or(plan.plan.head().start);
        let (message, help) = words(task.label(), repeat, (first, last));
        let finding = report
            .find(task, days_of(repeat), message)
            .with(
                opens.map_or(task.key_span(), |day| day.span),
                text!("从这里开始", "it starts here"),
            )
            .help(help);
        if let Some(closes) = closes {
            finding.with(closes.span, text!("到这一天为止", "it ends here"));
        }
    }
}

/// What is wrong, and what to do.
fn words(name: &str, repeat: &Repeat, (first, last): (NaiveDate, NaiveDate)) -> (Text, Text) {
    if repeat.on.is_empty() {
        return (
            text!(
                "例行任务「{name}」从 {first} 到 {last}，其间没有工作日",
                "the routine {name} runs from {first} to {last}, with no workday in between"
            ),
            text!(
                "调整起止日期，或按天重复",
                "change its first or last day, or repeat it daily"
            ),
        );
    }
    let days: Vec<Weekday> = repeat.on.iter().map(|day| day.value).collect();
    (
        text!(
            "例行任务「{name}」从 {first} 到 {last}，一次也轮不到{days}",
            "the routine {name} runs from {first} to {last}, and none of its days ({days}) falls in between",
            days = days[..]; days
        ),
        text!(
            "调整起止日期，或换一个星期几",
            "change its first or last day, or choose another weekday"
        ),
    )
}

/// Where it is said on which days it happens.
fn days_of(repeat: &Repeat) -> Span {
    match (repeat.on.first(), repeat.on.last()) {
        (Some(first), Some(last)) => Span {
            start: first.span.start,
            end: last.span.end,
        },
        _ => repeat.every.span,
    }
}
