//! OP209: days that are counted from each other.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::resolve::{End, Resolved, when};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP209" "day-circle" Phases Error,
    "日期互相推算", "days that are counted from each other");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for circle in &plan.unsettled.circles {
        let mut places: Vec<_> = circle.iter().filter_map(|end| place(*end, plan)).collect();
        places.sort_unstable_by_key(|(span, _)| *span);
        let [(span, end), others @ ..] = &places[..] else {
            continue;
        };
        let item = plan.item(end.0);
        let (name, noun) = (item.label(), item.section.noun());
        let message = if others.is_empty() {
            text!("{noun}「{name}」的日期从它自己算起", "the day of the {noun} {name} is counted from itself"; noun)
        } else {
            text!("{noun}「{name}」的日期与其他日期循环推算，又回到它自己", "the day of the {noun} {name} is counted from itself, by way of others"; noun)
        };
        let finding = report
            .find(&item, *span, message)
            .help(text!("给其中一个写明日期", "write a date for one of them"));
        let labelled = |span: &Span| {
            (
                *span,
                text!("这个日期也在循环之中", "this day is part of the circle"),
            )
        };
        others
            .iter()
            .map(|(span, _)| labelled(span))
            .fold(finding, |finding, (span, label)| finding.with(span, label));
    }
}

/// Where the day of a circle is said to be counted from another.
fn place(end: End, plan: &Resolved<'_>) -> Option<(Span, End)> {
    Some((when(plan.plan, end)?.relative.as_ref()?.span, end))
}
