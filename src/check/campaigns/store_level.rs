//! OP120: the level of the shop is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP120" "store-level" Campaigns Error,
    "店铺等级不符合规则", "the shop level does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Level], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」要求店铺等级{asked}，本店{ours}，「{campaign}」不符合报名条件",
            "{program} requires a shop level of {asked}; the shop {ours}: {campaign} is not eligible";
            asked, ours);
        let help = if unmet.is_above() {
            text!(
                "换一个适合这个等级的活动",
                "choose a programme for shops of this level"
            )
        } else {
            text!(
                "等级达到后再报名，或换一个活动",
                "sign up once the level is reached, or choose another programme"
            )
        };
        Words::new(message, help)
    });
}
