//! What was probably meant by a reference that leads nowhere.

use super::reporter::Finding;
use crate::diagnostic::{listed, nearest, text};
use crate::plan::value::{Choice, Id, Written};
use crate::plan::{Period, Section};
use crate::resolve::{Reference, Resolved};

/// References to nothing that get suggestions: looking for the nearest of all ids each time
/// would make a plan with thousands of them slow.
const MOST_SUGGESTIONS: usize = 100;

/// Says what was probably meant, else what there is.
pub(super) fn advise(
    plan: &Resolved<'_>,
    reference: &Reference<'_>,
    number: usize,
    finding: Finding<'_>,
) {
    if is_period(reference) {
        about_a_period(plan, reference, number, finding);
        return;
    }
    let known = if number < MOST_SUGGESTIONS {
        known(plan, reference)
    } else {
        Vec::new()
    };
    if let Some(meant) = meant(reference.id, &known) {
        finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(reference.span, quoted(reference, meant));
        return;
    }
    let there_is = listed(known.iter().map(|(id, _)| *id));
    let refused = Id::from_text(reference.id).err();
    let new_id = match &refused {
        None => Some(key(reference.id)),
        Some(refusal) => refusal.suggestion.clone(),
    };
    let new_id = new_id.unwrap_or_else(|| "…".to_owned());
    let to_add = reference.wanted.iter();
    let to_add: Vec<_> = to_add
        .map(|section| format!("`[{}.{}]`", section.word(), unquoted(&new_id)))
        .collect();
    let (to_add_zh, to_add_en) = (to_add.join(" 或 "), to_add.join(" or "));
    finding.help(if known.is_empty() {
        text!(
            "先写 {to_add_zh}，或改正这里的编号",
            "add {to_add_en}, or correct the id here"
        )
    } else if refused.is_none() {
        text!(
            "现有 {there_is}；也可以先写 {to_add_zh}",
            "available: {there_is}; or add {to_add_en}"; there_is
        )
    } else {
        text!("现有 {there_is}", "available: {there_is}"; there_is)
    });
}

/// The ids that may stand there, with their titles, in the order of the sections.
fn known<'p>(plan: &Resolved<'p>, reference: &Reference<'p>) -> Vec<(&'p str, &'p str)> {
    let mut known = Vec::new();
    plan.plan.each_item(|item| {
        // A thing is not meant by what it says of others.
        if (item.section, item.at) == (reference.from.section, reference.from.at) {
            return;
        }
        if let Some(at) = reference.wanted.iter().position(|one| *one == item.section) {
            let title = item.item.title().map_or("", |title| title.trim());
            known.push((at, &***item.id, title));
        }
    });
    known.sort_by_key(|(at, ..)| *at);
    known
        .into_iter()
        .map(|(_, id, title)| (id, title))
        .collect()
}

/// The id of the item whose title stands there, else the nearest id, else that of the nearest
/// title.
fn meant<'p>(wrong: &str, known: &[(&'p str, &'p str)]) -> Option<&'p str> {
    let titled = |wanted: &str| known.iter().find(|(_, title)| *title == wanted);
    let near_title = || nearest(wrong, known.iter().map(|(_, title)| *title));
    titled(wrong.trim())
        .map(|(id, _)| *id)
        .or_else(|| nearest(wrong, known.iter().map(|(id, _)| *id)))
        .or_else(|| titled(near_title()?).map(|(id, _)| *id))
}

/// Whether it is a target for something like a period.
fn is_period(reference: &Reference<'_>) -> bool {
    reference.field == Section::Targets.word() && Period::is_attempted(reference.id)
}

fn about_a_period(
    plan: &Resolved<'_>,
    reference: &Reference<'_>,
    number: usize,
    finding: Finding<'_>,
) {
    let is_free = |period: &String| {
        let mut targets = plan.plan.targets.iter();
        number < MOST_SUGGESTIONS && targets.all(|one| *one.id.value != **period)
    };
    let meant = Period::meant(reference.id).map(|period| period.to_string());
    match meant.filter(is_free) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(reference.span, meant),
        None => finding.help(text!(
            "月份写成 `2026-05`，季度写成 `2026-Q2`，年份写成 `2026`",
            "months are written `2026-05`, quarters `2026-Q2`, years `2026`"
        )),
    };
}

/// What needs no quotes without them.
fn unquoted(id: &str) -> &str {
    let inside = id.strip_prefix('"').and_then(|id| id.strip_suffix('"'));
    inside.filter(|inside| inside.is_ascii()).unwrap_or(id)
}

/// An id as it stands in a table header.
fn key(id: &str) -> String {
    if id.is_ascii() {
        id.to_owned()
    } else {
        format!("\"{id}\"")
    }
}

/// A key stands bare, a reference in quotes.
pub(super) fn quoted(reference: &Reference<'_>, id: &str) -> String {
    if reference.is_key {
        key(id)
    } else {
        format!("\"{id}\"")
    }
}
