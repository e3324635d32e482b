//! How findings are written out: one file a format. Takes findings and the texts they
//! point into, gives text; prints nothing.

mod excerpt;
mod github;
mod human;
mod json;
mod short;
mod unknowns;
mod visible;

use super::{Language, Report, Severity};
use crate::source::Sources;

pub use github::Workspace;
pub use human::{Colour, Style};
pub use visible::words;

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

/// The path of findings that are about no file.
pub const NO_PATH: &str = "-";

/// What was found in one plan, and the texts it was found in.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    /// The texts.
    pub sources: &'f Sources,
    /// Findings and unknowns.
    pub report: &'f Report,
    /// Whether there is a plan that could be read.
    pub is_plan: bool,
}

/// How to write findings out.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The format.
    pub format: Format,
    /// The language of messages.
    pub language: Language,
    /// Colours and width, for people.
    pub style: Style,
    /// How many findings of one rule a plan shows to people.
    pub most_alike: usize,
    /// How many unknowns a plan shows to people; with none, not even their count.
    pub most_unknowns: usize,
    /// From where programs read paths.
    pub workspace: Workspace,
}

/// One plan, written out.
#[derive(Clone, Debug)]
pub struct Written {
    findings: String,
    unknowns: String,
    summary: Summary,
}

impl Written {
    /// Writes out what was found in one plan.
    pub fn new(found: &Found<'_>, manner: &Manner) -> Self {
        let (findings, unknowns) = match manner.format {
            Format::Human => (
                visible::without_commands(human::emit(found, manner)),
                String::new(),
            ),
            Format::Short => {
                let text = short::emit(found, manner.language);
                (visible::without_commands(text), String::new())
            }
            Format::Github => (github::emit(found, manner), String::new()),
            Format::Json => (
                json::findings(found, manner.language),
                json::unknowns(found, manner.language),
            ),
        };
        Self {
            findings,
            unknowns,
            summary: Summary::of(found),
        }
    }
}

/// The whole output of a run, plan by plan, in order: `start`, `add` for each plan, `end` are to
/// be printed one after the other.
#[derive(Debug)]
pub struct Output {
    format: Format,
    has_findings: bool,
    unknowns: String,
    summary: Summary,
}

impl Output {
    /// An output to which nothing was added yet.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            has_findings: false,
            unknowns: String::new(),
            summary: Summary::default(),
        }
    }

    /// What stands before the plans.
    pub fn start(&self) -> String {
        match self.format {
            Format::Json => json::start(),
            Format::Human | Format::Short | Format::Github => String::new(),
        }
    }

    /// What is printed of a plan.
    pub fn add(&mut self, plan: Written) -> String {
        self.summary.add(plan.summary);
        if self.format != Format::Json {
            return plan.findings;
        }
        if !self.unknowns.is_empty() && !plan.unknowns.is_empty() {
            self.unknowns.push(',');
        }
        self.unknowns += &plan.unknowns;
        let is_next = self.has_findings && !plan.findings.is_empty();
        self.has_findings |= !plan.findings.is_empty();
        if is_next {
            format!(",{}", plan.findings)
        } else {
            plan.findings
        }
    }

    /// What stands after the plans.
    pub fn end(&self) -> String {
        match self.format {
            Format::Json => json::end(self.has_findings, &self.unknowns, self.summary),
            Format::Human | Format::Short | Format::Github => String::new(),
        }
    }

    /// What was added.
    pub fn summary(&self) -> Summary {
        self.summary
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
    fn of(found: &Found<'_>) -> Self {
        Self {
            plans: usize::from(found.is_plan),
            errors: found.report.count(Severity::Error),
            warnings: found.report.count(Severity::Warning),
            infos: found.report.count(Severity::Info),
            unknowns: found.report.unknowns.len(),
        }
    }

    fn add(&mut self, other: Self) {
        self.plans += other.plans;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.unknowns += other.unknowns;
    }
}
