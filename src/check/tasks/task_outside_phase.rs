//! OP150: a task has days outside its phase.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::Day;
use crate::plan::{Entry, Phase, Task};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP150" "task-outside-phase" Tasks Warning,
    "任务日期超出所属阶段", "a task has days outside its phase");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for task in &context.resolved.tasks {
        let phase = context.resolved.get(&task.phase);
        if let Some(phase) = phase.filter(|phase| !phase.is_reversed()) {
            compare(task, phase, report);
        }
    }
}

fn compare(task: &Entry<Task>, phase: &Entry<Phase>, report: &mut Reporter<'_>) {
    let days = || [task.start, task.due].into_iter().flatten();
    let name = phase.label();
    if let Some((day, edge, message)) = days().find_map(|day| outside(task, day, phase)) {
        report
            .find(task, day.span, message)
            .with(
                edge.span,
                text!("阶段「{name}」的界限", "the edge of the phase {name}"),
            )
            .help(text!(
                "调整任务日期，或换一个阶段",
                "move the task, or put it into another phase"
            ));
    } else if days().next().is_some() {
        edges_unsaid(phase).for_each(|edge| undecided(task, phase, edge, report));
    }
}

/// The edges that a phase does not state.
fn edges_unsaid(phase: &Entry<Phase>) -> impl Iterator<Item = &'static str> {
    let open = phase.open_ended.is_some_and(|open| open.value);
    let unsaid = [
        (phase.start.is_none(), "start"),
        (phase.end.is_none() && !open, "end"),
    ];
    unsaid
        .into_iter()
        .filter(|(unsaid, _)| *unsaid)
        .map(|(_, field)| field)
}

fn undecided(
    task: &Entry<Task>,
    phase: &Entry<Phase>,
    edge: &'static str,
    report: &mut Reporter<'_>,
) {
    let (name, of) = (task.label(), phase.label());
    report.unknown(task, phase.field(edge), text!(
        "阶段「{of}」的日期不全，无法判断任务「{name}」是否在其中",
        "the phase {of} does not state all its dates: whether {name} lies inside cannot be decided"
    ));
}

type Outside = (Located<Day>, Located<Day>, Text);

/// A day of a task that is outside, the edge of the phase, and what is wrong.
fn outside(task: &Entry<Task>, day: Located<Day>, phase: &Entry<Phase>) -> Option<Outside> {
    let before = phase.start.filter(|start| day.value < start.value);
    let after = phase.end.filter(|end| day.value > end.value);
    let edge = before.or(after)?;
    let (task, name, date, limit) = (task.label(), phase.label(), day.value.0, edge.value.0);
    let message = if before.is_some() {
        text!(
            "任务「{task}」的 {date} 早于阶段「{name}」的开始 {limit}",
            "{date} of {task} is before the phase {name} starts on {limit}"
        )
    } else {
        text!(
            "任务「{task}」的 {date} 晚于阶段「{name}」的结束 {limit}",
            "{date} of {task} is after the phase {name} ends on {limit}"
        )
    };
    Some((day, edge, message))
}
