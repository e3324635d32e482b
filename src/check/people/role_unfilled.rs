//! OP047: a post that may be filled only after it is needed.

use crate::analysis::people::{Known, Why};
use crate::check::presence::{Words, absences, needed_from};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP047" "role-unfilled" People Warning,
    "岗位到岗晚于任务开始", "a post that may be filled only after it is needed");

/// A warning: `hire_by` is the latest day.
pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
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
                    "{post} is filled by {by} at the latest; {name} has to start by {last}"
                ),
                end,
            ),
            _ => (
                text!(
                    "「{post}」最晚 {by} 到岗，「{name}」{first} 就要开始",
                    "{post} is filled by {by} at the latest; {name} starts on {first}"
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
