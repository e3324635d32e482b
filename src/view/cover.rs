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
    let head = resolved.head;
    let shops =
        wording.list(resolved.stores.iter().map(|store| store.label().to_owned()).filter(|name| name != "store"));
    let mut facts = Vec::new();
    if !shops.is_empty() {
        facts.push(Fact::new("shop", shops.clone()));
    }
    if let [store] = &resolved.stores[..] {
        facts.extend(super::store::platform(store, wording).map(|platform| Fact::new("platform", platform)));
    }
    facts.extend(line(&head.category).map(|category| Fact::new("category", category)));
    facts.extend(period(resolved, wording).map(|period| Fact::new("period", period)));
    facts.extend(line(&head.version).map(|version| Fact::new("version", version)));
    Cover {
        title: head.title.to_string(),
        shops,
        goal: line(&head.goal),
        summary: line(&head.summary),
        facts,
        prepared_by: line(&head.prepared_by),
        approved_by: line(&head.approved_by),
    }
}

fn period(resolved: &Resolved<'_>, wording: &Wording) -> Option<String> {
    let (start, end) = resolved.span();
    let full = |day| wording.date(day).full;
    let from = full(start?);
    Some(match end.map(full) {
        Some(to) => format!("{from} – {to}"),
        None => wording.say(text!("{from}起，未写结束日期", "from {from}, no end stated")),
    })
}

/// What stands where a plan says nothing.
pub(super) fn not_said(wording: &Wording) -> String {
    wording.say(Text::fixed("未填写", "not given"))
}
