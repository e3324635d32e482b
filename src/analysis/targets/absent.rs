//! Figures of people for days on which they are not there at all.

use super::book::{Book, Row};
use super::figure::Metric;
use super::{Absent, Targets};
use crate::plan::{Entry, Idx, PartKind, Person, Section};
use crate::resolve::Resolved;

/// What can only be reached by being there; rates are of nothing then.
const REACHED: [Metric; 4] = [
    Metric::Revenue,
    Metric::Visitors,
    Metric::Orders,
    Metric::Units,
];

pub(super) fn judge<'p>(book: &Book<'_, 'p>, answers: &mut Targets<'p>) {
    let absent = book
        .rows
        .iter()
        .filter_map(|row| absent(row, book.resolved));
    answers.absent.extend(absent);
}

fn absent<'p>(row: &Row<'p>, resolved: &Resolved<'p>) -> Option<Absent<'p>> {
    let (PartKind::People, part) = row.path.last()? else {
        return None;
    };
    let person = resolved.item_of(&part.id.value, &[Section::People])?;
    let person = Idx::new(person.at);
    let wanted = REACHED.into_iter().find_map(|metric| {
        let figure = row.figure(metric)?;
        let wants_any = figure.range.low.is_some_and(|low| low.exact > 0);
        wants_any.then_some((metric, figure.span))
    });
    let (metric, span) = wanted?;
    let has_left = has_left(&resolved.plan.people[person], row)?;
    Some(Absent {
        place: row.place(),
        metric,
        span,
        person,
        has_left,
    })
}

/// Whether somebody has left before the days of a row; nothing where they are there on one of
/// them, or come after they leave, which is another mistake.
fn has_left(person: &Entry<Person>, row: &Row<'_>) -> Option<bool> {
    let (first, last) = row.days?;
    let (comes, leaves) = (
        person.start.map(|day| day.value.0),
        person.end.map(|day| day.value.0),
    );
    let is_reversed = comes
        .zip(leaves)
        .is_some_and(|(comes, leaves)| leaves < comes);
    let (is_early, is_late) = (
        comes.is_some_and(|day| last < day),
        leaves.is_some_and(|day| day < first),
    );
    (!is_reversed && (is_early || is_late)).then_some(is_late)
}
