//! OP117: goods that arrive before the stock is counted.

use crate::analysis::stock::{Counted, counted};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, rule, text, thousands};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP117" "arrival-before-count" Products Info,
    "到货早于盘点", "goods that arrive before the stock is counted");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for early in counted(context.resolved) {
        one(early, context.resolved, report);
    }
}

fn one(early: Counted, plan: &Resolved<'_>, report: &mut Reporter<'_>) {
    let product = &plan.products[early.product];
    let (name, on, counted_on) = (product.label(), early.on.value.0, early.counted_on.value.0);
    let goods = match early.pieces.map(thousands) {
        Some(pieces) => text!(
            "{on} 到的 {pieces} 件",
            "the {pieces} pieces arriving on {on}"
        ),
        None => text!("{on} 到的货", "what arrives on {on}"),
    };
    let message = text!(
        "「{name}」{goods}早于盘点日 {counted_on}，视为已计入库存，不再另加",
        "{name}: {goods} come before the count on {counted_on}, which includes them: they are not added";
        goods
    );
    let finding = report.find(product, early.on.span, message).with(
        early.counted_on.span,
        text!("盘点日", "the stock is counted here"),
    );
    match early.meant {
        Some(meant) => finding
            .severity(Severity::Warning)
            .help(text!(
                "年份是不是写错了？应为 {meant}",
                "is the year wrong? did you mean {meant}?"
            ))
            .fix(early.on.span, meant.to_string()),
        None => finding.help(text!(
            "盘点时已到的，删去这一批；尚未到的，改正日期",
            "remove it if it was there when the stock was counted; otherwise correct the day"
        )),
    };
}
