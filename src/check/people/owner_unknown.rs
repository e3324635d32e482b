//! OP041: an owner who is neither a person nor a post.

use crate::check::{Context, Reporter, meant};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Owner, Referent};

pub(in crate::check) static RULE: Rule = rule!("OP041" "owner-unknown" People Error,
    "负责人既不是人员也不是岗位", "an owner who is neither a person nor a post");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let dangling = plan.dangling().enumerate();
    for (number, reference) in dangling.filter(|(_, one)| one.wanted == Owner::SECTIONS) {
        let id = reference.id;
        let message = text!(
            "「人员」和「岗位」里都没有 `{id}`",
            "the owner `{id}` is neither a person nor a post"
        );
        let finding = report.find(&plan.item(reference.from), reference.span, message);
        meant::advise(plan, reference, number, finding);
    }
}
