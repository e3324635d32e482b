//! OP115: one product at two prices on one day, in two shops.

use super::item_two_prices::days;
use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP115" "shop-prices-differ" Products Info,
    "同一商品同一天两家店价格不同", "one product at two prices in two shops");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for across in &context.analysis.price.across {
        let clash = &across.clash;
        let (first, second) = (&plan.campaigns[clash.first], &plan.campaigns[clash.second]);
        let (Some(one), Some(other)) = (first.price, second.price) else {
            continue;
        };
        let shop = |campaign| plan.store_of(campaign).map_or("", |store| store.label());
        let (shop, other_shop) = (shop(first), shop(second));
        let product = plan.products[across.product].label();
        let price = money(one.value.cents, plan);
        let other_price = money(other.value.cents, plan);
        let days = days(clash);
        let message = text!(
            "{days}，「{product}」在「{shop}」卖 {price}，在「{other_shop}」卖 {other_price}",
            "{days} {product} sells at {price} in {shop} and at {other_price} in {other_shop}";
            days, price, other_price
        );
        let name = first.label();
        report
            .find(second, other.span, message)
            .with(one.span, text!("「{name}」的价格", "the price of {name}"))
            .help(text!(
                "法律不禁止，但比价和价保都按低价算，签字前确认",
                "the law allows it, but price comparison and protection go by the lower one: make sure it is intended"
            ));
    }
}
