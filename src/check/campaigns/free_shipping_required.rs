//! OP130: the programme wants free shipping.

use crate::check::Context;
use crate::check::limit::{self, Unmet, Words};
use crate::diagnostic::{Report, Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP130" "free-shipping-required" Campaigns Error,
    "活动必须包邮", "the programme wants free shipping");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::FreeShipping], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    Words {
        message: text!(
            "「{program}」要求包邮，「{campaign}」没有包邮",
            "{program} wants free shipping; {campaign} does not offer it"
        ),
        help: text!(
            "改成 `free_shipping = true`，并核算运费",
            "say `free_shipping = true` and reckon with the postage"
        ),
    }
}
