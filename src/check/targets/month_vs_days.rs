//! OP023: a phase or an event does not fit the months it touches.

use crate::analysis::targets::Against;
use crate::check::sum::sums;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule};

pub(in crate::check) static RULE: Rule = rule!("OP023" "month-vs-days" Targets Error,
    "阶段、节点的目标与所在月份对不上", "a phase or an event does not fit its months");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let against = [
        Against::Touched,
        Against::Inside,
        Against::Phase,
        Against::Stretches,
    ];
    sums(context, |one| against.contains(&one.against), report);
}
