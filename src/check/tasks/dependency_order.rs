//! OP152: a task starts, or is due, before a task that it waits for is over.

use chrono::NaiveDate;

use crate::analysis::schedule::{MilestoneOrder, Order, Trouble};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::plan::value::Quantity;
use crate::plan::{Entry, Task};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP152" "dependency-order" Tasks Error,
    "前置任务未完成就开始或到期", "a task starts or is due before its predecessor is finished");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for order in &context.analysis.schedule.orders {
        let task = &context.resolved.tasks[order.task];
        let Some(before) = context.resolved.get(&task.after[order.after]) else {
            continue;
        };
        // What stands in the wrong year is another mistake.
        let outside = &context.analysis.outside;
        let first = context.resolved.find(&task.after[order.after]);
        if outside.is_slip(order.task) || first.is_some_and(|first| outside.is_slip(first)) {
            continue;
        }
        match order.trouble {
            Trouble::Unknown(field) => undecided((task, before), field, report),
            Trouble::SameDay { ready, late, of } => {
                let promises = &context.resolved.tasks[of];
                tight(order, (task, before), promises, [ready, late], report);
            }
            _ => {
                let windows = &context.analysis.schedule.windows;
                let over = first.and_then(|first| windows[first.at()].over);
                impossible(order, (task, before), over, report);
            }
        }
    }
    for order in &context.analysis.schedule.milestones {
        milestone(order, context, report);
    }
}

/// A milestone that is due before a task that leads to it is over.
fn milestone(order: &MilestoneOrder, context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let (plan, outside) = (context.resolved, &context.analysis.outside);
    let milestone = &plan.plan.milestones[order.milestone];
    let link = &milestone.after[order.after];
    let (Some(before), Some(due)) = (plan.get(link), milestone.due) else {
        return;
    };
    let is_slip = plan.find(link).is_some_and(|task| outside.is_slip(task));
    if is_slip || outside.is_slip(order.milestone) {
        return;
    }
    let (name, first, on) = (milestone.label(), before.label(), due.value.0);
    let Some(over) = order.over else {
        report.unknown(milestone, before.field("start"), text!(
            "「{first}」没有写确切的开始日，无法判断里程碑「{name}」到期时它是否已完成",
            "{first} does not say exactly when it starts: whether it is finished when the milestone {name} is due cannot be decided"
        ));
        return;
    };
    let message = text!(
        "里程碑「{name}」{on} 到期，它的前置任务「{first}」{over} 才完成",
        "the milestone {name} is due on {on}; {first}, on which it depends, is not finished until {over}"
    );
    report
        .find(milestone, due.span, message)
        .with(
            link.span,
            text!("前置任务「{first}」", "it depends on {first}"),
        )
        .with(
            end_of(before, over).unwrap_or(before.key_span()),
            text!(
                "「{first}」到这里才完成",
                "{first} is not finished until here"
            ),
        )
        .help(text!(
            "推后里程碑，或让前置任务提前完成",
            "postpone the milestone, or finish the task earlier"
        ));
}

/// Where it is said that a task is over on a day: its due day, unless its duration says so.
fn end_of(task: &Entry<Task>, over: NaiveDate) -> Option<Span> {
    let due = task.due.map(|due| due.span);
    let duration = task.duration.map(|duration| duration.span);
    let is_due = task.due.is_some_and(|due| due.value.0 == over);
    due.filter(|_| is_due).or(duration).or(due)
}

fn undecided(
    (task, before): (&Entry<Task>, &Entry<Task>),
    field: &'static str,
    report: &mut Reporter<'_>,
) {
    let (name, first) = (task.label(), before.label());
    let message = if field == "duration" {
        text!(
            "「{first}」没有写工期，无法判断「{name}」开始或到期时它是否已完成",
            "{first} does not say how long it takes: whether it is finished when {name} starts or is due cannot be decided"
        )
    } else {
        text!(
            "「{first}」没有写确切的开始日，无法判断「{name}」开始时它是否已完成",
            "{first} does not say exactly when it starts: whether it is finished when {name} starts cannot be decided"
        )
    };
    report.unknown(task, before.field(field), message);
}

/// A promise that is kept only if a task begins on the day on which the one before it is over.
fn tight(
    order: &Order,
    (task, before): (&Entry<Task>, &Entry<Task>),
    promises: &Entry<Task>,
    days: [NaiveDate; 2],
    report: &mut Reporter<'_>,
) {
    let (name, first, ready) = (task.label(), before.label(), days[0]);
    let span = promises.start.or(promises.due).map(|day| day.span);
    let link = &task.after[order.after];
    let message = match link.lag() {
        Some(lag) => tight_after_lag((task, before), promises, days, Quantity::Duration(lag)),
        None => tight_at_once((task, before), promises, days),
    };
    let finding = report
        .find(promises, span.unwrap_or(promises.key_span()), message)
        .severity(Severity::Warning)
        .with(
            link.task.span,
            text!("前置任务「{first}」", "it depends on {first}"),
        );
    let finding = match task.duration {
        Some(duration) => finding.with(duration.span, text!("工期", "its duration")),
        None => finding,
    };
    finding.help(text!(
        "推后日期或缩短工期；确实当天接着做的，给「{name}」写明 `start = {ready}`",
        "postpone it or shorten the work; if {name} really starts on that day, state it there: `start = {ready}`"
    ));
}

