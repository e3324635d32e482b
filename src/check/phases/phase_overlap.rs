//! OP011: a phase starts before the one it comes after has ended.

use crate::analysis::schedule::PhaseTrouble;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP011" "phase-overlap" Phases Info,
    "前后阶段有重叠", "a phase starts before the one it comes after has ended");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let orders = context.analysis.schedule.phase_orders.iter();
    for order in orders.filter(|order| order.trouble == PhaseTrouble::Overlaps) {
        let phase = &plan.plan.phases[order.phase];
        let Some(before) = plan.get(&phase.after[order.after]) else {
            continue;
        };
        let (Some(start), Some(end)) = (phase.start.day(), plan.end_of(before)) else {
            continue;
        };
        let (name, first, on, until) = (phase.label(), before.label(), start.value.0, end.value.0);
        let message = text!(
            "阶段「{name}」{on} 开始，它的前一阶段「{first}」到 {until} 才结束，两者有重叠",
            "the phase {name} starts on {on}, before {first}, which it comes after, ends on {until}: they overlap"
        );
        report
            .find(phase, start.span, message)
            .with(
                phase.after[order.after].span,
                text!("排在「{first}」之后", "it comes after {first}"),
            )
            .with(
                end.span,
                text!("「{first}」到这一天结束", "{first} ends here"),
            );
    }
}
