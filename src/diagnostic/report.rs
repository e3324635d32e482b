use std::collections::HashMap;

use super::{Accepted, Diagnostic, ItemPath, Severity, Unknown};

/// What a plan was found to be: findings, unknowns and accepted risks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What is wrong, by place.
    pub findings: Vec<Diagnostic>,
    /// What could not be decided, by place.
    pub unknowns: Vec<Unknown>,
    /// What is wrong and was accepted.
    pub accepted: Vec<Accepted>,
}

impl Report {
    /// Adds a finding.
    pub fn find(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds something that could not be decided.
    pub fn cannot_say(&mut self, unknown: Unknown) {
        self.unknowns.push(Unknown {
            message: unknown.message.on_one_line(),
            ..unknown
        });
    }

    /// Number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// Whether anything is at or above a severity.
    pub fn reaches(&self, severity: Severity) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity >= severity)
    }

    /// Leaves out what only says that something is missing, and was not asked for.
    pub fn hide_completeness(&mut self) {
        self.findings
            .retain(|finding| !finding.rule.asked || finding.severity > Severity::Info);
    }

    /// Leaves out the findings of rules that yield to others, where one of those is found on
    /// the same item and points at one of the same places.
    pub fn yield_to_others(&mut self) {
        if self
            .findings
            .iter()
            .all(|finding| finding.rule.yields_to.is_empty())
        {
            return;
        }
        let mut about: HashMap<(&str, &ItemPath), Vec<&Diagnostic>> = HashMap::new();
        for finding in &self.findings {
            if let Some(item) = &finding.item {
                about
                    .entry((finding.rule.code, item))
                    .or_default()
                    .push(finding);
            }
        }
        let is_said_by_another = |finding: &Diagnostic| {
            let codes = finding.rule.yields_to.iter();
            let others = codes.filter_map(|code| about.get(&(*code, finding.item.as_ref()?)));
            others
                .flatten()
                .any(|other| finding.shares_a_place_with(other))
        };
        let said: Vec<bool> = self.findings.iter().map(is_said_by_another).collect();
        let mut said = said.into_iter();
        self.findings.retain(|_| said.next() == Some(false));
    }

    /// Orders everything by file and position, the same on every run.
    pub fn sort(&mut self) {
        self.findings
            .sort_by_key(|finding| (finding.primary.span, finding.rule.code));
        self.findings.dedup();
        let place =
            |unknown: &Unknown| (unknown.span, unknown.rule.code, unknown.missing.to_string());
        self.unknowns.sort_by_cached_key(place);
        self.unknowns.dedup_by_key(|unknown| place(unknown));
        self.accepted
            .sort_by_key(|risk| (risk.finding.primary.span, risk.finding.rule.code));
    }
}
