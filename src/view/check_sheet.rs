//! The sheet on which routines are ticked off by hand.

use super::material::Material;
use super::part::Chapter;
use super::part::Part;
use super::value::Value;
use crate::diagnostic::Text;

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let routines = material.tasks.rows.iter();
    let rows = routines.filter_map(|row| Some((row.title, row.repeat.as_ref()?.rule())));
    let rows: Vec<(&str, Value<'p>)> = rows.collect();
    (!rows.is_empty()).then(|| Chapter {
        id: "check-sheet",
        title: Text::fixed("例行工作检查表", "Check sheet for routines"),
        what: Text::fixed("每月复印一张", "one copy a month"),
        is_form: true,
        parts: vec![Part::Month(rows)],
    })
}
