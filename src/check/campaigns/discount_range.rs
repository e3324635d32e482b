//! OP127: the campaign price, as part of the original price, is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP127" "discount-range" Campaigns Error,
    "活动价折扣超出规则", "the price is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Discount], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{campaign}」活动价 {ours}，「{program}」的折扣要求是{asked}",
            "{campaign} sells at {ours}; {program} asks for {asked} of the original price";
            asked, ours);
        let help = text!("调整活动价", "change the price");
        Words::new(message, help).other(text!("原价", "the original price"))
    });
}
