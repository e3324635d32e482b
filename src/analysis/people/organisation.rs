//! Posts: who holds them, from when, and whom they report to.

use chrono::{Days, NaiveDate};

use crate::plan::value::Day;
use crate::plan::{Entry, Idx, Person, Role, Section};
use crate::resolve::Network;
use crate::resolve::Resolved;
use crate::source::Located;

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

/// A post whose holders all come after the day by which it must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The post.
    pub role: Idx<Role>,
    /// The day by which it must be filled.
    pub hire_by: Located<Day>,
    /// The first of them to come.
    pub first: Idx<Person>,
    /// Their first day.
    pub arrives: Located<Day>,
}

/// Posts that report to each other, each circle once.
pub(super) fn circles(resolved: &Resolved<'_>) -> Vec<Vec<Idx<Role>>> {
    let above = resolved.roles.iter().map(|role| {
        let above = resolved.find(&role.reports_to);
        above.map(Idx::at).into_iter().collect()
    });
    let circles = Network::new(above.collect()).cycles();
    let circles = circles.into_iter();
    circles
        .map(|circle| circle.into_iter().map(Idx::new).collect())
        .collect()
}

/// Posts whose holders all come too late, where the plan says who they are.
pub(super) fn late(resolved: &Resolved<'_>) -> Vec<Late> {
    if resolved.incomplete.lacks(Section::People) {
        return Vec::new();
    }
    let roles = resolved.plan.roles.numbered();
    let late = roles.filter_map(|(role, post)| {
        let hire_by = post.hire_by?;
        let holders = resolved.holders(role);
        if others_may_hold(post, holders.len()) {
            return None;
        }
        let arrivals = holders.iter().map(|holder| {
            let arrives = resolved.people[*holder].start?;
            (arrives.value > hire_by.value).then_some((*holder, arrives))
        });
        let arrivals: Option<Vec<_>> = arrivals.collect();
        let first = arrivals?.into_iter().min_by_key(|(_, day)| day.value)?;
        Some(Late {
            role,
            hire_by,
            first: first.0,
            arrives: first.1,
        })
    });
    late.collect()
}

/// Whether a post has room for people without a name, or an agency fills it.
fn others_may_hold(post: &Entry<Role>, named: usize) -> bool {
    let room = post
        .headcount
        .and_then(|count| usize::try_from(count.value.0).ok());
    let is_unread = post.unread.holds("headcount") || post.unread.holds("provided_by");
    is_unread || post.provided_by.is_some() || room.is_some_and(|room| room > named)
}

/// Two may hold a post for one while one hands it over to the other.
const HANDOVER: Days = Days::new(31);

/// Posts with more people at a time than their headcount says, whoever is about to leave
/// not counted.
pub(super) fn crowded(resolved: &Resolved<'_>) -> Vec<Crowded> {
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
