//! Owners of tasks and campaigns who are not there.

use chrono::NaiveDate;

use crate::plan::value::Day;
use crate::plan::{Idx, Owner, Person, Referent, Role, Section};
use crate::resolve::{ItemRef, Reference, Resolved};
use crate::source::{Located, Span};

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
        person: Idx<Person>,
        /// Their first day.
        arrives: NaiveDate,
        /// The day from which they would be needed.
        needed: NaiveDate,
        /// Where that day is stated.
        needed_span: Span,
    },
}

/// All owners who are not there, of whatever they own.
pub fn absences(resolved: &Resolved<'_>) -> Vec<Absence> {
    let owners = resolved
        .references
        .iter()
        .filter(|one| one.wanted == Owner::SECTIONS);
    owners
        .filter_map(|reference| absence(reference, resolved))
        .collect()
}

fn absence(reference: &Reference<'_>, resolved: &Resolved<'_>) -> Option<Absence> {
    let owner = reference.to.item()?;
    let why = match owner.section {
        Section::Roles => {
            let role = Idx::new(owner.at);
            is_empty(role, resolved).then_some(Why::RoleEmpty(role))
        }
        _ => late(
            Idx::new(owner.at),
            needed(reference.from, resolved)?,
            resolved,
        ),
    };
    Some(Absence {
        owned: reference.from,
        named: reference.span,
        why: why?,
    })
}

/// The day from which the owners of something are needed, as it is stated.
fn needed(owned: ItemRef, resolved: &Resolved<'_>) -> Option<Located<Day>> {
    match owned.section {
        Section::Tasks => {
            let task = &resolved.tasks[owned.at];
            task.start.or(task.due)
        }
        Section::Campaigns => {
            let campaign = &resolved.campaigns[owned.at];
            campaign.signup_on.or(campaign.start)
        }
        _ => None,
    }
}

/// Whether a post has a headcount of zero, no holder, and nobody who does it instead.
fn is_empty(index: Idx<Role>, resolved: &Resolved<'_>) -> bool {
    let role = &resolved.roles[index];
    role.headcount.is_some_and(|count| count.value.0 == 0)
        && role.provided_by.is_none()
        && !role.unread.holds("provided_by")
        && resolved.holders(index).next().is_none()
        && !resolved.incomplete.lacks(Section::People)
}

fn late(person: Idx<Person>, needed: Located<Day>, resolved: &Resolved<'_>) -> Option<Why> {
    let arrives = resolved.people[person].start?.value.0;
    let (needed, needed_span) = (needed.value.0, needed.span);
    (arrives > needed).then_some(Why::StartsAfter {
        person,
        arrives,
        needed,
        needed_span,
    })
}
