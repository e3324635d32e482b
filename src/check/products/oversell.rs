//! OP110: campaigns and targets want more pieces than there are, one after the other.

use crate::analysis::stock::{Outcome, Shortage, Taker, Undecided};
use crate::analysis::targets::Place;
use crate::check::sum::Words;
use crate::check::{Context, Finding, Reporter};
use crate::diagnostic::{FieldPath, Rule, Severity, Text, rule, text, thousands};
use crate::plan::{Entry, Product};

pub(in crate::check) static RULE: Rule = rule!("OP110" "oversell" Products Error,
    "计划卖出的超过库存", "more sales are planned than there is stock");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for goods in &context.analysis.stock {
        let product = &context.resolved.products[goods.product];
        let span = product.stock.map_or(product.key_span(), |stock| stock.span);
        match &goods.outcome {
            Outcome::Short(shortage) if shortage.at_once.is_some() => {}
            Outcome::Short(shortage) if counts_a_slip(shortage, context) => {}
            Outcome::Short(shortage) => {
                let message = too_little(product, shortage, context);
                let finding = report
                    .find(product, span, message)
                    .severity(severity(shortage))
                    .help(help(shortage));
                culprits(shortage, context, finding);
            }
            Outcome::Tight { out_on, next } => {
                let name = product.label();
                let message = text!(
                    "「{name}」按目标的日均销量推算，约 {out_on} 卖完，下一批货 {next} 才到",
                    "sold evenly, {name} runs out about {out_on}; the next delivery is on {next}"
                );
                report
                    .find(product, span, message)
                    .severity(Severity::Info)
                    .help(text!(
                        "让下一批货提前到，或分批备货",
                        "have the next delivery come earlier"
                    ));
            }
            Outcome::Unknown(unknown) => {
                for field in &unknown.missing {
                    let message = undecided(product, unknown, field, context);
                    report.unknown(product, field.clone(), message);
                }
            }
        }
    }
}

/// Whether a campaign that takes pieces stands in the wrong year, which is another mistake.
pub(super) fn counts_a_slip(shortage: &Shortage, context: Context<'_, '_>) -> bool {
    shortage.takers.iter().any(|taker| match taker {
        Taker::Campaign(campaign) => context.analysis.outside.is_slip(*campaign),
        Taker::Target(..) => false,
    })
}

/// Without a word about goods that come in, nothing says that none do.
pub(super) fn severity(shortage: &Shortage) -> Severity {
    if shortage.comes_in {
        Severity::Error
    } else {
        Severity::Warning
    }
}

/// Shows all that take pieces, and the goods that come in too late or are counted already.
pub(super) fn culprits(shortage: &Shortage, context: Context<'_, '_>, finding: Finding<'_>) {
    let takers = shortage.takers.iter().map(|taker| match taker {
        Taker::Campaign(index) => {
            let campaign = &context.resolved.campaigns[*index];
            let which = campaign.label();
            let span = campaign
                .quantity
                .map_or(campaign.key_span(), |quantity| quantity.span);
            (span, text!("「{which}」占用", "reserved by {which}"))
        }
        Taker::Target(_, span) => (*span, text!("目标销量", "pieces of the target")),
    });
    let late = shortage.late.iter().map(|coming| {
        let (on, pieces) = (coming.on, thousands(coming.pieces));
        let words = text!(
            "{on} 到的 {pieces} 件赶不上",
            "the {pieces} arriving on {on} come too late"
        );
        (coming.span, words)
    });
    let counted = shortage.counted.iter().map(|coming| {
        let (on, pieces) = (coming.on, thousands(coming.pieces));
        let words = text!(
            "{on} 到的 {pieces} 件在盘点之前，已算在库存里",
            "the {pieces} of {on} came before the count, which includes them"
        );
        (coming.span, words)
    });
    let all = takers.chain(late).chain(counted);
    all.fold(finding, |finding, (span, words)| finding.with(span, words));
}

fn too_little(product: &Entry<Product>, shortage: &Shortage, context: Context<'_, '_>) -> Text {
    let name = product.label();
    let (wanted, at_first) = (wanted(shortage), at_first(shortage, context));
    let there = thousands(shortage.there);
    let missing = thousands(shortage.needed - shortage.there);
    let day = shortage.day;
    if shortage.comes_in {
        let stock = product.stock.map_or(0, |stock| stock.value.0);
        let goods = match shortage.there > stock {
            true => text!(
                "库存加此前到货共 {there} 件",
                "stock and deliveries come to {there}"
            ),
            false => text!(
                "库存 {there} 件，此前没有到货",
                "{there} are in stock and nothing has arrived"
            ),
        };
        return text!(
            "「{name}」到 {day} {wanted}，{goods}，缺 {missing} 件：{at_first}",
            "{name}: by {day} {wanted}; {goods}, {missing} too few: {at_first}";
            wanted, goods, at_first
        );
    }
    let none = match shortage.counted.is_empty() {
        true => text!("计划里没有写到货", "the plan has no deliveries"),
        false => text!("盘点之后没有到货", "nothing arrives after the count"),
    };
    text!(
        "「{name}」{wanted}，库存 {there} 件，{none}，缺 {missing} 件：{at_first}",
        "{name}: {wanted}; {there} are in stock and {none}, {missing} too few: {at_first}";
        wanted, none, at_first
    )
}

