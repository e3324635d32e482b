//! OP042: an owner whose post stays empty.

use crate::analysis::people::Why;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP042" "owner-role-empty" People Error,
    "负责岗位暂未设置", "an owner whose post stays empty");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for absence in &context.analysis.people.absences {
        let Why::RoleEmpty(role) = absence.why else {
            continue;
        };
        let owned = context.resolved.item(absence.owned);
        let role = &context.resolved.roles[role];
        let (name, post) = (owned.label(), role.label());
        let named = context.resolved.references.at(absence.named.start);
        let message = if named.is_some_and(|named| named.field == "reviewer") {
            text!(
                "「{name}」由「{post}」验收，但该岗位编制为 0",
                "{name} is reviewed by {post}, a post with a headcount of 0"
            )
        } else {
            text!(
                "「{name}」由「{post}」负责，但该岗位编制为 0",
                "{name} is owned by {post}, a post with a headcount of 0"
            )
        };
        let headcount = role.headcount.map_or(role.key_span(), |count| count.span);
        report
            .find(&owned, absence.named, message)
            .with(
                headcount,
                text!("岗位「{post}」暂未设置", "nobody holds {post}"),
            )
            .help(text!(
                "换一个负责人，补上编制，或写明 `provided_by`",
                "name another owner, raise the headcount, or write `provided_by`"
            ));
    }
}
