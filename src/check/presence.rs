//! What the checks of absent owners share.

use super::{Context, Reporter};
use crate::analysis::people::{Known, Needed, Who, Why};
use crate::diagnostic::{Severity, Text, text};
use crate::plan::value::Day;
use crate::plan::{AnyItem, Entry, Person, Section};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

/// What a check says of an owner who is not there.
pub(super) struct Words {
    /// What is wrong.
    pub(super) message: Text,
    /// How bad it is.
    pub(super) severity: Severity,
    /// Where it is said when they come or leave, and when they are needed.
    pub(super) places: [(Span, Text); 2],
    /// What to do.
    pub(super) help: Text,
}

/// Reports the absences that a check has words for.
pub(super) fn absences(
    context: Context<'_, '_>,
    report: &mut Reporter<'_>,
    words: impl Fn(Why, &AnyItem<'_>) -> Option<Words>,
) {
    for absence in &context.analysis.people.absences {
        // What stands in the wrong year is another mistake.
        if context.analysis.outside.is_slipped(absence.owned) {
            continue;
        }
        let owned = context.resolved.item(absence.owned);
        let Some(words) = words(absence.why, &owned) else {
            continue;
        };
        let [(presence, there), (need, needed)] = words.places;
        report
            .find(&owned, absence.named, words.message)
            .severity(words.severity)
            .with(presence, there)
            .with(need, needed)
            .help(words.help);
    }
}

/// Holders of a post that a message names.
const MOST_NAMED: usize = 4;

/// A person, or a post with those who hold it and come or leave on the same day: `「小林」`,
/// `「美工」由「丙」、「丁」担任，`.
pub(super) fn holder(
    who: Who,
    plan: &Resolved<'_>,
    day: impl Fn(&Person) -> Option<Located<Day>>,
) -> Text {
    let person = &plan.people[who.person];
    let Some(post) = who.post else {
        let name = person.label();
        return text!("「{name}」", "{name}");
    };
    let is_same = |one: &&Entry<Person>| {
        let value = |person| day(person).map(|day| day.value);
        value(one) == value(person)
    };
    let holders = plan.holders(post).iter().map(|one| &plan.people[*one]);
    let names: Vec<&str> = holders.filter(is_same).map(Entry::label).collect();
    let (post, count) = (plan.roles[post].label(), names.len());
    match names[..] {
        [name] => text!("「{post}」由「{name}」担任，", "{name}, who is {post},"),
        _ if count > MOST_NAMED => {
            let name = names[0];
            text!(
                "「{post}」由「{name}」等 {count} 人担任，",
                "{name} and others ({count} in all), who are {post},"
            )
        }
        _ => {
            let (zh, en) = (names.join("」、「"), names.join(" and "));
            text!("「{post}」由「{zh}」担任，", "{en}, who are {post},")
        }
    }
}

/// Where the last day of work comes from.
pub(super) fn until_here(needed: Needed) -> Text {
    let last = needed.last.0;
    if needed.by_duration {
        text!("照工期做到 {last}", "it takes until {last}")
    } else {
        text!("到这一天结束", "it ends here")
    }
}

/// Where another owner is there, or the days are worked out, it is probably not meant.
pub(super) fn severity(covered: bool, needed: Needed) -> Severity {
    if covered || needed.known == Known::WorkedOut {
        Severity::Warning
    } else {
        Severity::Error
    }
}

/// What the place says from which somebody is needed.
pub(super) fn needed_from(known: Known) -> Text {
    match known {
        Known::Stated => text!("这一天就要开始", "needed from here"),
        Known::Between => text!("最晚日期由此而来", "the latest day follows from this"),
        Known::WorkedOut => text!("开始日由此推算", "its start is calculated from this"),
    }
}

/// Who is live or teaches need not answer for it.
pub(super) fn another_owner(section: Section) -> Text {
    match section {
        Section::Sessions | Section::Trainings => {
            text!(
                "换一个人，或调整日期",
                "assign somebody else, or change a date"
            )
        }
        _ => text!(
            "换一个负责人，或调整日期",
            "assign another owner, or change a date"
        ),
    }
}
