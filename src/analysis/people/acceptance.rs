//! Who accepts the work of whom.

use crate::plan::{Entry, Idx, Owner, Person, Ref, Role, Section, Task};
use crate::resolve::{OwnedBy, Resolved};
use crate::source::{Located, Span};

/// A task that is accepted by the one who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnReview {
    /// The task.
    pub task: Idx<Task>,
    /// Where the reviewer is named.
    pub named: Span,
    /// The post that does not say its headcount: only if it is one person's, nobody else looks.
    pub open: Option<Idx<Role>>,
}

/// The one for whom a name stands, as far as the plan says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum One {
    Person(Idx<Person>),
    /// Whoever holds a post alone.
    Holder(Idx<Role>),
}

/// Tasks whose reviewer and owners are one and the same.
pub(super) fn own_reviews(resolved: &Resolved<'_>) -> Vec<OwnReview> {
    let tasks = resolved.plan.tasks.numbered();
    tasks
        .filter_map(|(at, task)| own_review(at, task, resolved))
        .collect()
}

fn own_review(at: Idx<Task>, task: &Entry<Task>, resolved: &Resolved<'_>) -> Option<OwnReview> {
    let reviewer = task.reviewer.as_ref()?;
    let (accepts, mut open) = one(reviewer, resolved)?;
    if task.owners.is_empty() || task.unread.holds("owners") {
        return None;
    }
    for owner in &task.owners {
        let (does, unsaid) = one(owner, resolved)?;
        if does != accepts {
            return None;
        }
        open = open.or(unsaid);
    }
    let named = reviewer.span;
    Some(OwnReview {
        task: at,
        named,
        open,
    })
}

/// The one for whom a name stands; of a post that says no headcount, only if it is one
/// person's. Nothing where there are several.
fn one(name: &Located<Ref<Owner>>, resolved: &Resolved<'_>) -> Option<(One, Option<Idx<Role>>)> {
    let post = match resolved.owner(name) {
        OwnedBy::Person(person) => return Some((One::Person(person), None)),
        OwnedBy::Role(post) => post,
        OwnedBy::Nobody => return None,
    };
    let role = &resolved.roles[post];
    let is_one = role.headcount.is_none_or(|count| count.value.0 == 1);
    if !is_one || role.provided_by.is_some() || role.unread.holds("provided_by") {
        return None;
    }
    let one = match resolved.holders(post) {
        [] => One::Holder(post),
        [holder] if !resolved.incomplete.lacks(Section::People) => One::Person(*holder),
        _ => return None,
    };
    Some((one, role.headcount.is_none().then_some(post)))
}
