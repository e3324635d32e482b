//! OP093: a price below cost.

use crate::analysis::price::Loss;
use crate::check::money::money;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text, thousands};
use crate::plan::{Product, ProductRole};

pub(in crate::check) static RULE: Rule = rule!("OP093" "margin-below-cost" Products Warning,
    "售价低于成本", "a price below cost");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for loss in &context.analysis.price.losses {
        let product = &context.resolved.products[loss.product];
        let campaign = loss
            .campaign
            .map(|index| &context.resolved.campaigns[index]);
        let message = message(loss, context);
        let finding = match campaign {
            Some(campaign) => report.find(campaign, loss.price.span, message),
            None => report.find(product, loss.price.span, message),
        };
        let name = product.label();
        finding
            .severity(severity(product))
            .with(loss.cost.span, text!("「{name}」的成本", "what {name} costs"))
            .help(text!(
                "提高价格；有意亏本引流，就把商品定位写成 `role = \"traffic\"`",
                "raise the price, or say that the product is there to bring traffic: `role = \"traffic\"`"
            ));
    }
}

/// A loss on what is to earn the profit is a mistake; on what brings traffic it is meant.
fn severity(product: &Product) -> Severity {
    match product.role.map(|role| role.value) {
        Some(ProductRole::Profit) => Severity::Error,
        Some(ProductRole::Traffic) => Severity::Info,
        _ => Severity::Warning,
    }
}

fn message(loss: &Loss, context: Context<'_, '_>) -> Text {
    let plan = context.resolved;
    let product = plan.products[loss.product].label();
    let (price, cost) = (
        money(loss.price.value.cents, plan),
        money(loss.cost.value.cents, plan),
    );
    let each = money(loss.of_a_piece(), plan);
    let Some(campaign) = loss.campaign else {
        return text!(
            "「{product}」售价 {price}低于成本 {cost}，每件亏 {each}",
            "{product} sells at {price} and costs {cost}: each piece loses {each}";
            price, cost, each
        );
    };
    let name = plan.campaigns[campaign].label();
    let pieces = loss.pieces.filter(|pieces| *pieces > 0);
    let Some((pieces, all)) = pieces.map(thousands).zip(loss.of_all()) else {
        return text!(
            "「{name}」活动价 {price}低于「{product}」成本 {cost}，每件亏 {each}",
            "{name} sells {product} at {price}, which costs {cost}: each piece loses {each}";
            price, cost, each
        );
    };
    let all = money(all, plan);
    text!(
        "「{name}」活动价 {price}低于「{product}」成本 {cost}，每件亏 {each}，{pieces} 件共亏 {all}",
        "{name} sells {product} at {price}, which costs {cost}: each piece loses {each}, all {pieces} lose {all}";
        price, cost, each, all
    )
}
