//! OP035: fewer pieces than orders.

use crate::analysis::targets::Least;
use crate::check::sum::too_few;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP035" "units-below-orders" Targets Error,
    "销量少于订单数", "fewer pieces than orders");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    too_few(context, |few| matches!(few.least, Least::Orders(_)), report);
}
