//! OP040: a task without an owner.

use crate::check::Context;
use crate::diagnostic::{Diagnostic, Report, Rule, Severity, rule, text};
use crate::plan::Section;

pub(in crate::check) static RULE: Rule = rule!("OP040" "task-unowned" Completeness Info,
    "任务没有负责人", "a task without an owner");

/// A warning where the plan names posts or people at all.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    let named = plan
        .roles
        .first()
        .map(|role| (role.key_span(), Section::Roles));
    let named = named.or(plan
        .people
        .first()
        .map(|person| (person.key_span(), Section::People)));
    for task in plan
        .tasks
        .iter()
        .filter(|task| task.owners.is_empty() && !task.unread.holds("owners"))
    {
        let name = task.label();
        let finding = Diagnostic::new(
            &RULE,
            task.key_span(),
            text!("任务「{name}」没有负责人", "the task {name} has no owner"),
        )
        .help(text!(
            "加上 `owners = [\"岗位或人员\"]`",
            "add `owners = [\"a post or a person\"]`"
        ))
        .on(task.path());
        report.find(match named {
            None => finding,
            Some((span, Section::Roles)) => finding
                .severity(Severity::Warning)
                .with(span, text!("计划里已有岗位", "the plan names posts")),
            Some((span, _)) => finding
                .severity(Severity::Warning)
                .with(span, text!("计划里已有人员", "the plan names people")),
        });
    }
}
