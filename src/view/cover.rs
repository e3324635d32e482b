//! What the plan is, and who signs it.

use serde::Serialize;

use super::format::Wording;
use super::{Fact, line};
use crate::diagnostic::{Text, text};
use crate::resolve::Resolved;

/// The first page.
#[derive(Clone, Debug, Serialize)]
pub struct Cover {
    /// Title of the plan.
    pub title: String,
    /// The title in the parts between which a line may break; nothing if there is one.
    pub title_parts: Vec<String>,
    /// The shops, as they stand at the top of every page.
    pub shops: String,
    /// The goal in a sentence.
    pub goal: Option<String>,
    /// The summary.
    pub summary: Option<String>,
    /// Shop, platform, period and version.
    pub facts: Vec<Fact>,
    /// Who wrote it.
    pub prepared_by: Option<String>,
    /// Who approves it.
    pub approved_by: Option<String>,
}

pub(super) fn cover(resolved: &Resolved<'_>, wording: &Wording) -> Cover {
    let head = resolved.head();
    let shops = wording.list(
        resolved
            .stores
            .iter()
            .map(|store| store.label().to_owned())
            .filter(|name| name != "store"),
    );
    let mut facts = Vec::new();
    if !shops.is_empty() {
        facts.push(Fact::new("shop", shops.clone()));
    }
    if let [store] = &*resolved.plan.stores {
        facts.extend(
            super::store::platform(store, wording).map(|platform| Fact::new("platform", platform)),
        );
    }
    facts.extend(line(&head.category).map(|category| Fact::new("category", category)));
    facts.extend(period(resolved, wording).map(|period| Fact::new("period", period)));
    facts.extend(line(&head.version).map(|version| Fact::new("version", version)));
    Cover {
        title: line(&head.title).unwrap_or_default(),
        title_parts: parts(&line(&head.title).unwrap_or_default()),
        shops,
        goal: line(&head.goal),
        summary: line(&head.summary),
        facts,
        prepared_by: line(&head.prepared_by),
        approved_by: line(&head.approved_by),
    }
}

/// Words before which a title may well break: Chinese has no spaces to show it.
const BREAK_BEFORE: [&str; 9] = [
    "开店",
    "运营",
    "推广",
    "营销",
    "活动",
    "计划书",
    "方案",
    "\u{ff08}",
    "\u{300a}",
];

/// The parts of a title between which a line may break.
fn parts(title: &str) -> Vec<String> {
    let mut cuts: Vec<usize> = BREAK_BEFORE
        .iter()
        .flat_map(|word| title.match_indices(word))
        .map(|(at, _)| at)
        .collect();
    cuts.retain(|at| *at > 0);
    if cuts.is_empty() {
        return Vec::new();
    }
    cuts.sort_unstable();
    cuts.push(title.len());
    let mut from = 0;
    let part = |to: usize| title[std::mem::replace(&mut from, to)..to].to_owned();
    cuts.into_iter().map(part).collect()
}

fn period(resolved: &Resolved<'_>, wording: &Wording) -> Option<String> {
    let (start, end) = resolved.span();
    let full = |day| wording.date(day).full;
    let from = full(start?);
    Some(match end.map(full) {
        Some(to) => format!("{from} – {to}"),
        None => wording.say(text!(
            "{from}起，未写结束日期",
            "from {from}, no end stated"
        )),
    })
}

/// What stands where a plan says nothing.
pub(super) fn not_said(wording: &Wording) -> String {
    wording.say(Text::fixed("未填写", "not given"))
}
