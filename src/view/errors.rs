//! What is still wrong: the errors of a draft, and the warnings of any document.

use std::collections::HashMap;

use super::field;
use super::material::Material;
use super::said::counted;
use super::value::Value;
use crate::diagnostic::{Diagnostic, Severity, Text, text};
use crate::source::{Sources, Span};

/// Findings of one severity.
#[derive(Clone, Debug)]
pub struct Errors<'p> {
    /// `还有 2 个错误`
    pub count: Text,
    /// By place; those of one cause together.
    pub rows: Vec<ErrorRow<'p>>,
    /// How many more there are.
    pub more: Option<Text>,
}

/// One finding, and those of the same cause.
#[derive(Clone, Debug)]
pub struct ErrorRow<'p> {
    /// Code of the check; in drafts alone, like all that is for who writes the plan.
    pub code: Option<&'static str>,
    /// What is wrong.
    pub message: Text,
    /// What else is wrong for the same cause.
    pub others: Option<Value<'p>>,
    /// `plan.toml:88:12`
    pub place: Option<String>,
    /// What to do.
    pub help: Option<Text>,
}

/// What a document that is no draft lists of its warnings.
const LISTED: usize = 12;

/// What is named of the things that are wrong for one cause.
const NAMED: usize = 12;

/// How a draft stands, or that a document has warnings, for its cover.
pub(super) fn standing(material: &Material<'_, '_>) -> Option<Text> {
    let count = |severity| material.report.count(severity);
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let words = [
        (errors > 0).then(|| counted(errors, "个错误", "error", "errors")),
        (warnings > 0).then(|| counted(warnings, "条警告", "warning", "warnings")),
    ];
    let [zh, en] = [|text: &Text| text.zh.clone(), |text: &Text| text.en.clone()]
        .map(|word| words.iter().flatten().map(word).collect::<Vec<_>>());
    let (zh, en) = (zh.join("、"), en.join(" and "));
    Some(match (material.draft, errors + warnings) {
        (true, 0) => Text::fixed("草稿：检查无错误", "Draft: no errors were found"),
        (true, _) => text!(
            "草稿：还有 {zh}，清单见后页",
            "Draft: {en} remain, listed on the pages that follow"
        ),
        (false, 0) => return None,
        (false, _) => text!(
            "编制时仍有 {zh}，清单见后页",
            "{en} at the time of writing, listed on the pages that follow"
        ),
    })
}

/// All errors of a draft.
pub(super) fn errors<'p>(material: &Material<'_, 'p>) -> Option<Errors<'p>> {
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
pub(super) fn warnings<'p>(material: &Material<'_, 'p>) -> Option<Errors<'p>> {
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
    let all = rows.len();
    rows.truncate(if material.draft { usize::MAX } else { LISTED });
    let rest = all - rows.len();
    let more = (rest > 0).then(|| text!("还有 {rest} 条", "and {rest} more"));
    Some(Errors {
        count: words,
        rows,
        more,
    })
}

/// The findings of a severity; those of one rule that blame one place are one row.
fn rows<'p>(severity: Severity, material: &Material<'_, 'p>) -> Vec<ErrorRow<'p>> {
    let findings = material
        .report
        .findings
        .iter()
        .filter(|one| one.severity == severity);
    let mut causes: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: HashMap<(&str, Span), usize> = HashMap::new();
    for finding in findings {
        let cause = (finding.rule.code, finding.primary.span);
        let at = *known.entry(cause).or_insert_with(|| {
            causes.push(Vec::new());
            causes.len() - 1
        });
        causes[at].push(finding);
    }
    causes.iter().map(|cause| row(cause, material)).collect()
}

fn row<'p>(cause: &[&Diagnostic], material: &Material<'_, 'p>) -> ErrorRow<'p> {
    let finding = cause[0];
    let rest = cause.len().saturating_sub(1 + NAMED);
    let others = cause.iter().skip(1).take(NAMED).map(|other| {
        let item = other.item.as_ref();
        item.map_or(Value::Words(other.message.clone()), |item| {
            field::name(item, material.resolved)
        })
    });
    let more = (rest > 0).then(|| Value::Words(text!("另有 {rest} 项", "{rest} more")));
    let others = Value::titles(others.chain(more));
    let count = cause.len() - 1;
    let same = |others| {
        let words = [Value::count(count), others];
        match count {
            1 => Value::phrase(
                "同一原因还有 1 项：{1}",
                "For the same reason also: {1}",
                words,
            ),
            _ => Value::phrase(
                "同一原因还有 {0} 项：{1}",
                "For the same reason {0} others: {1}",
                words,
            ),
        }
    };
    ErrorRow {
        code: material.draft.then_some(finding.rule.code),
        message: finding.message.clone(),
        others: others.map(same),
        place: material.draft.then(|| place(finding, material.sources)),
        help: finding.help.clone().filter(|_| material.draft),
    }
}

fn place(finding: &Diagnostic, sources: &Sources) -> String {
    let file = sources.file(finding.primary.span);
    let position = file.position(finding.primary.span.start);
    // The folder the plan lies in is no business of its readers.
    let name = file
        .path
        .file_name()
        .unwrap_or(file.path.as_os_str())
        .to_string_lossy();
    format!("{name}:{}:{}", position.line, position.column)
}
