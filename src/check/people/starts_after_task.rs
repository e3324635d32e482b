//! OP043: an owner who starts only after the work.

use crate::analysis::people::{Known, Why};
use crate::check::presence::{holder, severity};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP043" "starts-after-task" People Error,
    "负责人到岗晚于任务开始", "an owner who starts after the work");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for absence in &context.analysis.people.absences {
        let Why::StartsAfter {
            who,
            arrives,
            needed,
            covered,
        } = absence.why
        else {
            continue;
        };
        let owned = context.resolved.item(absence.owned);
        let person = &context.resolved.people[who.person];
        let (name, holder) = (owned.label(), holder(who, context.resolved));
        let arrival = person.start.map_or(person.key_span(), |start| start.span);
        let ((first, first_span), (last, last_span)) = (needed.first, needed.last);
        let (message, place, label) = match (covered, needed.known) {
            (true, _) => (
                text!(
                    "{holder}{arrives} 才到岗，「{name}」{last} 就结束了",
                    "{holder} starts on {arrives}; {name} ends on {last}"; holder
                ),
                last_span,
                text!("到这一天结束", "it ends here"),
            ),
            (false, Known::Stated) => (
                text!(
                    "{holder}{arrives} 才到岗，「{name}」{first} 就要开始",
                    "{holder} starts on {arrives}; {name} starts on {first}"; holder
                ),
                first_span,
                text!("这一天就要开始", "needed from here"),
            ),
            (false, Known::Between) => (
                text!(
                    "{holder}{arrives} 才到岗，「{name}」最晚 {last} 就要开始",
                    "{holder} starts on {arrives}; {name} has to start by {last}"; holder
                ),
                last_span,
                text!("最晚日期由此而来", "the latest day follows from this"),
            ),
            (false, Known::WorkedOut) => (
                text!(
                    "{holder}{arrives} 才到岗，「{name}」推算 {first} 开始",
                    "{holder} starts on {arrives}; {name} starts on {first}, as worked out"; holder
                ),
                first_span,
                text!("开始日由此推算", "its start is worked out from this"),
            ),
        };
        report
            .find(&owned, absence.named, message)
            .severity(severity(covered, needed))
            .with(arrival, text!("{arrives} 到岗", "starts here"))
            .with(place, label)
            .help(text!(
                "换一个负责人，或调整日期",
                "name another owner, or move a date"
            ));
    }
}
