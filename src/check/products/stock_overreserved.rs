//! OP100: campaigns that run on one day reserve more pieces than there are.

use super::oversell::{counts_a_slip, culprits, severity};
use crate::analysis::stock::{Goods, Outcome, Shortage};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text, thousands};
use crate::plan::{Entry, Product};

pub(in crate::check) static RULE: Rule = rule!("OP100" "stock-overreserved" Products Error,
    "同期活动占用超过库存", "overlapping campaigns reserve more than the stock");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for Goods {
        product, outcome, ..
    } in &context.analysis.stock
    {
        if let Outcome::Short(shortage) = outcome
            && let Some(reserved) = shortage.at_once
            && !counts_a_slip(shortage, context)
        {
            let product = &context.resolved.products[*product];
            overreserved(product, shortage, reserved, context, report);
        }
    }
}

fn overreserved(
    product: &Entry<Product>,
    shortage: &Shortage,
    reserved: i64,
    context: Context<'_, '_>,
    report: &mut Reporter<'_>,
) {
    let (name, day) = (product.label(), shortage.day);
    let (reserved, there) = (thousands(reserved), thousands(shortage.there));
    let (message, help) = if shortage.comes_in {
        (
            text!(
                "{day} 同时进行的活动共占用「{name}」{reserved} 件，库存加到货只有 {there} 件",
                "campaigns that run on {day} reserve {reserved} pieces of {name}; stock and deliveries come to {there}"
            ),
            text!(
                "减少报名数量、错开活动，或让货提前到",
                "sign up fewer pieces, move a campaign, or have goods arrive earlier"
            ),
        )
    } else {
        (
            text!(
                "{day} 同时进行的活动共占用「{name}」{reserved} 件，库存只有 {there} 件",
                "campaigns that run on {day} reserve {reserved} pieces of {name}; there are {there}"
            ),
            text!(
                "减少报名数量、错开活动，或补上到货 `arrivals`",
                "sign up fewer pieces, move a campaign, or add deliveries: `arrivals`"
            ),
        )
    };
    let span = product.stock.map_or(product.key_span(), |stock| stock.span);
    let finding = report
        .find(product, span, message)
        .severity(severity(shortage))
        .help(help);
    culprits(shortage, context, finding);
}
