//! OP149: rules that were not read again before the campaign is signed up.

use std::collections::BTreeMap;

use crate::analysis::eligibility::{Application, RECHECK_AFTER, Stale};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Language, Rule, Text, rule, text, thousands};
use crate::resolve::Resolved;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP149" "rule-stale" Campaigns Warning,
    "规则过了复核期限", "rules that were not checked again before sign-up");

/// Once a reading of the rules, for the campaign that is furthest from it.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let mut furthest: BTreeMap<Span, (Stale, &Application<'_>)> = BTreeMap::new();
    for application in &context.analysis.eligibility {
        let Some(stale) = application.stale() else {
            continue;
        };
        let so_far = furthest
            .entry(stale.checked_on.span)
            .or_insert((stale, application));
        if so_far.0.days < stale.days {
            *so_far = (stale, application);
        }
    }
    for (stale, application) in furthest.into_values() {
        one(stale, application, context.resolved, report);
    }
}

fn one(
    stale: Stale,
    application: &Application<'_>,
    plan: &Resolved<'_>,
    report: &mut Reporter<'_>,
) {
    let Some(on) = application.on else {
        return;
    };
    let campaign = &plan.campaigns[application.campaign];
    let program = &plan.programs[application.program];
    let (name, rules) = (campaign.label(), program.label());
    let (read, days) = (stale.checked_on.value.0, thousands(stale.days));
    let lasts = lasts(stale);
    let message = match on.is_signup {
        true => text!(
            "「{rules}」的规则上次核对是 {read}，距「{name}」报名 {days} 天，超过复核期限{lasts}",
            "the rules of {rules} were last checked on {read}, {days} days before {name} is signed up, more than {lasts}";
            lasts
        ),
        false => text!(
            "「{rules}」的规则上次核对是 {read}，距「{name}」开始 {days} 天，超过复核期限{lasts}",
            "the rules of {rules} were last checked on {read}, {days} days before {name} starts, more than {lasts}";
            lasts
        ),
    };
    let finding = report
        .find(program, stale.checked_on.span, message)
        .with(on.span, text!("「{name}」", "{name}"))
        .help(text!(
            "报名前重新核对规则原文，并更新 `checked_on`",
            "check the rules again before sign-up, and update `checked_on`"
        ));
    if let Some(stated) = stale.recheck_after {
        finding.with(stated.span, text!("复核期限", "to be checked again after"));
    }
}

/// How long a reading may be relied on.
fn lasts(stale: Stale) -> Text {
    let lasts = stale
        .recheck_after
        .map_or(RECHECK_AFTER, |stated| stated.value);
    let (zh, en) = (
        lasts.words(Language::Chinese),
        lasts.words(Language::English),
    );
    match stale.recheck_after {
        Some(_) => text!("{zh}", "{en}"),
        None => text!("{zh}（默认）", "{en} (the default)"),
    }
}
