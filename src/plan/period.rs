use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::value::{YEARS, half_width};
use crate::diagnostic::{InWords, Language};

/// A calendar period that a target may be keyed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// `2026`
    Year(i32),
    /// `2026-Q2`, 1 to 4.
    Quarter(i32, u32),
    /// `2026-04`, 1 to 12.
    Month(i32, u32),
}

impl Period {
    /// The period that a key names, or nothing if it is the id of a phase or an event.
    pub fn parse(key: &str) -> Option<Self> {
        let (year, part) = key
            .split_once('-')
            .map_or((key, None), |(year, part)| (year, Some(part)));
        let all_digits =
            |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(year, 4) {
            return None;
        }
        let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
        match part {
            None => Some(Self::Year(year)),
            Some(part) if all_digits(part, 2) => {
                let month = part.parse().ok().filter(|month| (1..=12).contains(month))?;
                Some(Self::Month(year, month))
            }
            Some(part) => {
                let quarter = part.strip_prefix('Q')?.parse().ok()?;
                (1..=4)
                    .contains(&quarter)
                    .then_some(Self::Quarter(year, quarter))
            }
        }
    }

    /// The period that a key means which is not written as periods are: `2026Q1`, `2026-4`,
    /// `202604`, `2026年第一季度`.
    pub fn meant(written: &str) -> Option<Self> {
        let (year, part) = year_and_part(written).filter(|(year, _)| YEARS.contains(year))?;
        let separators = ['-', '_', '.', '/', ' ', '年', '度'];
        let is_apart = part.starts_with(separators);
        let part = part.trim_start_matches(separators).to_lowercase();
        if matches!(&*part, "" | "全年") {
            return Some(Self::Year(year));
        }
        let quarter = part.strip_prefix('q').or_else(|| {
            let number = part.strip_suffix("季度").or(part.strip_suffix('季'))?;
            Some(number.trim_start_matches('第'))
        });
        if let Some(quarter) = quarter {
            let quarter = number(quarter).filter(|quarter| (1..=4).contains(quarter))?;
            return Some(Self::Quarter(year, quarter));
        }
        let month = part.trim_end_matches('份').trim_end_matches('月');
        // `20264` may be anything.
        let is_whole = is_apart || month.len() == 2;
        let month = number(month).filter(|month| is_whole && (1..=12).contains(month))?;
        Some(Self::Month(year, month))
    }

    /// Whether a key begins with a year and goes on as a part of one would: `2026-W15`.
    pub fn is_attempted(written: &str) -> bool {
        year_and_part(written).is_some_and(|(_, part)| {
            let part = part.trim_start_matches(['-', '_', '.', '/', ' ', '年']);
            let letters = part.trim_end_matches(|letter: char| letter.is_ascii_digit());
            letters.chars().count() <= 1 || part.ends_with(['月', '周', '季', '度'])
        })
    }

    /// First and last day, both inclusive.
    pub fn days(self) -> (NaiveDate, NaiveDate) {
        let (year, first_month, months) = match self {
            Self::Year(year) => (year, 1, 12),
            Self::Quarter(year, quarter) => (year, quarter * 3 - 2, 3),
            Self::Month(year, month) => (year, month, 1),
        };
        let first = NaiveDate::from_ymd_opt(year, first_month, 1).unwrap_or_default();
        let next = first
            .checked_add_months(chrono::Months::new(months))
            .unwrap_or_default();
        (first, next.pred_opt().unwrap_or_default())
    }

    /// The same period some years later.
    pub fn with_years(self, years: i32) -> Self {
        match self {
            Self::Year(year) => Self::Year(year + years),
            Self::Quarter(year, quarter) => Self::Quarter(year + years, quarter),
            Self::Month(year, month) => Self::Month(year + years, month),
        }
    }

    /// The next shorter periods that it is made of; a month has none.
    pub fn children(self) -> Vec<Self> {
        match self {
            Self::Year(year) => (1..=4)
                .map(|quarter| Self::Quarter(year, quarter))
                .collect(),
            Self::Quarter(year, quarter) => (quarter * 3 - 2..=quarter * 3)
                .map(|month| Self::Month(year, month))
                .collect(),
            Self::Month(..) => Vec::new(),
        }
    }

    /// The month, the quarter and the year of a day.
    pub fn all_around(day: NaiveDate) -> [Self; 3] {
        let (year, month) = (day.year(), day.month());
        let quarter = month.div_ceil(3);
        [
            Self::Month(year, month),
            Self::Quarter(year, quarter),
            Self::Year(year),
        ]
    }

