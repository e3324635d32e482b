use chrono::{Datelike, Days, Months, NaiveDate};

use crate::library;
use crate::plan::value::{Choice, Duration, Unit};
use crate::plan::{Head, Holidays, Weekday};

/// Days for which work days are counted ahead: a plan of five years, one before and one
/// to spare.
const DAYS: usize = 7 * 366;

/// The work days of a shop: its week, the statutory holidays and the make-up days.
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    /// The week, Monday first.
    pub week: [bool; 7],
    /// Years within reach whose holidays are not in the library.
    pub unknown_years: Vec<i32>,
    /// Days that differ from the week, in order.
    exceptions: Vec<(NaiveDate, bool)>,
    first: NaiveDate,
    /// Work days before each day from `first` on.
    before: Vec<u32>,
    days: Vec<NaiveDate>,
}

impl WorkCalendar {
    /// The calendar of a plan whose stated days reach from `reach.0` to `reach.1`. It is
    /// counted from the first of them, but from a year before the plan starts at the most,
    /// so that a date gone astray does not put all others out of reach.
    pub(super) fn new(head: &Head, reach: Option<(NaiveDate, NaiveDate)>) -> Self {
        let week = week(head);
        let (earliest, latest) = reach.unwrap_or_default();
        let a_year_before =
            |start: NaiveDate| start.checked_sub_days(Days::new(366)).unwrap_or(start);
        let first = head
            .start
            .map_or(earliest, |start| earliest.max(a_year_before(start.value.0)));
        let rests = !matches!(head.holidays, Some(holidays) if holidays.value == Holidays::Work);
        let counted = first.year()..=first.year() + 7;
        let known = counted
            .clone()
            .filter(|_| rests)
            .filter_map(library::holidays);
        let unknown =
            |year: &i32| rests && *year <= latest.year() && library::holidays(*year).is_none();
        let unknown_years = counted.filter(unknown).collect();
        let mut exceptions: Vec<_> = known.flat_map(library::Calendar::exceptions).collect();
        exceptions.sort_unstable();
        let mut calendar = Self {
            week,
            unknown_years,
            exceptions,
            first,
            before: Vec::new(),
            days: Vec::new(),
        };
        calendar.count();
        calendar
    }

    fn count(&mut self) {
        self.before.reserve(DAYS);
        let mut exceptions = self
            .exceptions
            .iter()
            .skip_while(|(day, _)| *day < self.first)
            .peekable();
        let mut weekday = self.first.weekday().num_days_from_monday() as usize;
        for day in self.first.iter_days().take(DAYS) {
            self.before
                .push(u32::try_from(self.days.len()).unwrap_or(u32::MAX));
            let exception = exceptions.next_if(|(exception, _)| *exception == day);
            if exception.map_or(self.week[weekday], |(_, works)| *works) {
                self.days.push(day);
            }
            weekday = (weekday + 1) % 7;
        }
    }

    /// Whether the shop works on a day.
    pub fn works(&self, day: NaiveDate) -> bool {
        match self.exceptions.binary_search_by_key(&day, |(day, _)| *day) {
            Ok(at) => self.exceptions[at].1,
            Err(_) => self.week[day.weekday().num_days_from_monday() as usize],
        }
    }

    /// How many work days lie before a day, counted from the earliest day of the plan;
    /// nothing for days out of reach.
    pub fn ordinal(&self, day: NaiveDate) -> Option<u32> {
        let offset = usize::try_from((day - self.first).num_days()).ok()?;
        self.before.get(offset).copied()
    }

    /// The work day with an ordinal.
    pub fn nth(&self, ordinal: u32) -> Option<NaiveDate> {
        self.days.get(ordinal as usize).copied()
    }

    /// Work days from one day to another, both included.
    pub fn work_days(&self, first: NaiveDate, last: NaiveDate) -> Option<u32> {
        Some(
            self.ordinal(last.succ_opt()?)?
                .saturating_sub(self.ordinal(first)?),
        )
    }

    /// The first work day after a day.
    pub fn next_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.nth(self.ordinal(day.succ_opt()?)?)
    }

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
}

/// Monday to Friday unless the plan says otherwise.
fn week(head: &Head) -> [bool; 7] {
    if head.work_days.is_empty() {
        return [true, true, true, true, true, false, false];
    }
    let mut week = [false; 7];
    for day in &head.work_days {
        week[day.value.index()] = true;
    }
    week
}

impl Weekday {
    /// The weekday of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self::at(date.weekday().num_days_from_monday() as usize).expect("a week has seven days")
    }
}
