//! OP104: one product, one day, two campaign prices.

use crate::analysis::price::Clash;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP104" "item-two-prices" Products Error,
    "同一商品同一天有两个活动价", "one product, one day, two campaign prices");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let campaigns = &context.resolved.campaigns;
    for clash in &context.analysis.price {
        let (first, second) = (&campaigns[clash.first], &campaigns[clash.second]);
        let (Some(one), Some(other)) = (first.price, second.price) else {
            continue;
        };
        let (name, other_name) = (first.label(), second.label());
        let (price, other_price, days) = (one.value, other.value, days(clash));
        let message = text!(
            "{days}，「{other_name}」卖 {other_price}，「{name}」同时卖 {price}",
            "{days} {other_name} sells at {other_price} and {name} at {price}";
            days
        );
        report
            .find(second, other.span, message)
            .with(one.span, text!("「{name}」的价格", "the price of {name}"))
            .help(text!(
                "统一价格，或错开两场活动",
                "use one price, or move one of the campaigns"
            ));
    }
}

fn days(clash: &Clash) -> Text {
    let (from, to) = (clash.from, clash.to);
    if from == to {
        text!("{from} 当天", "on {from}")
    } else {
        text!("{from} 至 {to}", "from {from} to {to}")
    }
}
