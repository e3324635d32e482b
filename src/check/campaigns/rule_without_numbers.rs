//! OP133: a programme that is named without any limit.

use crate::analysis::eligibility::{Application, has_limits};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Entry, Program};
use crate::resolve::Resolved;

pub(in crate::check) static RULE: Rule = rule!("OP133" "rule-without-numbers" Completeness Info asked,
    "活动没有写报名条件", "a programme without any limit");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let programs = context.resolved.programs.iter();
    programs
        .filter(|program| !has_limits(program))
        .for_each(|program| names_none(program, report));
    let applications = context.analysis.eligibility.iter();
    applications
        .filter(|application| application.without_rules)
        .for_each(|application| undecided(application, context.resolved, report));
}

fn names_none(program: &Entry<Program>, report: &mut Reporter<'_>) {
    let name = program.label();
    let message = text!(
        "「{name}」没有写任何报名条件",
        "{name} names no limit at all"
    );
    report
        .find(program, program.key_span(), message)
        .help(text!(
            "查到平台规则后补上，并写明来源",
            "add the limits of the platform, with their source"
        ));
}

fn undecided(application: &Application, plan: &Resolved<'_>, report: &mut Reporter<'_>) {
    let campaign = &plan.campaigns[application.campaign];
    let program = &plan.programs[application.program];
    let (name, rules) = (campaign.label(), program.label());
    report.unknown(
        campaign,
        program.field("store"),
        text!(
            "「{rules}」没有写报名条件，无法判断「{name}」能否参加",
            "{rules} names no limit: whether {name} may take part cannot be decided"
        ),
    );
}
