//! OP132: the rules do not hold on the day that counts.

use crate::analysis::eligibility::{Application, OutOfForce};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP132" "rule-version" Campaigns Warning,
    "报名日不在规则有效期内", "rules that are not in force on the day of sign-up");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for application in &context.analysis.eligibility {
        if let Some(out) = &application.out_of_force {
            one(application, out, context.resolved, report);
        }
    }
}

fn one(
    application: &Application<'_>,
    out: &OutOfForce,
    plan: &Resolved<'_>,
    report: &mut Reporter<'_>,
) {
    let campaign = &plan.campaigns[application.campaign];
    let program = &plan.programs[application.program];
    let (name, rules, on) = (campaign.label(), program.label(), out.on.day);
    let day = match out.on.is_signup {
        true => text!("报名日 {on}", "signs up on {on}"),
        false => text!("开始日 {on}", "starts on {on}"),
    };
    let days = days(out);
    let message = text!(
        "「{name}」{day}，不在「{rules}」规则的有效期内（{days}）",
        "{name} {day}, when the rules of {rules} are not in force ({days})";
        day, days);
    let help = if out.runs_inside {
        text!(
            "规则的 `from`、`until` 是规则的有效期，不是活动期；活动期写在活动的 `start`、`end`",
            "`from` and `until` of a programme say when its rules are in force, not when the campaign runs; that is said by `start` and `end` of the campaign"
        )
    } else {
        text!(
            "查到当日有效的规则，补成一个版本（`[[programs.….versions]]`）",
            "look up the rules of that day, and add them as a version (`[[programs.….versions]]`)"
        )
    };
    report
        .find(campaign, out.on.span, message)
        .with(
            out.edge,
            text!(
                "「{rules}」规则的有效期",
                "when the rules of {rules} are in force"
            ),
        )
        .help(help);
}

fn days(out: &OutOfForce) -> Text {
    match out.days {
        (Some(from), Some(until)) => text!("{from} 至 {until}", "{from} to {until}"),
        (Some(from), None) => text!("{from} 起", "from {from} on"),
        (None, Some(until)) => text!("至 {until} 止", "until {until}"),
        (None, None) => Text::default(),
    }
}
