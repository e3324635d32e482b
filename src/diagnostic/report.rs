use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Diagnostic, ItemPath, Rule, Severity, Unknown, rule, text};
use crate::source::Span;

/// OP222: the date of an exception has passed.
pub static EXPIRED: Rule = rule!("OP222" "exception-expired" Files Warning always,
    "例外已过期", "an exception has expired");

/// OP223: an exception silences nothing.
pub static USELESS: Rule = rule!("OP223" "exception-useless" Files Warning always,
    "例外没有作用", "an exception silences nothing");

/// An `allow` entry of the plan: a finding that is accepted, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The thing it stands on.
    pub item: ItemPath,
    /// The code of the check, resolved from code or name.
    pub rule: &'static Rule,
    /// Last day, inclusive.
    pub until: Option<NaiveDate>,
    /// Why it is accepted.
    pub reason: String,
    /// Where the name of the check is written.
    pub span: Span,
}

/// A finding that an exception has silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What was found.
    pub finding: Diagnostic,
    /// The reason that was given.
    pub reason: String,
    /// Last day of the exception.
    pub until: Option<NaiveDate>,
}

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

    /// Moves the findings that exceptions accept to [`Report::accepted`], and raises
    /// OP222 and OP223 for exceptions that have expired or silence nothing; of a plan that
    /// could not be read whole, it cannot be said that one silences nothing.
    pub fn accept(&mut self, exceptions: &[Exception], as_of: NaiveDate, whole: bool) {
        let mut findings: Vec<Option<Diagnostic>> = self.findings.drain(..).map(Some).collect();
        let mut about: HashMap<Subject, Vec<usize>> = HashMap::new();
        for (at, finding) in findings.iter().flatten().enumerate() {
            if let Some(item) = &finding.item {
                about
                    .entry((finding.rule.code, item.clone()))
                    .or_default()
                    .push(at);
            }
        }
        let undecided: HashSet<Subject> = self
            .unknowns
            .iter()
            .flat_map(|unknown| {
                let items = std::iter::once(&unknown.item).chain(&unknown.others);
                items.map(|item| (unknown.rule.code, item.clone()))
            })
            .collect();
        for exception in exceptions {
            let subject = (exception.rule.code, exception.item.clone());
            let has_expired = exception.until.is_some_and(|until| until < as_of);
            let covered = about
                .get(&subject)
                .is_some_and(|all| all.iter().any(|at| findings[*at].is_some()));
            if !exception.rule.silenceable {
                self.find(cannot_be_silenced(exception));
            } else if covered && has_expired {
                self.find(expired(exception));
            } else if covered {
                let taken = about[&subject].iter().filter_map(|at| findings[*at].take());
                self.accepted.extend(taken.map(|finding| Accepted {
                    finding,
                    reason: exception.reason.clone(),
                    until: exception.until,
                }));
            } else if whole && !undecided.contains(&subject) {
                self.find(useless(exception));
            }
        }
        self.findings.extend(findings.into_iter().flatten());
    }
}

/// What an exception is about: the code of a check, and an item.
type Subject = (&'static str, ItemPath);

fn cannot_be_silenced(exception: &Exception) -> Diagnostic {
    let code = exception.rule.code;
    let message = text!("`{code}` 不能设为例外", "`{code}` cannot be silenced");
    Diagnostic::new(&USELESS, exception.span, message)
        .on(exception.item.clone())
        .help(text!(
            "删除这条例外，改正问题本身",
            "remove the exception and mend the problem itself"
        ))
}

fn expired(exception: &Exception) -> Diagnostic {
    let (code, until) = (exception.rule.code, exception.until.unwrap_or_default());
    let message = text!(
        "`{code}` 的例外已于 {until} 到期，问题仍在",
        "the exception for `{code}` ended on {until} and the problem is still there"
    );
    Diagnostic::new(&EXPIRED, exception.span, message)
        .on(exception.item.clone())
        .help(text!(
            "解决问题，或者写明新的期限和理由",
            "mend the problem, or give a new date and reason"
        ))
}

fn useless(exception: &Exception) -> Diagnostic {
    let (code, item) = (exception.rule.code, &exception.item);
    let message = text!(
        "`{item}` 上没有 `{code}` 的问题，这条例外没有作用",
        "nothing on `{item}` raises `{code}`: the exception silences nothing"
    );
    Diagnostic::new(&USELESS, exception.span, message)
        .on(item.clone())
        .help(text!("删除这条例外", "remove the exception"))
}
