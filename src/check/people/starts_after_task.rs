//! OP043: an owner who starts only after the work.

use crate::analysis::people::Why;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP043" "starts-after-task" People Error,
    "负责人到岗晚于任务开始", "an owner who starts after the work");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for absence in &context.analysis.people {
        let Why::StartsAfter {
            person,
            arrives,
            needed,
            needed_span,
        } = absence.why
        else {
            continue;
        };
        let owned = context.resolved.item(absence.owned);
        let person = &context.resolved.people[person];
        let (name, who) = (owned.label(), person.label());
        let arrival = person.start.map_or(person.key_span(), |start| start.span);
        let message = text!(
            "「{who}」{arrives} 才到岗，「{name}」{needed} 就要人",
            "{who} starts on {arrives}; {name} needs them on {needed}"
        );
        report
            .find(&owned, absence.named, message)
            .with(arrival, text!("{arrives} 到岗", "starts here"))
            .with(needed_span, text!("这一天就要开始", "needed from here"))
            .help(text!(
                "换一个负责人，或调整日期",
                "name another owner, or move a date"
            ));
    }
}
