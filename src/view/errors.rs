//! What is still wrong: the errors of a draft, and the warnings of any document.

use super::material::Material;
use crate::diagnostic::{Diagnostic, Severity, Text, text};
use crate::source::Sources;

/// Findings of one severity.
#[derive(Clone, Debug)]
pub struct Errors {
    /// `还有 2 个错误`
    pub count: Text,
    /// By place.
    pub rows: Vec<ErrorRow>,
    /// How many more there are.
    pub more: Option<Text>,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct ErrorRow {
    /// Code of the check.
    pub code: &'static str,
    /// What is wrong.
    pub message: Text,
    /// `plan.toml:88:12`
    pub place: String,
    /// What to do.
    pub help: Option<Text>,
}

/// What a document that is no draft lists of its warnings.
const LISTED: usize = 12;

/// All errors of a draft.
pub(super) fn errors(material: &Material<'_, '_>) -> Option<Errors> {
    let count = material.report.count(Severity::Error);
    let words = match count {
        _ if !material.draft => return None,
        0 => return None,
        1 => Text::fixed("还有 1 个错误", "1 error remains"),
        _ => text!("还有 {count} 个错误", "{count} errors remain"),
    };
    Some(Errors {
        count: words,
        rows: rows(Severity::Error, material),
        more: None,
    })
}

/// All warnings of a draft; the first ones of a document that is signed.
pub(super) fn warnings(material: &Material<'_, '_>) -> Option<Errors> {
    let count = material.report.count(Severity::Warning);
    let words = match count {
        0 => return None,
        1 => Text::fixed("编制时仍有 1 条警告", "1 warning at the time of writing"),
        _ => text!(
            "编制时仍有 {count} 条警告",
            "{count} warnings at the time of writing"
        ),
    };
    let mut rows = rows(Severity::Warning, material);
    rows.truncate(if material.draft { usize::MAX } else { LISTED });
    let rest = count - rows.len();
    let more = (rest > 0).then(|| text!("还有 {rest} 条", "and {rest} more"));
    Some(Errors {
        count: words,
        rows,
        more,
    })
}

fn rows(severity: Severity, material: &Material<'_, '_>) -> Vec<ErrorRow> {
    let findings = material
        .report
        .findings
        .iter()
        .filter(|one| one.severity == severity);
    findings
        .map(|finding| row(finding, material.sources))
        .collect()
}

fn row(finding: &Diagnostic, sources: &Sources) -> ErrorRow {
    let file = sources.file(finding.primary.span);
    let position = file.position(finding.primary.span.start);
    // The folder the plan lies in is no business of its readers.
    let name = file
        .path
        .file_name()
        .unwrap_or(file.path.as_os_str())
        .to_string_lossy();
    ErrorRow {
        code: finding.rule.code,
        message: finding.message.clone(),
        place: format!("{name}:{}:{}", position.line, position.column),
        help: finding.help.clone(),
    }
}
