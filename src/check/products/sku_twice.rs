//! OP118: two products with one number.

use crate::analysis::catalogue::same_sku;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP118" "sku-twice" Products Warning,
    "两个商品同一个货号", "two products with one SKU");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for same in same_sku(context.resolved) {
        let ((first, one), (second, other)) = (same.first, same.second);
        let first = context.resolved.products[first].label();
        let second = &context.resolved.products[second];
        let (name, sku) = (second.label(), other.value.trim());
        let message = text!(
            "「{name}」和「{first}」的货号都是 `{sku}`，库存和价格各写了一份",
            "{name} and {first} have one SKU, `{sku}`, and stock and prices of their own"
        );
        report
            .find(second, other.span, message)
            .with(one.span, text!("「{first}」的货号", "the SKU of {first}"))
            .help(text!(
                "改正货号；是同一种货就合并成一个商品",
                "correct the SKU, or make one product of the two"
            ));
    }
}
