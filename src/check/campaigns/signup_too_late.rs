//! OP129: sign-up and review end only after the start.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words};
use crate::diagnostic::{Report, Rule, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP129" "signup-too-late" Campaigns Error,
    "报名太晚，来不及审核", "sign-up too late for the review");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::LeadTime], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut signup, mut start, mut possible) = (String::new(), String::new(), String::new());
    if let Measure::LeadTime(Some(on), Some(begins), earliest) = unmet.measure {
        (signup, start) = (on.to_string(), begins.to_string());
        possible = earliest.unwrap_or(*on).to_string();
    }
    Words {
        message: text!(
            "「{campaign}」{signup} 报名、{start} 开始，按「{program}」的规则最早 {possible} 才能开始",
            "{campaign} signs up on {signup} and starts on {start}; by the rules of {program} it cannot start before {possible}"
        ),
        help: text!("提前报名，或推迟活动", "sign up earlier, or start later"),
    }
}
