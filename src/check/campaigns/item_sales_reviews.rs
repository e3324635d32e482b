//! OP124: sales or reviews of the product do not meet the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP124" "item-sales-reviews" Campaigns Error,
    "商品销量或评价不够", "sales or reviews of the product do not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Sales, Limit::Reviews], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (what, asked, ours) = (unmet.what, unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」要求{what}{asked}，现为 {ours}，「{campaign}」不符合报名条件",
            "{program} requires {what} of {asked}; there are {ours}: {campaign} is not eligible";
            what, asked, ours);
        let help = if unmet.is_above() {
            text!("换一个商品", "choose another product")
        } else {
            text!(
                "攒够基础销量和评价后再报名，或换一个商品",
                "sign up once the number is reached, or choose another product"
            )
        };
        Words::new(message, help)
    });
}
