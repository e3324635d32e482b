//! Tasks by phase, each once, to be ticked off.

use std::collections::HashMap;

use super::material::Material;
use super::part::{Below, Cell, Chapter, Column, Fit, Part, Row, Sheet, Tone};
use super::said::{counted, unsure};
use super::task_groups::{by_day, group_count};
use super::task_rows::{Origin, TaskDay, TaskRow, day_of};
use super::value::{DayForm, Name, Value};
use crate::diagnostic::Text;
use crate::plan::{Section, TaskStatus};

pub(super) const SECTIONS: &[Section] = &[Section::Tasks];

/// From so many work days on, float is no longer counted: nobody is to be invited to put a
/// task off until autumn.
const AMPLE: i64 = 10;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let tasks = &material.tasks;
    let rows: Vec<_> = tasks
        .rows
        .iter()
        .filter(|row| row.repeat.is_none())
        .collect();
    let has_float = rows
        .iter()
        .any(|row| row.float.is_some() || row.is_critical);
    let has_days = rows
        .iter()
        .any(|row| day_of(row).is_some() || row.duration.is_some());
    let mut parts = legends(&rows);
    let groups = by_phase(material);
    let is_grouped = groups.iter().any(|(phase, _)| phase.is_some());
    for (phase, group) in groups {
        let name = match phase {
            Some(phase) => Value::plain(phase.name),
            None if is_grouped => Value::words("不属于任何阶段", "In no phase"),
            None => Value::words("任务", "Tasks"),
        };
        let critical = group
            .iter()
            .filter(|at| tasks.rows[**at].is_critical)
            .count();
        let count = group_count(group.len(), critical, 0);
        let rows = group.iter().map(|at| row(&tasks.rows[*at], has_float));
        let sheet = Sheet::new("tasks", Text::default(), columns(has_float), rows.collect());
        let sheet = match has_days {
            true => sheet,
            false => sheet.without_empty_columns(),
        };
        parts.push(Part::Sheet(match is_grouped {
            true => sheet.headed(name, vec![count]),
            false => Sheet {
                label: name,
                ..sheet
            },
        }));
    }
    parts.extend(super::said::sources(rows.iter().map(|row| row.source)));
    let count = rows.len();
    (count > 0).then(|| Chapter {
        id: "tasks",
        title: Text::fixed("任务清单", "Tasks"),
        what: counted(count, "项", "task", "tasks"),
        is_form: false,
        parts,
    })
}

/// What the marks in the tables mean, as far as they occur.
fn legends<'p>(rows: &[&TaskRow<'_>]) -> Vec<Part<'p>> {
    let has_derived = rows.iter().any(|row| row.is_derived());
    let notes = [
        Some(if has_derived {
            Value::words(
                "完成一项，勾一项。带 * 的为推算值，计划里没有写。",
                "Tick each task when it is done. What is marked * is calculated; the plan does not state it.",
            )
        } else {
            Value::words("完成一项，勾一项。", "Tick each task when it is done.")
        }),
        rows.iter().any(|row| row.float.is_some()).then_some(Value::words(
            "“可推迟”是不影响后续任务、所属活动和阶段，也不推迟全部任务完成日的工作日数。",
            "Float is the number of workdays that a task may slip before a task after it, its campaign, its phase or the day on which all tasks are done has to move.",
        )),
        rows.iter().any(|row| row.is_critical).then_some(Value::words(
            "“关键”任务晚一天，后面的任务或全部任务的完成日就要跟着晚。",
            "If a critical task slips by a day, so does what follows it, or the day on which all tasks are done.",
        )),
    ];
    notes.into_iter().flatten().map(Part::Note).collect()
}

