//! OP034: fewer orders, or pieces, than buyers.

use crate::analysis::targets::{Least, Metric};
use crate::check::sum::too_few;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP034" "orders-below-buyers" Targets Error,
    "订单数少于买家数", "fewer orders than buyers");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    too_few(
        context,
        |few| few.metric != Metric::Visitors && matches!(few.least, Least::Buyers { .. }),
        report,
    );
}
