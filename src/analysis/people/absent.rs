//! Who is not there when they are needed.

use chrono::NaiveDate;

use super::presence::{Holder, Presence, Spell, Who};
use super::work::{Days, Work};
use super::{Absence, FOR_EVER, Why};
use crate::plan::{Idx, Person};
use crate::source::Span;

/// The owners of something who are not there when they are needed.
pub(super) fn absent(work: &Work<'_>, presence: &Presence<'_, '_>) -> Vec<Absence> {
    let spells = presence.of(work.owners);
    let is_always_there = |spell: &Spell| spell.from.is_none() && spell.until == FOR_EVER;
    if spells.iter().all(is_always_there) {
        return Vec::new();
    }
    let absence = |named, why| Absence {
        owned: work.owned,
        named,
        why,
    };
    let alone = if spells.iter().any(is_always_there) {
        None
    } else {
        work.alone(&spells, presence.resolved)
    };
    let Some(alone) = alone else {
        let never = spells.iter().filter(|_| work.ends && spells.len() > 1);
        let never = never.filter_map(|spell| Some(absence(spell.named, never_there(spell, work)?)));
        return never.collect();
    };
    let why = culprit(&spells, alone, work).map(|(named, why)| absence(named, why));
    why.into_iter().collect()
}

/// Whose absence leaves nobody on a day.
fn culprit(spells: &[Spell], alone: NaiveDate, work: &Work<'_>) -> Option<(Span, Why)> {
    let needed = work.needed;
    let arrives = spells.iter().filter(|spell| spell.from > Some(alone));
    let first = arrives.min_by_key(|spell| spell.from);
    let hired = spells.iter().filter(|spell| spell.from > Some(alone));
    let hired = hired.filter_map(|spell| match spell.who {
        Holder::Hired(role, Some(hire_by)) => Some((spell.named, role, hire_by)),
        _ => None,
    });
    let hired = hired.min_by_key(|(_, _, hire_by)| hire_by.value);
    // Who has to be there by a day at the latest may come earlier.
    if let Some((named, role, hire_by)) = hired {
        let why = Why::HiredAfter {
            role,
            hire_by,
            needed,
        };
        return Some((named, why));
    }
    let leaves = spells.iter().filter(|spell| spell.until < alone);
    let last = leaves.max_by_key(|spell| spell.until);
    let is_between = matches!(work.days, Days::Any(..));
    let (spell, comes) = match (first, last) {
        (Some(first), None) => (first, true),
        (Some(first), Some(_)) if is_between => (first, true),
        (_, Some(last)) => (last, false),
        (None, None) => return None,
    };
    let Holder::Person(who) = spell.who else {
        return None;
    };
    let covered = false;
    let why = match (comes, spell.from) {
        (true, Some(arrives)) => Why::StartsAfter {
            who,
            arrives,
            needed,
            covered,
        },
        _ => Why::LeavesBefore {
            who,
            leaves: spell.until,
            needed,
            covered,
            gap: first.and_then(|next| Some((alone, person(next)?))),
        },
    };
    Some((spell.named, why))
}

fn person(spell: &Spell) -> Option<Idx<Person>> {
    match spell.who {
        Holder::Person(who) => Some(who.person),
        Holder::Hired(..) => None,
    }
}

/// Why somebody is never there while the work is done, though another is.
fn never_there(spell: &Spell, work: &Work<'_>) -> Option<Why> {
    let needed = work.needed;
    let Holder::Person(who @ Who { post: None, .. }) = spell.who else {
        return None;
    };
    let covered = true;
    match spell.from.filter(|from| *from > needed.last.0) {
        Some(arrives) => Some(Why::StartsAfter {
            who,
            arrives,
            needed,
            covered,
        }),
        None => (spell.until < needed.first.0).then_some(Why::LeavesBefore {
            who,
            leaves: spell.until,
            needed,
            covered,
            gap: None,
        }),
    }
}
