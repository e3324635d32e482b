//! OP121: a score of the shop is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP121" "score-min" Campaigns Error,
    "店铺评分不够", "a shop score does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Scores], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (what, asked, ours) = (unmet.what, unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」要求「{what}」评分{asked}，本店 {ours}，「{campaign}」不符合报名条件",
            "{program} requires a {what} score of {asked}; the shop has {ours}: {campaign} is not eligible";
            what, asked, ours);
        let help = text!(
            "评分达到后再报名，或换一个活动",
            "sign up once the score is reached, or choose another programme"
        );
        Words::new(message, help)
    });
}
