//! OP040: a task without an owner.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, Text, listed, rule, text};
use crate::plan::Plan;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = rule!("OP040" "task-unowned" Completeness Info asked,
    "任务没有负责人", "a task without an owner");

/// A warning where the plan has posts or people at all.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let (named, help) = (who_is_named(context.resolved), help(context.resolved));
    for task in &context.resolved.tasks {
        if !task.owners.is_empty() || task.unread.holds("owners") {
            continue;
        }
        let name = task.label();
        let message = text!("任务「{name}」没有负责人", "the task {name} has no owner");
        let finding = report
            .find(task, task.key_span(), message)
            .help(help.clone());
        if let Some((span, words)) = &named {
            finding
                .severity(Severity::Warning)
                .with(*span, words.clone());
        }
    }
}

/// Who may own a task, posts before people.
fn help(plan: &Plan) -> Text {
    let posts = plan.roles.iter().map(|role| &**role.id);
    let owners = posts.chain(plan.people.iter().map(|person| &**person.id));
    let Some(first) = owners.clone().next() else {
        return Text::fixed(
            "先写岗位，例如 `[roles.designer]`，再用 `owners` 写明谁负责",
            "add posts first, such as `[roles.designer]`, then name the owners in `owners`",
        );
    };
    let known = listed(owners);
    text!(
        "写明负责人，例如 `owners = [\"{first}\"]`；现有 {known}",
        "name an owner, such as `owners = [\"{first}\"]`; available: {known}"; known
    )
}

/// The first post or person of a plan.
fn who_is_named(plan: &Plan) -> Option<(Span, Text)> {
    let post = plan.roles.first().map(|role| role.key_span());
    let person = || plan.people.first().map(|person| person.key_span());
    match post {
        Some(post) => Some((post, text!("计划里已有岗位", "the plan has posts"))),
        None => Some((person()?, text!("计划里已有人员", "the plan has people"))),
    }
}
