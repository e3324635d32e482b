//! OP100: campaigns that run on one day reserve more pieces than there are.

use crate::analysis::stock::{Peak, Reservation};
use crate::check::{Context, Reporter};
use crate::diagnostic::{FieldPath, ItemPath, Rule, rule, text};
use crate::plan::value::Choice;
use crate::plan::{Entry, Product, Section};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP100" "stock-overreserved" Products Error,
    "同期活动占用超过库存", "overlapping campaigns reserve more than the stock");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for reservation in &context.analysis.stock {
        let product = &plan.products[reservation.product];
        let missing = missing(reservation, product, plan);
        let peak = reservation
            .peak
            .as_ref()
            .filter(|peak| peak.reserved > reservation.stock);
        match (missing, peak) {
            (Some(missing), _) => undecided(reservation, product, missing, report),
            (None, Some(peak)) => overreserved(product, peak, plan, report),
            (None, None) if reservation.at_most > reservation.stock => {
                let days = unstated_days(reservation, plan);
                days.for_each(|day| undecided(reservation, product, day, report));
            }
            _ => {}
        }
    }
}

/// What is missing before anything can be decided at all.
fn missing(
    reservation: &Reservation,
    product: &Entry<Product>,
    plan: &Resolved<'_>,
) -> Option<FieldPath> {
    if !reservation.dated {
        return Some(product.field("stock_on"));
    }
    let lacks_campaigns = plan.incomplete.lacks(Section::Campaigns);
    lacks_campaigns.then(|| ItemPath::alone(Section::Campaigns.word()).into())
}

/// The days that campaigns which reserve pieces do not state.
fn unstated_days(
    reservation: &Reservation,
    plan: &Resolved<'_>,
) -> impl Iterator<Item = FieldPath> {
    let campaigns = reservation
        .open
        .iter()
        .map(|campaign| &plan.campaigns[*campaign]);
    campaigns.map(|campaign| {
        campaign.field(if campaign.start.is_none() {
            "start"
        } else {
            "end"
        })
    })
}

fn undecided(
    reservation: &Reservation,
    product: &Entry<Product>,
    missing: FieldPath,
    report: &mut Reporter<'_>,
) {
    let (name, stock, at_most) = (product.label(), reservation.stock, reservation.at_most);
    report.unknown(product, missing, text!(
        "无法判断「{name}」的库存 {stock} 够不够活动占用的 {at_most} 件",
        "whether the stock of {name}, {stock}, covers the {at_most} pieces reserved cannot be decided"
    ));
}

fn overreserved(
    product: &Entry<Product>,
    peak: &Peak,
    plan: &Resolved<'_>,
    report: &mut Reporter<'_>,
) {
    let (name, reserved, day) = (product.label(), peak.reserved, peak.day);
    let (stock, span) = product
        .stock
        .map_or((0, product.key_span()), |stock| (stock.value.0, stock.span));
    let message = text!(
        "{day} 的活动共占用「{name}」{reserved} 件，库存只有 {stock} 件",
        "on {day} campaigns reserve {reserved} pieces of {name}; there are {stock}"
    );
    let mut finding = report.find(product, span, message).help(text!(
        "减少报名数量、错开活动，或先补货",
        "sign up fewer pieces, move a campaign, or restock first"
    ));
    for campaign in peak
        .campaigns
        .iter()
        .map(|campaign| &plan.campaigns[*campaign])
    {
        let which = campaign.label();
        let span = campaign
            .quantity
            .map_or(campaign.key_span(), |quantity| quantity.span);
        finding = finding.with(span, text!("「{which}」占用", "reserved by {which}"));
    }
}
