//! Work that comes back: the list, and the sheet to tick off by hand.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::task_rows::TaskRow;
use super::value::Value;
use crate::diagnostic::{Text, text};
use crate::plan::Section;

/// The section of tasks has its own chapter.
pub(super) const SECTIONS: &[Section] = &[];

/// Days of a routine that are listed.
pub(crate) const NEXT: usize = 5;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let routines = material.tasks.routines();
    let rows = routines
        .iter()
        .filter_map(|at| row(&material.tasks.rows[*at]))
        .collect();
    let title = Text::fixed("例行工作", "Routines");
    let columns = vec![
        Column::new("title", "工作", "Routine", Fit::Head),
        Column::new("rule", "频率", "How often", Fit::Tight),
        Column::new("owner", "负责人", "Owner", Fit::Tight),
        Column::new("span", "起止", "Dates", Fit::Tight),
        Column::new("first", "前几次", "First days", Fit::Text),
    ];
    let count = routines.len();
    (count > 0).then(|| Chapter {
        id: "routines",
        what: text!("{count} 项", "{count}"),
        is_form: false,
        parts: vec![Part::Sheet(Sheet::new(
            "routines",
            title.clone(),
            columns,
            rows,
        ))],
        title,
    })
}

fn row<'p>(task: &TaskRow<'p>) -> Option<Row<'p>> {
    let routine = task.repeat.as_ref()?;
    let mut title = Cell::new(Value::plain(task.title))
        .labelled(
            "交付：",
            "Deliverable: ",
            task.deliverable.map(Value::plain),
        )
        .detail(task.note.map(Value::plain));
    title.ticks = task.checklist.clone();
    let span = routine.span().unwrap_or(Value::words("未定", "not set"));
    let first = Value::list(routine.days.iter().take(NEXT).map(|day| Value::day(*day)));
    let first = match routine.days.len() > NEXT {
        true => first.map(|days| Value::phrase("{0} …", "{0} …", [days])),
        false => first,
    };
    Some(Row::new([
        title,
        Cell::new(routine.rule()),
        Cell::lines(task.owners.iter().map(|owner| Value::plain(owner.name))),
        Cell::new(span),
        Cell::new(first),
    ]))
}
