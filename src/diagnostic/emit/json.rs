use serde::Serialize;

use super::{Found, Summary};
use crate::diagnostic::{Diagnostic, Label, Language, Severity, Unknown};
use crate::source::{Position, Span};

/// The version of the machine form, which schemas/findings.schema.json describes.
const VERSION: u32 = 1;

/// What stands before the findings.
pub(super) fn start() -> String {
    format!("{{\n  \"version\": {VERSION},\n  \"findings\": [")
}

/// What stands after the findings, of which there may be none.
pub(super) fn end(has_findings: bool, unknowns: &str, summary: Summary) -> String {
    let close = |is_filled| if is_filled { "\n  ]" } else { "]" };
    format!(
        "{},\n  \"unknowns\": [{unknowns}{},\n  \"summary\": {}\n}}\n",
        close(has_findings),
        close(!unknowns.is_empty()),
        indented(&summary, "  ").trim_start()
    )
}

/// The findings of one plan, without what stands between plans.
pub(super) fn findings(found: &Found<'_>, language: Language) -> String {
    let findings = found.report.findings.iter();
    list(findings.map(|finding| found.finding(finding, language)))
}

/// The unknowns of one plan.
pub(super) fn unknowns(found: &Found<'_>, language: Language) -> String {
    let unknowns = found.report.unknowns.iter();
    list(unknowns.map(|unknown| found.unknown(unknown, language)))
}

fn list(things: impl Iterator<Item = impl Serialize>) -> String {
    let things = things.map(|thing| format!("\n{}", indented(&thing, "    ")));
    things.collect::<Vec<_>>().join(",")
}

/// A thing as JSON, every line indented. A log may show it: what begins a command of a runner
/// is written another way that means the same.
fn indented(thing: &impl Serialize, indent: &str) -> String {
    let text = serde_json::to_string_pretty(thing).expect("plain data can be written as JSON");
    let text = text.replace("##[", "#\\u0023[");
    let lines: Vec<String> = text.lines().map(|line| format!("{indent}{line}")).collect();
    lines.join("\n")
}

#[derive(Serialize)]
struct Finding<'f> {
    code: &'f str,
    name: &'f str,
    severity: Severity,
    message: &'f str,
    help: Option<&'f str>,
    item: Option<String>,
    #[serde(flatten)]
    place: Place<'f>,
    labels: Vec<Labelled<'f>>,
    fix: Option<Change<'f>>,
}

#[derive(Serialize)]
struct Undecided<'f> {
    code: &'f str,
    item: String,
    path: String,
    start: Point,
    missing: String,
    message: &'f str,
}

#[derive(Serialize)]
struct Place<'f> {
    path: String,
    start: Point,
    end: Point,
    text: &'f str,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Labelled<'f> {
    #[serde(flatten)]
    place: Place<'f>,
    message: &'f str,
}

#[derive(Serialize)]
struct Change<'f> {
    #[serde(flatten)]
    place: Place<'f>,
    replacement: &'f str,
}

impl<'f> Found<'f> {
    fn finding(&self, finding: &'f Diagnostic, language: Language) -> Finding<'f> {
        Finding {
            code: finding.rule.code,
            name: finding.rule.name,
            severity: finding.severity,
            message: finding.message.get(language),
            help: finding.help.as_ref().map(|help| help.get(language)),
            item: finding.item.as_ref().map(ToString::to_string),
            place: self.place(finding.primary.span),
            labels: finding
                .labels
                .iter()
                .map(|label| self.label(label, language))
                .collect(),
            fix: finding.fix.as_ref().map(|fix| Change {
                place: self.place(fix.span),
                replacement: &fix.replacement,
            }),
        }
    }

    fn label(&self, label: &'f Label, language: Language) -> Labelled<'f> {
        Labelled {
            place: self.place(label.span),
            message: label.message.get(language),
        }
    }

    fn unknown(&self, unknown: &'f Unknown, language: Language) -> Undecided<'f> {
        let Place { path, start, .. } = self.place(unknown.span);
        Undecided {
            code: unknown.rule.code,
            item: unknown.item.to_string(),
            path,
            start,
            missing: unknown.missing.to_string(),
            message: unknown.message.get(language),
        }
    }

    fn place(&self, span: Span) -> Place<'f> {
        let file = self.sources.file(span);
        Place {
            path: file.path.display().to_string(),
            start: file.position(span.start).into(),
            end: file.position(span.end).into(),
            text: file.slice(span),
        }
    }
}

impl From<Position> for Point {
    fn from(place: Position) -> Self {
        Self {
            line: place.line,
            column: place.column,
            byte: place.byte,
        }
    }
}
