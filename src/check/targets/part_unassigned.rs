//! OP033: something of a target belongs to none of its parts.

use crate::analysis::targets::Way;
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP033" "part-unassigned" Completeness Info asked,
    "目标有一部分没有分到任何一项", "some of a target belongs to no part");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    sums(context, |one| one.way == Some(Way::Rest), report);
}
