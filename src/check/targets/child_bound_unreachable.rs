//! OP031: parts that each only just get there do not reach the whole.

use crate::analysis::targets::Way;
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP031" "child-bound-unreachable" Targets Warning,
    "各项的下限合计达不到总目标的下限", "the minimums of the parts do not reach the minimum of the total");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    sums(context, |one| one.way == Some(Way::LeastBelow), report);
}
