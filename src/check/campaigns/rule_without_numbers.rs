//! OP133: a programme that is named without any limit.

use std::collections::BTreeMap;

use crate::analysis::eligibility::{Outcome, has_limits, outcomes};
use crate::analysis::tri::Tri;
use crate::check::limit::quoted;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Campaign, Entry, Program};

pub(in crate::check) static RULE: Rule = rule!("OP133" "rule-without-numbers" Completeness Info asked,
    "活动没有写报名条件", "a programme without limits");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let programs = context.resolved.programs.iter();
    programs
        .filter(|program| !has_limits(program))
        .for_each(|program| names_none(program, report));
    let mut waiting: BTreeMap<usize, Vec<&Entry<Campaign>>> = BTreeMap::new();
    for application in &context.analysis.eligibility {
        if application.without_rules && application.answer() != Tri::No {
            let campaign = &context.resolved.campaigns[application.campaign];
            let program = application.program.at();
            waiting.entry(program).or_default().push(campaign);
        }
    }
    for (program, campaigns) in waiting {
        undecided(&context.resolved.programs[program], campaigns, report);
    }
    let outcomes = outcomes(&context.analysis.eligibility, context.resolved);
    let campaigns = context.resolved.campaigns.iter().zip(outcomes);
    campaigns
        .filter(|(_, outcome)| *outcome == Outcome::WithoutRules)
        .for_each(|(campaign, _)| nobody_says(campaign, report));
}

/// Without a programme, a campaign may be the shop's own, or one whose rules nobody wrote down.
fn nobody_says(campaign: &Entry<Campaign>, report: &mut Reporter<'_>) {
    let name = campaign.label();
    let message = match campaign.organiser {
        Some(host) => text!(
            "「{name}」是{host}，没有写活动规则，无法判断能否参加",
            "{name} (organiser: {host}) states no programme: whether it may take part cannot be decided",
            host = host.value; host),
        None => text!(
            "「{name}」没有写活动规则，也没有写明是否店铺自办，无法判断能否参加",
            "{name} states no programme, and does not say whether it is the shop's own: whether it may take part cannot be decided"
        ),
    };
    report.unknown(campaign, campaign.field("program"), message);
}

fn names_none(program: &Entry<Program>, report: &mut Reporter<'_>) {
    let (name, besides) = (program.label(), besides(program));
    let message = text!(
        "「{name}」{besides}没有写任何报名条件", "{name} states no limits{besides}"; besides);
    report
        .find(program, program.key_span(), message)
        .help(text!(
            "查到平台规则后补上，并写明来源",
            "add the limits from the rules of the platform, with their source"
        ));
}

fn undecided(
    program: &Entry<Program>,
    campaigns: Vec<&Entry<Campaign>>,
    report: &mut Reporter<'_>,
) {
    let rules = program.label();
    let besides = besides(program);
    let names = quoted(campaigns.iter().map(|campaign| campaign.label()));
    let message = text!(
        "「{rules}」{besides}没有写报名条件，无法判断{names}能否参加",
        "{rules} states no limits{besides}: whether {names} may take part cannot be decided";
        besides, names
    );
    report.unknown_of(campaigns, program.field("store"), message);
}

/// The platforms of a programme, where it states nothing else.
fn besides(program: &Program) -> Text {
    match program.platforms.is_empty() {
        true => Text::default(),
        false => text!("除平台外", " besides its platforms"),
    }
}
