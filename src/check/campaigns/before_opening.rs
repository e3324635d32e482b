//! OP116: a campaign begins before the shop opens.

use crate::analysis::eligibility::{Early, before_opening};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, rule, text};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP116" "before-opening" Campaigns Error,
    "活动早于开店", "a campaign before the shop opens");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for early in before_opening(context.resolved) {
        one(early, context.resolved, report);
    }
}

fn one(early: Early, plan: &Resolved<'_>, report: &mut Reporter<'_>) {
    let campaign = &plan.campaigns[early.campaign];
    let (name, start, opened) = (campaign.label(), early.start, early.opened_on);
    let (first, opens) = (start.value.0, opened.value.0);
    let message = text!(
        "「{name}」{first} 开始，店铺 {opens} 才开店",
        "{name} starts on {first}, before the shop opens on {opens}"
    );
    let finding = report
        .find(campaign, start.span, message)
        .with(opened.span, text!("开店日", "the shop opens here"));
    if early.sells {
        finding.help(text!(
            "把活动推迟到开店之后，或改正开店日期",
            "start after the shop opens, or correct the opening day"
        ));
    } else {
        finding.severity(Severity::Warning).help(text!(
            "活动从开店那天写起，开店前的准备写成任务；或改正开店日期",
            "start the campaign on the opening day and write preparations as tasks, or correct the opening day"
        ));
    }
}
