//! What is wrong with a draft.

use serde::Serialize;

use super::format::Wording;
use crate::diagnostic::{Diagnostic, Report, Severity, text};
use crate::source::Sources;

/// The errors of a draft.
#[derive(Clone, Debug, Serialize)]
pub struct Errors {
    /// `还有 2 个错误`
    pub count: String,
    /// By place.
    pub rows: Vec<ErrorRow>,
}

/// One error.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorRow {
    /// Code of the check.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// `plan.toml:88:12`
    pub place: String,
    /// What to do.
    pub help: Option<String>,
}

pub(super) fn errors(report: &Report, sources: &Sources, wording: &Wording) -> Option<Errors> {
    let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let rows: Vec<_> = errors.map(|finding| row(finding, sources, wording)).collect();
    let count = rows.len();
    let words = if count == 1 {
        text!("还有 1 个错误", "1 error remains")
    } else {
        text!("还有 {count} 个错误", "{count} errors remain")
    };
    (count > 0).then(|| Errors { count: wording.say(words), rows })
}

fn row(finding: &Diagnostic, sources: &Sources, wording: &Wording) -> ErrorRow {
    let file = sources.file(finding.primary.span);
    let position = file.position(finding.primary.span.start);
    // The folder the plan lies in is no business of its readers.
    let name =
        file.path.file_name().map_or_else(|| file.path.display().to_string(), |name| name.to_string_lossy().into());
    ErrorRow {
        code: finding.rule.code,
        message: wording.say(finding.message.clone()),
        place: format!("{name}:{}:{}", position.line, position.column),
        help: finding.help.clone().map(|help| wording.say(help)),
    }
}
