//! OP048: more people hold a post at a time than its headcount says.

use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP048" "headcount-mismatch" People Warning,
    "在岗人数超过编制", "more people in a post than its headcount");

/// Fewer than the headcount is no contradiction: not everybody has to be named.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved.plan;
    for crowded in &context.analysis.people.crowded {
        let (role, last) = (&plan.roles[crowded.role], &plan.people[crowded.last]);
        let Some(headcount) = role.headcount else {
            continue;
        };
        let (post, count, holders) = (role.label(), headcount.value.0, crowded.holders);
        let on = match crowded.on {
            Some(day) => text!("{day} 起", "from {day} on"),
            None => Text::default(),
        };
        let message = match crowded.on {
            Some(_) => text!(
                "「{post}」编制 {count} 人，{on}却有 {holders} 人在岗",
                "{post} has a headcount of {count}; people who hold it {on}: {holders}"; on
            ),
            None => text!(
                "「{post}」编制 {count} 人，却有 {holders} 人在岗",
                "{post} has a headcount of {count}; people who hold it: {holders}"
            ),
        };
        let name = last.label();
        report
            .find(role, headcount.span, message)
            .with(
                last.key_span(),
                match holders {
                    1 => text!("「{name}」任这个岗位", "{name} holds it"),
                    _ => text!("「{name}」也任这个岗位", "{name} holds it as well"),
                },
            )
            .help(text!(
                "改编制，或写明各人的到岗日和最后在岗日",
                "change the headcount, or state when each of them starts and leaves"
            ));
    }
}
