//! OP125: the quantity signed up is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP125" "quantity-range" Campaigns Error,
    "报名数量超出规则", "the quantity does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Quantity], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{campaign}」报名 {ours} 件，「{program}」要求{asked} 件",
            "{campaign} signs up {ours} pieces; {program} requires {asked}"; asked, ours);
        let help = if unmet.is_above() {
            text!("把数量改到{asked} 件，多出的分到下一期",
                "change the quantity to {asked}; the rest can go into the next round"; asked)
        } else {
            text!("把数量加到{asked} 件，货不够就换一个活动",
                "raise the quantity to {asked}, or choose another programme"; asked)
        };
        Words::new(message, help)
    });
}
