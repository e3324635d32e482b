//! OP049: a task is reviewed by the person who does it.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP049" "reviewer-is-owner" People Warning,
    "自己验收自己的工作", "a task is reviewed by the person who does it");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for review in &context.analysis.people.own_reviews {
        let task = &plan.plan.tasks[review.task];
        let (Some(reviewer), Some(owner)) = (&task.reviewer, task.owners.first()) else {
            continue;
        };
        let (name, who) = (task.label(), plan.name(reviewer));
        if let Some(post) = review.open {
            let post = &plan.plan.roles[post];
            let title = post.label();
            report.unknown(task, post.field("headcount"), text!(
                "「{title}」没有写编制，无法判断「{name}」是不是自己做、自己验收",
                "{title} does not state its headcount: whether {name} is reviewed by the person who does it cannot be decided"
            ));
            continue;
        }
        report
            .find(
                task,
                review.named,
                text!(
                    "「{name}」由「{who}」验收，负责的也是本人",
                    "{name} is reviewed by {who}, who is also its only owner"
                ),
            )
            .with(owner.span, text!("负责人", "who does it"))
            .help(text!(
                "换一个人验收，或再加一位负责人",
                "have somebody else review it, or add another owner"
            ));
    }
}
