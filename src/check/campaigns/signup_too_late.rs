//! OP129: sign-up and review end only after the start.

use crate::analysis::eligibility::{Asked, Wait};
use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Limit;
use crate::plan::value::Quantity;

pub(in crate::check) static RULE: Rule = rule!("OP129" "signup-too-late" Campaigns Error,
    "报名太晚，来不及审核", "sign-up too late for the review");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::LeadTime], report, |unmet| {
        let (campaign, program) = unmet.names;
        let (asked, ours) = (unmet.asked, unmet.ours);
        let why = why(asked);
        let message = text!(
            "「{campaign}」{ours}，「{program}」{why}最早 {asked} 才能开始",
            "{campaign} {ours}; {program} {why}, so it cannot start before {asked}";
            asked, ours, why);
        let help = text!("提前报名，或推迟活动", "sign up earlier, or start later");
        Words::new(message, help).other(text!("开始日", "it starts here"))
    });
}

/// What has to pass before the start.
fn why(asked: &Asked) -> Text {
    let wait = match asked {
        Asked::StartFrom(Some(possible)) => possible.wait,
        _ => None,
    };
    let wait = wait.map(|(wait, time)| (wait, Quantity::Duration(time)));
    match wait {
        Some((Wait::LeadTime, time)) => {
            text!("须提前{time}报名，", "takes sign-ups {time} ahead"; time)
        }
        Some((Wait::Review, time)) => {
            text!("审核至少{time}，", "takes at least {time} for the review"; time)
        }
        None => text!("报名后", "takes no sign-up after the start"),
    }
}