    /// The longer periods that it is a part of, the shortest first.
    pub fn longer(self) -> Vec<Self> {
        match self {
            Self::Year(_) => Vec::new(),
            Self::Quarter(year, _) => vec![Self::Year(year)],
            Self::Month(year, month) => {
                vec![Self::Quarter(year, month.div_ceil(3)), Self::Year(year)]
            }
        }
    }

    /// The months from the one of `first` to the one of `last`.
    pub fn months_between(first: NaiveDate, last: NaiveDate) -> Vec<Self> {
        let number = |date: NaiveDate| date.year() * 12 + date.month0() as i32;
        (number(first)..=number(last))
            .map(|month| Self::Month(month.div_euclid(12), month.rem_euclid(12) as u32 + 1))
            .collect()
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year}"),
            Self::Quarter(year, quarter) => write!(formatter, "{year}-Q{quarter}"),
            Self::Month(year, month) => write!(formatter, "{year}-{month:02}"),
        }
    }
}

/// The year that a key begins with, and what follows.
fn year_and_part(written: &str) -> Option<(i32, String)> {
    let written: String = written.trim().chars().map(half_width).collect();
    let year = written.get(..4)?;
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_year.then(|| year.parse().ok()).flatten()?;
    Some((year, written[4..].to_owned()))
}

/// A number of one or two digits, or a Chinese one up to twelve.
fn number(written: &str) -> Option<u32> {
    let chinese = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
    ];
    match chinese.iter().position(|number| *number == written) {
        Some(at) => u32::try_from(at + 1).ok(),
        None => written.parse().ok().filter(|_| written.len() <= 2),
    }
}

/// As people say it: `2026 年第 2 季度`, `April 2026`.
impl InWords for Period {
    fn words(&self, language: Language) -> Cow<'_, str> {
        match (*self, language) {
            (Self::Year(year), Language::Chinese) => format!("{year} 年"),
            (Self::Quarter(year, quarter), Language::Chinese) => {
                format!("{year} 年第 {quarter} 季度")
            }
            (Self::Month(year, month), Language::Chinese) => format!("{year} 年 {month} 月"),
            (Self::Year(year), Language::English) => year.to_string(),
            (Self::Quarter(year, quarter), Language::English) => format!("Q{quarter} {year}"),
            (Self::Month(year, month), Language::English) => {
                format!("{} {year}", ENGLISH_MONTHS[month as usize - 1])
            }
        }
        .into()
    }
}

/// The names of the months.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_from_ids() {
        assert_eq!(Period::parse("2026-04"), Some(Period::Month(2026, 4)));
        assert_eq!(Period::parse("2026-Q2"), Some(Period::Quarter(2026, 2)));
        assert_eq!(Period::parse("2026"), Some(Period::Year(2026)));
        for id in ["618", "2026-13", "2026-Q5", "opening", "0618", "2026-4"] {
            assert_eq!(Period::parse(id), None, "{id}");
        }
    }

    #[test]
    fn periods_are_understood_as_people_write_them() {
        for (written, meant) in [
            ("2026Q1", "2026-Q1"),
            ("2026-q3", "2026-Q3"),
            ("2026年第一季度", "2026-Q1"),
            ("2026年4季度", "2026-Q4"),
            ("2026-4", "2026-04"),
            ("202604", "2026-04"),
            ("2026/11", "2026-11"),
            ("２０２６年４月", "2026-04"),
            ("2026年十二月份", "2026-12"),
            ("2026年", "2026"),
            ("2026全年", "2026"),
        ] {
            let period = Period::meant(written).map(|period| period.to_string());
            assert_eq!(period.as_deref(), Some(meant), "{written}");
        }
        for none in [
            "2026-W15", "2026-Q5", "2026-13", "20264", "2026H1", "618", "9026-04", "4月",
        ] {
            assert_eq!(Period::meant(none), None, "{none}");
        }
        assert!(
            ["2026-W15", "2026-Q5", "2026-13", "2026H1"].map(Period::is_attempted) == [true; 4]
        );
        assert!(
            !["2026-double-11", "618", "opening"]
                .map(Period::is_attempted)
                .contains(&true)
        );
    }

    #[test]
    fn a_period_ends_on_its_last_day() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(
            Period::Month(2028, 2).days(),
            (day(2028, 2, 1), day(2028, 2, 29))
        );
        assert_eq!(
            Period::Quarter(2026, 4).days(),
            (day(2026, 10, 1), day(2026, 12, 31))
        );
    }
}
