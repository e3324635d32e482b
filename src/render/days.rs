//! The wording of days and of stretches of days, as people write them: the year only where it
//! is not the plan's own, the month once where both days lie in it.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::wording::Wording;
use crate::diagnostic::{Language, text};
use crate::plan::value::{Choice, Instant};
use crate::plan::{ENGLISH_MONTHS, Weekday};
use crate::view::value::DayForm;

/// Name of a month, 1 to 12, and its short form.
fn name(month: u32) -> (&'static str, &'static str) {
    let name = ENGLISH_MONTHS[(month as usize).saturating_sub(1).min(11)];
    (name, &name[..3])
}

impl Wording {
    /// Whether a year has to be written.
    pub(super) fn shows(&self, year: i32) -> bool {
        self.plain_year != Some(year)
    }

    /// A day in short: `4/24`, `24 Apr`.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        if self.shows(day.year()) {
            return self.day_and_year(day);
        }
        let (month, number) = (day.month(), day.day());
        let name = name(month).1;
        self.say(text!("{month}/{number}", "{number} {name}"))
    }

    /// The same with its year.
    fn day_and_year(&self, day: NaiveDate) -> String {
        let (year, month, number) = (day.year(), day.month(), day.day());
        let name = name(month).1;
        self.say(text!("{year}/{month}/{number}", "{number} {name} {year}"))
    }

    /// A moment: `2/1 20:00`; a whole day without a time.
    pub(super) fn moment(&self, moment: Instant) -> String {
        let day = self.day(moment.day);
        match moment.time {
            Some(time) => format!("{day} {}", self.time(time)),
            None => day,
        }
    }

    /// A time of the day: `9:00`, with seconds where there are any, `24:00` for the last of them.
    pub(super) fn time(&self, time: NaiveTime) -> String {
        match (time.hour(), time.minute(), time.second()) {
            (23, 59, 59) => "24:00".to_owned(),
            (hour, minute, 0) => format!("{hour}:{minute:02}"),
            (hour, minute, second) => format!("{hour}:{minute:02}:{second:02}"),
        }
    }

    /// A day as it is wanted.
    pub(super) fn day_as(&self, day: NaiveDate, form: DayForm) -> String {
        let (year, month, number) = (day.year(), day.month(), day.day());
        match form {
            DayForm::Short => self.day(day),
            DayForm::Weekday => {
                let (short, weekday) = (self.day(day), Weekday::of(day).label(self.language));
                match self.language {
                    Language::Chinese => format!("{short} {weekday}"),
                    Language::English => format!("{} {short}", &weekday[..3]),
                }
            }
            DayForm::Full => {
                let name = name(month).0;
                self.say(text!(
                    "{year} 年 {month} 月 {number} 日",
                    "{number} {name} {year}"
                ))
            }
        }
    }

    /// Two days in short, both included: `4/1—3`, `4/24—5/5`, `1–3 Apr`; one if they are the same.
    pub(super) fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        let in_one_month = (first.year(), first.month()) == (last.year(), last.month());
        let in_one_year = first.year() == last.year();
        if first == last {
            return self.day(first);
        }
        // After a day with its year, one without would seem to lie in the same.
        if !in_one_year && self.shows(first.year()) {
            return self.between(&self.day(first), &self.day_and_year(last));
        }
        let (from, to) = (self.day(first), self.day(last));
        match self.language {
            _ if first > last => self.between(&from, &to),
            Language::Chinese if in_one_month => format!("{from}—{}", last.day()),
            Language::Chinese if in_one_year => format!("{from}—{}/{}", last.month(), last.day()),
            Language::English if in_one_month => format!("{}–{to}", first.day()),
            Language::English if in_one_year => {
                format!("{} {} – {to}", first.day(), name(first.month()).1)
            }
            _ => self.between(&from, &to),
        }
    }

    /// The same as it is wanted.
    pub(super) fn days_as(&self, first: NaiveDate, last: NaiveDate, form: DayForm) -> String {
        let whole = |day| self.day_as(day, form);
        match form {
            _ if first == last => whole(first),
            DayForm::Short => self.days(first, last),
            DayForm::Full if first.year() == last.year() => {
                let (month, number) = (last.month(), last.day());
                let (day, name) = (first.day(), name(first.month()).0);
                let (from, to) = (whole(first), whole(last));
                self.say(text!(
                    "{from}—{month} 月 {number} 日",
                    "{day} {name} – {to}"
                ))
            }
            DayForm::Weekday | DayForm::Full => self.between(&whole(first), &whole(last)),
        }
    }

    /// From one thing to another; a line may break after the sign.
    pub(super) fn between(&self, from: &str, to: &str) -> String {
        // A day that ends ends at 24:00.
        let to = if to == "0:00" { "24:00" } else { to };
        match self.language {
            Language::Chinese => format!("{from}—{to}"),
            Language::English => format!("{from} – {to}"),
        }
    }

    /// A month on an axis: `4 月`, `Apr`.
    pub(super) fn month(&self, month: u32) -> String {
        let name = name(month).1;
        self.say(text!("{month} 月", "{name}"))
    }

    /// A month with its year.
    pub(super) fn month_of(&self, year: i32, month: u32) -> String {
        let name = name(month).1;
        self.say(text!("{year} 年 {month} 月", "{name} {year}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::wording::tests::wording;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of a test")
    }

    #[test]
    fn days_are_written_as_people_write_them() {
        let (zh, en) = (wording(Language::Chinese), wording(Language::English));
        let first = day(2026, 4, 1);
        assert_eq!(
            (zh.day(first), en.day(first)),
            ("4/1".into(), "1 Apr".into())
        );
        let form = DayForm::Weekday;
        assert_eq!(zh.day_as(first, form), "4/1 周三");
        assert_eq!(en.day_as(first, form), "Wed 1 Apr");
        assert_eq!(zh.day_as(first, DayForm::Full), "2026 年 4 月 1 日");
        assert_eq!(en.day_as(first, DayForm::Full), "1 April 2026");
    }

    #[test]
    fn a_day_lasts_until_24_o_clock() {
        let zh = wording(Language::Chinese);
        let midnight = zh.time(NaiveTime::MIN);
        assert_eq!(zh.between("19:00", &midnight), "19:00—24:00");
        assert_eq!(zh.between(&midnight, "8:00"), "0:00—8:00");
    }

    #[test]
    fn the_year_is_written_where_it_is_another() {
        let (zh, en) = (wording(Language::Chinese), wording(Language::English));
        let (december, january) = (day(2026, 12, 20), day(2027, 1, 5));
        assert_eq!(zh.day(january), "2027/1/5");
        assert_eq!(zh.days(december, january), "12/20—2027/1/5");
        assert_eq!(en.days(december, january), "20 Dec – 5 Jan 2027");
        let later = day(2027, 1, 9);
        assert_eq!(zh.days(january, later), "2027/1/5—9");
        assert_eq!(en.days(january, later), "5–9 Jan 2027");
        assert_eq!(zh.days(january, day(2027, 2, 1)), "2027/1/5—2/1");
        assert_eq!(en.days(january, day(2027, 2, 1)), "5 Jan – 1 Feb 2027");
        let before = day(2025, 6, 1);
        assert_eq!(zh.days(before, day(2026, 5, 31)), "2025/6/1—2026/5/31");
        assert_eq!(
            en.days(before, day(2026, 5, 31)),
            "1 Jun 2025 – 31 May 2026"
        );
    }

    #[test]
    fn what_two_days_share_is_written_once() {
        let (zh, en) = (wording(Language::Chinese), wording(Language::English));
        let (first, third, may) = (day(2026, 4, 1), day(2026, 4, 3), day(2026, 5, 5));
        let said = [
            zh.days(first, first),
            zh.days(first, third),
            zh.days(first, may),
        ];
        assert_eq!(said, ["4/1", "4/1—3", "4/1—5/5"]);
        let said = [
            en.days(first, first),
            en.days(first, third),
            en.days(first, may),
        ];
        assert_eq!(said, ["1 Apr", "1–3 Apr", "1 Apr – 5 May"]);
        assert_eq!(
            zh.days(third, first),
            "4/3—4/1",
            "as it is written, though it cannot be"
        );
        let full = |wording: &Wording| wording.days_as(first, may, DayForm::Full);
        assert_eq!(full(&zh), "2026 年 4 月 1 日—5 月 5 日");
        assert_eq!(full(&en), "1 April – 5 May 2026");
        let weekday = |wording: &Wording| wording.days_as(first, may, DayForm::Weekday);
        assert_eq!(weekday(&zh), "4/1 周三—5/5 周二");
        assert_eq!(weekday(&en), "Wed 1 Apr – Tue 5 May");
    }
}
