//! OP044: an owner who leaves before the work is over.

use chrono::NaiveDate;

use crate::analysis::people::{Known, Needed, Why};
use crate::check::presence::{Words, absences, another_owner, holder, severity, until_here};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::{Entry, Person, Section};
use crate::source::Span;

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
        let holder = holder(who, plan, |person| person.end);
        let departure = person.end.map_or(person.key_span(), |end| end.span);
        let left = Left {
            holder: &holder,
            leaves,
            name: owned.label(),
        };
        let (message, need) = match gap {
            _ if leaves < needed.first.0 => left.before_the_start(owned.section, needed),
            Some((alone, next)) => left.nobody_from(alone, &plan.people[next]),
            None => left.before_the_end(needed),
        };
        Some(Words {
            message,
            severity: severity(covered, needed),
            places: [(departure, text!("最后在岗日", "leaves here")), need],
            help: another_owner(owned.section),
        })
    });
}

/// Who leaves when, and what is left.
struct Left<'a> {
    holder: &'a Text,
    leaves: NaiveDate,
    name: &'a str,
}

/// What is wrong, and where somebody is needed.
type Said = (Text, (Span, Text));

impl Left<'_> {
    fn before_the_start(&self, section: Section, needed: Needed) -> Said {
        let Left {
            holder,
            leaves,
            name,
        } = self;
        let (first, from) = needed.first;
        let begins = begins(section, needed.known, first);
        let message = text!(
            "{holder}最后在岗日是 {leaves}，「{name}」{begins}",
            "{holder} leaves on {leaves}; {name} {begins}"; holder, begins
        );
        (message, (from, begins_here(section, needed.known)))
    }

    fn nobody_from(&self, alone: NaiveDate, next: &Entry<Person>) -> Said {
        let Left {
            holder,
            leaves,
            name,
        } = self;
        let after = next.label();
        let message = text!(
            "{holder}最后在岗日是 {leaves}，「{after}」到岗之前，「{name}」从 {alone} 起没有人负责",
            "{holder} leaves on {leaves}; from {alone} nobody is there for {name} until {after} starts"; holder
        );
        let arrival = next.start.map_or(next.key_span(), |start| start.span);
        let words = text!(
            "「{after}」这一天才到岗",
            "{after} does not start until here"
        );
        (message, (arrival, words))
    }

    fn before_the_end(&self, needed: Needed) -> Said {
        let Left {
            holder,
            leaves,
            name,
        } = self;
        let (last, until) = needed.last;
        let message = if needed.by_duration {
            text!(
                "{holder}最后在岗日是 {leaves}，「{name}」按工期要做到 {last}",
                "{holder} leaves on {leaves}; {name} takes until {last}"; holder
            )
        } else {
            text!(
                "{holder}最后在岗日是 {leaves}，「{name}」要到 {last} 才结束",
                "{holder} leaves on {leaves}; {name} ends on {last}"; holder
            )
        };
        (message, (until, until_here(needed)))
    }
}

fn begins(section: Section, known: Known, first: NaiveDate) -> Text {
    match (section, known) {
        (Section::Milestones, _) => text!("{first} 才到期", "is not due until {first}"),
        (_, Known::Stated) => text!("{first} 才开始", "does not start until {first}"),
        (_, Known::Between) => text!("最早 {first} 才能开始", "cannot start before {first}"),
        (_, Known::WorkedOut) => text!(
            "推算 {first} 才开始",
            "does not start until {first}, as calculated"
        ),
    }
}

fn begins_here(section: Section, known: Known) -> Text {
    match (section, known) {
        (Section::Milestones, _) => text!("这一天才到期", "not due until here"),
        (_, Known::Stated) => text!("这一天才开始", "it does not start until here"),
        (_, Known::Between) => text!("最早日期由此而来", "the earliest day follows from this"),
        (_, Known::WorkedOut) => text!("开始日由此推算", "its start is calculated from this"),
    }
}
