use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::spoken::spoken;
use super::{Interval, Refusal, Written, before_unit, scaled, written};
use crate::diagnostic::Text;

/// A share or rate: parts per million, and how many parts the last digit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    /// Parts per million, not negative: 25,000 for `"2.5%"`.
    pub ppm: i64,
    /// Parts per million that the last written digit counts: 1,000 for `"2.5%"`.
    pub unit: i64,
}

/// Parts per million in one percent.
const PERCENT: i64 = 10_000;

impl Rate {
    /// Parts per million in one whole.
    pub const WHOLE: i64 = 100 * PERCENT;

    /// What the digits say, in twentieths of a part per million.
    pub fn interval(self) -> Interval {
        Interval::around(self.ppm, self.unit)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}%", trim(self.ppm * 100))
    }
}

impl Written for Rate {
    fn expected() -> Text {
        Text::fixed(
            "带百分号的比例，例如 `\"2.5%\"`",
            "a share with its percent sign, such as `\"2.5%\"`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        Err(Refusal::wanted::<Self>(digits).suggest(of_number(digits)))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        match before_unit(written, '%', 4) {
            Some((ppm, decimals)) if (0..=1000 * Self::WHOLE).contains(&ppm) => Ok(Self {
                ppm,
                unit: PERCENT / 10_i64.pow(decimals),
            }),
            _ => Err(Refusal::wanted::<Self>(written).suggest(meant(written))),
        }
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.ppm.partial_cmp(&other.ppm)
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^0*([0-9]{1,5}(\\.[0-9]{1,4})?|100000(\\.0{1,4})?) ?%$" })
    }
}

written!(Rate, "比例 Rate");

/// A number without its unit: below one it was written as a part of one, above as a
/// percentage; one itself may be either.
fn of_number(number: &str) -> Option<String> {
    let (millionths, _) = scaled(number, 6)?;
    let percent_millionths = match millionths.cmp(&1_000_000) {
        _ if millionths < 0 => return None,
        Ordering::Less => millionths * 100,
        Ordering::Equal => return None,
        Ordering::Greater => millionths,
    };
    Some(format!("\"{}%\"", trim(percent_millionths)))
}

/// What was probably meant by a share in text: `0.025` is 2.5 %, `25‰` too.
fn meant(written: &str) -> Option<String> {
    let written = written.trim();
    let spoken = spoken(written.strip_prefix("百分之").unwrap_or(written))?;
    let has_prefix = written.starts_with("百分之");
    match &*spoken.unit {
        "" if has_prefix => Some(format!("\"{}%\"", spoken.times(0)?)),
        "" => of_number(&spoken.number),
        "%" | "个点" | "个百分点" | "percent" => Some(format!("\"{}%\"", spoken.times(0)?)),
        "‰" => {
            let (millionths, _) = scaled(&spoken.number, 5)?;
            // Scaled by one less, a per mille is a tenth of a percent.
            Some(format!("\"{}%\"", trim(millionths)))
        }
        _ => None,
    }
}

/// Millionths as a decimal number without trailing zeros.
fn trim(millionths: i64) -> String {
    let decimals = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    decimals
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}
