//! OP019: a plan of more than five years.

use chrono::Months;

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP019" "horizon-too-long" Phases Error always,
    "计划超过五年", "a plan of more than five years");

/// Five years.
const LONGEST: Months = Months::new(60);

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let head = context.resolved.head();
    let (Some(start), Some(end)) = (head.start, head.end) else {
        return;
    };
    let (first, last) = (start.value.0, end.value.0);
    if first
        .checked_add_months(LONGEST)
        .is_some_and(|limit| last < limit)
    {
        return;
    }
    let message = text!(
        "计划从 {first} 到 {last}，超过五年",
        "the plan runs from {first} to {last}, more than five years"
    );
    report
        .find(head, end.span, message)
        .with(start.span, text!("从这里开始", "it starts here"))
        .help(text!(
            "检查年份；更长的安排请分成几份计划",
            "check the years; split longer work into several plans"
        ));
}
