use serde::Serialize;

use super::{Found, Summary};
use crate::diagnostic::{Diagnostic, Label, Language, Severity, Unknown};
use crate::source::{Position, Span};

/// The stable machine form; described by schemas/findings.schema.json.
#[derive(Serialize)]
struct Output<'f> {
    version: u32,
    findings: Vec<Finding<'f>>,
    unknowns: Vec<Undecided<'f>>,
    summary: Summary,
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

pub(super) fn emit(found: &[Found<'_>], language: Language) -> String {
    let findings = found.iter().flat_map(|one| {
        one.report
            .findings
            .iter()
            .map(|finding| one.finding(finding, language))
    });
    let unknowns = found.iter().flat_map(|one| {
        one.report
            .unknowns
            .iter()
            .map(|unknown| one.unknown(unknown, language))
    });
    let output = Output {
        version: 1,
        findings: findings.collect(),
        unknowns: unknowns.collect(),
        summary: Summary::of(found),
    };
    let mut text =
        serde_json::to_string_pretty(&output).expect("plain data can be written as JSON");
    text.push('\n');
    text
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
