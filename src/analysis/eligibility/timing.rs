//! What programmes ask of the days of sign-up and start.

use chrono::{Days, Months, NaiveDate};

use super::side::{Rules, Side};
use super::{Criterion, Measure, Verdict};
use crate::plan::value::{Duration, Unit};
use crate::plan::{Limit, Weekday};
use crate::source::{Located, Span};

impl<'p> Side<'p> {
    pub(super) fn timing_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        let signup = self.campaign.signup_on;
        let weekdays = rules.list(Limit::SignupWeekday, |program| &program.signup_weekdays);
        if let Some(first) = weekdays.first() {
            let verdict = match signup {
                None => Verdict::Unknown(self.campaign_field("signup_on")),
                Some(day)
                    if weekdays
                        .iter()
                        .any(|one| one.value == Weekday::of(day.value.0)) =>
                {
                    Verdict::Met
                }
                Some(day) => Verdict::NotMet(day.span),
            };
            let last = weekdays.last().map_or(first.span, |last| last.span);
            let rule = Span {
                start: first.span.start,
                end: last.end,
            };
            let measure = Measure::Weekday(weekdays, signup.map(|day| day.value.0));
            criteria.push(Criterion {
                limit: Limit::SignupWeekday,
                rule,
                measure,
                verdict,
            });
        }
        let lead = rules.one(Limit::LeadTime, |program| program.lead_time.as_ref());
        let review = rules.one(Limit::LeadTime, |program| program.review_time.as_ref());
        if let Some(rule) = lead
            .map(|lead| lead.span)
            .or(review.map(|review| review.span))
        {
            criteria.push(self.lead_time(
                rule,
                lead.copied(),
                review.and_then(|review| review.at_least),
            ));
        }
    }

    /// Sign-up, and what the review takes at least, must be over when the campaign starts.
    /// The rule is the longer of the two; `otherwise` where neither can be counted.
    fn lead_time(
        &self,
        otherwise: Span,
        lead: Option<Located<Duration>>,
        review: Option<Located<Duration>>,
    ) -> Criterion<'p> {
        let (signup, start) = (self.campaign.signup_on, self.campaign.start);
        let waits = [(lead, "lead_time"), (review, "review_time.at_least")];
        let waits = waits
            .into_iter()
            .filter_map(|(wait, field)| Some((wait?, field)));
        let (mut binding, mut uncounted) = (None, None);
        for (wait, field) in waits {
            match signup.map(|day| after(day.value.0, wait.value)) {
                Some(Some(end)) if binding.is_none_or(|(longest, _)| longest < end) => {
                    binding = Some((end, wait.span))
                }
                Some(Some(_)) | None => {}
                Some(None) => uncounted = uncounted.or(Some(field)),
            }
        }
        let possible = binding.map(|(end, _)| end);
        let verdict = match (signup, start, uncounted) {
            (None, ..) => Verdict::Unknown(self.campaign_field("signup_on")),
            (_, None, _) => Verdict::Unknown(self.campaign_field("start")),
            (Some(signup), Some(start), _)
                if start.value.0 < possible.unwrap_or(signup.value.0) =>
            {
                Verdict::NotMet(signup.span)
            }
            (.., Some(field)) => Verdict::Unknown(format!("{}.{field}", self.program_path)),
            _ => Verdict::Met,
        };
        let rule = binding.map_or(otherwise, |(_, span)| span);
        let measure = Measure::LeadTime(
            signup.map(|day| day.value.0),
            start.map(|day| day.value.0),
            possible,
        );
        Criterion {
            limit: Limit::LeadTime,
            rule,
            measure,
            verdict,
        }
    }
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
