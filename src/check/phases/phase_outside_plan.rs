//! OP015: a phase reaches outside the dates of the plan.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Unknown, rule, text};
use crate::plan::value::Day;
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP015" "phase-outside-plan" Phases Error,
    "阶段超出计划起止", "a phase reaches outside the plan");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let head = context.resolved.head;
    for phase in &context.resolved.phases {
        for day in [phase.start, phase.end].into_iter().flatten() {
            match outside(day, head.start, head.end) {
                Ok(None) => {}
                Ok(Some(edge)) => report.find(beyond(phase.label(), day, edge).on(phase.path())),
                Err(missing) => report.cannot_say(Unknown {
                    rule: &RULE,
                    item: phase.path(),
                    span: phase.key_span(),
                    missing: missing.to_owned(),
                    message: {
                        let name = phase.label();
                        text!("计划没有写起止日期,无法判断阶段「{name}」是否超出", "the plan has no such date: whether the phase {name} reaches outside it cannot be decided")
                    },
                }),
            }
        }
    }
}

/// The edge of the plan that a day lies beyond, or the edge that is not stated.
fn outside(
    day: Located<Day>,
    start: Option<Located<Day>>,
    end: Option<Located<Day>>,
) -> Result<Option<Located<Day>>, &'static str> {
    let before = start.filter(|start| day.value < start.value);
    let after = end.filter(|end| day.value > end.value);
    match (before.or(after), start, end) {
        (Some(edge), ..) => Ok(Some(edge)),
        (None, Some(_), Some(_)) => Ok(None),
        (None, None, _) => Err("plan.start"),
        (None, _, None) => Err("plan.end"),
    }
}

fn beyond(name: &str, day: Located<Day>, edge: Located<Day>) -> Diagnostic {
    let (date, limit) = (day.value.0, edge.value.0);
    let message = if day.value < edge.value {
        text!("阶段「{name}」的 {date} 早于计划开始 {limit}", "{date} of the phase {name} is before the start of the plan, {limit}")
    } else {
        text!("阶段「{name}」的 {date} 晚于计划结束 {limit}", "{date} of the phase {name} is after the end of the plan, {limit}")
    };
    Diagnostic::new(&RULE, day.span, message)
        .with(edge.span, text!("计划到这里为止", "the plan reaches this far"))
        .help(text!("调整阶段日期,或把计划的起止放宽", "move the phase, or widen the plan"))
}
