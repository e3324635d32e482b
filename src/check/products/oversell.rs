//! OP110: campaigns and targets want more pieces than there are, one after the other.

use crate::analysis::stock::{Outcome, Shortage, Taker};
use crate::check::{Context, Finding, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text, thousands};
use crate::plan::{Entry, Product};

pub(in crate::check) static RULE: Rule = rule!("OP110" "oversell" Products Error,
    "计划卖出的超过库存", "more is planned than there is");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for goods in &context.analysis.stock {
        let product = &context.resolved.products[goods.product];
        let span = product.stock.map_or(product.key_span(), |stock| stock.span);
        match &goods.outcome {
            Outcome::Short(shortage) if shortage.at_once.is_some() => {}
            Outcome::Short(shortage) if counts_a_slip(shortage, context) => {}
            Outcome::Short(shortage) => {
                let message = too_little(product.label(), shortage, context);
                let finding = report
                    .find(product, span, message)
                    .severity(severity(shortage))
                    .help(help(shortage));
                takers(shortage, context, finding);
            }
            Outcome::Tight { out_on, next } => {
                let name = product.label();
                let message = text!(
                    "「{name}」按目标每天平均卖，约 {out_on} 卖完，下一批货 {next} 才到",
                    "sold evenly, {name} runs out about {out_on}; more comes in on {next}"
                );
                report
                    .find(product, span, message)
                    .severity(Severity::Info)
                    .help(text!(
                        "让下一批货早到，或分批备货",
                        "have the next goods come in earlier"
                    ));
            }
            Outcome::Unknown { missing, at_most } => {
                for field in missing {
                    let message = undecided(product, *at_most);
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

/// Shows all that take pieces.
pub(super) fn takers(shortage: &Shortage, context: Context<'_, '_>, mut finding: Finding<'_>) {
    for taker in &shortage.takers {
        let (span, words) = match taker {
            Taker::Campaign(index) => {
                let campaign = &context.resolved.campaigns[*index];
                let which = campaign.label();
                let span = campaign
                    .quantity
                    .map_or(campaign.key_span(), |quantity| quantity.span);
                (span, text!("「{which}」占用", "reserved by {which}"))
            }
            Taker::Target(_, span) => (*span, text!("目标销量", "pieces the target wants")),
        };
        finding = finding.with(span, words);
    }
}

fn too_little(name: &str, shortage: &Shortage, context: Context<'_, '_>) -> Text {
    let (wanted, at_first) = (wanted(shortage), at_first(shortage, context));
    let there = thousands(shortage.there);
    let missing = thousands(shortage.needed - shortage.there);
    let day = shortage.day;
    if shortage.comes_in {
        text!(
            "「{name}」到 {day} {wanted}，库存加到货共 {there} 件，缺 {missing} 件：{at_first}",
            "{name}: by {day} {wanted}; with what has come in there are {there}, {missing} too few: {at_first}";
            wanted, at_first
        )
    } else {
        text!(
            "「{name}」{wanted}，库存 {there} 件，计划里没有写到货，缺 {missing} 件：{at_first}",
            "{name}: {wanted}; {there} are in stock and nothing is said to come in, {missing} too few: {at_first}";
            wanted, at_first
        )
    }
}

/// How many pieces are wanted, and by what.
fn wanted(shortage: &Shortage) -> Text {
    let needed = thousands(shortage.needed);
    let is_campaign = |taker: &Taker| matches!(taker, Taker::Campaign(_));
    let campaigns = shortage
        .takers
        .iter()
        .filter(|taker| is_campaign(taker))
        .count();
    if campaigns == shortage.takers.len() {
        text!(
            "活动共报名 {needed} 件",
            "campaigns sign up {needed} pieces"
        )
    } else if campaigns == 0 {
        text!(
            "按目标至少要卖 {needed} 件",
            "targets want at least {needed} pieces"
        )
    } else {
        text!(
            "按目标和活动至少要卖 {needed} 件",
            "targets and campaigns want at least {needed} pieces"
        )
    }
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
        (Taker::Target(..), Some(about)) => text!(
            "每天平均卖，约 {about} 卖完",
            "sold evenly, they are gone about {about}"
        ),
        (Taker::Target(..), None) => text!("{day} 之前卖完", "they are gone by {day}"),
    }
}

fn help(shortage: &Shortage) -> Text {
    if shortage.comes_in {
        text!(
            "让货早到或多到，减少报名数量，或下调目标",
            "have goods come in earlier, sign up fewer pieces, or lower the target"
        )
    } else {
        text!(
            "写上到货，例如 `arrivals = [{{ on = 2026-05-08, quantity = 2_000 }}]`；或减少报名数量、下调目标",
            "say what comes in, such as `arrivals = [{{ on = 2026-05-08, quantity = 2_000 }}]`, sign up fewer pieces, or lower the target"
        )
    }
}

fn undecided(product: &Entry<Product>, at_most: Option<i64>) -> Text {
    let name = product.label();
    match (product.stock, at_most.map(thousands)) {
        (Some(stock), Some(at_most)) if product.arrivals.is_empty() => {
            let stock = thousands(stock.value.0);
            text!(
                "无法判断「{name}」的库存 {stock} 件够不够计划卖出的 {at_most} 件",
                "whether {stock} pieces of {name} cover the {at_most} that are planned cannot be decided"
            )
        }
        (Some(_), Some(at_most)) => text!(
            "无法判断「{name}」的库存和到货够不够计划卖出的 {at_most} 件",
            "whether stock and arrivals of {name} cover the {at_most} that are planned cannot be decided"
        ),
        _ => text!(
            "无法判断「{name}」的库存和到货够不够计划卖出的件数",
            "whether there is enough of {name} for what is planned cannot be decided"
        ),
    }
}
