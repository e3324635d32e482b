//! OP015: a phase reaches outside the dates of the plan.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Unknown, rule, text};
use crate::plan::value::Day;
use crate::plan::{Entry, Phase};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP015" "phase-outside-plan" Phases Error,
    "阶段超出计划起止", "a phase reaches outside the plan");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let head = context.resolved.head();
    for phase in context
        .resolved
        .phases
        .iter()
        .filter(|phase| !phase.is_reversed())
    {
        let early = head
            .start
            .and_then(|edge| Some((first_day(phase, |day| day.value < edge.value)?, edge)));
        let late = head
            .end
            .and_then(|edge| Some((first_day(phase, |day| day.value > edge.value)?, edge)));
        early
            .into_iter()
            .for_each(|(day, edge)| report.find(too_early(phase, day, edge)));
        late.into_iter()
            .for_each(|(day, edge)| report.find(too_late(phase, day, edge)));
        if early.or(late).is_none() && phase.start.or(phase.end).is_some() {
            let missing = [
                (head.start.is_none(), "plan.start"),
                (head.end.is_none(), "plan.end"),
            ];
            missing
                .iter()
                .filter(|(lacks, _)| *lacks)
                .for_each(|(_, field)| report.cannot_say(undecided(phase, field)));
        }
    }
}

/// The first stated day of a phase that is outside: a phase that lies outside as a whole
/// is one mistake.
fn first_day(
    phase: &Entry<Phase>,
    outside: impl Fn(&Located<Day>) -> bool,
) -> Option<Located<Day>> {
    [phase.start, phase.end].into_iter().flatten().find(outside)
}

fn undecided(phase: &Entry<Phase>, missing: &str) -> Unknown {
    let name = phase.label();
    let message = match missing {
        "plan.start" => text!(
            "计划没有写开始日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it starts: whether the phase {name} reaches outside it cannot be decided"
        ),
        _ => text!(
            "计划没有写结束日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it ends: whether the phase {name} reaches outside it cannot be decided"
        ),
    };
    Unknown {
        rule: &RULE,
        item: phase.path(),
        span: phase.key_span(),
        missing: missing.to_owned(),
        message,
    }
}

fn too_early(phase: &Entry<Phase>, day: Located<Day>, edge: Located<Day>) -> Diagnostic {
    let (name, date, limit) = (phase.label(), day.value.0, edge.value.0);
    let message = text!(
        "阶段「{name}」的 {date} 早于计划开始 {limit}",
        "{date} of the phase {name} is before the start of the plan, {limit}"
    );
    Diagnostic::new(&RULE, day.span, message)
        .with(edge.span, text!("计划从这一天开始", "the plan starts here"))
        .help(text!(
            "调整阶段日期，或把计划的开始提前",
            "move the phase, or start the plan earlier"
        ))
        .on(phase.path())
}

fn too_late(phase: &Entry<Phase>, day: Located<Day>, edge: Located<Day>) -> Diagnostic {
    let (name, date, limit) = (phase.label(), day.value.0, edge.value.0);
    let message = text!(
        "阶段「{name}」的 {date} 晚于计划结束 {limit}",
        "{date} of the phase {name} is after the end of the plan, {limit}"
    );
    Diagnostic::new(&RULE, day.span, message)
        .with(edge.span, text!("计划到这一天为止", "the plan ends here"))
        .help(text!(
            "调整阶段日期，或把计划的结束推后",
            "move the phase, or end the plan later"
        ))
        .on(phase.path())
}
