//! OP131: the shop has not been open long enough.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP131" "store-age" Campaigns Error,
    "开店时间不够", "the shop has not been open long enough");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Age], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{program}」要求开店{asked}，{ours}，「{campaign}」不符合报名条件",
            "{program} requires {asked} since opening; {ours}: {campaign} is not eligible";
            asked, ours);
        let help = if unmet.is_above() {
            text!(
                "换一个不限新店的活动",
                "choose a programme that is not for new shops"
            )
        } else {
            text!(
                "推迟报名，满足开店时长后再报",
                "sign up once the shop has been open long enough"
            )
        };
        Words::new(message, help)
    });
}
