//! OP123: the shop has not joined a guarantee that is asked for.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP123" "guarantee-missing" Campaigns Error,
    "缺少要求的保障服务", "a guarantee that is asked for is missing");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Guarantees], report, |unmet| {
        let (campaign, program) = unmet.names;
        let asked = unmet.asked;
        let message = text!(
            "「{program}」要求加入{asked}，店铺没有加入，「{campaign}」报不了",
            "{program} asks for {asked}, which the shop has not joined: {campaign} cannot apply";
            asked);
        let help = text!("先加入{asked}，再报名", "join {asked} first"; asked);
        Words::new(message, help)
    });
}
