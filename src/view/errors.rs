//! What is still wrong: the errors of a draft, and the warnings of any document.

use serde::Serialize;

use super::format::Wording;
use crate::diagnostic::{Diagnostic, Report, Severity, Text, text};
use crate::source::Sources;

/// Findings of one severity.
#[derive(Clone, Debug, Serialize)]
pub struct Errors {
    /// `还有 2 个错误`
    pub count: String,
    /// By place.
    pub rows: Vec<ErrorRow>,
    /// How many more there are.
    pub more: Option<String>,
}

/// One finding.
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

/// What a document that is no draft lists of its warnings.
const LISTED: usize = 12;

/// All errors.
pub(super) fn errors(report: &Report, sources: &Sources, wording: &Wording) -> Option<Errors> {
    let count = report.count(Severity::Error);
    let words = match count {
        0 => return None,
        1 => Text::fixed("还有 1 个错误", "1 error remains"),
        _ => text!("还有 {count} 个错误", "{count} errors remain"),
    };
    Some(Errors {
        count: wording.say(words),
        rows: rows(Severity::Error, report, sources, wording),
        more: None,
    })
}

/// All warnings of a draft; the first ones of a document that is signed.
pub(super) fn warnings(
    report: &Report,
    sources: &Sources,
    draft: bool,
    wording: &Wording,
) -> Option<Errors> {
    let count = report.count(Severity::Warning);
    let words = match count {
        0 => return None,
        1 => Text::fixed("编制时仍有 1 条警告", "1 warning at the time of writing"),
        _ => text!(
            "编制时仍有 {count} 条警告",
            "{count} warnings at the time of writing"
        ),
    };
    let mut rows = rows(Severity::Warning, report, sources, wording);
    rows.truncate(if draft { usize::MAX } else { LISTED });
    let rest = count - rows.len();
    let more = (rest > 0).then(|| wording.say(text!("还有 {rest} 条", "and {rest} more")));
    Some(Errors {
        count: wording.say(words),
        rows,
        more,
    })
}

fn rows(
    severity: Severity,
    report: &Report,
    sources: &Sources,
    wording: &Wording,
) -> Vec<ErrorRow> {
    let findings = report
        .findings
        .iter()
        .filter(|finding| finding.severity == severity);
    findings
        .map(|finding| row(finding, sources, wording))
        .collect()
}

fn row(finding: &Diagnostic, sources: &Sources, wording: &Wording) -> ErrorRow {
    let file = sources.file(finding.primary.span);
    let position = file.position(finding.primary.span.start);
    // The folder the plan lies in is no business of its readers.
    let name = file.path.file_name().map_or_else(
        || file.path.display().to_string(),
        |name| name.to_string_lossy().into(),
    );
    ErrorRow {
        code: finding.rule.code,
        message: wording.say(finding.message.clone()),
        place: format!("{name}:{}:{}", position.line, position.column),
        help: finding.help.clone().map(|help| wording.say(help)),
    }
}
