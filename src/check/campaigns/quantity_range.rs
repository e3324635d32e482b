//! OP125: the quantity signed up is outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, is_above, spaced};
use crate::diagnostic::{Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP125" "quantity-range" Campaigns Error,
    "报名数量超出规则", "the quantity is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Quantity], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours, mut above) = (Text::default(), 0, false);
    if let Measure::Count(bounds, Some(count)) = unmet.measure {
        (asked, ours) = (bounds.words(|count, _| count.to_string()), count.0);
        above = is_above(bounds, *count);
    }
    let asked = spaced(&asked);
    let (zh, en) = (&asked.zh, &asked.en);
    Words {
        message: text!(
            "「{campaign}」报名 {ours} 件，「{program}」要求{zh} 件",
            "{campaign} signs up {ours} pieces; {program} takes {en}"
        ),
        help: if above {
            text!(
                "把数量改到{zh} 件，多出的分到下一期",
                "change the quantity to {en}; the rest can go into another round"
            )
        } else {
            text!(
                "把数量加到{zh} 件，货不够就换一个活动",
                "raise the quantity to {en}, or choose another programme"
            )
        },
    }
}
