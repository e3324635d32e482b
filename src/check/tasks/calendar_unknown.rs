//! OP208: days that depend on the holidays of a year whose notice is not published.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP208" "calendar-unknown" Tasks Info,
    "日期取决于尚未公布的放假安排", "days that depend on holidays not yet published");

/// One unknown a year, on the first task that depends on it.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for (year, task) in &context.analysis.schedule.unsure {
        let task = &plan.tasks[*task];
        let name = task.label();
        report.unknown(task, plan.head().field("holidays"), text!(
            "{year} 年的放假安排未收录，「{name}」等任务推算的日期和先后无法判断，暂按平日计算",
            "the holidays of {year} are not in the library: the days worked out for {name} and others, and their order, cannot be decided; they follow the week for now"
        ));
    }
}
