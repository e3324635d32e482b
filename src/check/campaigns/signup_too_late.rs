//! OP129: sign-up and review end only after the start.

use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP129" "signup-too-late" Campaigns Error,
    "报名太晚，来不及审核", "sign-up too late for the review");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::LeadTime], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let message = text!(
            "「{campaign}」{ours}，按「{program}」的规则最早 {asked} 才能开始",
            "{campaign} {ours}; by the rules of {program} it cannot start before {asked}";
            asked, ours);
        let help = text!("提前报名，或推迟活动", "sign up earlier, or start later");
        Words::new(message, help).other(text!("开始日", "it starts here"))
    });
}
