//! OP044: an owner who leaves before the work is over.

use chrono::NaiveDate;

use crate::analysis::people::{Known, Why};
use crate::check::presence::{Words, absences, another_owner, holder, severity, until_here};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Section;

pub(in crate::check) static RULE: Rule = rule!("OP044" "leaves-before-end" People Error,
    "负责人离岗早于任务完成", "an owner who leaves before the work is over");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    absences(context, report, |why, owned| {
        let Why::LeavesBefore {
            who,
            leaves,
            needed,
            covered,
            gap,
        } = why
        else {
            return None;
        };
        let person = &plan.people[who.person];
        let (name, holder) = (owned.label(), holder(who, plan, |person| person.end));
        let departure = person.end.map_or(person.key_span(), |end| end.span);
        let ((first, from), (last, until)) = (needed.first, needed.last);
        let (message, need) = if leaves < first {
            let begins = begins(owned.section, needed.known, first);
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{name}」{begins}",
                    "{holder} leaves on {leaves}; {name} {begins}"; holder, begins
                ),
                (from, begins_here(owned.section, needed.known)),
            )
        } else if let Some((alone, next)) = gap {
            let next = &plan.people[next];
            let (after, start) = (next.label(), next.start);
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{after}」到岗之前，「{name}」从 {alone} 起没有人负责",
                    "{holder} leaves on {leaves}; from {alone} nobody is there for {name} until {after} starts"; holder
                ),
                (
                    start.map_or(next.key_span(), |start| start.span),
                    text!("「{after}」这一天才到岗", "{after} starts only here"),
                ),
            )
        } else if needed.by_duration {
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{name}」照工期要做到 {last}",
                    "{holder} leaves on {leaves}; {name} takes until {last}"; holder
                ),
                (until, until_here(needed)),
            )
        } else {
            (
                text!(
                    "{holder}最后在岗日是 {leaves}，「{name}」要到 {last} 才结束",
                    "{holder} leaves on {leaves}; {name} ends on {last}"; holder
                ),
                (until, until_here(needed)),
            )
        };
        Some(Words {
            message,
            severity: severity(covered, needed),
            places: [(departure, text!("最后在岗日", "leaves here")), need],
            help: another_owner(),
        })
    });
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

fn begins_here(section: Section, known: Known) -> Text {
    match (section, known) {
        (Section::Milestones, _) => text!("这一天才到期", "due only here"),
        (_, Known::Stated) => text!("这一天才开始", "it starts only here"),
        (_, Known::Between) => text!("最早日期由此而来", "the earliest day follows from this"),
        (_, Known::WorkedOut) => text!("开始日由此推算", "its start is worked out from this"),
    }
}
