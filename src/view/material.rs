//! What chapters are made from.

use std::collections::BTreeSet;

use super::asked::Questions;
use super::task_groups::Tasks;
use crate::analysis::Analysis;
use crate::diagnostic::Report;
use crate::plan::Section;
use crate::resolve::Resolved;
use crate::source::Sources;

/// What a view is made of.
pub(super) struct Material<'m, 'p> {
    pub(super) resolved: &'m Resolved<'p>,
    pub(super) analysis: &'m Analysis<'p>,
    pub(super) report: &'m Report,
    pub(super) sources: &'m Sources,
    pub(super) draft: bool,
    pub(super) questions: Questions<'m>,
    /// The years in which planned days lie.
    pub(super) years: BTreeSet<i32>,
    pub(super) tasks: Tasks<'p>,
    /// The sections that an extract is made of; none for the whole document.
    pub(super) only: &'m [Section],
}

impl Material<'_, '_> {
    /// Whether a chapter about some sections is wanted.
    pub(super) fn is_asked(&self, sections: &[Section]) -> bool {
        self.only.is_empty() || sections.iter().any(|section| self.only.contains(section))
    }
}
