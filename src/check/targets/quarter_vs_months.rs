//! OP022: a quarter is not the sum of its months.

use crate::analysis::targets::{Against, Way};
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};
use crate::plan::Period;

pub(in crate::check) static RULE: Rule = rule!("OP022" "quarter-vs-months" Targets Error,
    "季度目标 ≠ 各月之和", "a quarter is not the sum of its months");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    sums(
        context,
        |one| {
            matches!(one.period, Some(Period::Quarter(..)))
                && one.against == Against::Shorter
                && one.way != Some(Way::LeastBelow)
        },
        report,
    );
}
