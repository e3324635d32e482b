//! OP139: two versions of the same rules claim the same days.

use crate::analysis::eligibility::{Crossing, crossings};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Entry, Program, Version};
use crate::source::Located;

pub(in crate::check) static RULE: Rule = rule!("OP139" "versions-cross" Campaigns Error,
    "规则的两个版本有效期交叉", "two versions of the rules are in force on the same days");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for program in &context.resolved.programs {
        for crossing in crossings(program) {
            one(&crossing, program, report);
        }
    }
}

fn one(crossing: &Crossing<'_>, program: &Entry<Program>, report: &mut Reporter<'_>) {
    let rules = program.label();
    let days = match crossing.days {
        (Some(from), Some(until)) if from == until => text!("{from}", "on {from}"),
        (Some(from), Some(until)) => text!("{from} 至 {until}", "from {from} to {until}"),
        (Some(from), None) => text!("{from} 起", "from {from} on"),
        (None, Some(until)) => text!("{until} 及以前", "until {until}"),
        (None, None) => Text::fixed("所有日期", "on all days"),
    };
    let message = text!(
        "「{rules}」有两个版本的规则同时有效（{days}），无法确定以哪个为准",
        "two versions of the rules of {rules} are in force at once {days}: it is unclear which applies";
        days);
    let edge = |version: &Located<Version>| {
        let from = version.from.map(|day| day.span);
        from.or(version.until.map(|day| day.span))
            .unwrap_or(version.span)
    };
    let first = crossing.first;
    let ends = first.until.map_or(edge(first), |day| day.span);
    report
        .find(program, edge(crossing.second), message)
        .with(ends, text!("前一个版本", "the earlier version"))
        .help(text!(
            "前一个版本的 `until` 写到后一个版本生效的前一天，或删去不写（后一个生效时，前一个自动失效）",
            "end the earlier version on the day before, or omit its `until`: the later version ends it"
        ));
}
