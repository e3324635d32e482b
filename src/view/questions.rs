//! What is not known yet, and what depends on it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::field;
use super::format::Wording;
use crate::diagnostic::{FieldPath, Report, Text, Unknown, text};
use crate::plan::Section;
use crate::resolve::Resolved;

/// The open questions.
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// By section.
    pub groups: Vec<QuestionGroup>,
    /// Why there are fewer than the checks count.
    pub merged: Option<String>,
}

/// Open questions about one section of the plan.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionGroup {
    /// The section.
    pub title: String,
    /// One question a missing field.
    pub rows: Vec<Question>,
}

/// One missing field.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// What is missing, in plain words.
    pub missing: String,
    /// The same as a dotted path.
    pub path: String,
    /// What cannot be decided without it.
    pub affects: Vec<String>,
    /// How much more cannot be decided.
    pub more: Option<String>,
}

/// What is listed of the things that depend on one field.
const LISTED: usize = 3;

/// How many questions there are.
pub(super) fn count(report: &Report) -> usize {
    by_field(report).len()
}

pub(super) fn questions(
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> Option<Questions> {
    let mut groups: BTreeMap<Option<Section>, Vec<Question>> = BTreeMap::new();
    for (path, unknowns) in by_field(report) {
        groups
            .entry(field::section(path))
            .or_default()
            .push(question(path, &unknowns, resolved, wording));
    }
    let titled = groups.into_iter().map(|(section, rows)| QuestionGroup {
        title: match section {
            Some(section) => field::heading(section, wording),
            None => wording.say(Text::fixed("计划与店铺", "Plan and shop")),
        },
        rows,
    });
    let groups: Vec<_> = titled.collect();
    (!groups.is_empty()).then(|| Questions {
        groups,
        merged: merged(report, wording),
    })
}

fn merged(report: &Report, wording: &Wording) -> Option<String> {
    let (undecided, asked) = (report.unknowns.len(), count(report));
    let words = || {
        text!(
            "检查时有 {undecided} 处无法判断\u{ff0c}其中几处等的是同一项信息\u{ff0c}合并后是 {asked} 项。",
            "The checks could not decide {undecided} things; several wait for the same fact, so there are fewer \
             questions here: {asked}."
        )
    };
    (undecided > asked).then(|| wording.say(words()))
}

/// The unknowns that one field would decide, fields in the order of the plan.
fn by_field(report: &Report) -> Vec<(&FieldPath, Vec<&Unknown>)> {
    let mut fields: Vec<(&FieldPath, Vec<&Unknown>)> = Vec::new();
    for unknown in &report.unknowns {
        match fields
            .iter_mut()
            .find(|(path, _)| **path == unknown.missing)
        {
            Some((_, unknowns)) => unknowns.push(unknown),
            None => fields.push((&unknown.missing, vec![unknown])),
        }
    }
    fields
}

fn question(
    path: &FieldPath,
    unknowns: &[&Unknown],
    resolved: &Resolved<'_>,
    wording: &Wording,
) -> Question {
    let affects = super::distinct(
        unknowns
            .iter()
            .map(|unknown| wording.say(unknown.message.clone())),
    );
    let rest = affects.len().saturating_sub(LISTED);
    Question {
        missing: field::field(path, resolved, wording),
        path: path.to_string(),
        affects: affects.into_iter().take(LISTED).collect(),
        more: (rest > 0).then(|| wording.say(text!("还有 {rest} 项", "and {rest} more"))),
    }
}
