//! The weekdays on which sign-up is open.

use super::super::answer::{Asked, Ours, Outside, Verdict};
use super::{Description, Measured};
use crate::plan::value::{Choice, Day};
use crate::plan::{Program, Weekday};
use crate::source::{Located, Span};

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["signup_weekdays"]],
    measured: Measured::Days,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let weekdays = rules.one(asked).into_iter();
        weekdays
            .map(|asked| {
                let verdict = match side.of_campaign("signup_on", |campaign| campaign.signup_on) {
                    Err(want) => want.verdict(),
                    Ok(day) => verdict(asked, day),
                };
                let words = asked.iter().map(|day| day.value.entry()).collect();
                rules.criterion(all(asked), Asked::OneOf(words), verdict)
            })
            .collect()
    },
};

fn asked(program: &Program) -> Option<&[Located<Weekday>]> {
    Some(&*program.signup_weekdays).filter(|weekdays| !weekdays.is_empty())
}

fn verdict(open: &[Located<Weekday>], day: Located<Day>) -> Verdict {
    let (weekday, ours) = (Weekday::of(day.value.0), Ours::Day(day.value.0));
    match open.iter().any(|one| one.value == weekday) {
        true => Verdict::Met(ours),
        false => Verdict::NotMet(ours, Outside::beside(day.span)),
    }
}

/// From the first to the last.
fn all(weekdays: &[Located<Weekday>]) -> Span {
    let spans = weekdays.iter().map(|day| day.span);
    spans
        .reduce(|first, last| Span {
            end: last.end,
            ..first
        })
        .unwrap_or_default()
}
