use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::spoken::spoken;
use super::{Interval, Refusal, Written, scaled, written};
use crate::diagnostic::{Text, text};

/// A whole number of things: pieces, visitors, orders, people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(pub i64);

impl Count {
    /// What the digits say, in twentieths.
    pub fn interval(self) -> Interval {
        Interval::around(self.0, 1)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl Written for Count {
    fn expected() -> Text {
        Text::fixed(
            "不带单位的整数，例如 `300`",
            "a whole number without a unit, such as `300`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        match scaled(digits, 0) {
            Some((value, _)) if (0..=1_000_000_000_000).contains(&value) => Ok(Self(value)),
            Some((value, _)) if value < 0 => Err(Refusal::new(text!(
                "`{digits}` 不能是负数",
                "`{digits}` may not be negative"
            ))),
            _ => Err(Refusal::wanted::<Self>(digits)),
        }
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        Err(Refusal::wanted::<Self>(written).suggest(meant(written)))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": 1_000_000_000_000_i64 })
    }
}

written!(Count, "数量 Count");

/// `300件`, `3,000`, `1.5万` and `两千单`.
fn meant(written: &str) -> Option<String> {
    const THINGS: [char; 12] = [
        '件', '个', '人', '名', '位', '单', '笔', '条', '次', '台', '套', '双',
    ];
    let spoken = spoken(written)?;
    let power = match spoken.unit.trim_end_matches(THINGS).trim_end() {
        "" | "pcs" | "pieces" => 0,
        "百" => 2,
        "千" | "k" | "K" => 3,
        "万" | "w" | "W" => 4,
        "十万" => 5,
        "百万" => 6,
        "千万" => 7,
        "亿" => 8,
        _ => return None,
    };
    spoken.times(power).filter(|number| !number.contains('.'))
}
