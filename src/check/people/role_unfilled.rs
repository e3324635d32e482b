//! OP047: a post that may be filled only after it is needed, or is filled after its day.

use crate::analysis::people::{Known, Why};
use crate::check::presence::{Words, absences, needed_from};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Severity, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP047" "role-unfilled" People Warning,
    "岗位到岗太晚", "a post that is filled too late");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    holders_come_late(context, report);
    hired_after(context, report);
}

/// An error: the plan says by when, and when everybody comes.
fn holders_come_late(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved.plan;
    for late in &context.analysis.people.late {
        let (post, first) = (&plan.roles[late.role], plan.people[late.first].label());
        let (name, by, arrives) = (post.label(), late.hire_by.value.0, late.arrives.value.0);
        let message = text!(
            "「{name}」最晚 {by} 到岗，担任它的「{first}」{arrives} 才到岗",
            "{name} is to be filled by {by}, but {first}, who holds it, starts on {arrives}"
        );
        report
            .find(post, late.hire_by.span, message)
            .severity(Severity::Error)
            .with(
                late.arrives.span,
                text!("「{first}」的到岗日", "{first} starts here"),
            )
            .help(text!(
                "提前到岗，或推后最晚到岗日",
                "start earlier, or move the day by which the post is filled"
            ));
    }
}

/// A warning: `hire_by` is the latest day.
fn hired_after(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    absences(context, report, |why, owned| {
        let Why::HiredAfter {
            role,
            hire_by,
            needed,
        } = why
        else {
            return None;
        };
        let post = context.resolved.roles[role].label();
        let (name, by) = (owned.label(), hire_by.value.0);
        let ((first, start), (last, end)) = (needed.first, needed.last);
        let (message, place) = match needed.known {
            Known::Between => (
                text!(
                    "「{post}」最晚 {by} 到岗，「{name}」最晚 {last} 就要开始",
                    "{post} may stay vacant until {by}; {name} has to start by {last}"
                ),
                end,
            ),
            _ => (
                text!(
                    "「{post}」最晚 {by} 到岗，「{name}」{first} 就要开始",
                    "{post} may stay vacant until {by}; {name} starts on {first}"
                ),
                start,
            ),
        };
        Some(Words {
            message,
            severity: RULE.severity,
            places: [
                (hire_by.span, text!("最晚到岗", "filled by this day")),
                (place, needed_from(needed.known)),
            ],
            help: text!(
                "提前到岗，推迟任务，或先由别人负责",
                "fill the post earlier, move the task, or name another owner until then"
            ),
        })
    });
}
