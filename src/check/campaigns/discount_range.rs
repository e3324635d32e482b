//! OP127: the campaign price, as part of the original price, is outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, spaced};
use crate::diagnostic::{Language, Report, Rule, Text, rule, text};
use crate::plan::Limit;
use crate::plan::value::Rate;

pub(in crate::check) static RULE: Rule = rule!("OP127" "discount-range" Campaigns Error,
    "活动价折扣超出规则", "the price is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Discount], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut price, mut original) = (Text::default(), String::new(), String::new());
    if let Measure::Discount(bounds, Some(ours), Some(from)) = unmet.measure {
        asked = bounds.words(|discount, language| match language {
            Language::Chinese => discount.to_string(),
            Language::English => Rate {
                ppm: discount.permille * 1000,
                unit: 1,
            }
            .to_string(),
        });
        (price, original) = (ours.to_string(), from.to_string());
    }
    let asked = spaced(&asked);
    let (zh, en) = (&asked.zh, &asked.en);
    Words {
        message: text!(
            "「{campaign}」活动价 {price}（原价 {original}），「{program}」的折扣要求是{zh}",
            "{campaign} sells at {price} (originally {original}); {program} asks for {en} of the original price"
        ),
        help: text!("调整活动价", "change the price"),
    }
}