/// How many pieces are wanted, and by what.
fn wanted(shortage: &Shortage) -> Text {
    let needed = thousands(shortage.needed);
    let campaigns = campaigns(shortage);
    if campaigns == shortage.takers.len() {
        text!(
            "活动共报名 {needed} 件",
            "campaigns sign up {needed} pieces"
        )
    } else if campaigns == 0 {
        text!(
            "按目标至少要卖 {needed} 件",
            "targets require at least {needed} pieces"
        )
    } else {
        text!(
            "按目标和活动至少要卖 {needed} 件",
            "targets and campaigns require at least {needed} pieces"
        )
    }
}

/// How many of those that take pieces are campaigns.
fn campaigns(shortage: &Shortage) -> usize {
    let is_campaign = |taker: &&Taker| matches!(taker, Taker::Campaign(_));
    shortage.takers.iter().filter(is_campaign).count()
}

/// What is the first to be short, and of how much.
fn at_first(shortage: &Shortage, context: Context<'_, '_>) -> Text {
    let (day, left) = (shortage.day, thousands(shortage.left));
    match (shortage.first, shortage.about) {
        (Taker::Campaign(index), _) => {
            let which = context.resolved.campaigns[index].label();
            text!(
                "「{which}」{day} 开始时最多剩 {left} 件",
                "at most {left} are left when {which} starts on {day}"
            )
        }
        (Taker::Target(..), Some(about)) if shortage.keeps_for_campaigns => text!(
            "按目标的日均销量推算，并为活动留足件数，约从 {about} 起不够",
            "with targets sold evenly and campaigns kept supplied, they fall short from about {about} on"
        ),
        (Taker::Target(..), Some(about)) => text!(
            "按日均销量推算，约 {about} 卖完",
            "sold evenly, they are gone about {about}"
        ),
        (Taker::Target(..), None) => text!("{day} 之前卖完", "they are gone by {day}"),
    }
}

fn help(shortage: &Shortage) -> Text {
    if shortage.comes_in {
        return text!(
            "让货提前到或多备货，减少报名数量，或下调目标",
            "have goods arrive earlier, sign up fewer pieces, or lower the target"
        );
    }
    let on = shortage.about.unwrap_or(shortage.day);
    let pieces = thousands(shortage.needed - shortage.there).replace(',', "_");
    let line = format!("arrivals = [{{ on = {on}, quantity = {pieces} }}]");
    text!(
        "此前有到货的请写明，例如 `{line}`；或减少报名数量、下调目标",
        "add what arrives by then, such as `{line}`, sign up fewer pieces, or lower the target"
    )
}

/// What cannot be said for want of a field. A count that is stated is one only where it falls
/// into the days of something.
fn undecided(
    product: &Entry<Product>,
    unknown: &Undecided,
    field: &FieldPath,
    context: Context<'_, '_>,
) -> Text {
    let message = not_covered(product, unknown.at_most);
    let is_of_count = *field == product.field("stock_on");
    let Some((begun, counted_on)) = unknown.begun.zip(product.stock_on.filter(|_| is_of_count))
    else {
        return message;
    };
    let (begun, on) = (taker(begun, context), counted_on.value.0);
    text!(
        "盘点日（{on}）{begun}已经开始，盘点前的销量没有写：{message}",
        "{begun} has begun when the stock is counted on {on}, and what was sold before is not stated: {message}";
        begun, message
    )
}

fn taker(taker: Taker, context: Context<'_, '_>) -> Text {
    let resolved = context.resolved;
    match taker {
        Taker::Campaign(index) => {
            let name = resolved.campaigns[index].label();
            text!("「{name}」", "{name}")
        }
        Taker::Target(target, _) => {
            let path = Vec::new();
            Words { resolved }.name(&Place { target, path })
        }
    }
}

fn not_covered(product: &Entry<Product>, at_most: Option<i64>) -> Text {
    let name = product.label();
    match (product.stock, at_most.map(thousands)) {
        (Some(stock), Some(at_most)) if product.arrivals.is_empty() => {
            let stock = thousands(stock.value.0);
            text!(
                "无法判断「{name}」的库存 {stock} 件是否够卖计划的 {at_most} 件",
                "whether {stock} pieces of {name} cover the {at_most} that are planned cannot be decided"
            )
        }
        (Some(_), Some(at_most)) => text!(
            "无法判断「{name}」的库存和到货是否够卖计划的 {at_most} 件",
            "whether stock and arrivals of {name} cover the {at_most} that are planned cannot be decided"
        ),
        _ => text!(
            "无法判断「{name}」的库存和到货是否够卖计划的件数",
            "whether there is enough of {name} for what is planned cannot be decided"
        ),
    }
}
