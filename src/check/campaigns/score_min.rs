//! OP121: a score of the shop is outside the rule.

use crate::analysis::eligibility::{Measure, ScoreKind};
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, spaced};
use crate::diagnostic::{Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP121" "score-min" Campaigns Error,
    "店铺评分不够", "a store score is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Scores], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours, mut which) = (Text::default(), String::new(), Text::default());
    if let Measure::Score(kind, bounds, Some(score)) = unmet.measure {
        (asked, ours, which) = (
            bounds.words(|score, _| score.to_string()),
            score.to_string(),
            label(*kind),
        );
    }
    let asked = spaced(&asked);
    let (zh, en, which_zh, which_en) = (&asked.zh, &asked.en, &which.zh, &which.en);
    Words {
        message: text!(
            "「{program}」要求{which_zh}评分{zh}，现在是 {ours}，「{campaign}」报不了",
            "{program} asks for a {which_en} score of {en}; it is {ours}: {campaign} cannot apply"
        ),
        help: text!(
            "评分达到后再报名，或换一个活动",
            "apply when the score is reached, or choose another programme"
        ),
    }
}

fn label(kind: ScoreKind) -> Text {
    match kind {
        ScoreKind::Description => Text::fixed("描述", "description"),
        ScoreKind::Service => Text::fixed("服务", "service"),
        ScoreKind::Logistics => Text::fixed("物流", "logistics"),
    }
}
