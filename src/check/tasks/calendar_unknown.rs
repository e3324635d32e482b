//! OP208: days that depend on the holidays of a year whose notice is not published.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP208" "calendar-unknown" Tasks Info,
    "日期取决于尚未公布的放假安排", "days that depend on holidays not yet published");

/// Each year once, at the first task that depends on it.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for (task, years) in &context.analysis.schedule.unsure {
        let task = &plan.tasks[*task];
        let name = task.label();
        let years: Vec<Text> = years
            .iter()
            .map(|year| Text::same(year.to_string()))
            .collect();
        report.unknown(task, plan.head().field("holidays"), text!(
            "{years} 年的放假安排未收录，「{name}」等任务推算的日期和先后无法判断，暂按平日计算",
            "the holidays of {years} are not in the library: the days worked out for {name} and others, and their order, cannot be decided; they follow the week for now", years = years[..]; years
        ));
    }
}
