//! Risks, the worst first.

use std::cmp::Reverse;

use super::default;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Tone};
use super::value::Value;
use crate::plan::Section;

pub(super) const SECTIONS: &[Section] = &[Section::Risks];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let severities = material
        .resolved
        .plan
        .risks
        .iter()
        .map(|risk| risk.severity());
    let items = default::items(Section::Risks, material);
    let mut risks: Vec<_> = severities.zip(items).collect();
    risks.sort_by_key(|(severity, _)| Reverse(*severity));
    let cell = |severity: &Option<_>| Cell::new(severity.map(Value::choice)).tone(Tone::Derived);
    let cells: Vec<_> = risks.iter().map(|(severity, _)| cell(severity)).collect();
    let items: Vec<_> = risks.into_iter().map(|(_, item)| item).collect();
    let column = Column::new("severity", "严重程度", "Severity", Fit::Tight);
    let sheet = default::sheet(Section::Risks, &items, material).with(column, cells);
    default::told(Section::Risks, &items, vec![Part::Sheet(sheet)])
}
