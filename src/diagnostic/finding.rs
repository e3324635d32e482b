use super::{FieldPath, ItemPath, Rule, Severity, Text};
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
    /// The thing it is about.
    pub item: Option<ItemPath>,
    /// The answers on a limit that it puts into words.
    pub criteria: Vec<CriterionRef>,
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
            criteria: Vec::new(),
            fix: None,
        }
    }

    /// The thing it is about.
    pub fn on(mut self, item: ItemPath) -> Self {
        self.item = Some(item);
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

    /// Whether it points at one of the places that another points at.
    pub(super) fn shares_a_place_with(&self, other: &Self) -> bool {
        let places = || other.labels.iter().chain([&other.primary]);
        let mut own = self.labels.iter().chain([&self.primary]);
        own.any(|one| places().any(|other| other.span == one.span))
    }
}

/// Which answer of the analysis of eligibility a finding puts into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionRef {
    /// The position of the campaign in its section.
    pub campaign: usize,
    /// The position among the criteria of its application.
    pub number: usize,
}

/// Something a check could not decide, and the field that would decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The check that could not decide.
    pub rule: &'static Rule,
    /// The thing it is about.
    pub item: ItemPath,
    /// Where that thing stands.
    pub span: Span,
    /// Other things about which the same is not known.
    pub others: Vec<ItemPath>,
    /// The missing field.
    pub missing: FieldPath,
    /// What cannot be decided, in one line.
    pub message: Text,
}
