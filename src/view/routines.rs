//! Work that comes back: the list, and the sheet to tick off by hand.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::task_rows::TaskRow;
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::Section;

pub(super) const SECTIONS: &[Section] = &[Section::Tasks];

/// Days of a routine that are listed.
pub(crate) const NEXT: usize = 5;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let routines = material.tasks.routines();
    let rows = routines
        .iter()
        .filter_map(|at| row(&material.tasks.rows[*at]))
        .collect();
    let title = Text::fixed("例行工作", "Recurring tasks");
    let columns = vec![
        Column::new("title", "工作", "Routine", Fit::Head),
        Column::new("rule", "频率", "How often", Fit::Tight),
        Column::new("owner", "负责人", "Owner", Fit::Tight),
        Column::new("span", "起止", "Dates", Fit::Tight),
        Column::new("first", "首批日期", "First days", Fit::Text),
    ];
    let count = routines.len();
    let sheet = Sheet::new("routines", title.clone(), columns, rows);
    let sheet = Some(Part::Sheet(sheet.without_empty_columns()));
    let sources = routines.iter().map(|at| material.tasks.rows[*at].source);
    let sources = super::said::sources(sources);
    (count > 0).then(|| Chapter {
        id: "routines",
        what: super::said::counted(count, "项", "routine", "routines"),
        is_form: false,
        parts: sheet.into_iter().chain(sources).collect(),
        title,
    })
}

fn row<'p>(task: &TaskRow<'p>) -> Option<Row<'p>> {
    let routine = task.repeat.as_ref()?;
    let below = super::tasks::below(task);
    let mut title = Cell::new(Value::plain(task.title));
    title.details = below.details;
    title.ticks = below.ticks;
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
