//! OP015: a phase reaches outside the dates of the plan.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::value::Day;
use crate::plan::{Entry, Head, Phase};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP015" "phase-outside-plan" Phases Error,
    "阶段超出计划起止", "a phase reaches outside the plan");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let head = context.resolved.head();
    for phase in context
        .resolved
        .phases
        .iter()
        .filter(|phase| !phase.is_reversed())
    {
        let day = |is_outside: &dyn Fn(&Day) -> bool| {
            // A phase that lies outside as a whole is one mistake.
            [phase.start, phase.end]
                .into_iter()
                .flatten()
                .find(|day| is_outside(&day.value))
        };
        let early = head
            .start
            .and_then(|edge| Some((day(&|day| *day < edge.value)?, edge)));
        let late = head
            .end
            .and_then(|edge| Some((day(&|day| *day > edge.value)?, edge)));
        if let Some((day, edge)) = early {
            too_early(phase, day, edge, report);
        }
        if let Some((day, edge)) = late {
            too_late(phase, day, edge, report);
        }
        if early.or(late).is_none() && phase.start.or(phase.end).is_some() {
            undecided(phase, head, report);
        }
    }
}

fn undecided(phase: &Entry<Phase>, head: &Entry<Head>, report: &mut Reporter<'_>) {
    let name = phase.label();
    if head.start.is_none() {
        report.unknown(phase, head.field("start"), text!(
            "计划没有写开始日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it starts: whether the phase {name} reaches outside it cannot be decided"
        ));
    }
    if head.end.is_none() {
        report.unknown(phase, head.field("end"), text!(
            "计划没有写结束日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it ends: whether the phase {name} reaches outside it cannot be decided"
        ));
    }
}

fn too_early(
    phase: &Entry<Phase>,
    day: Located<Day>,
    edge: Located<Day>,
    report: &mut Reporter<'_>,
) {
    let (name, date, limit) = (phase.label(), day.value.0, edge.value.0);
    let message = text!(
        "阶段「{name}」的 {date} 早于计划开始 {limit}",
        "{date} of the phase {name} is before the start of the plan, {limit}"
    );
    report
        .find(phase, day.span, message)
        .with(edge.span, text!("计划从这一天开始", "the plan starts here"))
        .help(text!(
            "调整阶段日期，或把计划的开始提前",
            "move the phase, or start the plan earlier"
        ));
}

fn too_late(
    phase: &Entry<Phase>,
    day: Located<Day>,
    edge: Located<Day>,
    report: &mut Reporter<'_>,
) {
    let (name, date, limit) = (phase.label(), day.value.0, edge.value.0);
    let message = text!(
        "阶段「{name}」的 {date} 晚于计划结束 {limit}",
        "{date} of the phase {name} is after the end of the plan, {limit}"
    );
    report
        .find(phase, day.span, message)
        .with(edge.span, text!("计划到这一天为止", "the plan ends here"))
        .help(text!(
            "调整阶段日期，或把计划的结束推后",
            "move the phase, or end the plan later"
        ));
}
