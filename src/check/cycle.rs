//! Things that wait for each other, in words.

use super::Reporter;
use crate::diagnostic::Text;
use crate::plan::{Entry, Idx, InSection, Ref, Referent};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

/// More things of one cycle than anybody follows.
const MOST_NAMED: usize = 12;

/// What waits, and how it is said.
pub(super) struct Waiting<T> {
    /// The things before one.
    pub(super) after: fn(&T) -> Vec<&Located<Ref<T>>>,
    /// What is wrong, with the names round the cycle.
    pub(super) message: fn(&str) -> Text,
    /// What stands at each place, with the name of the one that waits.
    pub(super) waits: fn(&str) -> Text,
    /// What to do.
    pub(super) help: Text,
}

/// Reports one cycle.
pub(super) fn find<T: InSection + Referent>(
    cycle: &[Idx<T>],
    waiting: &Waiting<T>,
    plan: &Resolved<'_>,
    report: &mut Reporter<'_>,
) {
    let around = around(cycle, plan);
    let message = (waiting.message)(&path(&around, cycle.len()));
    let [first, next, ..] = around[..] else {
        return;
    };
    let place = |one: &Entry<T>, before: &Entry<T>| reference(&(waiting.after)(one), one, before);
    let mut finding = report
        .find(first, place(first, next), message)
        .help(waiting.help.clone());
    for pair in around.windows(2).take(MOST_NAMED).skip(1) {
        let (one, before) = (pair[0], pair[1]);
        finding = finding.with(place(one, before), (waiting.waits)(one.label()));
    }
}

/// The things of a cycle from the one that stands first in the file, round to it again.
fn around<'p, T: InSection>(cycle: &[Idx<T>], plan: &Resolved<'p>) -> Vec<&'p Entry<T>> {
    let first = (0..cycle.len())
        .min_by_key(|&at| cycle[at].at())
        .unwrap_or_default();
    let things = cycle.iter().cycle().skip(first).take(cycle.len() + 1);
    things.map(|at| &T::table(plan.plan)[at.at()]).collect()
}

fn path<T: InSection>(around: &[&Entry<T>], length: usize) -> String {
    let named = around.iter().take(MOST_NAMED);
    let mut names: Vec<_> = named.map(|one| format!("`{}`", one.label())).collect();
    if length >= MOST_NAMED {
        names.extend(["…".to_owned(), names[0].clone()]);
    }
    names.join(" → ")
}

/// Where one names another that comes before it.
fn reference<T: InSection>(after: &[&Located<Ref<T>>], one: &Entry<T>, before: &Entry<T>) -> Span {
    let named = after.iter().find(|first| *first.id() == before.id.value);
    named.map_or(one.key_span(), |named| named.span)
}
