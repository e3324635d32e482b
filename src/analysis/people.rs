//! Owners of tasks, campaigns and milestones who are not there, and the posts of the plan.

mod absent;
mod acceptance;
mod need;
mod organisation;
mod post;
mod presence;
mod rest;
mod work;

use chrono::NaiveDate;

use super::schedule::Schedule;
use crate::plan::value::Day;
use crate::plan::{Idx, Owner, Person, Ref, Referent, Role, Section};
use crate::resolve::{ItemRef, OwnedBy, Reference, Resolved};
use crate::source::{Located, Span};
use absent::absent;
pub use acceptance::OwnReview;
pub use organisation::{Crowded, Late};
use presence::Presence;
pub use presence::Who;
use rest::rests;
pub use rest::{Rests, When};
use work::Work;
pub use work::{Known, Needed};

/// Owners who are not there, and what posts contradict.
#[derive(Debug, Default)]
pub struct People {
    /// Owners who are not there.
    pub absences: Vec<Absence>,
    /// Tasks on days off of their owners alone, and routines on such weekdays.
    pub rests: Vec<Rests>,
    /// Posts that more people hold at a time than their headcount says.
    pub crowded: Vec<Crowded>,
    /// Posts that report to each other, each circle once.
    pub circles: Vec<Vec<Idx<Role>>>,
    /// Posts whose holders all come after the day by which they must be filled.
    pub late: Vec<Late>,
    /// Tasks whose main owner is none of their owners.
    pub leads: Vec<Lead>,
    /// Tasks that are accepted by the one who does them, or may be.
    pub own_reviews: Vec<OwnReview>,
}

/// An owner who is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// What the owner owns.
    pub owned: ItemRef,
    /// Where the owner is named.
    pub named: Span,
    /// Why.
    pub why: Why,
}

/// Why an owner is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The post stays empty: nobody, no agency.
    RoleEmpty(Idx<Role>),
    /// The person begins only after the work has begun.
    StartsAfter {
        /// The person.
        who: Who,
        /// Their first day.
        arrives: NaiveDate,
        /// The day from which they would be needed.
        needed: Needed,
        /// Whether another owner is there all the time.
        covered: bool,
    },
    /// The person leaves before the work is over.
    LeavesBefore {
        /// The person.
        who: Who,
        /// Their last day.
        leaves: NaiveDate,
        /// The first day on which nobody would be there.
        needed: Needed,
        /// Whether another owner is there all the time.
        covered: bool,
        /// From which day nobody is there, and who comes next.
        gap: Option<(NaiveDate, Idx<Person>)>,
    },
    /// The post may be filled only after the work has begun.
    HiredAfter {
        /// The post.
        role: Idx<Role>,
        /// The latest day on which it is filled.
        hire_by: Located<Day>,
        /// The day from which it would be needed.
        needed: Needed,
    },
}

/// A main owner who is none of the owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The task.
    pub task: usize,
    /// Where the main owner is named.
    pub named: Span,
}

/// All owners who are not there, of whatever they own.
pub fn people(resolved: &Resolved<'_>, schedule: &Schedule) -> People {
    let owners = resolved
        .references
        .iter()
        .filter(|one| one.wanted == Owner::SECTIONS && one.field != "lead");
    let mut absences: Vec<Absence> = owners
        .filter_map(|reference| empty(reference, resolved))
        .collect();
    let presence = Presence::new(resolved);
    let mut sure = None;
    for work in Work::all(resolved, schedule) {
        // What is absent for sure is not said again of the days that are worked out.
        if work.is_worked_out() && sure == Some(work.owned) {
            continue;
        }
        let found = absent(&work, &presence);
        sure = found.first().map(|absence| absence.owned);
        absences.extend(found);
    }
    People {
        absences,
        rests: rests(resolved, schedule),
        crowded: organisation::crowded(resolved),
        circles: organisation::circles(resolved),
        late: organisation::late(resolved),
        leads: leads(resolved),
        own_reviews: acceptance::own_reviews(resolved),
    }
}

fn empty(reference: &Reference<'_>, resolved: &Resolved<'_>) -> Option<Absence> {
    let owner = reference.to.item()?;
    let role = Idx::new(owner.at);
    let is_empty = owner.section == Section::Roles && is_empty(role, resolved);
    is_empty.then_some(Absence {
        owned: reference.from,
        named: reference.span,
        why: Why::RoleEmpty(role),
    })
}

/// Whether a post has a headcount of zero, no holder, and nobody who does it instead.
fn is_empty(index: Idx<Role>, resolved: &Resolved<'_>) -> bool {
    let role = &resolved.roles[index];
    role.headcount.is_some_and(|count| count.value.0 == 0)
        && role.provided_by.is_none()
        && !role.unread.holds("provided_by")
        && resolved.holders(index).is_empty()
        && !resolved.incomplete.lacks(Section::People)
}

/// Main owners who are none of the owners, and hold no post that is one.
fn leads(resolved: &Resolved<'_>) -> Vec<Lead> {
    let tasks = resolved.plan.tasks.iter().enumerate();
    let leads = tasks.filter_map(|(at, task)| {
        let lead = task.lead.as_ref()?;
        let is_known = !task.unread.holds("owners");
        let who = resolved.owner(lead);
        let owns = |owner: &Located<Ref<Owner>>| {
            let holds = || match (resolved.owner(owner), who) {
                (OwnedBy::Role(role), OwnedBy::Person(person)) => {
                    let mut roles = resolved.people[person].roles.iter();
                    roles.any(|held| resolved.find(held) == Some(role))
                }
                _ => false,
            };
            *owner.id() == *lead.id() || holds()
        };
        let is_found = who != OwnedBy::Nobody;
        (is_known && is_found && !task.owners.iter().any(owns)).then_some(Lead {
            task: at,
            named: lead.span,
        })
    });
    leads.collect()
}

/// Until when somebody is there who is not known to leave.
const FOR_EVER: NaiveDate = NaiveDate::MAX;
