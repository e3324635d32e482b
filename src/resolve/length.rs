//! Days that lie so long after or before others.

use chrono::{Days, Months, NaiveDate};

use super::calendar::WorkCalendar;
use crate::plan::value::{Duration, Offset, Unit};

impl WorkCalendar {
    /// The last day of work that begins on `start` and takes `duration`. Days, weeks and
    /// months run through; work days are counted; anything up to 24 h is that day.
    pub fn last_day(&self, start: NaiveDate, duration: Duration) -> Option<NaiveDate> {
        let count = u64::from(duration.count);
        match duration.unit {
            Unit::Seconds => start.checked_add_days(Days::new((count - 1) / 86_400)),
            Unit::Minutes => start.checked_add_days(Days::new((count - 1) / 1_440)),
            Unit::Hours => start.checked_add_days(Days::new((count - 1) / 24)),
            Unit::Days => start.checked_add_days(Days::new(count - 1)),
            Unit::Weeks => start.checked_add_days(Days::new(7 * count - 1)),
            Unit::Months => start
                .checked_add_months(Months::new(duration.count))?
                .pred_opt(),
            Unit::Workdays => self.nth(self.ordinal(start)?.checked_add(duration.count - 1)?),
        }
    }

    /// The first day of work that ends on `end` and takes `duration`.
    pub fn first_day(&self, end: NaiveDate, duration: Duration) -> Option<NaiveDate> {
        let count = u64::from(duration.count);
        match duration.unit {
            Unit::Seconds => end.checked_sub_days(Days::new((count - 1) / 86_400)),
            Unit::Minutes => end.checked_sub_days(Days::new((count - 1) / 1_440)),
            Unit::Hours => end.checked_sub_days(Days::new((count - 1) / 24)),
            Unit::Days => end.checked_sub_days(Days::new(count - 1)),
            Unit::Weeks => end.checked_sub_days(Days::new(7 * count - 1)),
            Unit::Months => end
                .checked_sub_months(Months::new(duration.count))?
                .succ_opt(),
            Unit::Workdays => self.nth(self.ordinal(end.succ_opt()?)?.checked_sub(duration.count)?),
        }
    }

    /// The same, if no holiday that is not published yet can change it.
    pub fn sure_first_day(&self, end: NaiveDate, duration: Duration) -> Option<NaiveDate> {
        let first = self.first_day(end, duration)?;
        let is_sure = self.unpublished(duration, first, end).next().is_none();
        is_sure.then_some(first)
    }

    /// The day so long before or after a day; work days are counted from the next one.
    pub fn offset(&self, day: NaiveDate, offset: Offset) -> Option<NaiveDate> {
        let Offset { is_before, length } = offset;
        let months = Months::new(length.count);
        match (length.unit, is_before) {
            (Unit::Months, true) => day.checked_sub_months(months),
            (Unit::Months, false) => day.checked_add_months(months),
            (_, true) => self.first_day(day.pred_opt()?, length),
            (_, false) => self.last_day(day.succ_opt()?, length),
        }
    }

    /// The day from which what comes so long after another may begin, which is over on `end`;
    /// hours count in whole days.
    pub fn lagged(&self, end: NaiveDate, lag: Option<Duration>) -> Option<NaiveDate> {
        self.after_lag(end, lag, Self::last_day)
    }

    /// The earliest that day can be, whatever the holidays of unknown years.
    pub fn earliest_lagged(&self, end: NaiveDate, lag: Option<Duration>) -> Option<NaiveDate> {
        self.after_lag(end, lag, Self::earliest_last_day)
    }

    fn after_lag(
        &self,
        end: NaiveDate,
        lag: Option<Duration>,
        last_day: fn(&Self, NaiveDate, Duration) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let Some(lag) = lag.and_then(in_days) else {
            return Some(end);
        };
        match lag.unit {
            Unit::Months => end.checked_add_months(Months::new(lag.count)),
            _ => last_day(self, end.succ_opt()?, lag),
        }
    }

    /// The last day on which something may be over so that what comes so long after it may
    /// begin on `start`.
    pub fn over_at_last(&self, start: NaiveDate, lag: Option<Duration>) -> Option<NaiveDate> {
        let Some(lag) = lag.and_then(in_days) else {
            return Some(start);
        };
        let months = Months::new(lag.count);
        match lag.unit {
            // Several days of a long month lead to the last of a short one.
            Unit::Months => start
                .checked_sub_months(months)?
                .iter_days()
                .take_while(|day| day.checked_add_months(months).is_some_and(|on| on <= start))
                .last(),
            _ => self.first_day(start, lag)?.pred_opt(),
        }
    }
}

/// A length as whole days, if it is that long.
fn in_days(length: Duration) -> Option<Duration> {
    let a_day = match length.unit {
        Unit::Seconds => 86_400,
        Unit::Minutes => 1_440,
        Unit::Hours => 24,
        _ => return Some(length),
    };
    let count = length.count / a_day;
    let unit = Unit::Days;
    (count > 0).then_some(Duration { count, unit })
}
