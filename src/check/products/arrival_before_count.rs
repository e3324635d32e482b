//! OP117: goods that arrive before the stock count.

use crate::analysis::stock::{Counted, counted};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, rule, text, thousands};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP117" "arrival-before-count" Products Info,
    "到货早于盘点", "goods that arrive before the stock count");

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
        None => text!("{on} 到的货", "the goods arriving on {on}"),
    };
    let message = text!(
        "「{name}」{goods}早于盘点日 {counted_on}，算作已在库存里，不再另加",
        "{name}: {goods} precede the stock count of {counted_on}, so they are taken as counted and not added again";
        goods
    );
    let finding = report.find(product, early.on.span, message).with(
        early.counted_on.span,
        text!("盘点日", "day of the stock count"),
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
            "盘点时已经到了就删去这一批；还没有到，就改正日期",
            "delete this delivery if it was counted; otherwise correct its date"
        )),
    };
}
