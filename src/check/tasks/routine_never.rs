//! OP162: a routine none of whose days lies between its first and its last day.

use crate::analysis::schedule::OddWhy;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP162" "routine-never" Tasks Error,
    "例行任务一次也不会发生", "a routine that never happens");

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
            .or_else(|| phase.and_then(|phase| phase.start))
            .or(plan.plan.head().start);
        let name = task.label();
        let message = text!(
            "例行任务「{name}」从 {first} 到 {last}，一次也轮不到",
            "the routine {name} runs from {first} to {last}, and none of its days lies in between"
        );
        let which = repeat.on.first().map_or(repeat.every.span, |day| day.span);
        let finding = report
            .find(task, which, message)
            .with(
                opens.map_or(task.key_span(), |day| day.span),
                text!("从这里开始", "it starts here"),
            )
            .help(text!(
                "调整起止日期，或换一个星期几",
                "move its first or last day, or name another weekday"
            ));
        if let Some(closes) = closes {
            finding.with(closes.span, text!("到这一天为止", "it ends here"));
        }
    }
}
