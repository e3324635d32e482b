//! Programmes without a table of conditions of their own: those that no campaign is signed up
//! for, and those of which no rules are known. And the versions of any programme.

use std::collections::HashSet;

use super::default;
use super::material::Material;
use super::part::{Cell, Column, Fit, Part, Row, Sheet};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::{Entry, Program, Section};
use crate::resolve::Resolved;

/// A table of the programmes that no other table tells of, with all that the plan says of them.
pub(super) fn others<'p>(material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let applications = material.analysis.eligibility.iter();
    let told: HashSet<usize> = applications
        .filter(|one| !one.without_rules)
        .map(|one| one.program.at())
        .collect();
    let items = default::items(Section::Programs, material).into_iter();
    let items = items.enumerate().filter(|(at, _)| !told.contains(at));
    let rows: Vec<Row<'p>> = items
        .map(|(_, item)| {
            let said = default::said(item.item, &["title", "allow"], material.resolved);
            Row::new([Cell::new(Value::plain(item.label())), Cell::lines(said)])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let title = match told.is_empty() {
        true => Text::fixed("活动规则", "Programmes"),
        false => Text::fixed("其他活动规则", "Other programmes"),
    };
    let columns = vec![
        Column::new("title", "活动规则", "Programme", Fit::Head),
        Column::new("said", "已知内容", "What is known", Fit::Text),
    ];
    let sheet = Sheet::new("programs", title.clone(), columns, rows);
    vec![
        Part::Heading(Value::Words(title), Vec::new()),
        Part::Sheet(sheet.without_empty_columns()),
    ]
}

/// What each version of a programme changes, and where that comes from.
pub(super) fn versions<'p>(
    program: &'p Entry<Program>,
    resolved: &Resolved<'p>,
) -> Option<Part<'p>> {
    let versions = program.versions.iter().map(|version| {
        let said = default::said(&**version, &["allow"], resolved);
        vec![Value::phrase(
            "规则版本：{0}",
            "Version: {0}",
            [Value::Beside(said)],
        )]
    });
    let versions: Vec<_> = versions.collect();
    (!versions.is_empty()).then_some(Part::Lines(versions))
}
