//! OP041: an owner who is neither a person nor a post.

use crate::check::reading::reference::meant;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::{Owner, Referent};

pub(in crate::check) static RULE: Rule = rule!("OP041" "owner-unknown" People Error,
    "负责人既不是人员也不是岗位", "an owner who is neither a person nor a post");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    let dangling = plan.dangling().enumerate();
    for (number, reference) in dangling.filter(|(_, one)| one.wanted == Owner::SECTIONS) {
        let (id, span) = (reference.id, reference.span);
        let message = text!(
            "负责人 `{id}` 既不是人员也不是岗位",
            "the owner `{id}` is neither a person nor a post"
        );
        let finding = report.find(&plan.item(reference.from), span, message);
        match meant(plan, reference, number) {
            Some(meant) => finding
                .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
                .fix(span, format!("\"{meant}\"")),
            None => finding.help(text!(
                "先在 `[people]` 或 `[roles]` 里写上",
                "add it to `[people]` or `[roles]`"
            )),
        };
    }
}
