use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::law::laws;
use super::{ENTRIES, embedded};

/// The statutory holidays and make-up work days of one year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The year.
    pub year: i32,
    /// The notice that set the days.
    pub source: String,
    /// When the notice was published.
    pub published_on: toml::value::Date,
    /// The holidays, in order.
    pub holidays: Vec<Holiday>,
}

/// One statutory holiday.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Chinese name.
    pub name: String,
    /// First day off.
    pub from: toml::value::Date,
    /// Last day off, inclusive.
    pub to: toml::value::Date,
    /// Weekend days that become work days.
    #[serde(default)]
    pub work: Vec<toml::value::Date>,
}

/// The embedded years.
static CALENDARS: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    let years = ENTRIES
        .iter()
        .filter(|entry| entry.name.starts_with("cn/calendar-"));
    years.map(|entry| embedded(entry.name)).collect()
});

/// The calendar of a year; nothing where its notice is not in the library, which makes
/// the holidays of that year unknown.
pub fn holidays(year: i32) -> Option<&'static Calendar> {
    CALENDARS.iter().find(|calendar| calendar.year == year)
}

/// The days off that the law in force in a year fixes without a notice.
pub fn fixed_by_law(year: i32) -> impl Iterator<Item = (NaiveDate, bool)> {
    let laws = laws().filter(move |(name, law)| {
        name.starts_with("fixed-holidays") && law.holds_throughout(year)
    });
    let days = laws.filter_map(|(_, law)| law.limits["days"].as_array());
    let days = days.flatten().filter_map(toml::Value::as_str);
    days.filter_map(move |day| Some((format!("{year}-{day}").parse().ok()?, false)))
}

impl Calendar {
    /// The days that differ from the plain week: `true` for a make-up work day, `false`
    /// for a day off.
    pub fn exceptions(&self) -> impl Iterator<Item = (NaiveDate, bool)> {
        self.holidays.iter().flat_map(|holiday| {
            let off = date(holiday.from)
                .iter_days()
                .take_while(|day| *day <= date(holiday.to));
            off.map(|day| (day, false))
                .chain(holiday.work.iter().map(|day| (date(*day), true)))
        })
    }

    /// When the notice was published.
    pub fn published_on(&self) -> NaiveDate {
        date(self.published_on)
    }
}

pub(super) fn date(date: toml::value::Date) -> NaiveDate {
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
    .expect("the parser checks days")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::Datelike;
    use tyme4rs::tyme::holiday::LegalHoliday;

    use super::*;

    #[test]
    fn the_embedded_calendars_are_of_their_years() {
        for calendar in CALENDARS.iter() {
            let days: Vec<_> = calendar.exceptions().collect();
            assert!(
                days.iter().all(|(day, _)| day.year() == calendar.year),
                "{}",
                calendar.year
            );
            assert!(
                days.iter()
                    .filter(|(_, work)| *work)
                    .all(|(day, _)| day.weekday().number_from_monday() > 5)
            );
        }
    }

    #[test]
    fn each_year_has_as_many_days_as_announced() {
        for (year, off, work) in [(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)] {
            let days: Vec<_> = holidays(year).unwrap().exceptions().collect();
            let count = |is_work| days.iter().filter(|(_, work)| *work == is_work).count();
            assert_eq!((count(false), count(true)), (off, work), "{year}");
        }
    }

    /// An independent list of the same notices.
    #[test]
    fn every_day_is_as_in_another_calendar() {
        for year in [2024, 2025, 2026] {
            let days: HashMap<_, _> = holidays(year).unwrap().exceptions().collect();
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            for day in first.iter_days().take_while(|day| day.year() == year) {
                let week = day.weekday().number_from_monday() <= 5;
                let (y, m, d) = (year as isize, day.month() as usize, day.day() as usize);
                let other = LegalHoliday::from_ymd(y, m, d).map(|day| day.is_work());
                let ours = days.get(&day).copied();
                assert_eq!(ours.unwrap_or(week), other.unwrap_or(week), "{day}");
            }
        }
    }

    #[test]
    fn the_second_of_may_is_fixed_since_2025() {
        let fixed = |year| -> Vec<String> {
            let days = fixed_by_law(year).map(|(day, _)| day.format("%m-%d").to_string());
            days.collect()
        };
        let before = ["01-01", "05-01", "10-01", "10-02", "10-03"];
        let since = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
        assert_eq!(fixed(2024), before);
        assert_eq!(fixed(2025), since);
        assert_eq!(fixed(2027), since);
    }
}
