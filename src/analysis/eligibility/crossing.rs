//! Versions of a programme that claim the same days.

use super::versions::{Edges, edges, is_inside, order};
use crate::plan::{Program, Version};
use crate::source::Located;

/// Two versions of a programme that cross: each holds on days of the other, and neither lies
/// inside the other.
#[derive(Clone, Copy, Debug)]
pub struct Crossing<'p> {
    /// The one that begins first.
    pub first: &'p Located<Version>,
    /// The other.
    pub second: &'p Located<Version>,
    /// The days that both claim; no last day where both go on.
    pub days: Edges,
}

/// The versions of a programme that cross, each with the one that it meets first.
pub fn crossings(program: &Program) -> Vec<Crossing<'_>> {
    let mut versions: Vec<_> = program.versions.iter().collect();
    versions.retain(|version| match edges(version) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    });
    // Outer ones first, so that those that are still open lie inside each other.
    versions.sort_by_key(|version| order(version));
    let mut open: Vec<&Located<Version>> = Vec::new();
    let mut crossings = Vec::new();
    for version in versions {
        let days = edges(version);
        let is_over = |one: &Located<Version>| {
            let until = edges(one).1;
            until.is_some_and(|until| days.0.is_some_and(|from| until < from))
        };
        while open.last().is_some_and(|last| is_over(last)) {
            open.pop();
        }
        match open.last() {
            Some(last) if !is_inside(days, edges(last)) => crossings.push(Crossing {
                first: last,
                second: version,
                days: (days.0, edges(last).1),
            }),
            _ => open.push(version),
        }
    }
    crossings
}
