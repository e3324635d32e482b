//! OP126: quantity × price is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP126" "value-min" Campaigns Error,
    "报名货值不够", "quantity × price is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Value], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{campaign}」的数量 × 活动价是 {ours} 元，「{program}」要求{asked} 元",
            "{campaign} signs up goods worth {ours}; {program} asks for {asked}"; asked, ours);
        let help = text!(
            "增加数量或提高活动价",
            "sign up more pieces, or raise the price"
        );
        Words::new(message, help).other(text!("活动价", "the price"))
    });
}
