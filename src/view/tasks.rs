//! Tasks by owner, to be ticked off.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet, Tone};
use super::task_rows::{Origin, TaskDay, TaskRow};
use super::value::{DayForm, Value};
use crate::diagnostic::{Text, text};
use crate::plan::{Section, TaskStatus};

pub(super) const SECTIONS: &[Section] = &[Section::Tasks];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let tasks = &material.tasks;
    let has_float = tasks.rows.iter().any(|row| row.float.is_some());
    let legend = Value::words(
        "完成一项，勾一项。灰色日期与天数是推算的，计划里没有写。",
        "Tick each task when it is done. Grey days and lengths are worked out; the plan does not say them.",
    );
    let float = Value::words(
        "“可推迟”是不影响后续任务、所属活动和阶段以及计划完工的工作日数；“关键”任务一天也不能晚。",
        "Float is the workdays a task may slip before something else has to: a task after it, its campaign, its phase or the end of the plan. A critical task has none.",
    );
    let mut parts = vec![Part::Note(legend)];
    parts.extend(has_float.then_some(Part::Note(float)));
    for group in tasks.owners.iter().filter(|group| !group.tasks.is_empty()) {
        parts.push(Part::Heading(group.name(), vec![group.count()]));
        let rows = group
            .tasks
            .iter()
            .map(|at| cells(&tasks.rows[*at], has_float))
            .collect();
        let sheet = Sheet {
            label: group.name(),
            ..Sheet::new("tasks", Text::default(), columns(has_float), rows)
        };
        parts.push(Part::Sheet(sheet));
    }
    parts.extend(super::said::sources(
        tasks.rows.iter().map(|row| row.source),
    ));
    let count = tasks.rows.len();
    (count > 0).then(|| Chapter {
        id: "tasks",
        title: Text::fixed("任务清单", "Tasks by owner"),
        what: text!("{count} 项", "{count}"),
        is_form: false,
        parts,
    })
}

fn columns(has_float: bool) -> Vec<Column> {
    let float = Column::new("float", "可推迟", "Float", Fit::Figure);
    let columns = [
        Column::new("done", "完成", "Done", Fit::Tick),
        Column::new("title", "任务", "Task", Fit::Head),
        Column::new("phase", "阶段", "Phase", Fit::Text),
        Column::new("start", "开始", "Start", Fit::Text),
        Column::new("due", "截止", "Due", Fit::Text),
        Column::new("duration", "工期", "Length", Fit::Figure),
    ];
    columns
        .into_iter()
        .chain(has_float.then_some(float))
        .collect()
}

fn cells<'p>(row: &TaskRow<'p>, has_float: bool) -> Row<'p> {
    let days = row
        .float
        .map(|days| Value::phrase("{0} 天", "{0} d", [Value::Number(days)]));
    let float = if row.is_critical {
        Cell::new(Value::words("关键", "critical")).tone(Tone::Critical)
    } else {
        Cell::new(days)
    };
    let done = if row.status == Some(TaskStatus::Done) {
        Tone::Done
    } else {
        Tone::Plain
    };
    let status = row.status.unwrap_or(TaskStatus::Todo);
    let cells = [
        Cell::new(Value::choice(status)).tone(done),
        title(row),
        Cell::new(row.phase.map(|phase| Value::plain(phase.name))),
        day(row.start),
        day(row.due),
        duration(row),
    ];
    Row::new(cells.into_iter().chain(has_float.then_some(float)))
}

fn title<'p>(row: &TaskRow<'p>) -> Cell<'p> {
    let together = row.owners.iter().map(|owner| Value::plain(owner.name));
    let together = Value::list(together).filter(|_| row.owners.len() > 1);
    let doing = row.status.filter(|status| *status == TaskStatus::Doing);
    let mut cell = Cell::new(Value::plain(row.title))
        .labelled("交付：", "Deliverable: ", row.deliverable.map(Value::plain))
        .labelled("共同负责：", "Together: ", together)
        .labelled(
            "活动：",
            "Campaign: ",
            row.campaign.map(|campaign| Value::plain(campaign.name)),
        )
        .detail(row.note.map(Value::plain));
    cell.badge = doing.map(Value::choice);
    cell.ticks = row.checklist.clone();
    cell
}

fn day<'p>(day: Option<TaskDay>) -> Cell<'p> {
    let Some(TaskDay { day, origin }) = day else {
        return Cell::default();
    };
    let written = Value::Day(day, DayForm::Weekday);
    match origin {
        Origin::Said => Cell::new(written),
        Origin::About => Cell::new(Value::phrase("约 {0}", "c. {0}", [written])),
        Origin::Derived => Cell::new(written).tone(Tone::Derived),
    }
}

fn duration<'p>(row: &TaskRow<'p>) -> Cell<'p> {
    let Some((duration, origin)) = row.duration else {
        return Cell::default();
    };
    let tone = if origin == Origin::Derived {
        Tone::Derived
    } else {
        Tone::Plain
    };
    Cell::new(Value::exactly(duration)).tone(tone)
}
