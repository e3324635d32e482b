use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

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
        let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
        let suggestion = match written[digits.len()..].trim() {
            _ if digits.is_empty() => None,
            "" | "件" | "个" | "人" | "名" | "单" => Some(digits),
            "万" | "w" | "W" => Some(format!("{digits}0000")),
            _ => None,
        };
        Err(Refusal::wanted::<Self>(written).suggest(suggestion))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": 1_000_000_000_000_i64 })
    }
}

written!(Count, "数量 Count");
