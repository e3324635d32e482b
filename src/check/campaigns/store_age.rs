//! OP131: the shop has not been open long enough.

use crate::analysis::eligibility::{Measure, old_enough};
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words, spaced};
use crate::diagnostic::{Report, Rule, Text, rule, text};
use crate::plan::Limit;

pub(in crate::check) static RULE: Rule = rule!("OP131" "store-age" Campaigns Error,
    "开店时间不够", "the shop has not been open long enough");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Age], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut asked, mut opened, mut on, mut days, mut young) =
        (Text::default(), String::new(), String::new(), 0, true);
    if let Measure::Age(bounds, Some(opening), Some(day)) = unmet.measure {
        asked = bounds.words(|age, language| age.words(language));
        (opened, on, days) = (
            opening.to_string(),
            day.to_string(),
            (*day - *opening).num_days(),
        );
        young = old_enough(bounds.low, *opening, *day) == Some(false);
    }
    let asked = spaced(&asked);
    let (zh, en) = (&asked.zh, &asked.en);
    let (only_zh, help) = if young {
        (
            "才",
            text!(
                "把活动推迟到满足开店时长之后",
                "apply when the shop is old enough"
            ),
        )
    } else {
        (
            "已",
            text!(
                "换一个不限新店的活动",
                "choose a programme that is not for new shops"
            ),
        )
    };
    if days < 0 {
        return Words {
            message: text!(
                "「{program}」要求开店{zh}，{on} 还没有开店（{opened} 开店），「{campaign}」报不了",
                "{program} asks for {en} since opening; on {on} the shop is not open yet (it opens on {opened}): {campaign} cannot apply"
            ),
            help,
        };
    }
    Words {
        message: text!(
            "「{program}」要求开店{zh}，到 {on} {only_zh} {days} 天（{opened} 开店），「{campaign}」报不了",
            "{program} asks for {en} since opening; on {on} it is {days} days (opened on {opened}): {campaign} cannot apply"
        ),
        help,
    }
}
