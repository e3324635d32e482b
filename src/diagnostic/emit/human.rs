use std::collections::HashMap;
use std::fmt;
use std::fmt::Write;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::excerpt::Excerpt;
use super::{Found, Manner, unknowns, visible};
use crate::diagnostic::{Diagnostic, Label, Language, Severity, Text};
use crate::source::{SourceFile, Sources, Span};

/// Colours and width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colours.
    pub colour: Colour,
    /// Columns of the terminal, to which words are wrapped.
    pub width: usize,
    /// Columns that are shown of a line of a plan.
    pub line: usize,
}

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With colours.
    On,
    /// Without.
    Off,
}

/// Places that a finding shows; it counts the rest.
const MOST_PLACES: usize = 6;

pub(super) fn emit(found: &Found<'_>, manner: &Manner) -> String {
    let pen = Pen::new(manner);
    let mut out = String::new();
    let mut of_rule: HashMap<&str, usize> = HashMap::new();
    for finding in &found.report.findings {
        let alike = of_rule.entry(finding.rule.code).or_default();
        *alike += 1;
        if *alike <= manner.most_alike {
            pen.draw(&mut out, finding, found.sources);
        }
    }
    folded(&mut out, &of_rule, manner);
    unknowns::write(&mut out, found, manner);
    out
}

/// How many more findings of each rule there are than are shown.
fn folded(out: &mut String, of_rule: &HashMap<&str, usize>, manner: &Manner) {
    let more = of_rule
        .iter()
        .map(|(code, count)| (code, count.saturating_sub(manner.most_alike)));
    let mut more: Vec<_> = more.filter(|(_, more)| *more > 0).collect();
    more.sort_unstable();
    for (code, more) in &more {
        let words = match manner.language {
            Language::Chinese => format!("… {code} 还有 {more} 条（用 -v 全部列出）"),
            Language::English => format!("… {more} more {code} (-v lists them all)"),
        };
        writeln!(out, "{words}\n").expect("writing to a string cannot fail");
    }
}

/// What findings are drawn with.
struct Pen {
    handler: GraphicalReportHandler,
    help: String,
    language: Language,
    style: Style,
}

impl Pen {
    fn new(manner: &Manner) -> Self {
        let theme = match manner.style.colour {
            Colour::On => GraphicalTheme::unicode(),
            Colour::Off => GraphicalTheme::unicode_nocolor(),
        };
        let help = match manner.language {
            Language::Chinese => "建议：",
            Language::English => "help: ",
        };
        let help = theme.styles.help.style(help).to_string();
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(manner.style.width)
            .with_links(false)
            .with_context_lines(0)
            .with_show_related_as_nested(true);
        Self {
            handler,
            help,
            language: manner.language,
            style: manner.style,
        }
    }

    fn draw(&self, out: &mut String, finding: &Diagnostic, sources: &Sources) {
        let drawn = Drawn::new(finding, sources, self);
        self.handler
            .render_report(out, &drawn)
            .expect("writing to a string cannot fail");
        let more = finding.labels.len().saturating_sub(MOST_PLACES - 1);
        if more > 0 {
            let words = match self.language {
                Language::Chinese => format!("  … 另有 {more} 处"),
                Language::English => format!("  … and {more} more"),
            };
            writeln!(out, "{words}").expect("writing to a string cannot fail");
        }
        if let Some(help) = &finding.help {
            self.advise(out, &self.words(help));
        }
        out.push('\n');
    }

    /// What to do; the word before it takes six columns in both languages.
    fn advise(&self, out: &mut String, help: &str) {
        let first = format!("  {}", self.help);
        let options = textwrap::Options::new(self.style.width.saturating_sub(2))
            .initial_indent("        ")
            .subsequent_indent("        ");
        let wrapped = textwrap::fill(help, options);
        writeln!(out, "{first}{}", wrapped.trim_start()).expect("writing to a string cannot fail");
    }

    fn words(&self, text: &Text) -> String {
        visible::line(text.get(self.language)).into_owned()
    }
}

/// A finding as miette draws it; the culprits of other files are drawn below it.
#[derive(Debug)]
struct Drawn {
    code: String,
    message: String,
    severity: miette::Severity,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
    elsewhere: Vec<Drawn>,
}

impl Drawn {
    fn new(finding: &Diagnostic, sources: &Sources, pen: &Pen) -> Self {
        let file = sources.file(finding.primary.span);
        let all = std::iter::once(&finding.primary).chain(&finding.labels);
        let (here, there): (Vec<_>, Vec<_>) = all
            .take(MOST_PLACES)
            .partition(|label| std::ptr::eq(sources.file(label.span), file));
        let elsewhere = there.iter().map(|label| Self {
            code: String::new(),
            message: pen.words(&label.message),
            severity: miette::Severity::Advice,
            elsewhere: Vec::new(),
            ..Self::places(sources.file(label.span), &[label], pen)
        });
        let (code, name) = (finding.rule.code, finding.rule.name);
        let severity = finding.severity.label(pen.language);
        Self {
            code: format!("{code} {name}  {severity}"),
            message: pen.words(&finding.message),
            severity: match finding.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            },
            elsewhere: elsewhere.collect(),
            ..Self::places(file, &here, pen)
        }
    }

    /// The lines and labels of places in one file, the first of which is the culprit.
    fn places(file: &SourceFile, labels: &[&Label], pen: &Pen) -> Self {
        let spans: Vec<Span> = labels.iter().map(|label| label.span).collect();
        let excerpt = Excerpt::new(file, &spans, pen.style.line);
        let labelled = labels.iter().enumerate().map(|(at, label)| {
            let words = Some(pen.words(&label.message)).filter(|words| !words.is_empty());
            let span = excerpt.span(file, label.span);
            match at {
                0 => LabeledSpan::new_primary_with_span(words, span),
                _ => LabeledSpan::new_with_span(words, span),
            }
        });
        Self {
            code: String::new(),
            message: String::new(),
            severity: miette::Severity::Advice,
            labels: labelled.collect(),
            elsewhere: Vec::new(),
            excerpt,
        }
    }
}

impl fmt::Display for Drawn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Drawn {}

impl miette::Diagnostic for Drawn {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.code.is_empty()).then(|| Box::new(&self.code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.excerpt.is_empty()).then_some(&self.excerpt)
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
