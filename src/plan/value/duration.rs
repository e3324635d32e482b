use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use super::{Refusal, Written, written};
use crate::diagnostic::{Language, Text, text};

/// A length of time with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many, at least 1.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// Units of time. Work days are those of the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `s`
    Seconds,
    /// `min`
    Minutes,
    /// `h`
    Hours,
    /// `d`
    Days,
    /// `w`
    Weeks,
    /// `mo`
    Months,
    /// ` workdays`
    Workdays,
}

const UNITS: [(&str, Unit, &str, &str); 8] = [
    ("workdays", Unit::Workdays, "个工作日", " workdays"),
    ("workday", Unit::Workdays, "个工作日", " workdays"),
    ("min", Unit::Minutes, "分钟", " min"),
    ("mo", Unit::Months, "个月", " months"),
    ("s", Unit::Seconds, "秒", " s"),
    ("h", Unit::Hours, "小时", " h"),
    ("d", Unit::Days, "天", " days"),
    ("w", Unit::Weeks, "周", " weeks"),
];

impl Unit {
    /// One of it, again and again: `每周`, `every week`.
    pub fn every_one(self) -> Text {
        let unit = UNITS
            .iter()
            .find(|unit| unit.1 == self)
            .expect("every unit has words");
        let zh = unit.2.trim_start_matches('个');
        let en = unit.3.trim_start().trim_end_matches('s');
        text!("每{zh}", "every {en}")
    }
}

impl Duration {
    /// The duration in words.
    pub fn words(self, language: Language) -> String {
        let unit = UNITS
            .iter()
            .find(|unit| unit.1 == self.unit)
            .expect("every unit has words");
        let words = match language {
            Language::Chinese => unit.2,
            Language::English if self.count == 1 => unit.3.trim_end_matches('s'),
            Language::English => unit.3,
        };
        format!("{}{words}", self.count)
    }
}

impl Written for Duration {
    fn expected() -> Text {
        Text::fixed(
            "带单位的时长，例如 `\"24h\"`、`\"14d\"`、`\"2w\"`、`\"3mo\"`、`\"10 workdays\"`",
            "a length of time with its unit, such as `\"24h\"`, `\"14d\"`, `\"2w\"`, `\"3mo\"`, `\"10 workdays\"`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        let suggestion = digits
            .parse::<u16>()
            .ok()
            .map(|count| format!("\"{count}d\""));
        Err(Refusal::wanted::<Self>(digits).suggest(suggestion))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        parse(written).ok_or_else(|| Refusal::wanted::<Self>(written).suggest(meant(written)))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        (self.unit == other.unit).then(|| self.count.cmp(&other.count))
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^[1-9][0-9]{0,4}(s|min|h|d|w|mo| ?workdays?)$" })
    }
}

written!(Duration, "时长 Duration");

fn parse(written: &str) -> Option<Duration> {
    let unit_start = written.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = written.split_at(unit_start);
    let unit = if unit.ends_with("workday") || unit.ends_with("workdays") {
        unit.strip_prefix(' ').unwrap_or(unit)
    } else {
        unit
    };
    let unit = UNITS.iter().find(|known| known.0 == unit)?.1;
    let in_form = !digits.starts_with('0') && digits.len() <= 5;
    in_form
        .then(|| digits.parse().ok())
        .flatten()
        .map(|count| Duration { count, unit })
}

/// `24小时`, `3 天`, `2周`, `1个月`, `10个工作日` and `5 days`.
fn meant(written: &str) -> Option<String> {
    let unit_start = written.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = written.split_at(unit_start);
    let unit = match unit.trim() {
        "秒" | "sec" | "seconds" => "s",
        "分" | "分钟" | "m" | "minutes" => "min",
        "小时" | "时" | "H" | "hour" | "hours" => "h",
        "天" | "日" | "D" | "day" | "days" => "d",
        "周" | "星期" | "个星期" | "W" | "week" | "weeks" => "w",
        "月" | "个月" | "month" | "months" | "M" => "mo",
        "工作日" | "个工作日" | "wd" => " workdays",
        _ => return None,
    };
    Some(format!("\"{digits}{unit}\"")).filter(|_| digits.parse().is_ok_and(|count: u32| count > 0))
}
