use chrono::{Datelike, NaiveDate};

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
        let year = year.parse().ok().filter(|year| *year >= 1000)?;
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
