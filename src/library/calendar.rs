use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::ENTRIES;

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
    years
        .map(|entry| toml::from_str(entry.text).expect("the embedded calendars are tested"))
        .collect()
});

/// The calendar of a year; nothing where its notice is not in the library, which makes
/// the holidays of that year unknown.
pub fn holidays(year: i32) -> Option<&'static Calendar> {
    CALENDARS.iter().find(|calendar| calendar.year == year)
}

/// The days off that the law fixes without a notice: 1 January, 1 to 3 October, 1 May, and
/// since 2025 2 May (全国年节及纪念日放假办法, 2024-11-10, 第二条).
pub fn fixed_by_law(year: i32) -> impl Iterator<Item = (NaiveDate, bool)> {
    let second_of_may = (year >= 2025).then_some((5, 2));
    let days = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];
    let days = days.into_iter().chain(second_of_may);
    days.filter_map(move |(month, day)| Some((NaiveDate::from_ymd_opt(year, month, day)?, false)))
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

fn date(date: toml::value::Date) -> NaiveDate {
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
    .expect("the parser checks days")
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

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
    fn the_year_2026_is_as_announced() {
        let days: Vec<_> = holidays(2026).unwrap().exceptions().collect();
        assert_eq!(days.iter().filter(|(_, work)| !work).count(), 33);
        assert_eq!(days.iter().filter(|(_, work)| *work).count(), 6);
    }
}
