use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate};

use crate::library;
use crate::plan::value::{Choice, Duration, Unit};
use crate::plan::{Head, Holidays, Plan, Weekday};

/// Days for which work days are counted ahead: a plan of five years, one before and one
/// to spare.
const DAYS: usize = 7 * 366;

/// The time zone in which the statutory holidays hold.
const CHINA: i8 = 8;

/// The work days of a shop: its week, the statutory holidays and the make-up days.
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    /// The week, Monday first.
    pub week: [bool; 7],
    /// Whether statutory holidays and make-up days change it.
    pub follows_holidays: bool,
    /// Years within reach whose holidays are not in the library: they follow the week, but
    /// for the holidays that the law fixes.
    pub unknown_years: Vec<i32>,
    /// Days that differ from the week, in order.
    exceptions: Vec<(NaiveDate, bool)>,
    /// The years that are counted and whose holidays nobody knows yet.
    unsure: Vec<i32>,
    first: NaiveDate,
    counted: Counted,
    /// The same with every day of an unknown year a work day, but for those that the law
    /// frees: no notice can make more of them. Few plans ask for it.
    at_most: OnceLock<Counted>,
}

/// Work days, counted.
#[derive(Clone, Debug, Default)]
struct Counted {
    /// Work days before each day from the first on.
    before: Vec<u32>,
    days: Vec<NaiveDate>,
}

impl Counted {
    /// Counts the days from the first on that are work days.
    fn new(first: NaiveDate, mut works: impl FnMut(NaiveDate) -> bool) -> Self {
        let mut counted = Self::default();
        counted.before.reserve(DAYS);
        for day in first.iter_days().take(DAYS) {
            let before = u32::try_from(counted.days.len()).unwrap_or(u32::MAX);
            counted.before.push(before);
            if works(day) {
                counted.days.push(day);
            }
        }
        counted
    }
}

