//! What the checks of absent owners share.

use super::{Context, Reporter};
use crate::analysis::people::{Known, Needed, Who, Why};
use crate::diagnostic::{Severity, Text, text};
use crate::plan::AnyItem;
use crate::resolve::Resolved;
use crate::source::Span;

/// What a check says of an owner who is not there.
pub(super) struct Words {
    /// What is wrong.
    pub(super) message: Text,
    /// How bad it is.
    pub(super) severity: Severity,
    /// Where it is said when they come or leave, and when they are needed.
    pub(super) places: [(Span, Text); 2],
    /// What to do.
    pub(super) help: Text,
}

/// Reports the absences that a check has words for.
pub(super) fn absences(
    context: Context<'_, '_>,
    report: &mut Reporter<'_>,
    words: impl Fn(Why, &AnyItem<'_>) -> Option<Words>,
) {
    for absence in &context.analysis.people.absences {
        // What stands in the wrong year is another mistake.
        if context.analysis.outside.is_slipped(absence.owned) {
            continue;
        }
        let owned = context.resolved.item(absence.owned);
        let Some(words) = words(absence.why, &owned) else {
            continue;
        };
        let [(presence, there), (need, needed)] = words.places;
        report
            .find(&owned, absence.named, words.message)
            .severity(words.severity)
            .with(presence, there)
            .with(need, needed)
            .help(words.help);
    }
}

/// A person, or a post with its holder: `「小林」`, `「美工」由「丙」担任，`.
pub(super) fn holder(who: Who, plan: &Resolved<'_>) -> Text {
    let name = plan.people[who.person].label();
    match who.post {
        None => text!("「{name}」", "{name}"),
        Some(post) => {
            let post = plan.roles[post].label();
            text!("「{post}」由「{name}」担任，", "{name}, who is {post},")
        }
    }
}

/// Where another owner is there, or the days are worked out, it is probably not meant.
pub(super) fn severity(covered: bool, needed: Needed) -> Severity {
    if covered || needed.known == Known::WorkedOut {
        Severity::Warning
    } else {
        Severity::Error
    }
}

/// What the place says from which somebody is needed.
pub(super) fn needed_from(known: Known) -> Text {
    match known {
        Known::Stated => text!("这一天就要开始", "needed from here"),
        Known::Between => text!("最晚日期由此而来", "the latest day follows from this"),
        Known::WorkedOut => text!("开始日由此推算", "its start is worked out from this"),
    }
}

pub(super) fn another_owner() -> Text {
    text!(
        "换一个负责人，或调整日期",
        "name another owner, or move a date"
    )
}
