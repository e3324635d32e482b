//! Findings that a plan accepts, each with its reason.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Diagnostic, ItemPath, Report, Rule, Unknown, rule, text};
use crate::source::Span;

/// OP222: the date of an exception has passed.
pub static EXPIRED: Rule = rule!("OP222" "exception-expired" Files Warning always,
    "例外已过期", "an exception has expired");

/// OP223: an exception silences nothing.
pub static USELESS: Rule = rule!("OP223" "exception-useless" Files Warning always,
    "例外没有对应的问题", "an exception without effect");

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
    /// Where the thing stands and what it says: a finding that points there is accepted too.
    pub places: HashSet<Span>,
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

impl Report {
    /// Moves the findings that exceptions accept to [`Report::accepted`], and raises
    /// OP222 and OP223 for exceptions that have expired or silence nothing; of a plan that
    /// could not be read whole, it cannot be said that one silences nothing.
    pub fn accept(&mut self, exceptions: &[Exception], as_of: NaiveDate, whole: bool) {
        let mut found = Found::new(std::mem::take(&mut self.findings));
        let undecided = undecided(&self.unknowns);
        for exception in exceptions {
            let about = found.about(exception);
            let is_left = about.iter().any(|at| found.findings[*at].is_some());
            let is_accepted_elsewhere = || {
                about
                    .iter()
                    .any(|at| found.by(*at) != Some(&exception.item))
            };
            if !exception.rule.silenceable {
                self.findings.push(cannot_be_silenced(exception));
            } else if is_left && exception.has_expired(as_of) {
                self.findings.push(expired(exception));
            } else if is_left {
                self.accepted.extend(found.accept(&about, exception));
            } else if whole && !is_accepted_elsewhere() && !undecided.contains(&exception.subject())
            {
                self.findings.push(useless(exception));
            }
        }
        self.findings.extend(found.findings.into_iter().flatten());
    }
}

/// What an exception is about: the code of a check, and an item.
type Subject<'s> = (&'static str, &'s ItemPath);

impl Exception {
    fn subject(&self) -> Subject<'_> {
        (self.rule.code, &self.item)
    }

    fn has_expired(&self, as_of: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < as_of)
    }
}

/// What could not be decided, by the item it is about and by the one that lacks a field.
fn undecided(unknowns: &[Unknown]) -> HashSet<Subject<'_>> {
    let subjects = unknowns.iter().flat_map(|unknown| {
        let items = [&unknown.item, &unknown.missing.item];
        let items = items.into_iter().chain(&unknown.others);
        items.map(|item| (unknown.rule.code, item))
    });
    subjects.collect()
}

/// The findings, by what they are about and where they point.
struct Found<'e> {
    findings: Vec<Option<Diagnostic>>,
    about: HashMap<(&'static str, ItemPath), Vec<usize>>,
    at: HashMap<(&'static str, Span), Vec<usize>>,
    accepted_on: HashMap<usize, &'e ItemPath>,
}

impl<'e> Found<'e> {
    fn new(findings: Vec<Diagnostic>) -> Self {
        let (mut about, mut at) = (HashMap::new(), HashMap::new());
        for (number, finding) in findings.iter().enumerate() {
            let code = finding.rule.code;
            if let Some(item) = &finding.item {
                let about: &mut Vec<usize> = about.entry((code, item.clone())).or_default();
                about.push(number);
            }
            for label in finding.labels.iter().chain([&finding.primary]) {
                let at: &mut Vec<usize> = at.entry((code, label.span)).or_default();
                at.push(number);
            }
        }
        Self {
            findings: findings.into_iter().map(Some).collect(),
            about,
            at,
            accepted_on: HashMap::new(),
        }
    }

    /// The findings about the item of an exception, or that point at it, in their order.
    fn about(&self, exception: &Exception) -> Vec<usize> {
        let code = exception.rule.code;
        let own = self.about.get(&(code, exception.item.clone()));
        let places = exception.places.iter();
        let pointing = places.filter_map(|place| self.at.get(&(code, *place)));
        let mut all: Vec<usize> = own.into_iter().chain(pointing).flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The item whose exception has accepted a finding.
    fn by(&self, number: usize) -> Option<&'e ItemPath> {
        self.accepted_on.get(&number).copied()
    }

    fn accept(&mut self, about: &[usize], exception: &'e Exception) -> Vec<Accepted> {
        let mut accepted = Vec::new();
        for number in about {
            let Some(finding) = self.findings[*number].take() else {
                continue;
            };
            self.accepted_on.insert(*number, &exception.item);
            accepted.push(Accepted {
                finding,
                reason: exception.reason.clone(),
                until: exception.until,
            });
        }
        accepted
    }
}

fn cannot_be_silenced(exception: &Exception) -> Diagnostic {
    let code = exception.rule.code;
    let message = text!("`{code}` 不能设为例外", "`{code}` cannot be silenced");
    Diagnostic::new(&USELESS, exception.span, message)
        .on(exception.item.clone())
        .help(text!(
            "删除这条例外，改正问题本身",
            "remove the exception and correct the problem itself"
        ))
}

fn expired(exception: &Exception) -> Diagnostic {
    let (code, until) = (exception.rule.code, exception.until.unwrap_or_default());
    let message = text!(
        "`{code}` 的例外已于 {until} 到期，问题仍在",
        "the exception for `{code}` ended on {until}, and the problem is still there"
    );
    Diagnostic::new(&EXPIRED, exception.span, message)
        .on(exception.item.clone())
        .help(text!(
            "解决问题，或者写明新的期限和理由",
            "correct the problem, or give a new date and reason"
        ))
}

fn useless(exception: &Exception) -> Diagnostic {
    let (code, item) = (exception.rule.code, &exception.item);
    let message = text!(
        "`{item}` 上没有 `{code}` 的问题，这条例外已不需要",
        "nothing on `{item}` raises `{code}`: the exception has no effect"
    );
    Diagnostic::new(&USELESS, exception.span, message)
        .on(item.clone())
        .help(text!("删除这条例外", "remove the exception"))
}