fn tight_at_once(
    (task, before): (&Entry<Task>, &Entry<Task>),
    promises: &Entry<Task>,
    [ready, late]: [NaiveDate; 2],
) -> Text {
    let (name, first, of) = (task.label(), before.label(), promises.label());
    let on = promised(promises, ready);
    let is_its_own = promises.id.value == task.id.value;
    let takes = promises.duration.filter(|_| !is_its_own);
    let work = takes.map_or_else(Text::default, |takes| {
        let takes = Quantity::Duration(takes.value);
        text!("，要做{takes}", " and takes {takes}"; takes)
    });
    match (is_its_own, promises.start) {
        (true, _) => text!(
            "「{name}」{on} 到期：「{first}」{ready} 才完成，当天接着做才来得及，下一个工作日开始要到 {late} 才完成",
            "{name} is due on {on}: {first} finishes on {ready}, and only work started that day is in time; started on the next workday, it finishes on {late}"
        ),
        (false, Some(_)) => text!(
            "「{of}」{on} 开始：「{name}」要在「{first}」完成的当天（{ready}）接着做才来得及，下一个工作日开始要到 {late} 才完成",
            "{of} starts on {on}: {name} is in time only if it starts on the day {first} finishes ({ready}); started on the next workday, it finishes on {late}"
        ),
        (false, None) => text!(
            "「{of}」{on} 到期{work}：「{name}」要在「{first}」完成的当天（{ready}）接着做才来得及，下一个工作日开始要到 {late} 才完成，剩下的时间不够",
            "{of} is due on {on}{work}: {name} is in time only if it starts on the day {first} finishes ({ready}); started on the next workday, it finishes on {late}, which leaves too little time"; work
        ),
    }
}

fn tight_after_lag(
    (task, before): (&Entry<Task>, &Entry<Task>),
    promises: &Entry<Task>,
    [ready, late]: [NaiveDate; 2],
    lag: Quantity,
) -> Text {
    let (name, first, of) = (task.label(), before.label(), promises.label());
    let on = promised(promises, ready);
    let comes = match promises.start {
        Some(_) => Text::fixed("开始", "starts"),
        None => Text::fixed("到期", "is due"),
    };
    let who = match promises.id.value == task.id.value {
        true => Text::fixed("", "it"),
        false => text!("「{name}」", "{name}"),
    };
    text!(
        "「{of}」{on} {comes}：{who}要在「{first}」完成后隔{lag}的当天（{ready}）就开始才来得及，下一个工作日开始要到 {late} 才完成",
        "{of} {comes} on {on}: {who} is in time only if it starts on the very day {lag} after {first} ({ready}); started on the next workday, it finishes on {late}"; comes, who, lag
    )
}

/// The day that a task promises: its start, else the day it is due.
fn promised(task: &Entry<Task>, otherwise: NaiveDate) -> NaiveDate {
    let day = task.start.or(task.due);
    day.map_or(otherwise, |day| day.value.0)
}

fn impossible(
    order: &Order,
    (task, before): (&Entry<Task>, &Entry<Task>),
    over: Option<NaiveDate>,
    report: &mut Reporter<'_>,
) {
    let first = before.label();
    let message = words(order, task, before, over);
    let stated = match order.trouble {
        Trouble::StartsBeforeEnd { .. } => task.start,
        _ => task.due,
    };
    let end = over.and_then(|over| end_of(before, over));
    let finding = report
        .find(
            task,
            stated.map_or(task.key_span(), |day| day.span),
            message,
        )
        .with(
            task.after[order.after].task.span,
            text!("前置任务「{first}」", "it depends on {first}"),
        )
        .with(
            end.unwrap_or(before.key_span()),
            text!(
                "「{first}」到这里才完成",
                "{first} is not finished until here"
            ),
        );
    match (order.trouble, task.duration) {
        (Trouble::Late { .. }, Some(duration)) => finding
            .with(duration.span, text!("工期", "its duration"))
            .help(text!(
                "推后截止日，缩短工期，或让前置任务提前完成",
                "move the due day, shorten it, or finish its predecessor earlier"
            )),
        _ => finding.help(text!(
            "推迟这项任务，或让前置任务提前完成",
            "postpone this task, or finish its predecessor earlier"
        )),
    };
}

fn words(order: &Order, task: &Entry<Task>, before: &Entry<Task>, over: Option<NaiveDate>) -> Text {
    let (name, first) = (task.label(), before.label());
    let lag = task.after[order.after].lag().map(Quantity::Duration);
    let is_over = |ready: NaiveDate| {
        let over = over.unwrap_or(ready);
        match lag {
            None => text!(
                "它的前置任务「{first}」{over} 才完成",
                "{first}, on which it depends, is not finished until {over}"
            ),
            Some(lag) => text!(
                "它的前置任务「{first}」{over} 才完成，之后要隔{lag}，到 {ready}",
                "{first}, on which it depends, finishes on {over}, and with a gap of {lag} it can start on {ready}"; lag
            ),
        }
    };
    match order.trouble {
        Trouble::StartsBeforeEnd { start, ready } => {
            let is_over = is_over(ready);
            text!("「{name}」{start} 开始，{is_over}", "{name} starts on {start}; {is_over}"; is_over)
        }
        Trouble::DueBeforeEnd { due, ready } => {
            let is_over = is_over(ready);
            text!("「{name}」{due} 到期，{is_over}", "{name} is due on {due}; {is_over}"; is_over)
        }
        Trouble::Late { due, end } => match lag {
            None => text!(
                "「{name}」等「{first}」完成后再做，最早 {end} 完成，晚于截止日 {due}",
                "after {first}, {name} cannot finish before {end}, later than its due day, {due}"
            ),
            Some(lag) => text!(
                "「{name}」等「{first}」完成后隔{lag}再做，最早 {end} 完成，晚于截止日 {due}",
                "{lag} after {first}, {name} cannot finish before {end}, later than its due day, {due}"; lag
            ),
        },
        Trouble::SameDay { .. } | Trouble::Unknown(_) => Text::default(),
    }
}
