//! OP112: an original price at which nothing was sold.

use crate::analysis::figures::rounded;
use crate::analysis::price::{Known, Uncharged};
use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::library::original_price;
use crate::plan::value::{Discount, Money, Quantity};
use crate::plan::{Campaign, Entry};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP112" "original-price-uncharged" Products Warning,
    "原价没有成交过", "an original price that was never charged");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for uncharged in &context.analysis.price.uncharged {
        never_charged(uncharged, context, report);
    }
    for product in &context.analysis.price.unproven {
        let product = &context.resolved.products[*product];
        let name = product.label();
        let message = if product.price_history.is_empty() {
            text!(
                "计划里没有成交记录，无法判断「{name}」的原价是否真实成交过",
                "no sale is recorded: whether the original price of {name} was ever charged cannot be decided"
            )
        } else {
            let days = original_price().days();
            text!(
                "活动前 {days} 天没有成交记录，日常售价又低于原价，无法判断「{name}」的原价是否仍然有效",
                "no sale is recorded in the {days} days before, and the usual price is lower: whether the original price of {name} is still valid cannot be decided"
            )
        };
        report.unknown(product, product.field("price_history"), message);
    }
}

fn never_charged(uncharged: &Uncharged, context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let (product, original) = (&plan.products[uncharged.product], uncharged.original);
    let known = uncharged.known.price();
    let campaigns = uncharged
        .campaigns
        .iter()
        .map(|index| &plan.campaigns[*index]);
    let campaigns: Vec<&Entry<Campaign>> = campaigns.collect();
    let mut message = what(uncharged, context);
    if let Some(campaign) = campaigns.first()
        && let Some(price) = campaign.price
    {
        message = compared(message, campaign.label(), price.value, uncharged, plan);
    }
    let source = &original_price().source;
    let instead = match uncharged.known {
        Known::Usual(_) => text!("日常售价", "the usual price"),
        Known::Lowest(_) | Known::Last(_) => text!("成交价", "the price that was paid"),
        Known::Own(campaign, _) => {
            let name = plan.campaigns[campaign].label();
            text!("「{name}」的活动价", "the price of {name}")
        }
    };
    let mut finding = report
        .find(product, original.span, message)
        .with(known.span, instead)
        .with(product.key_span(), text!("依据：{source}", "source: {source}"))
        .help(text!(
            "原价写真实成交过的价格；确有成交的记入 `price_history`；是厂商建议零售价的写明 `original_price_kind = \"suggested\"`",
            "state an original price that was charged; record its sales in `price_history`, or say that it is the maker's suggestion: `original_price_kind = \"suggested\"`"
        ));
    for campaign in campaigns {
        let name = campaign.label();
        let span = campaign
            .price
            .map_or(campaign.key_span(), |price| price.span);
        finding = finding.with(
            span,
            text!("「{name}」以它为原价", "{name} is compared with it"),
        );
    }
}

/// What the price of a campaign really is.
fn compared(
    message: Text,
    name: &str,
    price: Money,
    uncharged: &Uncharged,
    plan: &Resolved<'_>,
) -> Text {
    let known = uncharged.known.price().value;
    let counted = money(known.cents, plan);
    if price.cents >= known.cents {
        let price = money(price.cents, plan);
        return text!(
            "{message}：「{name}」活动价 {price}，实际没有优惠",
            "{message}: at {price}, {name} is not actually cheaper";
            message, price
        );
    }
    let (right, wrong) = (part(price, known), part(price, uncharged.original.value));
    text!(
        "{message}：「{name}」按 {counted}算是 {right}，不是 {wrong}",
        "{message}: of {counted}, the price of {name} is {right}, not {wrong}";
        message, counted, right, wrong
    )
}

fn what(uncharged: &Uncharged, context: Context<'_, '_>) -> Text {
    let name = context.resolved.products[uncharged.product].label();
    let original = money(uncharged.original.value.cents, context.resolved);
    let known = money(uncharged.known.price().value.cents, context.resolved);
    let days = original_price().days();
    match uncharged.known {
        Known::Usual(_) => text!(
            "「{name}」的原价 {original}高于日常售价 {known}，计划里没有按 {original}成交的记录",
            "the original price of {name}, {original}, is above its usual price, {known}, and no sale at {original} is recorded";
            original, known
        ),
        Known::Lowest(_) => text!(
            "「{name}」的原价 {original}高于活动前 {days} 天的最低成交价 {known}",
            "the original price of {name}, {original}, is above the lowest price paid in the {days} days before, {known}";
            original, known
        ),
        Known::Own(campaign, _) => {
            let other = context.resolved.campaigns[campaign].label();
            text!(
                "「{name}」的原价 {original}高于活动前 {days} 天里「{other}」的活动价 {known}",
                "the original price of {name}, {original}, is above the price of {other} in the {days} days before, {known}";
                original, known
            )
        }
        Known::Last(_) => text!(
            "「{name}」的原价 {original}高于最近一次成交价 {known}",
            "the original price of {name}, {original}, is above the last price paid, {known}";
            original, known
        ),
    }
}

/// One price as part of another: `7.5折`.
fn part(price: Money, of: Money) -> Quantity {
    let tenths = rounded(i128::from(price.cents) * 100, i128::from(of.cents));
    let permille = i64::try_from(tenths * 10).unwrap_or(0);
    Discount { permille }.into()
}
