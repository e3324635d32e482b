//! How findings are written out: one file a format. Takes findings and the texts they
//! point into, gives text; prints nothing.

mod github;
mod human;
mod json;
mod short;
mod visible;

use super::{Language, Report, Severity};
use crate::source::Sources;

pub use human::{Colour, Style};

/// The formats of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the culprits underlined, for people.
    #[default]
    Human,
    /// `path:line:column: severity CODE message`, one line a finding.
    Short,
    /// One JSON object for all plans.
    Json,
    /// Workflow commands of GitHub Actions, with the short lines.
    Github,
}

/// What was found in one plan, and the texts it was found in.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    /// The texts.
    pub sources: &'f Sources,
    /// Findings and unknowns.
    pub report: &'f Report,
}

/// How to write findings out.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The format.
    pub format: Format,
    /// The language of messages.
    pub language: Language,
    /// Colours and width, for people.
    pub style: Style,
    /// How many unknowns a plan shows to people; with none, not even their count.
    pub most_unknowns: usize,
}

/// The findings of all plans of a run, in order.
pub fn emit(found: &[Found<'_>], manner: &Manner) -> String {
    match manner.format {
        Format::Human => found
            .iter()
            .map(|found| human::emit(found, manner))
            .collect(),
        Format::Short => found
            .iter()
            .map(|found| short::emit(found, manner.language))
            .collect(),
        Format::Json => json::emit(found, manner.language),
        Format::Github => found
            .iter()
            .map(|found| github::emit(found, manner.language))
            .collect(),
    }
}

/// Plans and findings by severity, of a whole run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Plans that were read.
    pub plans: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Remarks.
    pub infos: usize,
    /// What could not be decided.
    pub unknowns: usize,
}

impl Summary {
    /// Counts a run.
    pub fn of(found: &[Found<'_>]) -> Self {
        let all = |severity| found.iter().map(|found| found.report.count(severity)).sum();
        Self {
            plans: found.len(),
            errors: all(Severity::Error),
            warnings: all(Severity::Warning),
            infos: all(Severity::Info),
            unknowns: found.iter().map(|found| found.report.unknowns.len()).sum(),
        }
    }
}
