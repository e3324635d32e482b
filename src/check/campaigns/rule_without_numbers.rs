//! OP133: a programme that is named without any limit.

use crate::analysis::eligibility::has_limits;
use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Unknown, rule, text};
use crate::plan::{Entry, Program, Unread};

pub(in crate::check) static RULE: Rule = rule!("OP133" "rule-without-numbers" Completeness Info,
    "活动没有写报名条件", "a programme without any limit");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    let was_read = |program: &&Entry<Program>| program.unread == Unread::Nothing;
    for program in plan
        .programs
        .iter()
        .filter(was_read)
        .filter(|program| !has_limits(program))
    {
        let name = program.label();
        report.find(
            Diagnostic::new(
                &RULE,
                program.key_span(),
                text!(
                    "「{name}」没有写任何报名条件",
                    "{name} names no limit at all"
                ),
            )
            .help(text!(
                "查到平台规则后补上，并写明来源",
                "add the limits of the platform, with their source"
            ))
            .on(program.path()),
        );
    }
    for application in context
        .analysis
        .eligibility
        .iter()
        .filter(|application| application.without_rules)
    {
        let (campaign, program) = (
            &plan.campaigns[application.campaign.at()],
            &plan.programs[application.program.at()],
        );
        let (name, rules) = (campaign.label(), program.label());
        report.cannot_say(Unknown {
            rule: &RULE,
            item: campaign.path(),
            span: campaign.key_span(),
            missing: format!("{}.store", program.path()),
            message: text!(
                "「{rules}」没有写报名条件，无法判断「{name}」能否参加",
                "{rules} names no limit: whether {name} may take part cannot be decided"
            ),
        });
    }
}
