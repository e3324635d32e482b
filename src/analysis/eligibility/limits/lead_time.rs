//! The time for sign-up and review before the start.

use chrono::{Days, Months, NaiveDate};

use super::super::answer::{Asked, Criterion, Ours, Outside, Verdict, Want, Way};
use super::super::side::{Rules, Side};
use super::{Description, Measured};
use crate::plan::value::{Duration, Unit};
use crate::plan::{Program, ReviewTime};
use crate::source::{Located, Span};

/// Sign-up, and what the review takes at least, must be over when the campaign starts.
pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["lead_time"], &["review_time"]],
    measured: Measured::Days,
    is_stated: |program| program.lead_time.is_some() || review(program).is_some(),
    judge: |rules, side| {
        let (lead, review) = (rules.one(|program| program.lead_time), rules.one(review));
        let rule = lead
            .map(|lead| lead.span)
            .or(review.map(|review| review.span));
        let waits = [
            (lead, &["lead_time"][..]),
            (
                review.and_then(|review| review.at_least),
                &["review_time", "at_least"][..],
            ),
        ];
        rule.map(|rule| criterion(rules, side, rule, waits))
            .into_iter()
            .collect()
    },
};

fn review(program: &Program) -> Option<&Located<ReviewTime>> {
    program.review_time.as_ref()
}

/// What has to pass before the start, and the keys that say so.
type Wait = (Option<Located<Duration>>, &'static [&'static str]);

fn criterion(rules: &Rules<'_>, side: &Side<'_>, rule: Span, waits: [Wait; 2]) -> Criterion {
    let signup = side.of_campaign("signup_on", |campaign| campaign.signup_on);
    let ends = signup
        .as_ref()
        .map_or(Ends::default(), |day| ends(day.value.0, waits));
    let rule = ends.longest.map_or(rule, |(_, span)| span);
    let mut possible = ends.longest.map(|(day, _)| day);
    let verdict = verdict(side, ends).unwrap_or_else(Want::verdict);
    if let Verdict::NotMet(Ours::SignUp { on, .. }, _) = verdict {
        possible = possible.or(Some(on));
    }
    rules.criterion(rule, Asked::StartFrom(possible), verdict)
}

fn verdict(side: &Side<'_>, ends: Ends) -> Result<Verdict, Want> {
    let signup = side.of_campaign("signup_on", |campaign| campaign.signup_on)?;
    let begins = side.of_campaign("start", |campaign| campaign.start)?;
    let (on, start) = (signup.value.0, begins.value.0);
    let ours = Ours::SignUp { on, start };
    let earliest = ends.longest.map_or(on, |(day, _)| day);
    Ok(match ends.uncounted {
        _ if start < earliest => Verdict::NotMet(ours, Outside::new(signup.span, Way::Below)),
        Some(keys) => Verdict::Unknown(Some(ours), side.of_program(keys)),
        None => Verdict::Met(ours),
    })
}

/// When what has to pass after sign-up is over.
#[derive(Clone, Copy, Default)]
struct Ends {
    /// The longer wait: the day it is over, and where it is stated.
    longest: Option<(NaiveDate, Span)>,
    /// The field of one that cannot be counted.
    uncounted: Option<&'static [&'static str]>,
}

fn ends(signup: NaiveDate, waits: [Wait; 2]) -> Ends {
    let mut ends = Ends::default();
    for (wait, keys) in waits {
        let Some(wait) = wait else {
            continue;
        };
        match after(signup, wait.value) {
            None => ends.uncounted = ends.uncounted.or(Some(keys)),
            Some(end) if ends.longest.is_none_or(|(longest, _)| longest < end) => {
                ends.longest = Some((end, wait.span));
            }
            Some(_) => {}
        }
    }
    ends
}

/// The day on which a time that began on `first` has passed; nothing for work days: the
/// shop's calendar says nothing about those of a platform.
pub(super) fn after(first: NaiveDate, time: Duration) -> Option<NaiveDate> {
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
