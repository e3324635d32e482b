//! OP114: a usual price above the original price.

use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP114" "usual-above-original" Products Warning,
    "日常售价高于原价", "the usual price is above the original price");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for product in &context.analysis.price.reversed {
        let product = &context.resolved.products[*product];
        let (Some(usual), Some(original)) = (product.price, product.original_price) else {
            continue;
        };
        let name = product.label();
        let price = money(usual.value.cents, context.resolved);
        let other = money(original.value.cents, context.resolved);
        let message = text!(
            "「{name}」日常售价 {price}，高于原价 {other}",
            "{name} usually sells at {price}, above its original price of {other}";
            price, other
        );
        report
            .find(product, usual.span, message)
            .with(original.span, text!("原价", "the original price"))
            .help(text!(
                "改正其中一个；折扣按原价计算，原价写低会算错折扣",
                "correct one of the two: discounts are calculated on the original price"
            ));
    }
}
