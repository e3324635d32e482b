//! The list of tasks for programs: stable English keys, ISO dates.

use serde_json::{Value as Json, json};

use super::error::RenderError;
use super::wording::Wording;
use crate::diagnostic::Text;
use crate::plan::value::Choice;
use crate::view::task_rows::{Before, Origin, TaskDay, TaskRow};
use crate::view::value::{Name, Value};
use crate::view::{NEXT, View};

/// Raised when a key changes its meaning or goes away.
const VERSION: u32 = 1;

pub(super) fn tasks(view: &View<'_>) -> Json {
    let wording = Wording::new(view);
    let tasks: Vec<Json> = view
        .tasks
        .rows
        .iter()
        .map(|row| task(row, &wording))
        .collect();
    json!({
        "version": VERSION,
        "plan": view.id,
        "title": view.cover.title,
        "language": view.language,
        "draft": view.draft,
        "tasks": tasks,
    })
}

/// A list as text. A log may show it: what begins a command of a runner is written another way
/// that means the same.
pub(super) fn written(list: &Json) -> Result<Vec<u8>, RenderError> {
    let text = serde_json::to_string_pretty(list)
        .map_err(|error| RenderError::outside(Text::same(error.to_string())))?;
    Ok((text.replace("##[", "#\\u0023[") + "\n").into_bytes())
}

fn task(row: &TaskRow<'_>, wording: &Wording) -> Json {
    let name = |name: &Name<'_>| json!({ "id": name.id, "name": name.name });
    let names = |names: &[Name<'_>]| names.iter().map(name).collect::<Vec<Json>>();
    let before = |before: &Before<'_>| {
        let mut task = name(&before.task);
        if let Some(lag) = before.lag {
            task["lag"] = wording.value(&Value::exactly(lag)).into();
        }
        task
    };
    let repeat = row.repeat.as_ref().map(|routine| {
        let next = routine.days.iter().take(NEXT).map(|day| day.to_string());
        let (rule, next) = (wording.value(&routine.rule()), next.collect::<Vec<_>>());
        json!({ "rule": rule, "times": routine.days.len(), "next": next })
    });
    let duration = row.duration.map(|(duration, origin)| {
        let words = wording.value(&Value::exactly(duration));
        json!({ "words": words, "derived": is_derived(origin), "unsure": origin == Origin::Unsure })
    });
    json!({
        "id": row.id,
        "title": row.title,
        "phase": row.phase.as_ref().map(name),
        "owners": names(&row.owners),
        "lead": row.lead.as_ref().map(name),
        "reviewer": row.reviewer.as_ref().map(name),
        "priority": row.priority.map(Choice::word),
        "start": row.start.map(day),
        "due": row.due.map(day),
        "worked_out": row.worked_out.map(day),
        "duration": duration,
        "effort": row.effort.map(|effort| wording.value(&Value::exactly(effort))),
        "after": row.after.iter().map(before).collect::<Vec<_>>(),
        "repeat": repeat,
        "status": row.status.map(Choice::word),
        "deliverable": row.deliverable,
        "checklist": row.checklist,
        "campaign": row.campaign.as_ref().map(name),
        "for": row.moment.map(Choice::word),
        "critical": row.is_critical,
        "float_workdays": row.float,
        "float_unsure": row.is_float_unsure(),
        "note": row.note,
    })
}

fn day(day: TaskDay) -> Json {
    json!({
        "date": day.day.to_string(),
        "derived": is_derived(day.origin),
        "about": day.origin == Origin::About,
        "unsure": day.origin == Origin::Unsure,
    })
}

fn is_derived(origin: Origin) -> bool {
    matches!(origin, Origin::Derived | Origin::Unsure)
}
