//! OP135: a campaign of another platform.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP135" "wrong-platform" Campaigns Error,
    "其他平台的活动", "a campaign of another platform");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Platform], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」是{asked}的活动，店铺在{ours}，「{campaign}」不符合报名条件",
            "{program} is for {asked}; the shop is on {ours}: {campaign} is not eligible"; asked, ours);
        let help = text!("换成{ours}的活动", "choose a programme of {ours}"; ours);
        Words::new(message, help)
    });
}
