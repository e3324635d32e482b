//! OP044: an owner who leaves before the work is over.

use crate::check::presence::{holder, severity};
use chrono::NaiveDate;

use crate::analysis::people::{Known, Why};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Section;

pub(in crate::check) static RULE: Rule = rule!("OP044" "leaves-before-end" People Error,
    "负责人离岗早于任务完成", "an owner who leaves before the work is over");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    for absence in &context.analysis.people.absences {
        let Why::LeavesBefore {
            who,
            leaves,
            needed,
            covered,
        } = absence.why
        else {
            continue;
        };
        let owned = context.resolved.item(absence.owned);
        let person = &context.resolved.people[who.person];
        let (name, holder) = (owned.label(), holder(who, context.resolved));
        let departure = person.end.map_or(person.key_span(), |end| end.span);
        let ((first, first_span), (last, last_span)) = (needed.first, needed.last);
        let (message, place, label) = if leaves < first {
            let begins = begins(owned.section, needed.known, first);
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{name}」{begins}",
                    "{holder} leaves on {leaves}; {name} {begins}"; holder, begins
                ),
                first_span,
                text!("日期由此而来", "the day follows from this"),
            )
        } else {
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{name}」要到 {last} 才结束",
                    "{holder} leaves on {leaves}; {name} ends on {last}"; holder
                ),
                last_span,
                text!("到这里才结束", "it ends only here"),
            )
        };
        report
            .find(&owned, absence.named, message)
            .severity(severity(covered, needed))
            .with(departure, text!("最后在岗日", "leaves here"))
            .with(place, label)
            .help(text!(
                "换一个负责人，或调整日期",
                "name another owner, or move a date"
            ));
    }
}

fn begins(section: Section, known: Known, first: NaiveDate) -> Text {
    match (section, known) {
        (Section::Milestones, _) => text!("{first} 才到期", "is due only on {first}"),
        (_, Known::Stated) => text!("{first} 才开始", "starts only on {first}"),
        (_, Known::Between) => text!("最早 {first} 才能开始", "cannot start before {first}"),
        (_, Known::WorkedOut) => text!(
            "推算 {first} 才开始",
            "starts only on {first}, as worked out"
        ),
    }
}
