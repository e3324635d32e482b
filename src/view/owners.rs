//! Who does what: one line a task and owner.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::counted;
use super::task_groups::OwnedTasks;
use super::task_groups::by_due;
use super::tasks::{day, float, float_column};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::Section;

pub(super) const SECTIONS: &[Section] = &[Section::Tasks];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let owners = &material.tasks.owners;
    let named = owners.iter().filter(|group| group.owner.is_some()).count();
    let parts = owners.iter().flat_map(|group| parts(group, material));
    // With one owner it would say what the list of tasks says.
    (named > 1).then(|| Chapter {
        id: "owners",
        title: Text::fixed("分工一览", "Who does what"),
        what: counted(named, "位负责人", "owner", "owners"),
        is_form: false,
        parts: parts.collect(),
    })
}

fn parts<'p>(group: &OwnedTasks<'p>, material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let rows = &material.tasks.rows;
    let (name, count) = (group.name(), vec![group.count()]);
    let mut parts = Vec::new();
    if group.tasks.is_empty() {
        parts.push(Part::Heading(name, count));
    } else {
        let columns = vec![
            Column::new("title", "任务", "Task", Fit::Head),
            Column::new("due", "截止", "Due", Fit::Tight),
            float_column(),
        ];
        let mut tasks = group.tasks.clone();
        by_due(&mut tasks, rows);
        let lines = tasks.iter().map(|at| {
            let task = &rows[*at];
            Row::new([
                Cell::new(Value::plain(task.title)),
                day(task.due),
                float(task),
            ])
        });
        let sheet = Sheet::new("owned", Text::default(), columns, lines.collect());
        parts.push(Part::Sheet(
            sheet.without_empty_columns().headed(name, count),
        ));
    }
    let routines = group
        .routines
        .iter()
        .map(|at| Value::plain(rows[*at].title));
    parts.extend(
        Value::titles(routines).map(|routines| {
            Part::Note(Value::phrase("例行工作：{0}", "Routines: {0}", [routines]))
        }),
    );
    parts
}
