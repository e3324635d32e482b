//! OP113: a campaign price above the price that the product has without the campaign.

use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP113" "price-above-usual" Products Warning,
    "活动价高于日常售价", "a campaign price above the usual price");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for above in &context.analysis.price.above {
        let campaign = &context.resolved.campaigns[above.campaign];
        let name = campaign.label();
        let kind = if above.is_original {
            Text::fixed("原价", "original price")
        } else {
            Text::fixed("日常售价", "usual price")
        };
        let price = money(above.price.value.cents, context.resolved);
        let other = money(above.other.value.cents, context.resolved);
        let message = text!(
            "「{name}」活动价 {price}，高于{kind} {other}",
            "{name} sells at {price}, above the {kind} of {other}";
            kind, price, other
        );
        report
            .find(campaign, above.price.span, message)
            .with(above.other.span, text!("{kind}", "the {kind}"; kind))
            .help(text!("改正其中一个价格", "correct one of the prices"));
    }
}
