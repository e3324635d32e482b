use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::{Refusal, half_width, protocol};
use crate::diagnostic::{Text, text};
use crate::plan::{Said, Says};
use crate::source::Span;

/// A calendar day: a TOML local date, never text, never with an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

/// The years that a plan can be about, and what it says happened before. A year beyond them
/// is a slip: a plan of thousands of years would be drawn day by day.
pub const YEARS: RangeInclusive<i32> = 1990..=2099;

const EXPECTED: Text = Text::fixed(
    "日期，例如 2026-09-08（不加引号）",
    "a date, such as 2026-09-08 (without quotes)",
);

impl Day {
    /// Reads a date.
    pub(crate) fn visitor<'de>() -> impl Visitor<'de, Value = Self> {
        DayVisitor
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DATE, DayVisitor)
    }
}

struct DayVisitor;

impl Visitor<'_> for DayVisitor {
    type Value = Day;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{EXPECTED}")
    }

    fn visit_bytes<E: Error>(self, date: &[u8]) -> Result<Day, E> {
        let written = String::from_utf8_lossy(date);
        let Some(day) = day_of(&written) else {
            let date = written.split_once('T').map(|(date, _)| date);
            let with_time = date.and_then(meant);
            return Err(E::custom(
                Refusal::new(not_a_day(&written)).suggest(with_time),
            ));
        };
        if YEARS.contains(&day.year()) {
            return Ok(Day(day));
        }
        let (first, last) = (YEARS.start(), YEARS.end());
        let refusal = Refusal::new(text!(
            "`{written}` 的年份不对，应在 {first} 到 {last} 之间",
            "the year of `{written}` is not between {first} and {last}"
        ));
        Err(E::custom(refusal.suggest(in_this_century(day))))
    }

    fn visit_str<E: Error>(self, written: &str) -> Result<Day, E> {
        let refusal = Refusal::new(text!(
            "`\"{written}\"` 是文字，应为日期，例如 2026-09-08（不加引号）",
            "`\"{written}\"` is text; a date is written without quotes, such as 2026-09-08"
        ));
        Err(E::custom(refusal.suggest(meant(written))))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Day, E> {
        let refusal = Refusal::new(text!(
            "`{number}` 是数字，应为日期，例如 2026-09-08",
            "`{number}` is a number; a date is written 2026-09-08"
        ));
        Err(E::custom(refusal.suggest(meant(&number.to_string()))))
    }
}

/// The day that year, month and day name, with hyphens between them.
fn day_of(written: &str) -> Option<NaiveDate> {
    let mut numbers = written.splitn(3, '-').map(str::parse);
    let mut next = || numbers.next()?.ok();
    let (year, month, day) = (next()?, next()?, next()?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn not_a_day(written: &str) -> Text {
    if written.contains([':', 'T']) {
        return text!(
            "`{written}` 带了时间，这里只要日期",
            "`{written}` includes a time; only a date is wanted"
        );
    }
    text!(
        "日历上没有 `{written}` 这一天",
        "there is no `{written}` in the calendar"
    )
}

/// The same day if one digit of its century is wrong: `9026` and `2126` are 2026.
fn in_this_century(day: NaiveDate) -> Option<String> {
    let (century, year) = (day.year() / 100, day.year() % 100);
    let is_one_digit_off = century / 10 == 2 || century % 10 == 0;
    let day = day.with_year(2000 + year)?;
    is_one_digit_off.then(|| day.to_string())
}

/// The date that text means, if it names year, month and day: `2026年9月8日`, `20260908`.
fn meant(written: &str) -> Option<String> {
    let written: String = written.chars().map(half_width).collect();
    if let Ok(date) = NaiveDate::parse_from_str(&written, "%Y%m%d") {
        return YEARS.contains(&date.year()).then(|| date.to_string());
    }
    let numbers: Vec<u32> = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let [year, month, day] = numbers[..] else {
        return None;
    };
    let year = i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(date.to_string())
}

impl Says for Day {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Day(self.0), place);
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "pattern": "^(199[0-9]|20[0-9]{2})-",
            "title": "日期 Day",
            "description": format!("{}\n{}", EXPECTED.zh, EXPECTED.en),
        })
    }
}
