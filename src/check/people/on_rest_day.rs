//! OP156: a task lies on days off of its owner alone.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Weekday;

pub(in crate::check) static RULE: Rule = rule!("OP156" "on-rest-day" People Warning,
    "任务全在负责人的休息日", "a task on days off of its owner alone");

/// Only work days that are stated count: those of the person, or else of the plan.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved.plan;
    for rests in &context.analysis.people.rests {
        let task = &plan.tasks[rests.task];
        let person = rests.person.map(|person| &plan.people[person]);
        let work_days = person.map_or(&plan.head().work_days, |person| &person.work_days);
        let Some(stated) = work_days.first() else {
            continue;
        };
        let (name, (first, last)) = (task.label(), rests.days);
        let whose = person.map_or("", |person| person.label());
        let week: Vec<Weekday> = work_days.iter().map(|day| day.value).collect();
        let days = &week[..];
        let on = Weekday::of(first);
        let message = match (person.is_some(), first == last) {
            (true, true) => text!(
                "任务「{name}」在 {first}（{on}），「{whose}」只在{days}上班",
                "{name} is on {first} ({on}); {whose} works on {days}"; on, days
            ),
            (true, false) => text!(
                "任务「{name}」从 {first} 到 {last}，没有一天是「{whose}」的工作日（{days}）",
                "{name} runs from {first} to {last}, and no day of it is a work day of {whose} ({days})"; days
            ),
            (false, true) => text!(
                "任务「{name}」在 {first}（{on}），不是店铺的工作日（{days}）",
                "{name} is on {first} ({on}), no work day of the shop ({days})"; on, days
            ),
            (false, false) => text!(
                "任务「{name}」从 {first} 到 {last}，没有一天是店铺的工作日（{days}）",
                "{name} runs from {first} to {last}, and no day of it is a work day of the shop ({days})"; days
            ),
        };
        let place = task.start.map_or(task.key_span(), |day| day.span);
        report
            .find(task, place, message)
            .with(rests.named, text!("负责人", "its owner"))
            .with(stated.span, text!("工作日", "the work days"))
            .help(text!(
                "换一天，换一个负责人，或改工作日",
                "move it, name another owner, or change the work days"
            ));
    }
}
