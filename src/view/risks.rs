//! Findings that were accepted, with their reasons.

use serde::Serialize;

use super::field;
use super::format::{Date, Wording};
use crate::diagnostic::Report;
use crate::resolve::Resolved;

/// An accepted risk.
#[derive(Clone, Debug, Serialize)]
pub struct Risk {
    /// Code of the check.
    pub code: &'static str,
    /// What it is about.
    pub about: Option<String>,
    /// What was found.
    pub message: String,
    /// Why it is accepted.
    pub reason: String,
    /// Until when.
    pub until: Option<Date>,
}

pub(super) fn risks(
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> Option<Vec<Risk>> {
    let risks = report.accepted.iter().map(|accepted| Risk {
        code: accepted.finding.rule.code,
        about: accepted
            .finding
            .item
            .as_ref()
            .map(|item| field::item(item, resolved, wording)),
        message: wording.say(accepted.finding.message.clone()),
        reason: accepted.reason.clone(),
        until: accepted.until.map(|until| wording.date(until)),
    });
    let risks: Vec<_> = risks.collect();
    (!risks.is_empty()).then_some(risks)
}
