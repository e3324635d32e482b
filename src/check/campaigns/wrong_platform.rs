//! OP135: a campaign of another platform.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words};
use crate::diagnostic::{Language, Report, Rule, rule, text};
use crate::plan::Limit;
use crate::plan::value::Choice;

pub(in crate::check) static RULE: Rule = rule!("OP135" "wrong-platform" Campaigns Error,
    "其他平台的活动", "a campaign of another platform");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Platform], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut zh, mut en, mut ours_zh, mut ours_en) = (String::new(), String::new(), "", "");
    if let Measure::Platform(asked, Some(ours)) = unmet.measure {
        let all = |language| {
            asked
                .iter()
                .map(|platform| platform.value.label(language))
                .collect::<Vec<_>>()
        };
        (zh, en) = (
            all(Language::Chinese).join("、"),
            all(Language::English).join(", "),
        );
        (ours_zh, ours_en) = (ours.label(Language::Chinese), ours.label(Language::English));
    }
    Words {
        message: text!(
            "「{program}」是{zh}的活动，店铺在{ours_zh}，「{campaign}」报不了",
            "{program} is for {en}; the shop is on {ours_en}: {campaign} cannot apply"
        ),
        help: text!("换成{ours_zh}的活动", "choose a programme of {ours_en}"),
    }
}
