//! OP104: one product, one day, two campaign prices.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP104" "item-two-prices" Products Error,
    "同一商品同一天有两个活动价", "one product, one day, two campaign prices");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let campaigns = &context.resolved.campaigns;
    for clash in &context.analysis.price {
        let (first, second) = (&campaigns[clash.first.at()], &campaigns[clash.second.at()]);
        let (Some(one), Some(other)) = (first.price, second.price) else {
            continue;
        };
        let (first_name, second_name, from, to) =
            (first.label(), second.label(), clash.from, clash.to);
        let (one_price, other_price) = (one.value, other.value);
        let (days_zh, days_en) = match from == to {
            true => (format!("{from} 当天"), format!("on {from}")),
            false => (format!("{from} 至 {to}"), format!("from {from} to {to}")),
        };
        report.find(
            Diagnostic::new(
                &RULE,
                other.span,
                text!(
                    "{days_zh}，「{second_name}」卖 {other_price}，「{first_name}」同时卖 {one_price}",
                    "{days_en} {second_name} sells at {other_price} and {first_name} at {one_price}"
                ),
            )
            .with(one.span, text!("「{first_name}」的价格", "the price of {first_name}"))
            .help(text!("统一价格，或错开两场活动", "use one price, or move one of the campaigns"))
            .on(second.path()),
        );
    }
}
