//! What targets and their parts are called.

use super::part::RowKind;
use super::value::Value;
use crate::plan::value::Choice;
use crate::plan::{Entry, PartKind, Period, Target};
use crate::resolve::{Resolved, TargetPeriod};

/// The period, phase or event of a target, and what kind of row it is.
pub(super) fn label<'p>(
    target: &'p Entry<Target>,
    resolved: &Resolved<'p>,
) -> (RowKind, Value<'p>) {
    match resolved.period(target) {
        Some(TargetPeriod::Calendar(period @ Period::Month(..))) => {
            (RowKind::Plain, Value::Period(period))
        }
        Some(TargetPeriod::Calendar(period)) => (RowKind::Sum, Value::Period(period)),
        Some(TargetPeriod::Phase(phase)) => (
            RowKind::Plain,
            Value::plain(resolved.plan.phases[phase].label()),
        ),
        Some(TargetPeriod::Event(event)) => (
            RowKind::Plain,
            Value::plain(resolved.plan.events[event].label()),
        ),
        None => (RowKind::Part, Value::plain(target.label())),
    }
}

/// The name of what a part is for: of the item its key refers to, else the key.
pub(super) fn part_name<'p>(
    kind: PartKind,
    part: &'p Entry<Target>,
    resolved: &Resolved<'p>,
) -> &'p str {
    let reference = resolved.references.at(part.id.span.start);
    let reference = reference.filter(|one| one.field == kind.word() && *one.id == part.id.value);
    let item = reference.and_then(|reference| reference.to.item());
    item.map_or(&part.id.value, |item| resolved.item(item).label())
}
