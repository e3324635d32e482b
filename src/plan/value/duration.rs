use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use super::spoken::{Spoken, spoken};
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
    /// Whether it is one day or more.
    pub fn is_of_days(self) -> bool {
        !matches!(self, Self::Seconds | Self::Minutes | Self::Hours)
    }

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
        let space = match language {
            Language::Chinese => " ",
            Language::English => "",
        };
        format!("{}{space}{words}", self.count)
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
        let is_nothing = written
            .strip_prefix('0')
            .and_then(|unit| parse(&format!("1{unit}")));
        if is_nothing.is_some_and(|one| one.count == 1) {
            return Err(Refusal::new(Text::fixed(
                "时长不能是 0：当天做完的写 `\"1d\"`，不需要时间的不写",
                "a length of time cannot be 0: what is done within a day takes `\"1d\"`, and what takes no time says nothing",
            )));
        }
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

/// `24小时`, `3 天`, `两周`, `1个月`, `10个工作日`, `半年`, `每月`, `every 2 weeks`.
fn meant(written: &str) -> Option<String> {
    let said = written.trim().trim_start_matches(['每', '个']);
    let said = said.trim_start_matches("every ");
    let is_repeated = said.len() < written.trim().len();
    let in_a_word = match said {
        "daily" => "1d",
        "隔天" | "隔日" => "2d",
        "weekly" => "1w",
        "隔周" | "双周" => "2w",
        "monthly" => "1mo",
        "quarterly" => "3mo",
        "半年" => "6mo",
        "yearly" | "annually" => "12mo",
        _ => "",
    };
    if !in_a_word.is_empty() {
        return Some(format!("\"{in_a_word}\""));
    }
    let Spoken { number, unit } = match spoken(said) {
        Some(spoken) => spoken,
        // `每周` is every one week; `周` alone is nothing.
        None if is_repeated => Spoken {
            number: "1".to_owned(),
            unit: said.to_owned(),
        },
        None => return None,
    };
    let (times, unit) = match unit.trim_start_matches('个') {
        "秒" | "秒钟" | "sec" | "second" | "seconds" => (1, "s"),
        "分" | "分钟" | "m" | "min" | "mins" | "minute" | "minutes" => (1, "min"),
        "小时" | "时" | "钟头" | "h" | "H" | "hour" | "hours" => (1, "h"),
        "天" | "日" | "d" | "D" | "day" | "days" => (1, "d"),
        "周" | "星期" | "礼拜" | "w" | "W" | "week" | "weeks" => (1, "w"),
        "月" | "M" | "month" | "months" => (1, "mo"),
        "季" | "季度" | "quarter" | "quarters" => (3, "mo"),
        "年" | "y" | "Y" | "year" | "years" => (12, "mo"),
        "工作日" | "workday" | "workdays" | "wd" | "working days" | "business days" => {
            (1, " workdays")
        }
        _ => return None,
    };
    let count = number.parse::<u32>().ok().filter(|count| *count > 0)?;
    Some(format!("\"{}{unit}\"", count.checked_mul(times)?))
}
