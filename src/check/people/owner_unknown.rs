//! OP041: an owner who is neither a person nor a post.

use crate::check::Context;
use crate::check::reading::reference::meant;
use crate::diagnostic::{Diagnostic, Report, Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP041" "owner-unknown" People Error,
    "负责人既不是人员也不是岗位", "an owner who is neither a person nor a post");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    for reference in context
        .resolved
        .dangling
        .iter()
        .filter(|reference| reference.field == "owners")
    {
        let (id, span) = (&reference.id.value, reference.id.span);
        let message = text!(
            "负责人 `{id}` 既不是人员也不是岗位",
            "the owner `{id}` is neither a person nor a post"
        );
        let finding = Diagnostic::new(&RULE, span, message).on(&reference.item);
        report.find(match meant(context.resolved, reference) {
            Some(meant) => finding
                .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
                .fix(span, format!("\"{meant}\"")),
            None => finding.help(text!(
                "先在 `[people]` 或 `[roles]` 里写上",
                "add it to `[people]` or `[roles]`"
            )),
        });
    }
}
