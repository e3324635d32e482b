use super::{Rule, Severity, Text};
use crate::source::Span;

/// A place that a finding points at, with what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is underlined.
    pub span: Span,
    /// What stands beside the underline.
    pub message: Text,
}

impl Label {
    /// A label with words.
    pub fn new(span: Span, message: Text) -> Self {
        Self { span, message }
    }
}

/// A change of text that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// A finding: one fact about the plan, with both culprits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The check that raised it.
    pub rule: &'static Rule,
    /// Its severity.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: Text,
    /// The culprit.
    pub primary: Label,
    /// The other culprits, which may stand in other files.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<Text>,
    /// The thing it is about, as a dotted path: `tasks.home-page`.
    pub item: Option<String>,
    /// How to mend it, if there is one way.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding at `span`; the message is repeated beside the underline unless
    /// [`Diagnostic::noting`] says something shorter.
    pub fn new(rule: &'static Rule, span: Span, message: Text) -> Self {
        Self {
            rule,
            severity: rule.severity,
            primary: Label::new(span, Text::default()),
            message: message.on_one_line(),
            labels: Vec::new(),
            help: None,
            item: None,
            fix: None,
        }
    }

    /// The thing it is about.
    pub fn on(mut self, item: impl Into<String>) -> Self {
        self.item = Some(item.into());
        self
    }

    /// The words beside the primary underline.
    pub fn noting(mut self, message: Text) -> Self {
        self.primary.message = message;
        self
    }

    /// Another culprit.
    pub fn with(mut self, span: Span, message: Text) -> Self {
        self.labels.push(Label::new(span, message));
        self
    }

    /// What to do.
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    /// The change of text that mends it.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            replacement: replacement.into(),
        });
        self
    }

    /// Another severity than the check's own.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// Something a check could not decide, and the field that would decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The check that could not decide.
    pub rule: &'static Rule,
    /// The thing it is about, as a dotted path.
    pub item: String,
    /// Where that thing stands.
    pub span: Span,
    /// The missing field, as a dotted path: `store.level`.
    pub missing: String,
    /// What cannot be decided, in one line.
    pub message: Text,
}
