//! Words that the checks of absent owners share.

use crate::analysis::people::{Known, Needed, Who};
use crate::diagnostic::{Severity, Text, text};
use crate::resolve::Resolved;

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
