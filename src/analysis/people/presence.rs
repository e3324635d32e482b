//! When owners are there.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::FOR_EVER;
use super::post::OfPosts;
use crate::plan::value::Day;
use crate::plan::{Idx, Owner, Person, Ref, Role, Section};
use crate::resolve::{OwnedBy, Resolved};
use crate::source::{Located, Span};

/// Somebody who owns something, or holds the post that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person.
    pub person: Idx<Person>,
    /// The post that owns it, if it is not the person.
    pub post: Option<Idx<Role>>,
}

/// A stretch of days on which somebody is there.
#[derive(Clone, Copy)]
pub(super) struct Spell {
    pub(super) from: Option<NaiveDate>,
    pub(super) until: NaiveDate,
    /// Where the owner is named.
    pub(super) named: Span,
    pub(super) who: Holder,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    Person(Who),
    /// Whoever is hired for a post, by a day.
    Hired(Idx<Role>, Option<Located<Day>>),
}

type Date = Option<Located<Day>>;

fn day(day: Date) -> Option<NaiveDate> {
    day.map(|day| day.value.0)
}

/// Goes through spells in the order of their beginning, for days in order.
pub(super) struct Sweep<'s> {
    spells: Vec<&'s Spell>,
    next: usize,
    until: Option<NaiveDate>,
}

impl<'s> Sweep<'s> {
    pub(super) fn new(spells: &'s [Spell]) -> Self {
        let mut spells: Vec<&Spell> = spells.iter().collect();
        spells.sort_by_key(|spell| spell.from);
        Self {
            spells,
            next: 0,
            until: None,
        }
    }

    /// Until when somebody who is there on a day stays.
    pub(super) fn until(&mut self, day: NaiveDate) -> Option<NaiveDate> {
        while let Some(spell) = self.spells.get(self.next)
            && spell.from.is_none_or(|from| from <= day)
        {
            self.until = self.until.max(Some(spell.until));
            self.next += 1;
        }
        self.until.filter(|until| *until >= day)
    }

    pub(super) fn has(&mut self, day: NaiveDate) -> bool {
        self.until(day).is_some()
    }
}

/// When everybody is there.
pub(super) struct Presence<'r, 'p> {
    pub(super) resolved: &'r Resolved<'p>,
    posts: OfPosts<Vec<Spell>>,
}

impl<'r, 'p> Presence<'r, 'p> {
    pub(super) fn new(resolved: &'r Resolved<'p>) -> Self {
        let posts = OfPosts::new(resolved);
        Self { resolved, posts }
    }

    /// When the owners of something are there.
    pub(super) fn of(&self, owners: &[Located<Ref<Owner>>]) -> Vec<Spell> {
        let resolved = self.resolved;
        let each = owners.iter().flat_map(|owner| {
            let named = owner.span;
            match resolved.owner(owner) {
                OwnedBy::Person(person) => vec![spell(person, None, named, resolved)],
                OwnedBy::Role(role) => {
                    let spells = self.posts.get(role, || of_post(role, named, resolved));
                    spells
                        .iter()
                        .map(|spell| Spell { named, ..*spell })
                        .collect()
                }
                // Nobody knows when somebody is there who could not be read.
                OwnedBy::Nobody => vec![Spell {
                    from: None,
                    until: FOR_EVER,
                    named,
                    who: Holder::Hired(Idx::new(0), None),
                }],
            }
        });
        each.collect()
    }
}

fn spell(
    person: Idx<Person>,
    post: Option<Idx<Role>>,
    named: Span,
    resolved: &Resolved<'_>,
) -> Spell {
    let who = &resolved.people[person];
    let (from, until) = (day(who.start), day(who.end).unwrap_or(FOR_EVER));
    // Somebody who leaves before they come is another mistake.
    let is_reversed = from.is_some_and(|from| until < from);
    Spell {
        from: from.filter(|_| !is_reversed),
        until: if is_reversed { FOR_EVER } else { until },
        named,
        who: Holder::Person(Who { person, post }),
    }
}

/// Those who hold a post, and whoever else may: an agency, or people without a name.
fn of_post(role: Idx<Role>, named: Span, resolved: &Resolved<'_>) -> Vec<Spell> {
    let post = &resolved.roles[role];
    let holders = resolved.holders(role);
    let each = holders
        .iter()
        .map(|person| spell(*person, Some(role), named, resolved));
    let mut spells = without_covered(each.collect());
    let headcount = post
        .headcount
        .and_then(|count| usize::try_from(count.value.0).ok());
    let is_outside = post.provided_by.is_some() || post.unread.holds("provided_by");
    let has_unnamed = match headcount {
        Some(count) => count > holders.len(),
        None => holders.is_empty(),
    };
    let may_be_unread =
        resolved.incomplete.lacks(Section::People) || post.unread.holds("headcount");
    if is_outside || may_be_unread {
        spells.push(Spell {
            from: None,
            until: FOR_EVER,
            named,
            who: Holder::Hired(role, None),
        });
    } else if has_unnamed {
        spells.push(Spell {
            from: day(post.hire_by),
            until: FOR_EVER,
            named,
            who: Holder::Hired(role, post.hire_by),
        });
    }
    spells
}

/// Spells without those that lie within another: nobody is missed who is not there then.
fn without_covered(mut spells: Vec<Spell>) -> Vec<Spell> {
    spells.sort_by_key(|spell| (spell.from, Reverse(spell.until)));
    let mut latest = None;
    spells.retain(|spell| {
        let is_longer = latest.is_none_or(|latest| latest < spell.until);
        latest = latest.max(Some(spell.until));
        is_longer
    });
    spells
}
