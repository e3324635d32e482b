//! OP122: the share of positive reviews is outside the rule.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP122" "positive-rate-min" Campaigns Error,
    "好评率不够", "the positive review rate does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::PositiveRate], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」要求好评率{asked}，本店 {ours}，「{campaign}」不符合报名条件",
            "{program} requires a positive review rate of {asked}; the shop has {ours}: {campaign} is not eligible";
            asked, ours);
        let help = text!(
            "好评率达到后再报名，或换一个活动",
            "sign up once the rate is reached, or choose another programme"
        );
        Words::new(message, help)
    });
}
