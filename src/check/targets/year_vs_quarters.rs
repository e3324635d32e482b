//! OP021: a year is not the sum of its quarters and months.

use crate::analysis::targets::{Against, Way};
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};
use crate::plan::Period;

pub(in crate::check) static RULE: Rule = rule!("OP021" "year-vs-quarters" Targets Error,
    "年度目标 ≠ 各季度之和", "a year is not the sum of its quarters");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    sums(
        context,
        |one| {
            matches!(one.period, Some(Period::Year(_)))
                && one.against == Against::Shorter
                && one.way != Some(Way::LeastBelow)
        },
        report,
    );
}
