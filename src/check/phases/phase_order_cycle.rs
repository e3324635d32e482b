//! OP018: phases that come after each other, or one that starts before the one it comes after.

use crate::analysis::schedule::{PhaseOrder, PhaseTrouble};
use crate::check::cycle::{self, Waiting};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Entry, Phase};

pub(in crate::check) static RULE: Rule = rule!("OP018" "phase-order-cycle" Phases Error,
    "阶段先后互相矛盾", "phases in a contradictory order");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let waiting = Waiting::<Phase> {
        after: |phase| phase.after.iter().collect(),
        message: |path| text!("阶段循环：{path}", "phases form a circle: {path}"),
        waits: |name| text!("「{name}」以它为前一阶段", "{name} comes after it"),
        help: text!("去掉其中一个 `after`", "remove one `after`"),
    };
    let schedule = &context.analysis.schedule;
    for cycle in &schedule.phase_cycles {
        cycle::find(cycle, &waiting, context.resolved, report);
    }
    let plan = context.resolved;
    for order in &schedule.phase_orders {
        let phase = &plan.plan.phases[order.phase];
        let Some(before) = plan.get(&phase.after[order.after]) else {
            continue;
        };
        match order.trouble {
            PhaseTrouble::StartsBefore => starts_before(order, phase, before, report),
            PhaseTrouble::Unknown(unsaid) => {
                let (name, first) = (phase.label(), before.label());
                report.unknown(phase, plan.plan.phases[unsaid].field("start"), text!(
                    "「{name}」排在「{first}」之后，但其中一个没有写开始日，无法判断先后",
                    "{name} comes after {first}, but one of them states no start: their order cannot be decided"
                ));
            }
            PhaseTrouble::Overlaps => {}
        }
    }
}

fn starts_before(
    order: &PhaseOrder,
    phase: &Entry<Phase>,
    before: &Entry<Phase>,
    report: &mut Reporter<'_>,
) {
    let (Some(day), Some(start)) = (phase.start.day().or(phase.end.day()), before.start.day())
    else {
        return;
    };
    let (name, first, on, other) = (phase.label(), before.label(), day.value.0, start.value.0);
    let message = if phase.start.day().is_some() {
        text!(
            "阶段「{name}」{on} 开始，它的前一阶段「{first}」{other} 才开始",
            "the phase {name} starts on {on}, but {first}, the phase before it, starts only on {other}"
        )
    } else {
        text!(
            "阶段「{name}」{on} 结束，它的前一阶段「{first}」{other} 才开始",
            "the phase {name} ends on {on}, but {first}, the phase before it, starts only on {other}"
        )
    };
    report
        .find(phase, day.span, message)
        .with(
            phase.after[order.after].span,
            text!("排在「{first}」之后", "it comes after {first}"),
        )
        .with(
            start.span,
            text!("「{first}」的开始日", "{first} starts here"),
        )
        .help(text!(
            "调整日期，或去掉 `after`",
            "change one of the dates, or remove `after`"
        ));
}
