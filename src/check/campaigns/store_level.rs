//! OP120: the level of the shop is outside the rule.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, is_above, spaced};
use crate::diagnostic::{Language, Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP120" "store-level" Campaigns Error,
    "店铺等级不符合规则", "the store level is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Level], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut ours) = (Text::default(), Text::default());
    let mut help = text!(
        "等级达到后再报名，或换一个活动",
        "apply when the level is reached, or choose another programme"
    );
    if let Measure::Level(bounds, Some(level)) = unmet.measure {
        asked = spaced(&bounds.words(|level, language| level.words(language)));
        ours = spaced(&Text {
            zh: level.words(Language::Chinese).into(),
            en: level.words(Language::English).into(),
        });
        if is_above(bounds, *level) {
            help = text!(
                "换一个适合这个等级的活动",
                "choose a programme for shops of this level"
            );
        }
    }
    let (zh, en, ours_zh, ours_en) = (&asked.zh, &asked.en, &ours.zh, &ours.en);
    Words {
        message: text!(
            "「{program}」要求店铺等级{zh}，现在是{ours_zh}，「{campaign}」报不了",
            "{program} asks for a store level of {en}; it is {ours_en}: {campaign} cannot apply"
        ),
        help,
    }
}
