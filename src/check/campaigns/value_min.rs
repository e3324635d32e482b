//! OP126: the value of the goods does not meet the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;
use crate::plan::value::{Money, Quantity};

pub(in crate::check) static RULE: Rule = rule!("OP126" "value-min" Campaigns Error,
    "报名货值不够", "the value of the goods does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Value], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let apart = unmet.money_apart().unwrap_or(Money::from_cents(0));
        let apart = Quantity::from(apart);
        let by = match unmet.is_above() {
            true => text!("多 {apart} 元", "{apart} too much"; apart),
            false => text!("差 {apart} 元", "{apart} short"; apart),
        };
        let message = text!(
            "「{campaign}」报名货值（数量 × 活动价）{ours} 元，「{program}」要求{asked} 元，{by}",
            "{campaign} signs up goods worth {ours} (quantity × price); {program} requires {asked}: {by}";
            asked, ours, by);
        let help = if unmet.is_above() {
            text!("减少数量", "sign up fewer pieces")
        } else {
            text!(
                "增加报名数量，或换一个活动",
                "sign up more pieces, or choose another programme"
            )
        };
        Words::new(message, help).other(text!("活动价", "the price"))
    });
}
