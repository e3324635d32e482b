//! OP051: a main owner who is not among the owners.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP051" "lead-not-owner" People Error,
    "主要负责人不在负责人之列", "a main owner who is not among the owners");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for lead in &context.analysis.people.leads {
        let task = &plan.tasks[lead.task];
        let Some(named) = &task.lead else {
            continue;
        };
        let (name, who) = (task.label(), plan.name(named));
        let message = text!(
            "「{who}」是「{name}」的主要负责人，却不在负责人之列",
            "{who} is the main owner of {name}, but is not among its owners"
        );
        let finding = report.find(task, lead.named, message).help(text!(
            "把主要负责人写进 `owners`，或换一个",
            "add the main owner to `owners`, or name another"
        ));
        if let Some(owner) = task.owners.first() {
            finding.with(owner.span, text!("负责人", "the owners"));
        }
    }
}
