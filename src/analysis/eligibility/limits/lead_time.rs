//! The time for sign-up and review before the start.

use chrono::{Days, Months, NaiveDate};

use super::super::answer::{Asked, Criterion, Ours, Outside, Possible, Verdict, Wait, Want, Way};
use super::super::rules::Rules;
use super::super::side::Side;
use super::{Description, Measured};
use crate::plan::value::{Day, Duration, Unit};
use crate::plan::{Program, ReviewTime};
use crate::source::{Located, Span};

/// Sign-up and review must be over when the campaign starts: it is met only if the longest
/// review is, and not met if the shortest is not.
pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["lead_time"], &["review_time"]],
    measured: Measured::Days,
    is_stated: |program| program.lead_time.is_some() || review(program).is_some(),
    judge: |rules, side| {
        let (lead, review) = (rules.one(|program| program.lead_time), rules.one(review));
        let rule = lead
            .map(|lead| lead.span)
            .or(review.map(|review| review.span));
        let waits = Waits {
            sure: [
                Stated {
                    wait: Wait::LeadTime,
                    time: lead,
                    keys: &["lead_time"],
                },
                Stated {
                    wait: Wait::Review,
                    time: review.and_then(|review| review.at_least),
                    keys: &["review_time", "at_least"],
                },
            ],
            longest: Stated {
                wait: Wait::Review,
                time: review.and_then(|review| review.at_most),
                keys: &["review_time", "at_most"],
            },
        };
        rule.map(|rule| criterion(rules, side, rule, &waits))
            .into_iter()
            .collect()
    },
};

fn review(program: &Program) -> Option<&Located<ReviewTime>> {
    program.review_time.as_ref()
}

/// What has to pass before the start, and the keys that say so.
struct Stated {
    wait: Wait,
    time: Option<Located<Duration>>,
    keys: &'static [&'static str],
}

struct Waits {
    /// Those that pass in any case.
    sure: [Stated; 2],
    /// The longest review.
    longest: Stated,
}

fn criterion(rules: &Rules<'_>, side: &Side<'_>, rule: Span, waits: &Waits) -> Criterion {
    let (signup, begins) = match signup_and_start(side) {
        Ok(days) => days,
        Err(want) => {
            let asked = Asked::StartFrom(possible_from(side, waits));
            return rules.criterion(rule, asked, want.verdict());
        }
    };
    let (on, start) = (signup.value.0, begins.value.0);
    let ours = Ours::SignUp { on, start };
    let sure = Ends::of(on, &waits.sure);
    let longest = Ends::of(on, std::slice::from_ref(&waits.longest));
    let earliest = sure.day(on);
    let (from, verdict) = if start < earliest {
        let outside = Outside {
            other: Some(begins.span),
            ..Outside::new(signup.span, Way::Below)
        };
        (sure.last, Verdict::NotMet(ours, outside))
    } else if let Some(keys) = sure.uncounted.or(longest.uncounted) {
        (
            sure.last,
            Verdict::Unknown(Some(ours), side.of_program(keys)),
        )
    } else if start < longest.day(on) {
        let want = side.wanting("status");
        (longest.last, Verdict::Unknown(Some(ours), want))
    } else {
        (sure.later(longest), Verdict::Met(ours))
    };
    let is_late = matches!(verdict, Verdict::NotMet(..));
    let at_once = Possible {
        day: on,
        wait: None,
    };
    let rule = from.map_or(rule, |(_, span)| span);
    let possible = from.map(|(possible, _)| possible);
    let possible = possible.or(is_late.then_some(at_once));
    rules.criterion(rule, Asked::StartFrom(possible), verdict)
}

fn signup_and_start(side: &Side<'_>) -> Result<(Located<Day>, Located<Day>), Want> {
    let signup = side.of_campaign("signup_on", |campaign| campaign.signup_on)?;
    let start = side.of_campaign("start", |campaign| campaign.start.day())?;
    Ok((signup, start))
}

/// The day from which it may start, as far as the sign-up says it.
fn possible_from(side: &Side<'_>, waits: &Waits) -> Option<Possible> {
    let signup = side.campaign.signup_on?;
    let sure = Ends::of(signup.value.0, &waits.sure);
    sure.last.map(|(possible, _)| possible)
}

/// When what has to pass after sign-up is over.
#[derive(Clone, Copy, Default)]
struct Ends {
    /// The longest wait: the day it is over, and where it is stated.
    last: Option<(Possible, Span)>,
    /// The field of one that cannot be counted.
    uncounted: Option<&'static [&'static str]>,
}

impl Ends {
    fn of(signup: NaiveDate, waits: &[Stated]) -> Self {
        let mut ends = Self::default();
        for stated in waits {
            let Some(time) = stated.time else {
                continue;
            };
            let over = after(signup, time.value);
            if over.is_none() {
                ends.uncounted = ends.uncounted.or(Some(stated.keys));
            }
            let over = over.or_else(|| not_before(signup, time.value));
            if let Some(day) = over.filter(|day| ends.last.is_none() || ends.day(signup) < *day) {
                let wait = Some((stated.wait, time.value));
                ends.last = Some((Possible { day, wait }, time.span));
            }
        }
        ends
    }

    /// The later of two last waits.
    fn later(self, other: Self) -> Option<(Possible, Span)> {
        let day = |last: &(Possible, Span)| last.0.day;
        self.last.into_iter().chain(other.last).max_by_key(day)
    }

    /// The day on which all is over, at the earliest that of sign-up.
    fn day(&self, signup: NaiveDate) -> NaiveDate {
        self.last.map_or(signup, |(possible, _)| possible.day)
    }
}

/// The day before which some work days cannot have passed, whatever the calendar.
fn not_before(first: NaiveDate, time: Duration) -> Option<NaiveDate> {
    first.checked_add_days(Days::new(u64::from(time.count) - 1))
}

/// The day on which a time that began on `first` has passed; nothing for work days: the
/// shop's calendar says nothing about those of a platform.
pub(in super::super) fn after(first: NaiveDate, time: Duration) -> Option<NaiveDate> {
    let count = u64::from(time.count);
    match time.unit {
        Unit::Seconds | Unit::Minutes => Some(first),
        Unit::Hours => first.checked_add_days(Days::new(count.div_ceil(24))),
        Unit::Days => first.checked_add_days(Days::new(count)),
        Unit::Weeks => first.checked_add_days(Days::new(7 * count)),
        Unit::Months => first.checked_add_months(Months::new(time.count)),
        Unit::Workdays => None,
    }
}
