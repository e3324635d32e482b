//! OP043: an owner who starts only after the work.

use chrono::NaiveDate;

use crate::analysis::people::{Known, Needed, Why};
use crate::check::presence::{
    Words, absences, another_owner, holder, needed_from, severity, until_here,
};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};

pub(in crate::check) static RULE: Rule = rule!("OP043" "starts-after-task" People Error,
    "负责人到岗晚于任务开始", "an owner who starts after the work");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    absences(context, report, |why, owned| {
        let Why::StartsAfter {
            who,
            arrives,
            needed,
            covered,
        } = why
        else {
            return None;
        };
        let person = &plan.people[who.person];
        let holder = holder(who, plan, |person| person.start);
        let arrival = person.start.map_or(person.key_span(), |start| start.span);
        let message = if covered {
            after_the_end(&holder, arrives, owned.label(), needed)
        } else {
            after_the_start(&holder, arrives, owned.label(), needed)
        };
        let need = match (covered, needed.known) {
            (true, _) => (needed.last.1, until_here(needed)),
            (false, Known::Between) => (needed.last.1, needed_from(needed.known)),
            (false, _) => (needed.first.1, needed_from(needed.known)),
        };
        Some(Words {
            message,
            severity: severity(covered, needed),
            places: [(arrival, text!("{arrives} 到岗", "starts here")), need],
            help: another_owner(owned.section),
        })
    });
}

fn after_the_end(holder: &Text, arrives: NaiveDate, name: &str, needed: Needed) -> Text {
    let last = needed.last.0;
    if needed.by_duration {
        text!(
            "{holder}{arrives} 才到岗，「{name}」按工期 {last} 就做完了",
            "{holder} starts on {arrives}; {name} takes until {last}"; holder
        )
    } else {
        text!(
            "{holder}{arrives} 才到岗，「{name}」{last} 就结束了",
            "{holder} starts on {arrives}; {name} ends on {last}"; holder
        )
    }
}

fn after_the_start(holder: &Text, arrives: NaiveDate, name: &str, needed: Needed) -> Text {
    let (first, last) = (needed.first.0, needed.last.0);
    match needed.known {
        Known::Stated => text!(
            "{holder}{arrives} 才到岗，「{name}」{first} 就要开始",
            "{holder} starts on {arrives}; {name} starts on {first}"; holder
        ),
        Known::Between => text!(
            "{holder}{arrives} 才到岗，「{name}」最晚 {last} 就要开始",
            "{holder} starts on {arrives}; {name} has to start by {last}"; holder
        ),
        Known::WorkedOut => text!(
            "{holder}{arrives} 才到岗，「{name}」推算 {first} 开始",
            "{holder} starts on {arrives}; {name} starts on {first}, as calculated"; holder
        ),
    }
}
