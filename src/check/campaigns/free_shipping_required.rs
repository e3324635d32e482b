//! OP130: the programme requires free shipping.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP130" "free-shipping-required" Campaigns Error,
    "活动要求包邮", "the programme requires free shipping");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::FreeShipping], report, |unmet| {
        let (campaign, program) = unmet.names;
        let message = text!(
            "「{program}」要求包邮，「{campaign}」未设包邮",
            "{program} requires free shipping; {campaign} does not offer it"
        );
        let help = text!(
            "写 `free_shipping = true`，并把运费算进成本",
            "write `free_shipping = true`, and allow for the postage"
        );
        Words::new(message, help)
    });
}
