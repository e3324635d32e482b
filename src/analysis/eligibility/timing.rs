//! What programmes ask of the days of sign-up and start.

use chrono::{Days, Months, NaiveDate};

use super::side::{Rules, Side};
use super::{Criterion, Measure, Verdict};
use crate::plan::value::{Duration, Unit};
use crate::plan::{Limit, Weekday};
use crate::source::{Located, Span};

impl<'p> Side<'_, 'p> {
    pub(super) fn timing_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        let signup = self.campaign.signup_on;
        let weekdays = rules.list(|program| &program.signup_weekdays);
        if let Some(first) = weekdays.first() {
            let verdict = match signup {
                None => Verdict::Unknown(self.campaign_field("signup_on")),
                Some(day) if weekdays.iter().any(|one| one.value == Weekday::of(day.value.0)) => Verdict::Met,
                Some(day) => Verdict::NotMet(day.span),
            };
            let last = weekdays.last().map_or(first.span, |last| last.span);
            let rule = Span { start: first.span.start, end: last.end };
            let measure = Measure::Weekday(weekdays, signup.map(|day| day.value.0));
            criteria.push(Criterion { limit: Limit::SignupWeekday, rule, measure, verdict });
        }
        let lead = rules.one(|program| program.lead_time.as_ref());
        let review = rules.one(|program| program.review_time.as_ref());
        if let Some(rule) = lead.map(|lead| lead.span).or(review.map(|review| review.span)) {
            criteria.push(self.lead_time(rule, lead.map(|lead| lead.value), review.and_then(|review| review.at_least)));
        }
    }

    /// Sign-up, and what the review takes at least, must be over when the campaign starts.
    fn lead_time(&self, rule: Span, lead: Option<Duration>, review: Option<Located<Duration>>) -> Criterion<'p> {
        let (signup, start) = (self.campaign.signup_on, self.campaign.start);
        let waits = [lead, review.map(|review| review.value)];
        let ends = |day: NaiveDate| waits.iter().flatten().map(move |wait| after(day, *wait));
        let possible = signup.and_then(|day| ends(day.value.0).max()?);
        let uncounted = signup.is_some_and(|day| ends(day.value.0).any(|end| end.is_none()));
        let verdict = match (signup, start) {
            (None, _) => Verdict::Unknown(self.campaign_field("signup_on")),
            (_, None) => Verdict::Unknown(self.campaign_field("start")),
            (Some(signup), Some(start)) if start.value.0 < possible.unwrap_or(signup.value.0) => {
                Verdict::NotMet(signup.span)
            }
            (Some(_), Some(_)) if uncounted => Verdict::Unknown(format!("{}.lead_time", self.program_path)),
            _ => Verdict::Met,
        };
        let measure = Measure::LeadTime(signup.map(|day| day.value.0), start.map(|day| day.value.0), possible);
        Criterion { limit: Limit::LeadTime, rule, measure, verdict }
    }
}

/// The day on which a time that began on `first` has passed; nothing for work days: the
/// shop's calendar says nothing about those of a platform.
pub(super) fn after(first: NaiveDate, time: Duration) -> Option<NaiveDate> {
    let count = u64::from(time.count);
    match time.unit {
        Unit::Seconds | Unit::Minutes | Unit::Hours => Some(first),
        Unit::Days => first.checked_add_days(Days::new(count)),
        Unit::Weeks => first.checked_add_days(Days::new(7 * count)),
        Unit::Months => first.checked_add_months(Months::new(time.count)),
        Unit::Workdays => None,
    }
}
