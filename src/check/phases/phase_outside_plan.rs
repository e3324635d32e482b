//! OP015: a phase reaches outside the dates of the plan.

use super::outside_plan::outside;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Entry, Head, Phase, Section};

pub(in crate::check) static RULE: Rule = rule!("OP015" "phase-outside-plan" Phases Warning,
    "阶段超出计划起止", "a phase extends beyond the plan");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let days = &context.analysis.outside.days;
    let of_phases = || {
        days.iter()
            .filter(|day| day.item.section == Section::Phases)
    };
    of_phases().for_each(|day| outside(day, context, report));
    let head = context.resolved.plan.head();
    let mut found = of_phases().map(|day| day.item.at).peekable();
    for (at, phase) in context.resolved.plan.phases.numbered() {
        let mut is_found = false;
        while found.next_if_eq(&at.at()).is_some() {
            is_found = true;
        }
        let has_days = phase.start.day().or(phase.end.day()).is_some();
        if !is_found && has_days && !phase.is_reversed() {
            undecided(phase, head, report);
        }
    }
}

fn undecided(phase: &Entry<Phase>, head: &Entry<Head>, report: &mut Reporter<'_>) {
    let name = phase.label();
    if head.start.is_none() {
        report.unknown(phase, head.field("start"), text!(
            "计划没有写开始日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it starts: whether the phase {name} extends beyond it cannot be decided"
        ));
    }
    if head.end.is_none() {
        report.unknown(phase, head.field("end"), text!(
            "计划没有写结束日期，无法判断阶段「{name}」是否超出",
            "the plan does not say when it ends: whether the phase {name} extends beyond it cannot be decided"
        ));
    }
}
