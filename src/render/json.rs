//! The list of tasks for programs: stable English keys, ISO dates.

use serde_json::{Value as Json, json};

use super::RenderError;
use crate::view::{Name, TaskDay, TaskRow, View};

/// Raised when a key changes its meaning or goes away.
const VERSION: u32 = 1;

pub(super) fn tasks(view: &View) -> Result<Vec<u8>, RenderError> {
    let rows = view.tasks.as_ref().map_or(&[][..], |tasks| &tasks.rows);
    let tasks: Vec<Json> = rows.iter().map(task).collect();
    let list = json!({
        "version": VERSION,
        "plan": view.id,
        "title": view.cover.title,
        "language": view.language,
        "draft": view.draft,
        "tasks": tasks,
    });
    let written = serde_json::to_vec_pretty(&list);
    let mut written = written.map_err(|error| RenderError {
        template: None,
        line: None,
        message: error.to_string(),
    })?;
    written.push(b'\n');
    Ok(written)
}

fn task(row: &TaskRow) -> Json {
    let name = |name: &Name| json!({ "id": name.id, "name": name.name });
    let names = |names: &[Name]| names.iter().map(name).collect::<Vec<Json>>();
    let repeat = row.repeat.as_ref().map(|repeat| {
        let next: Vec<&str> = repeat.next.iter().map(|day| day.iso.as_str()).collect();
        json!({ "rule": repeat.rule, "times": repeat.times, "next": next })
    });
    json!({
        "id": row.id,
        "title": row.title,
        "phase": row.phase.as_ref().map(name),
        "owners": names(&row.owners),
        "start": row.start.as_ref().map(day),
        "due": row.due.as_ref().map(day),
        "duration": row.duration.as_ref().map(|duration| json!({ "words": duration.words, "derived": duration.derived })),
        "after": names(&row.after),
        "repeat": repeat,
        "status": row.status.as_ref().map(|status| status.word),
        "deliverable": row.deliverable,
        "checklist": row.checklist,
        "campaign": row.campaign.as_ref().map(name),
        "critical": row.critical,
        "float_workdays": row.float,
        "note": row.note,
    })
}

fn day(day: &TaskDay) -> Json {
    json!({ "date": day.date.iso, "derived": day.derived, "about": day.about })
}
