use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::spoken::spoken;
use super::{Refusal, Written, scaled, written};
use crate::diagnostic::Text;

/// A shop score from 0 to 5 (description, service, logistics).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    /// Hundredths of a point.
    pub hundredths: i64,
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{}.{:02}", self.hundredths / 100, self.hundredths % 100);
        formatter.write_str(decimals.strip_suffix('0').unwrap_or(&decimals))
    }
}

impl Written for Score {
    fn expected() -> Text {
        Text::fixed(
            "0 到 5 之间的评分，例如 `4.8`",
            "a score from 0 to 5, such as `4.8`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        match scaled(digits, 2) {
            Some((hundredths, _)) if (0..=500).contains(&hundredths) => Ok(Self { hundredths }),
            _ => Err(Refusal::wanted::<Self>(digits)),
        }
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        let spoken = spoken(written).filter(|spoken| matches!(&*spoken.unit, "" | "分"));
        let suggestion = spoken.map(|spoken| spoken.number);
        Err(Refusal::wanted::<Self>(written).suggest(suggestion))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "number", "minimum": 0, "maximum": 5 })
    }
}

written!(Score, "评分 Score");