/// Whether the shop works, asked for day after day from the first on.
fn in_turn(
    week: [bool; 7],
    first: NaiveDate,
    exceptions: &[(NaiveDate, bool)],
) -> impl FnMut(NaiveDate) -> bool {
    let mut exceptions = exceptions
        .iter()
        .skip_while(move |(day, _)| *day < first)
        .peekable();
    let mut weekday = first.weekday().num_days_from_monday() as usize;
    move |day| {
        let exception = exceptions.next_if(|(exception, _)| *exception == day);
        let works = exception.map_or(week[weekday], |(_, works)| *works);
        weekday = (weekday + 1) % 7;
        works
    }
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
        let follows_holidays = follows_holidays(head);
        let years: Vec<i32> = (first.year()..=first.year() + 7)
            .filter(|_| follows_holidays)
            .collect();
        let is_unknown = |year: &i32| library::holidays(*year).is_none();
        let unsure: Vec<i32> = years.iter().copied().filter(is_unknown).collect();
        // A plan without dates is of no year.
        let within = |year: &i32| reach.is_some() && *year <= latest.year();
        let unknown_years = unsure.iter().copied().filter(within).collect();
        let known = years.iter().filter_map(|year| library::holidays(*year));
        let mut exceptions: Vec<_> = known.flat_map(library::Calendar::exceptions).collect();
        exceptions.extend(unsure.iter().flat_map(|year| library::fixed_by_law(*year)));
        exceptions.sort_unstable();
        let in_turn = in_turn(week, first, &exceptions);
        let counted = Counted::new(first, in_turn);
        Self {
            week,
            follows_holidays,
            unknown_years,
            exceptions,
            unsure,
            first,
            counted,
            at_most: OnceLock::new(),
        }
    }

    /// Work days counted with every day of an unknown year that the law does not free; nothing
    /// where all years are known.
    fn at_most(&self) -> Option<&Counted> {
        (!self.unsure.is_empty()).then(|| {
            self.at_most.get_or_init(|| {
                let mut works = in_turn(self.week, self.first, &self.exceptions);
                Counted::new(self.first, |day| {
                    let works = works(day);
                    works || self.is_unsure(day) && self.exception(day).is_none()
                })
            })
        })
    }

    fn exception(&self, day: NaiveDate) -> Option<bool> {
        let at = self.exceptions.binary_search_by_key(&day, |(day, _)| *day);
        at.ok().map(|at| self.exceptions[at].1)
    }

    /// Whether it depends on a notice that is not out yet if a day is a work day.
    fn is_unsure(&self, day: NaiveDate) -> bool {
        self.unsure.contains(&day.year())
    }

    /// The years from one day to another, both included, whose holidays are not known.
    pub fn unknown_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = i32> + '_ {
        let within = first.year()..=last.year();
        let years = self.unsure.iter().copied();
        years.filter(move |year| within.contains(year))
    }

    /// The years whose holidays must be known to count a length between two days, in either
    /// order, and are not.
    pub fn unpublished(
        &self,
        length: Duration,
        one: NaiveDate,
        other: NaiveDate,
    ) -> impl Iterator<Item = i32> + '_ {
        let counts = length.unit == Unit::Workdays;
        let years = self.unknown_between(one.min(other), one.max(other));
        years.filter(move |_| counts)
    }

    /// Whether the shop works on a day.
    pub fn works(&self, day: NaiveDate) -> bool {
        self.exception(day)
            .unwrap_or(self.week[day.weekday().num_days_from_monday() as usize])
    }

    /// Whether the shop has a day off that its week does not give it.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.exception(day) == Some(false)
    }

    /// How many work days lie before a day, counted from the earliest day of the plan;
    /// nothing for days out of reach.
    pub fn ordinal(&self, day: NaiveDate) -> Option<u32> {
        self.before(&self.counted, day)
    }

    /// The work day with an ordinal.
    pub fn nth(&self, ordinal: u32) -> Option<NaiveDate> {
        self.counted.days.get(ordinal as usize).copied()
    }

    fn before(&self, counted: &Counted, day: NaiveDate) -> Option<u32> {
        let offset = usize::try_from((day - self.first).num_days()).ok()?;
        counted.before.get(offset).copied()
    }

    /// Work days from one day to another, both included.
    pub fn work_days(&self, first: NaiveDate, last: NaiveDate) -> Option<u32> {
        Some(
            self.ordinal(last.succ_opt()?)?
                .saturating_sub(self.ordinal(first)?),
        )
    }

    /// The same, as many as there can be whatever the holidays of unknown years.
    pub fn most_work_days(&self, first: NaiveDate, last: NaiveDate) -> Option<u32> {
        let counted = self.at_most().unwrap_or(&self.counted);
        let until = self.before(counted, last.succ_opt()?)?;
        Some(until.saturating_sub(self.before(counted, first)?))
    }

    /// The first work day after a day.
    pub fn next_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.nth(self.ordinal(day.succ_opt()?)?)
    }

    /// The earliest that day can be, whatever the holidays of unknown years.
    pub fn earliest_last_day(&self, start: NaiveDate, duration: Duration) -> Option<NaiveDate> {
        if duration.unit != Unit::Workdays {
            return self.last_day(start, duration);
        }
        let counted = self.at_most().unwrap_or(&self.counted);
        let last = self
            .before(counted, start)?
            .checked_add(duration.count - 1)?;
        counted.days.get(last as usize).copied()
    }
}

/// The first and the last day that the plan states for its phases and tasks, and for itself.
pub(super) fn reach(plan: &Plan) -> Option<(NaiveDate, NaiveDate)> {
    let tasks = plan
        .tasks
        .iter()
        .flat_map(|task| [task.start, task.due, task.around]);
    let phases = plan
        .phases
        .iter()
        .flat_map(|phase| [phase.start.day(), phase.end.day()]);
    let plan = [plan.head().start, plan.head().end].into_iter();
    let days = tasks
        .chain(phases)
        .chain(plan)
        .flatten()
        .map(|day| day.value.0);
    days.fold(None, |reach, day| {
        let (first, last) = reach.unwrap_or((day, day));
        Some((day.min(first), day.max(last)))
    })
}

/// Whether statutory holidays matter to a shop: it rests on them, and lies where they hold.
fn follows_holidays(head: &Head) -> bool {
    let rests = !matches!(head.holidays, Some(holidays) if holidays.value == Holidays::Work);
    rests && head.utc_offset.is_none_or(|hours| hours.value == CHINA)
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
