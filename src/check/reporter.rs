//! What a check reports to. It knows the rule, and what of the plan could not be read: a
//! check says what it is about, where, and in which words.

use std::collections::HashMap;

use crate::diagnostic::{
    CriterionRef, Diagnostic, FieldPath, Fix, ItemPath, Label, Report, Rule, Severity, Text,
    Unknown,
};
use crate::plan::{AnyItem, Entry, InSection, Plan, Unread};
use crate::source::Span;

/// Takes the findings of one check.
pub struct Reporter<'r> {
    rule: &'static Rule,
    unread: &'r UnreadFields<'r>,
    report: &'r mut Report,
}

/// What findings are about: an item, and where its key stands.
#[derive(Clone)]
pub struct Subject {
    path: ItemPath,
    key: Span,
}

impl Subject {
    /// Where to point when it is the thing itself that is meant.
    pub fn key_span(&self) -> Span {
        self.key
    }
}

impl<T: InSection> From<&Entry<T>> for Subject {
    fn from(entry: &Entry<T>) -> Self {
        Self {
            path: entry.path(),
            key: entry.key_span(),
        }
    }
}

impl From<&AnyItem<'_>> for Subject {
    fn from(item: &AnyItem<'_>) -> Self {
        Self {
            path: item.path(),
            key: item.key_span(),
        }
    }
}

impl<'r> Reporter<'r> {
    pub(super) fn new(
        rule: &'static Rule,
        unread: &'r UnreadFields<'r>,
        report: &'r mut Report,
    ) -> Self {
        Self {
            rule,
            unread,
            report,
        }
    }

    /// Reports a finding about an item; what it returns adds to it.
    pub fn find(&mut self, item: impl Into<Subject>, span: Span, message: Text) -> Finding<'_> {
        let finding = Diagnostic::new(self.rule, span, message).on(item.into().path);
        self.report.findings.push(finding);
        let last = self.report.findings.len() - 1;
        Finding(&mut self.report.findings[last])
    }

    /// Reports what cannot be decided about an item, and the field that would decide it. One
    /// that was written and could not be read is not asked for again.
    pub fn unknown(&mut self, item: impl Into<Subject>, missing: FieldPath, message: Text) {
        self.unknown_of([item], missing, message);
    }

    /// The same about several items for which one field decides.
    pub fn unknown_of(
        &mut self,
        items: impl IntoIterator<Item = impl Into<Subject>>,
        missing: FieldPath,
        message: Text,
    ) {
        let mut items = items.into_iter().map(Into::into);
        let Some(first) = items.next().filter(|_| !self.unread.holds(&missing)) else {
            return;
        };
        let Subject { path, key } = first;
        self.report.cannot_say(Unknown {
            rule: self.rule,
            item: path,
            span: key,
            others: items.map(|item| item.path).collect(),
            missing,
            message,
        });
    }
}

/// A finding that was reported, and may say more.
pub struct Finding<'f>(&'f mut Diagnostic);

impl Finding<'_> {
    /// Another culprit.
    pub fn with(self, span: Span, message: Text) -> Self {
        self.0.labels.push(Label::new(span, message));
        self
    }

    /// What to do.
    pub fn help(self, help: Text) -> Self {
        self.0.help = Some(help);
        self
    }

    /// The change of text that mends it.
    pub fn fix(self, span: Span, replacement: impl Into<String>) -> Self {
        let replacement = replacement.into();
        self.0.fix = Some(Fix { span, replacement });
        self
    }

    /// Another severity than the check's own.
    pub fn severity(self, severity: Severity) -> Self {
        self.0.severity = severity;
        self
    }

    /// One of the answers that it puts into words.
    pub fn criterion(self, criterion: CriterionRef) -> Self {
        self.0.criteria.push(criterion);
        self
    }
}

/// The fields of a plan that were written and could not be read.
#[derive(Default)]
pub struct UnreadFields<'p>(HashMap<ItemPath, &'p Unread>);

impl<'p> UnreadFields<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut unread = HashMap::new();
        plan.each_item(|item| {
            if *item.unread != Unread::Nothing {
                unread.insert(item.path(), item.unread);
            }
        });
        Self(unread)
    }

    fn holds(&self, field: &FieldPath) -> bool {
        match (self.0.get(&field.item), field.keys.first()) {
            (None, _) => false,
            (Some(unread), Some(key)) => unread.holds(key),
            (Some(unread), None) => **unread == Unread::Anything,
        }
    }
}
