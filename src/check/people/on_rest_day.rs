//! OP156: a task lies on days off of its owner alone, or a routine on a weekday off.

use chrono::NaiveDate;

use crate::analysis::people::When;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Weekday;
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP156" "on-rest-day" People Warning,
    "任务全在负责人的休息日", "a task that falls only on days off of its owner");

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
        let whose = person.map(|person| person.label());
        let week: Vec<Weekday> = work_days.iter().map(|day| day.value).collect();
        let place = match &rests.when {
            When::On(on) => on[0].span,
            When::Always(..) => task.start.map_or(task.key_span(), |day| day.span),
        };
        let message = match &rests.when {
            When::On(on) => of_routine(task.label(), on, whose, &week),
            When::Always(first, last) => of_days(task.label(), [*first, *last], whose, &week),
        };
        report
            .find(task, place, message)
            .with(rests.named, text!("负责人", "its owner"))
            .with(stated.span, text!("工作日", "the workdays"))
            .help(text!(
                "换一天，换一个负责人，或修改工作日",
                "move it, assign another owner, or change the workdays"
            ));
    }
}

fn of_routine(name: &str, on: &[Located<Weekday>], whose: Option<&str>, days: &[Weekday]) -> Text {
    let on: Vec<Weekday> = on.iter().map(|day| day.value).collect();
    let on = &on[..];
    match whose {
        Some(whose) => text!(
            "例行任务「{name}」每逢{on}要做，「{whose}」只在{days}上班",
            "the routine {name} falls on {on}; {whose} works on {days}"; on, days
        ),
        None => text!(
            "例行任务「{name}」每逢{on}要做，店铺只在{days}上班",
            "the routine {name} falls on {on}; the shop works on {days}"; on, days
        ),
    }
}

fn of_days(
    name: &str,
    [first, last]: [NaiveDate; 2],
    whose: Option<&str>,
    days: &[Weekday],
) -> Text {
    let on = Weekday::of(first);
    match (whose, first == last) {
        (Some(whose), true) => text!(
            "任务「{name}」在 {first}（{on}），「{whose}」只在{days}上班",
            "{name} is on {first} ({on}); {whose} works on {days}"; on, days
        ),
        (Some(whose), false) => text!(
            "任务「{name}」从 {first} 到 {last}，没有一天是「{whose}」的工作日（{days}）",
            "{name} runs from {first} to {last}, and none of these days is a workday of {whose} ({days})"; days
        ),
        (None, true) => text!(
            "任务「{name}」在 {first}（{on}），不是店铺的工作日（{days}）",
            "{name} is on {first} ({on}), not a workday of the shop ({days})"; on, days
        ),
        (None, false) => text!(
            "任务「{name}」从 {first} 到 {last}，没有一天是店铺的工作日（{days}）",
            "{name} runs from {first} to {last}, and none of these days is a workday of the shop ({days})"; days
        ),
    }
}
