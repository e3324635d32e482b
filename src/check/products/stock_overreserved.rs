//! OP100: campaigns that run on one day reserve more pieces than there are.

use crate::analysis::stock::Peak;
use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Unknown, rule, text};
use crate::plan::{Entry, Product, Section};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP100" "stock-overreserved" Products Error,
    "同期活动占用超过库存", "overlapping campaigns reserve more than the stock");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    for reservation in &context.analysis.stock {
        let product = &plan.products[reservation.product.at()];
        let (name, stock, at_most) = (product.label(), reservation.stock, reservation.at_most);
        let unknown = |missing: String| Unknown {
            rule: &RULE,
            item: product.path(),
            span: product.key_span(),
            missing,
            message: text!(
                "无法判断「{name}」的库存 {stock} 够不够活动占用的 {at_most} 件",
                "whether the stock of {name}, {stock}, covers the {at_most} pieces reserved cannot be decided"
            ),
        };
        if !reservation.dated {
            report.cannot_say(unknown(format!("{}.stock_on", product.path())));
        } else if plan.incomplete.lacks(Section::Campaigns) {
            report.cannot_say(unknown("campaigns".to_owned()));
        } else if let Some(peak) = reservation
            .peak
            .as_ref()
            .filter(|peak| peak.reserved > stock)
        {
            report.find(finding(product, peak, plan));
        } else if at_most > stock {
            for campaign in reservation
                .open
                .iter()
                .map(|campaign| &plan.campaigns[campaign.at()])
            {
                let field = if campaign.start.is_none() {
                    "start"
                } else {
                    "end"
                };
                report.cannot_say(unknown(format!("{}.{field}", campaign.path())));
            }
        }
    }
}

fn finding(product: &Entry<Product>, peak: &Peak, plan: &Resolved<'_>) -> Diagnostic {
    let (name, reserved, day) = (product.label(), peak.reserved, peak.day);
    let (stock, span) = product
        .stock
        .map_or((0, product.key_span()), |stock| (stock.value.0, stock.span));
    let finding = Diagnostic::new(
        &RULE,
        span,
        text!(
            "{day} 的活动共占用「{name}」{reserved} 件，库存只有 {stock} 件",
            "on {day} campaigns reserve {reserved} pieces of {name}; there are {stock}"
        ),
    )
    .help(text!(
        "减少报名数量、错开活动，或先补货",
        "sign up fewer pieces, move a campaign, or restock first"
    ))
    .on(product.path());
    let campaigns = peak
        .campaigns
        .iter()
        .map(|campaign| &plan.campaigns[campaign.at()]);
    campaigns.fold(finding, |finding, campaign| {
        let (which, span) = (
            campaign.label(),
            campaign
                .quantity
                .map_or(campaign.key_span(), |quantity| quantity.span),
        );
        finding.with(span, text!("「{which}」占用", "reserved by {which}"))
    })
}
