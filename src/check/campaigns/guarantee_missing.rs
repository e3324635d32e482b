//! OP123: the shop has not joined a guarantee that is asked for.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP123" "guarantee-missing" Campaigns Error,
    "未开通要求的保障服务", "a required guarantee is not active");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Guarantees], report, |unmet| {
        let (campaign, program) = unmet.names;
        let asked = unmet.asked;
        let message = text!(
            "「{program}」要求开通{asked}，店铺未开通，「{campaign}」不符合报名条件",
            "{program} requires {asked}, which the shop does not have: {campaign} is not eligible";
            asked);
        let help = text!("先开通{asked}，再报名", "activate {asked} first"; asked);
        Words::new(message, help)
    });
}
