//! OP126: quantity × price is outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, spaced};
use crate::diagnostic::{Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP126" "value-min" Campaigns Error,
    "报名货值不够", "quantity × price is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Value], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours) = (Text::default(), String::new());
    if let Measure::Value(bounds, Some(value)) = unmet.measure {
        (asked, ours) = (
            bounds.words(|value, _| value.to_string()),
            value.to_string(),
        );
    }
    let asked = spaced(&asked);
    let (zh, en) = (&asked.zh, &asked.en);
    Words {
        message: text!(
            "「{campaign}」的数量 × 活动价是 {ours} 元，「{program}」要求{zh} 元",
            "{campaign} signs up goods worth {ours}; {program} asks for {en}"
        ),
        help: text!(
            "增加数量或提高活动价",
            "sign up more pieces, or raise the price"
        ),
    }
}
