//! OP010: something ends before it starts.

use crate::check::{Context, Reporter, Subject};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, Program, Task};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP010" "dates-reversed" Phases Error yields_to ["OP129"],
    "结束早于开始", "something ends before it starts");

type Date = Option<Located<Day>>;

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    compare(plan.head(), plan.head().start, plan.head().end, report);
    plan.phases
        .iter()
        .for_each(|phase| compare(phase, phase.start, phase.end, report));
    plan.people
        .iter()
        .for_each(|person| compare(person, person.start, person.end, report));
    plan.programs
        .iter()
        .for_each(|program| of_program(program, report));
    plan.campaigns
        .iter()
        .for_each(|campaign| of_campaign(campaign, report));
    plan.tasks.iter().for_each(|task| of_task(task, report));
    plan.events
        .iter()
        .for_each(|event| compare(event, event.start, event.end, report));
}

fn of_program(program: &Entry<Program>, report: &mut Reporter<'_>) {
    compare(program, program.from, program.until, report);
    for version in &program.versions {
        compare(program, version.from, version.until, report);
    }
}

fn of_campaign(campaign: &Entry<Campaign>, report: &mut Reporter<'_>) {
    compare(campaign, campaign.start, campaign.end, report);
    if let Some((signup, start)) = reversed(campaign.signup_on, campaign.start) {
        let (name, first, on) = (campaign.label(), start.value.0, signup.value.0);
        let message = text!(
            "「{name}」{first} 就开始了，{on} 才报名",
            "{name} starts on {first}, before it is signed up on {on}"
        );
        report
            .find(campaign, start.span, message)
            .with(
                signup.span,
                Text::fixed("这一天才报名", "signed up only here"),
            )
            .help(see_whether_swapped());
    }
}

fn of_task(task: &Entry<Task>, report: &mut Reporter<'_>) {
    compare(task, task.start, task.due, report);
    let until = task.repeat.as_ref().and_then(|repeat| repeat.until);
    compare(task, task.start, until, report);
}

fn compare(item: impl Into<Subject>, start: Date, end: Date, report: &mut Reporter<'_>) {
    if let Some((start, end)) = reversed(start, end) {
        let (first, last) = (start.value.0, end.value.0);
        let message = text!(
            "结束日 {last} 早于开始日 {first}",
            "it ends on {last}, before it starts on {first}"
        );
        report
            .find(item, end.span, message)
            .with(start.span, text!("这一天才开始", "it starts only here"))
            .help(see_whether_swapped());
    }
}

fn reversed(start: Date, end: Date) -> Option<(Located<Day>, Located<Day>)> {
    start
        .zip(end)
        .filter(|(start, end)| end.value < start.value)
}

fn see_whether_swapped() -> Text {
    text!(
        "检查两个日期是否写反",
        "see whether the two dates are swapped"
    )
}
