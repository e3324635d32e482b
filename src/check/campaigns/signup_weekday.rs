//! OP128: sign-up on a weekday on which it is closed.

use crate::analysis::eligibility::Measure;
use crate::check::Context;
use crate::check::limit::{self, Unmet, Words};
use crate::diagnostic::{Language, Report, Rule, rule, text};
use crate::plan::value::Choice;
use crate::plan::{Limit, Weekday};

pub(in crate::check) static RULE: Rule = rule!("OP128" "signup-weekday" Campaigns Error,
    "报名日不对", "sign-up on a wrong weekday");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    limit::report(context, &RULE, &[Limit::SignupWeekday], report, words);
}

fn words(unmet: &Unmet<'_, '_>) -> Words {
    let (campaign, program) = (unmet.campaign, unmet.program);
    let (mut zh, mut en, mut day, mut day_zh, mut day_en) =
        (String::new(), String::new(), String::new(), "", "");
    if let Measure::Weekday(open, Some(signup)) = unmet.measure {
        let all = |language| {
            open.iter()
                .map(|day| day.value.label(language))
                .collect::<Vec<_>>()
        };
        (zh, en) = (
            all(Language::Chinese).join("、"),
            all(Language::English).join(", "),
        );
        let weekday = Weekday::of(*signup);
        (day, day_zh, day_en) = (
            signup.to_string(),
            weekday.label(Language::Chinese),
            weekday.label(Language::English),
        );
    }
    Words {
        message: text!(
            "「{campaign}」{day}（{day_zh}）报名，「{program}」只在{zh}开放报名",
            "{campaign} signs up on {day}, a {day_en}; {program} is open on {en}"
        ),
        help: text!("把报名日改到{zh}", "sign up on {en}"),
    }
}
