//! Owners of tasks and campaigns who are not there.

use chrono::NaiveDate;

use crate::plan::{self, Section};
use crate::resolve::{Idx, Owner, Resolved};
use crate::source::Span;

/// An owner who is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// What the owner owns.
    pub owned: Owned,
    /// Which of its owners.
    pub owner: usize,
    /// Why.
    pub why: Why,
}

/// Something that has owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owned {
    /// A task.
    Task(Idx<plan::Task>),
    /// A campaign.
    Campaign(Idx<plan::Campaign>),
}

/// Why an owner is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The post stays empty: nobody, no agency.
    RoleEmpty(Idx<plan::Role>),
    /// The person begins only after the work has begun.
    StartsAfter {
        /// The person.
        person: Idx<plan::Person>,
        /// Their first day.
        arrives: NaiveDate,
        /// The day from which they would be needed.
        needed: NaiveDate,
        /// Where that day is stated.
        needed_span: Span,
    },
}

/// All owners who are not there.
pub fn absences(resolved: &Resolved<'_>) -> Vec<Absence> {
    let tasks = resolved.tasks.iter().enumerate().flat_map(|(at, task)| {
        let needed = task.start.or(task.due).map(|day| (day.value.0, day.span));
        absent(
            Owned::Task(Idx::new(at)),
            &task.links.owners,
            needed,
            resolved,
        )
    });
    let campaigns = resolved
        .campaigns
        .iter()
        .enumerate()
        .flat_map(|(at, campaign)| {
            let needed = campaign
                .signup_on
                .or(campaign.start)
                .map(|day| (day.value.0, day.span));
            absent(
                Owned::Campaign(Idx::new(at)),
                &campaign.links.owners,
                needed,
                resolved,
            )
        });
    tasks.chain(campaigns).collect()
}

fn absent(
    owned: Owned,
    owners: &[Owner<'_>],
    needed: Option<(NaiveDate, Span)>,
    resolved: &Resolved<'_>,
) -> Vec<Absence> {
    let why = |owner: &Owner<'_>| match owner {
        Owner::Role(link) => link
            .to
            .filter(|role| is_empty(*role, resolved))
            .map(Why::RoleEmpty),
        Owner::Person(link) => late(link.to?, needed?, resolved),
        Owner::Nobody(_) => None,
    };
    let found = owners.iter().enumerate();
    found
        .filter_map(|(owner, who)| {
            Some(Absence {
                owned,
                owner,
                why: why(who)?,
            })
        })
        .collect()
}

/// Whether a post has a headcount of zero, no holder, and nobody who does it instead.
fn is_empty(role: Idx<plan::Role>, resolved: &Resolved<'_>) -> bool {
    let role = &resolved.roles[role.at()];
    role.headcount.is_some_and(|count| count.value.0 == 0)
        && role.provided_by.is_none()
        && role.links.holders.is_empty()
        && !resolved.incomplete.lacks(Section::People)
}

fn late(
    person: Idx<plan::Person>,
    needed: (NaiveDate, Span),
    resolved: &Resolved<'_>,
) -> Option<Why> {
    let arrives = resolved.people[person.at()].start?.value.0;
    let (needed, needed_span) = needed;
    (arrives > needed).then_some(Why::StartsAfter {
        person,
        arrives,
        needed,
        needed_span,
    })
}
