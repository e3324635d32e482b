//! OP150: a task has days outside its phase.

use chrono::NaiveDate;

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Entry, InSection, Phase, Task};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

pub(in crate::check) static RULE: Rule = rule!("OP150" "task-outside-phase" Tasks Warning,
    "任务日期超出所属阶段", "a task has days outside its phase");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let windows = &context.analysis.schedule.windows;
    for (at, task) in context.resolved.plan.tasks.numbered() {
        // A task in the wrong year is another mistake.
        if context.analysis.outside.is_slip(at) {
            continue;
        }
        let phase = context.resolved.get(&task.phase);
        if let Some(phase) = phase {
            let days = days(task, windows[at.at()].over);
            let noun = text!("任务", "");
            compare(task, &noun, &days, phase, context.resolved, report);
        }
    }
    for (at, milestone) in context.resolved.plan.milestones.numbered() {
        let phase = context.resolved.get(&milestone.phase);
        if let (Some(phase), Some(due)) = (phase, milestone.due)
            && !context.analysis.outside.is_slip(at)
        {
            let (day, span) = (due.value.0, due.span);
            let what = text!("的截止日 {day} ", "due day");
            let noun = text!("里程碑", "the milestone ");
            let days = [TaskDay { what, day, span }];
            compare(milestone, &noun, &days, phase, context.resolved, report);
        }
    }
}

/// A day of a task.
struct TaskDay {
    /// Which it is; in Chinese with its date, which stands within: `的截止日 2026-04-30 `.
    what: Text,
    day: NaiveDate,
    span: Span,
}

/// The days of a task that the plan says, and the earliest on which it can be over.
fn days(task: &Entry<Task>, over: Option<NaiveDate>) -> Vec<TaskDay> {
    let until = task.repeat.as_ref().and_then(|repeat| repeat.until);
    let stated = [
        (Text::fixed("开始日", "start"), task.start),
        (Text::fixed("截止日", "due day"), task.due),
        (Text::fixed("重复截止日", "last day of its cycle"), until),
    ];
    let stated = stated.into_iter().filter_map(|(what, day)| {
        let Located { value, span } = day?;
        let day = value.0;
        let what = text!("的{what} {day} ", "{what}"; what);
        Some(TaskDay { what, day, span })
    });
    let worked_out = over.filter(|_| task.due.is_none() && task.repeat.is_none());
    let from = task.duration.map(|duration| duration.span);
    let from = from.or(task.after.first().map(|first| first.task.span));
    let worked_out = worked_out.zip(from).map(|(day, span)| TaskDay {
        what: text!("推算最早 {day} 完成，", "calculated earliest end"),
        day,
        span,
    });
    stated.chain(worked_out).collect()
}

fn compare<T: InSection>(
    item: &Entry<T>,
    noun: &Text,
    days: &[TaskDay],
    phase: &Entry<Phase>,
    plan: &Resolved<'_>,
    report: &mut Reporter<'_>,
) {
    if phase.is_reversed() {
        return;
    }
    let end = plan.end_of(phase);
    let outside = days.iter().find_map(|day| {
        let early = phase.start.day().filter(|start| day.day < start.value.0);
        let late = || end.filter(|end| day.day > end.value.0);
        let early = early.map(|edge| (day, edge, true));
        early.or_else(|| late().map(|edge| (day, edge, false)))
    });
    let Some((day, edge, early)) = outside else {
        if !days.is_empty() {
            edges_unsaid(phase).for_each(|edge| undecided(item, noun, phase, edge, report));
        }
        return;
    };
    let (name, of, what) = (item.label(), phase.label(), &day.what);
    let (date, limit) = (day.day, edge.value.0);
    let message = if early {
        text!(
            "{noun}「{name}」{what}早于所属阶段「{of}」的开始日 {limit}",
            "the {what} of {noun}{name}, {date}, is before its phase {of} starts on {limit}"; noun, what
        )
    } else {
        text!(
            "{noun}「{name}」{what}晚于所属阶段「{of}」的结束日 {limit}",
            "the {what} of {noun}{name}, {date}, is after its phase {of} ends on {limit}"; noun, what
        )
    };
    let label = match (early, phase.end.day()) {
        (true, _) => text!("阶段「{of}」从这一天开始", "the phase {of} starts here"),
        (false, Some(_)) => text!("阶段「{of}」到这一天结束", "the phase {of} ends here"),
        (false, None) => text!(
            "阶段「{of}」随计划到这一天结束",
            "the phase {of} ends here, with the plan"
        ),
    };
    report
        .find(item, day.span, message)
        .with(edge.span, label)
        .help(text!(
            "调整日期，或换一个阶段",
            "move it, or assign it to another phase"
        ));
}

/// The edges that a phase does not state.
fn edges_unsaid(phase: &Entry<Phase>) -> impl Iterator<Item = &'static str> {
    let open = phase.open_ended.is_some_and(|open| open.value);
    let unsaid = [
        (phase.start.day().is_none(), "start"),
        (phase.end.day().is_none() && !open, "end"),
    ];
    unsaid
        .into_iter()
        .filter(|(unsaid, _)| *unsaid)
        .map(|(_, field)| field)
}

fn undecided<T: InSection>(
    item: &Entry<T>,
    noun: &Text,
    phase: &Entry<Phase>,
    edge: &'static str,
    report: &mut Reporter<'_>,
) {
    let (name, of) = (item.label(), phase.label());
    report.unknown(item, phase.field(edge), text!(
        "阶段「{of}」的日期不全，无法判断{noun}「{name}」是否在其中",
        "the phase {of} does not state all its dates: whether {noun}{name} lies inside cannot be decided"; noun
    ));
}
