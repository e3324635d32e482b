//! OP123: the shop has not joined a guarantee that is asked for.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words};
use crate::diagnostic::{Language, Report, Rule, rule, text};
use crate::plan::Limit;
use crate::plan::value::Choice;

pub(in crate::check) static RULE: Rule = rule!("OP123" "guarantee-missing" Campaigns Error,
    "缺少要求的保障服务", "a guarantee that is asked for is missing");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::Guarantees], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut zh, mut en) = ("", "");
    if let Measure::Guarantee(guarantee) = unmet.measure {
        (zh, en) = (
            guarantee.label(Language::Chinese),
            guarantee.label(Language::English),
        );
    }
    Words {
        message: text!(
            "「{program}」要求加入{zh}，店铺没有加入，「{campaign}」报不了",
            "{program} asks for {en}, which the shop has not joined: {campaign} cannot apply"
        ),
        help: text!("先加入{zh}，再报名", "join {en} first"),
    }
}
