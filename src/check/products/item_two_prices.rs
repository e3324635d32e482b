//! OP104: one product, one day, two campaign prices.

use crate::analysis::price::{Clash, Open};
use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP104" "item-two-prices" Products Error,
    "同一商品同一天有两个活动价", "one product, one day, two campaign prices");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let campaigns = &context.resolved.campaigns;
    let outside = &context.analysis.outside;
    for clash in &context.analysis.price.clashes {
        // A campaign in the wrong year is another mistake.
        if outside.is_slip(clash.first) || outside.is_slip(clash.second) {
            continue;
        }
        let (first, second) = (&campaigns[clash.first], &campaigns[clash.second]);
        let (Some(one), Some(other)) = (first.price, second.price) else {
            continue;
        };
        let (name, other_name) = (first.label(), second.label());
        let price = money(one.value.cents, context.resolved);
        let other_price = money(other.value.cents, context.resolved);
        let days = days(clash);
        let message = text!(
            "{days}，「{other_name}」活动价 {other_price}，「{name}」同时为 {price}",
            "{days} {other_name} sells at {other_price} and {name} at {price}";
            days, price, other_price
        );
        report
            .find(second, other.span, message)
            .with(one.span, text!("「{name}」的价格", "the price of {name}"))
            .help(text!(
                "统一价格，或错开两场活动",
                "use one price, or move one of the campaigns"
            ));
    }
    for Open {
        campaign,
        field,
        other,
    } in &context.analysis.price.open
    {
        let (campaign, other) = (&campaigns[*campaign], &campaigns[*other]);
        let (name, other_name) = (campaign.label(), other.label());
        let message = text!(
            "无法判断「{name}」与「{other_name}」是否同一天有两个活动价",
            "whether {name} and {other_name} have two prices on one day cannot be decided"
        );
        report.unknown(campaign, campaign.field(field), message);
    }
}

/// The days that two campaigns share.
pub(super) fn days(clash: &Clash) -> Text {
    let (from, to) = (clash.from, clash.to);
    if from == to {
        text!("{from} 当天", "on {from}")
    } else {
        text!("{from} 至 {to}", "from {from} to {to}")
    }
}
