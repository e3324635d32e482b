//! Owners of tasks, campaigns and milestones who are not there.

mod absent;
mod post;
mod presence;
mod rest;
mod work;

use chrono::{Days, NaiveDate};

use super::schedule::Schedule;
use crate::plan::value::Day;
use crate::plan::{Idx, Owner, Person, Ref, Referent, Role, Section};
use crate::resolve::{ItemRef, OwnedBy, Reference, Resolved};
use crate::source::{Located, Span};
use absent::absent;
use presence::Presence;
pub use presence::Who;
pub use rest::Rests;
use rest::rests;
use work::Work;
pub use work::{Known, Needed};

/// Owners who are not there, and posts with more people than they have room for.
#[derive(Debug, Default)]
pub struct People {
    /// Owners who are not there.
    pub absences: Vec<Absence>,
    /// Tasks none of whose days is a work day of an owner.
    pub rests: Vec<Rests>,
    /// Posts that more people hold at a time than their headcount says.
    pub crowded: Vec<Crowded>,
    /// Tasks whose main owner is none of their owners.
    pub leads: Vec<Lead>,
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

/// A post that more people hold at a time than its headcount says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// The post.
    pub role: Idx<Role>,
    /// How many hold it.
    pub holders: usize,
    /// A day on which they do; none where nobody says from when.
    pub on: Option<NaiveDate>,
    /// The last of them to come.
    pub last: Idx<Person>,
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
        crowded: crowded(resolved),
        leads: leads(resolved),
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

/// Two may hold a post for one while one hands it over to the other.
const HANDOVER: Days = Days::new(31);

/// Posts with more people at a time than their headcount says, whoever is about to leave
/// not counted.
fn crowded(resolved: &Resolved<'_>) -> Vec<Crowded> {
    let roles = resolved.plan.roles.numbered();
    let crowded = roles.filter_map(|(at, role)| {
        let room = usize::try_from(role.headcount?.value.0).ok()?;
        let mut holders = resolved.holders(at).to_vec();
        let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
        let person = |at: &Idx<Person>| &resolved.people[*at];
        holders.sort_by_key(|at| day(person(at).start));
        let leaves: Vec<NaiveDate> = {
            let leaves = holders.iter().filter_map(|at| day(person(at).end));
            let leaves = leaves.filter_map(|last| last.checked_sub_days(HANDOVER));
            let mut leaves: Vec<_> = leaves.collect();
            leaves.sort_unstable();
            leaves
        };
        let counts = holders.iter().enumerate().map(|(before, at)| {
            let arrives = day(person(at).start);
            let gone = leaves.partition_point(|last| arrives.is_some_and(|first| *last < first));
            (before + 1 - gone.min(before), arrives, *at)
        });
        let (count, on, last) = counts.max_by_key(|(count, ..)| *count)?;
        (count > room).then_some(Crowded {
            role: at,
            holders: count,
            on,
            last,
        })
    });
    crowded.collect()
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
