//! OP037: fewer visitors than buyers.

use crate::analysis::targets::Metric;
use crate::check::sum::too_few;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP037" "visitors-below-buyers" Targets Error,
    "访客数少于买家数", "fewer visitors than buyers");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    too_few(context, |few| few.metric == Metric::Visitors, report);
}
