//! OP052: posts that report to each other, or one that reports to itself.

use crate::check::cycle::{self, Waiting};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};
use crate::plan::Role;

pub(in crate::check) static RULE: Rule = rule!("OP052" "reporting-cycle" People Error,
    "岗位上下级循环", "posts that report to each other");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let waiting = Waiting::<Role> {
        after: |role| role.reports_to.iter().collect(),
        message: |path| {
            text!(
                "岗位上下级循环：{path}",
                "posts report to each other: {path}"
            )
        },
        waits: |name| text!("「{name}」的上级", "{name} reports to it"),
        help: text!(
            "最上面的岗位不写 `reports_to`",
            "the post at the top has no `reports_to`"
        ),
    };
    for circle in &context.analysis.people.circles {
        cycle::find(circle, &waiting, context.resolved, report);
    }
}
