//! OP128: sign-up on a weekday on which it is closed.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP128" "signup-weekday" Campaigns Error,
    "报名日不开放", "sign-up on a weekday when it is closed");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::SignupWeekday], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{campaign}」{ours}报名，「{program}」只在{asked}开放报名",
            "{campaign} signs up on {ours}; {program} is open on {asked}"; asked, ours);
        let help = text!("把报名日改到{asked}", "sign up on {asked}"; asked);
        Words::new(message, help)
    });
}
