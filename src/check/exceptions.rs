use super::reading::reference;
use super::{rule, rules};
use crate::diagnostic::{Diagnostic, Exception, Report, nearest, text};
use crate::plan::{Allow, Plan};

/// The exceptions of a plan. A name that is no check is a reference that leads nowhere.
pub fn exceptions(plan: &Plan, report: &mut Report) -> Vec<Exception> {
    let mut found = Vec::new();
    plan.each_item(|item| {
        for one in item.item.allow() {
            match rule(&one.check) {
                Some(rule) => found.push(Exception {
                    item: item.path(),
                    rule,
                    until: one.until.map(|day| day.value.0),
                    reason: one.reason.to_string(),
                    span: one.check.span,
                }),
                None => report.find(unknown_check(&item.path(), one)),
            }
        }
    });
    found
}

fn unknown_check(item: &str, allow: &Allow) -> Diagnostic {
    let written = &allow.check.value;
    let message = text!("没有 `{written}` 这项检查", "there is no check `{written}`");
    let finding = Diagnostic::new(&reference::RULE, allow.check.span, message).on(item);
    match nearest(
        written,
        rules().into_iter().flat_map(|rule| [rule.code, rule.name]),
    ) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(allow.check.span, format!("\"{meant}\"")),
        None => finding.help(text!(
            "用 `opsplan checks` 查看全部检查",
            "`opsplan checks` lists all checks"
        )),
    }
}
