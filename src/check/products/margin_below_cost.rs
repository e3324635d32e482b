//! OP093: a price below cost, or below the floor that the plan sets.

use crate::analysis::price::Low;
use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text, thousands};
use crate::plan::{Product, ProductRole};

pub(in crate::check) static RULE: Rule = rule!("OP093" "margin-below-cost" Products Warning,
    "售价低于成本或底价", "a price below cost, or below the floor price");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for low in &context.analysis.price.low {
        let product = &context.resolved.products[low.product];
        let message = message(low, context);
        let mut finding = match low.campaign {
            Some(index) => {
                let campaign = &context.resolved.campaigns[index];
                report.find(campaign, low.price.span, message)
            }
            None => report.find(product, low.price.span, message),
        };
        let name = product.label();
        if let Some(floor) = low.floor {
            let words = text!("「{name}」的底价", "the floor price of {name}");
            finding = finding.with(floor.span, words);
        }
        if let Some(cost) = low.cost {
            finding = finding.with(cost.span, text!("「{name}」的成本", "what {name} costs"));
        }
        for (campaign, price) in &low.also {
            let name = context.resolved.campaigns[*campaign].label();
            let words = text!(
                "「{name}」的活动价同样过低",
                "the price of {name} is too low as well"
            );
            finding = finding.with(price.span, words);
        }
        finding
            .severity(severity(low, product))
            .help(help(low, product));
    }
}

/// A price below the floor breaks what the plan promises itself; a loss that keeps to it is
/// meant. Where there is no floor, a loss on what is to earn the profit is a mistake, and on
/// what brings traffic it is meant.
fn severity(low: &Low, product: &Product) -> Severity {
    match product.role.map(|role| role.value) {
        _ if low.floor.is_some() => Severity::Error,
        _ if product.floor_price.is_some() => Severity::Info,
        Some(ProductRole::Profit) => Severity::Error,
        Some(ProductRole::Traffic) => Severity::Info,
        _ => Severity::Warning,
    }
}

fn help(low: &Low, product: &Product) -> Text {
    let is_for_traffic = product
        .role
        .is_some_and(|role| role.value == ProductRole::Traffic);
    match low.floor {
        Some(_) => text!(
            "提高价格；底价定高了，就改底价",
            "raise the price, or lower the floor if it is too high"
        ),
        None if is_for_traffic || product.floor_price.is_some() => text!(
            "有意亏本引流的不用改；否则改正价格或成本",
            "leave it if the loss is meant to bring traffic; otherwise correct the price or the cost"
        ),
        None => text!(
            "改正价格或成本；有意亏本引流，就把商品定位写成 `role = \"traffic\"`，或写明底价 `floor_price`",
            "correct the price or the cost, or mark the product as a traffic driver: `role = \"traffic\"`, or state its floor price: `floor_price`"
        ),
    }
}

fn message(low: &Low, context: Context<'_, '_>) -> Text {
    let plan = context.resolved;
    let product = plan.products[low.product].label();
    let price = money(low.price.value.cents, plan);
    let below = below(low, context);
    match low.campaign {
        Some(campaign) => {
            let name = plan.campaigns[campaign].label();
            text!(
                "「{name}」活动价 {price}低于「{product}」的{below}",
                "{name} sells {product} at {price}, below its {below}";
                price, below
            )
        }
        None => text!(
            "「{product}」售价 {price}低于{below}",
            "{product} sells at {price}, below its {below}";
            price, below
        ),
    }
}

/// What it is below, and what is lost by it.
fn below(low: &Low, context: Context<'_, '_>) -> Text {
    let plan = context.resolved;
    let floor = low.floor.map(|floor| {
        let floor = money(floor.value.cents, plan);
        text!("底价 {floor}", "floor price of {floor}"; floor)
    });
    let (Some(cost), Some(each)) = (low.cost, low.loss()) else {
        return floor.unwrap_or_default();
    };
    let (cost, each) = (money(cost.value.cents, plan), money(each, plan));
    let limits = match floor {
        Some(floor) => text!("{floor}和成本 {cost}", "{floor} and its cost of {cost}"; floor, cost),
        None => text!("成本 {cost}", "cost of {cost}"; cost),
    };
    let pieces = low.pieces.filter(|pieces| *pieces > 0).map(thousands);
    match pieces.zip(low.loss_of_all()) {
        Some((pieces, all)) => {
            let all = money(all, plan);
            text!(
                "{limits}，每件亏 {each}，{pieces} 件共亏 {all}",
                "{limits}: each piece loses {each}, all {pieces} lose {all}";
                limits, each, all
            )
        }
        None => {
            text!("{limits}，每件亏 {each}", "{limits}: each piece loses {each}"; limits, each)
        }
    }
}
