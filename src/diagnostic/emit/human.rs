use std::borrow::Cow;
use std::fmt;
use std::fmt::Write;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use super::{Found, Manner, visible};
use crate::diagnostic::{Diagnostic, Label, Language, Severity, Text, Unknown};
use crate::source::{SourceFile, Sources, Span};

/// Colours and width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colours.
    pub colour: Colour,
    /// Columns of the terminal.
    pub width: usize,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With colours.
    On,
    /// Without.
    Off,
}

pub(super) fn emit(found: &Found<'_>, manner: &Manner) -> String {
    let theme = match manner.style.colour {
        Colour::On => GraphicalTheme::unicode(),
        Colour::Off => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(manner.style.width)
        .with_links(false)
        .with_context_lines(0)
        .with_show_related_as_nested(true);
    let shown = Shown::new(found.sources);
    let mut out = String::new();
    for finding in &found.report.findings {
        let drawn = Drawn::new(finding, &shown, manner.language);
        handler
            .render_report(&mut out, &drawn)
            .expect("writing to a string cannot fail");
        out.push('\n');
    }
    unknowns(&mut out, &found.report.unknowns, found.sources, manner);
    out
}

/// What could not be decided, one line each, the missing field at its end.
fn unknowns(out: &mut String, unknowns: &[Unknown], sources: &Sources, manner: &Manner) {
    let Some(first) = unknowns.first().filter(|_| manner.most_unknowns > 0) else {
        return;
    };
    let path = sources.file(first.span).path.display().to_string();
    let path = visible::words(&path);
    let count = unknowns.len();
    let head = match manner.language {
        Language::Chinese => format!("{path}：{count} 项无法判断，补上右边的字段即可判断"),
        Language::English => {
            format!("{path}: {count} cannot be decided; the field on the right would decide")
        }
    };
    writeln!(out, "{head}").expect("writing to a string cannot fail");
    for unknown in unknowns.iter().take(manner.most_unknowns) {
        let missing = unknown.missing.to_string();
        let (code, missing) = (unknown.rule.code, visible::words(&missing));
        let message = visible::words(unknown.message.get(manner.language));
        writeln!(out, "  ? {code} {message}  ← {missing}")
            .expect("writing to a string cannot fail");
    }
    if let Some(more) = count
        .checked_sub(manner.most_unknowns)
        .filter(|more| *more > 0)
    {
        let more = match manner.language {
            Language::Chinese => format!("  … 还有 {more} 项（用 -v 全部列出）"),
            Language::English => format!("  … {more} more (-v lists them all)"),
        };
        writeln!(out, "{more}").expect("writing to a string cannot fail");
    }
    out.push('\n');
}

/// The files of a plan, with their texts as a terminal may show them.
struct Shown<'d> {
    sources: &'d Sources,
    texts: Vec<Cow<'d, str>>,
}

impl<'d> Shown<'d> {
    fn new(sources: &'d Sources) -> Self {
        Self {
            sources,
            texts: sources
                .files
                .iter()
                .map(|file| visible::snippet(&file.text))
                .collect(),
        }
    }

    fn file(&self, span: Span) -> Named<'_> {
        let file = self.sources.file(span);
        let at = self
            .sources
            .files
            .partition_point(|other| other.base < file.base);
        Named {
            file,
            text: &self.texts[at],
        }
    }
}

fn words(text: &Text, language: Language) -> String {
    visible::words(text.get(language)).into_owned()
}

/// A finding as miette draws it; the culprits of other files are drawn below it.
#[derive(Debug)]
struct Drawn<'d> {
    code: String,
    message: String,
    help: Option<String>,
    severity: miette::Severity,
    file: Named<'d>,
    labels: Vec<LabeledSpan>,
    elsewhere: Vec<Drawn<'d>>,
}

impl<'d> Drawn<'d> {
    fn new(finding: &Diagnostic, shown: &'d Shown<'_>, language: Language) -> Self {
        let file = shown.file(finding.primary.span);
        let all = std::iter::once(&finding.primary).chain(&finding.labels);
        let (here, there): (Vec<_>, Vec<_>) =
            all.partition(|label| std::ptr::eq(shown.file(label.span).file, file.file));
        let drawn = |label: &&Label| labelled(shown.file(label.span).file, label, language);
        let elsewhere = there.iter().map(|label| Drawn {
            code: String::new(),
            message: words(&label.message, language),
            help: None,
            severity: miette::Severity::Advice,
            file: shown.file(label.span),
            labels: vec![drawn(label)],
            elsewhere: Vec::new(),
        });
        let (code, name, severity) = (
            finding.rule.code,
            finding.rule.name,
            finding.severity.label(language),
        );
        Self {
            code: format!("{code} {name}  {severity}"),
            message: words(&finding.message, language),
            help: finding.help.as_ref().map(|help| words(help, language)),
            severity: match finding.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            },
            elsewhere: elsewhere.collect(),
            labels: here
                .iter()
                .enumerate()
                .map(|(at, label)| primary(drawn(label), at == 0))
                .collect(),
            file,
        }
    }
}

fn labelled(file: &SourceFile, label: &Label, language: Language) -> LabeledSpan {
    let start = (label.span.start - file.base) as usize;
    let length = (label.span.end - label.span.start) as usize;
    let words = Some(words(&label.message, language)).filter(|words| !words.is_empty());
    LabeledSpan::new(words, start, length)
}

fn primary(label: LabeledSpan, is_first: bool) -> LabeledSpan {
    if !is_first {
        return label;
    }
    LabeledSpan::new_primary_with_span(label.label().map(str::to_owned), *label.inner())
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Drawn<'_> {}

impl miette::Diagnostic for Drawn<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.code.is_empty()).then(|| Box::new(&self.code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.file.text.is_empty()).then_some(&self.file)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        Some(Box::new(
            self.elsewhere
                .iter()
                .map(|drawn| drawn as &dyn miette::Diagnostic),
        ))
    }
}

/// A file that shows its path, whole lines, and columns in characters.
#[derive(Debug)]
struct Named<'d> {
    file: &'d SourceFile,
    text: &'d str,
}

impl SourceCode for Named<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let file = self.file;
        let (first, last) = (span.offset(), span.offset() + span.len());
        let lines = file
            .lines_around(first..last, before, after)
            .ok_or(MietteError::OutOfBounds)?;
        let place = file.position(
            file.base
                .saturating_add(u32::try_from(first).unwrap_or(u32::MAX)),
        );
        let text = &self.text[lines.clone()];
        Ok(Box::new(MietteSpanContents::new_named(
            visible::words(&file.path.display().to_string()).into_owned(),
            text.as_bytes(),
            (lines.start, lines.len()).into(),
            place.line - 1 - before.min(place.line - 1),
            if before == 0 { place.column - 1 } else { 0 },
            text.lines().count(),
        )))
    }
}