/// The tasks of each phase by day, phases in the order of the plan, those of none last.
fn by_phase<'p>(material: &Material<'_, 'p>) -> Vec<(Option<Name<'p>>, Vec<usize>)> {
    let rows = &material.tasks.rows;
    let phases = material.resolved.plan.phases.iter().enumerate();
    let order: HashMap<&str, usize> = phases.map(|(at, phase)| (&*phase.id.value, at)).collect();
    let mut groups: HashMap<Option<&str>, (Option<Name<'p>>, Vec<usize>)> = HashMap::new();
    for (at, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.repeat.is_none())
    {
        let group = groups.entry(row.phase.map(|phase| phase.id));
        group.or_insert_with(|| (row.phase, Vec::new())).1.push(at);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|(phase, tasks)| {
        let place = phase.map(|phase| order.get(phase.id).copied().unwrap_or(usize::MAX));
        (phase.is_none(), place, tasks[0])
    });
    groups.iter_mut().for_each(|(_, tasks)| by_day(tasks, rows));
    groups
}

fn columns(has_float: bool) -> Vec<Column> {
    let columns = [
        Column::new("done", "完成", "Done", Fit::Tick),
        Column::new("title", "任务", "Task", Fit::Head),
        Column::new("owner", "负责人", "Owner", Fit::Text),
        Column::new("start", "开始", "Start", Fit::Text),
        Column::new("due", "截止", "Due", Fit::Text),
        Column::new("duration", "工期", "Duration", Fit::Figure),
    ];
    let float = has_float.then_some(float_column());
    columns.into_iter().chain(float).collect()
}

/// The column of [`float`].
pub(super) fn float_column() -> Column {
    Column::new("float", "可推迟", "Float", Fit::Figure)
}

fn row<'p>(row: &TaskRow<'p>, has_float: bool) -> Row<'p> {
    let done = if row.status == Some(TaskStatus::Done) {
        Tone::Done
    } else {
        Tone::Plain
    };
    let begun = row.status.filter(|status| *status != TaskStatus::Todo);
    let title = Cell {
        badge: begun.map(Value::choice),
        ..Cell::new(Value::plain(row.title))
    };
    let owners = Value::list(row.owners.iter().map(|owner| Value::plain(owner.name)));
    let nobody = || Value::words("尚无", "none yet");
    let cells = [
        Cell::new(Value::choice(row.status.unwrap_or(TaskStatus::Todo))).tone(done),
        title,
        Cell::new(owners.unwrap_or_else(nobody)),
        day(row.start),
        day(row.due).labelled("推算完成：", "Calculated end: ", worked_out(row)),
        duration(row),
    ];
    let float = has_float.then(|| float(row));
    Row {
        below: below(row),
        ..Row::new(cells.into_iter().chain(float))
    }
}

/// What stands below a task: what it gives, what it waits for, what it is for.
pub(super) fn below<'p>(row: &TaskRow<'p>) -> Below<'p> {
    let after = row.after.iter().map(|before| before.words());
    let below = Below {
        details: Vec::new(),
        ticks: row.checklist.clone(),
    };
    below
        .labelled("交付：", "Deliverable: ", row.deliverable.map(Value::plain))
        .labelled("前置：", "After: ", Value::titles(after))
        .labelled("主要负责：", "Lead: ", row.lead.map(Value::name))
        .labelled("验收：", "Reviewer: ", row.reviewer.map(Value::name))
        .labelled("优先级：", "Priority: ", row.priority.map(Value::choice))
        .labelled("工作量：", "Effort: ", row.effort.map(Value::exactly))
        .labelled("活动：", "Campaign: ", campaign(row))
        .labelled("备注：", "Note: ", row.note.map(Value::plain))
}

/// The campaign it is for, and which moment of it.
fn campaign<'p>(row: &TaskRow<'p>) -> Option<Value<'p>> {
    let campaign = Value::plain(row.campaign?.name);
    Some(match row.moment.map(Value::choice) {
        Some(moment) => Value::phrase("{0}（{1}）", "{0} ({1})", [campaign, moment]),
        None => campaign,
    })
}

/// A day of a task, grey where it is worked out.
pub(super) fn day<'p>(day: Option<TaskDay>) -> Cell<'p> {
    let Some(TaskDay { day, origin }) = day else {
        return Cell::default();
    };
    let written = Value::Day(day, DayForm::Weekday);
    match origin {
        Origin::Said => Cell::new(written),
        Origin::About => Cell::new(Value::phrase("约 {0}", "about {0}", [written])),
        Origin::Derived => Cell::new(written).tone(Tone::Derived),
        Origin::Unsure => Cell::new(unsure(written)).tone(Tone::Derived),
    }
}

/// The same below a figure.
fn unsure_below<'p>() -> Value<'p> {
    Value::words("放假安排未定", "holidays not known")
}

/// The day it is over by its start and duration, beside the day it is due.
fn worked_out<'p>(row: &TaskRow<'p>) -> Option<Value<'p>> {
    let end = row.worked_out?;
    let day = Value::Day(end.day, DayForm::Weekday);
    Some(end.origin.beside(day))
}

fn duration<'p>(row: &TaskRow<'p>) -> Cell<'p> {
    let Some((duration, origin)) = row.duration else {
        return Cell::default();
    };
    let written = Value::exactly(duration);
    match origin {
        Origin::Unsure => Cell::new(written)
            .tone(Tone::Derived)
            .detail(Some(unsure_below())),
        Origin::Derived => Cell::new(written).tone(Tone::Derived),
        Origin::Said | Origin::About => Cell::new(written),
    }
}

/// How far a task may slip.
pub(super) fn float<'p>(row: &TaskRow<'p>) -> Cell<'p> {
    if row.is_critical {
        return Cell::new(Value::words("关键", "critical")).tone(Tone::Critical);
    }
    let Some(days) = row.float else {
        return Cell::default();
    };
    let written = Cell::new(match days {
        AMPLE.. => Value::phrase("{0} 天以上", "{0}+ days", [Value::Number(AMPLE)]),
        1 => Value::words("1 天", "1 day"),
        _ => Value::phrase("{0} 天", "{0} days", [Value::Number(days)]),
    });
    let is_sure = row.float_at_least >= Some(days.min(AMPLE));
    written.detail((!is_sure).then(unsure_below))
}
