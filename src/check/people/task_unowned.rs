//! OP040: a task without an owner.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, rule, text};
use crate::plan::Plan;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP040" "task-unowned" Completeness Info asked,
    "任务没有负责人", "a task without an owner");

/// A warning where the plan names posts or people at all.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let named = who_is_named(context.resolved);
    for task in &context.resolved.tasks {
        if !task.owners.is_empty() || task.unread.holds("owners") {
            continue;
        }
        let name = task.label();
        let message = text!("任务「{name}」没有负责人", "the task {name} has no owner");
        let finding = report.find(task, task.key_span(), message).help(text!(
            "写明负责人，例如 `owners = [\"美工\"]`",
            "name an owner, such as `owners = [\"designer\"]`"
        ));
        if let Some((span, words)) = &named {
            finding
                .severity(Severity::Warning)
                .with(*span, words.clone());
        }
    }
}

/// The first post or person of a plan.
fn who_is_named(plan: &Plan) -> Option<(Span, Text)> {
    let post = plan.roles.first().map(|role| role.key_span());
    let person = || plan.people.first().map(|person| person.key_span());
    match post {
        Some(post) => Some((post, text!("计划里已有岗位", "the plan names posts"))),
        None => Some((person()?, text!("计划里已有人员", "the plan names people"))),
    }
}
