//! OP124: sales or reviews of the product are outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, is_above, spaced};
use crate::diagnostic::{Language, Report, Rule, Text, rule, text};
use crate::plan::Limit;
use crate::plan::value::Choice;

pub(in crate::check) static RULE: Rule = rule!("OP124" "item-sales-reviews" Campaigns Error,
    "商品销量或评价不够", "sales or reviews of the product are outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(
        context,
        &RULE,
        &[Limit::Sales, Limit::Reviews],
        report,
        words,
    );
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours) = (Text::default(), 0);
    let mut help = text!(
        "积累到要求的数量后再报名，或换一个商品",
        "apply when the number is reached, or choose another product"
    );
    if let Measure::Count(bounds, Some(count)) = unmet.measure {
        (asked, ours) = (bounds.words(|count, _| count.to_string()), count.0);
        if is_above(bounds, *count) {
            help = text!("换一个商品", "choose another product");
        }
    }
    let asked = spaced(&asked);
    let (zh, en, what_zh, what_en) = (
        &asked.zh,
        &asked.en,
        unmet.limit.label(Language::Chinese),
        unmet.limit.label(Language::English),
    );
    Words {
        message: text!(
            "「{program}」要求{what_zh}{zh}，现在是 {ours}，「{campaign}」报不了",
            "{program} asks for {what_en} of {en}; there are {ours}: {campaign} cannot apply"
        ),
        help,
    }
}
