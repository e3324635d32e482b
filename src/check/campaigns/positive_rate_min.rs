//! OP122: the share of positive reviews is outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, spaced};
use crate::diagnostic::{Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP122" "positive-rate-min" Campaigns Error,
    "好评率不够", "the positive rate is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::PositiveRate], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours) = (Text::default(), String::new());
    if let Measure::Rate(bounds, Some(rate)) = unmet.measure {
        (asked, ours) = (bounds.words(|rate, _| rate.to_string()), rate.to_string());
    }
    let asked = spaced(&asked);
    let (zh, en) = (&asked.zh, &asked.en);
    Words {
        message: text!(
            "「{program}」要求好评率{zh}，现在是 {ours}，「{campaign}」报不了",
            "{program} asks for a positive rate of {en}; it is {ours}: {campaign} cannot apply"
        ),
        help: text!(
            "好评率达到后再报名，或换一个活动",
            "apply when the rate is reached, or choose another programme"
        ),
    }
}
