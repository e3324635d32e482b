use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::{Interval, Refusal, Written, before_unit, plainly, scaled, written};
use crate::diagnostic::{Text, text};

/// An amount in the currency of the plan: integer cents, and how many cents the last
/// digit counts that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// Hundredths of the currency unit, not negative.
    pub cents: i64,
    /// Cents that the last written digit counts: 100 for `59`, 10 for `59.9`.
    pub unit: i64,
}

/// Largest amount: a trillion.
const LIMIT: i64 = 100_000_000_000_000;

/// Cents in 万.
const WAN: i64 = 1_000_000;

impl Money {
    /// An amount exact to the cent.
    pub fn from_cents(cents: i64) -> Self {
        Self { cents, unit: 1 }
    }

    /// What the digits say, in twentieths of a cent.
    pub fn interval(self) -> Interval {
        Interval::around(self.cents, self.unit)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, cents) = (self.cents / 100, self.cents % 100);
        match cents {
            0 => write!(formatter, "{whole}"),
            _ if cents % 10 == 0 => write!(formatter, "{whole}.{}", cents / 10),
            _ => write!(formatter, "{whole}.{cents:02}"),
        }
    }
}

impl Written for Money {
    fn expected() -> Text {
        Text::fixed(
            "金额，例如 `59.9` 或 `\"20万\"`（最多两位小数）",
            "an amount of money, such as `59.9` or `\"20万\"` (two decimals at most)",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        if digits.starts_with('-') && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            return Err(Refusal::new(text!(
                "金额 `{digits}` 不能是负数",
                "the amount `{digits}` may not be negative"
            )));
        }
        let (cents, decimals) = scaled(digits, 2).ok_or_else(|| refuse_digits(digits))?;
        let unit = 10_i64.pow(2 - decimals);
        within_limit(Self { cents, unit }, digits)
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        match before_unit(written, '万', 6) {
            Some((value, decimals)) => within_limit(
                Self {
                    cents: value,
                    unit: WAN / 10_i64.pow(decimals),
                },
                written,
            ),
            _ => Err(Refusal::wanted::<Self>(written).suggest(meant(written))),
        }
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.cents.partial_cmp(&other.cents)
    }

    fn schema() -> Json {
        json!({ "anyOf": [
            { "type": "number", "minimum": 0, "maximum": LIMIT / 100 },
            { "type": "string", "pattern": "^0*([0-9]{1,8}(\\.[0-9]{1,6})?|100000000(\\.0{1,6})?) ?万$" },
        ] })
    }
}

written!(Money, "金额 Money");

fn refuse_digits(digits: &str) -> Refusal {
    let decimals = digits
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    if decimals > 2 && !digits.contains(['e', 'E']) {
        return Refusal::new(text!(
            "金额 `{digits}` 的小数超过两位",
            "the amount `{digits}` has more than two decimals"
        ));
    }
    Refusal::wanted::<Money>(digits)
}

fn within_limit(amount: Money, written: &str) -> Result<Money, Refusal> {
    if amount.cents <= LIMIT {
        return Ok(amount);
    }
    Err(Refusal::new(text!(
        "金额 `{written}` 过大",
        "the amount `{written}` is too large"
    )))
}

/// What was probably meant by an amount in text: `20W` is 20万, `59.9元` and `¥59.9` are 59.9.
fn meant(written: &str) -> Option<String> {
    let written = plainly(written.trim_start_matches(['¥', '\u{FFE5}', '$']));
    let number_end = written
        .find(|c: char| !c.is_ascii_digit() && !".,_".contains(c))
        .unwrap_or(written.len());
    let number = plainly(&written[..number_end]).replace([',', '_'], "");
    scaled(&number, 6)?;
    match written[number_end..].trim() {
        "万" | "w" | "W" | "万元" | "w元" | "W元" => Some(format!("\"{number}万\"")),
        "" | "元" | "块" | "RMB" | "rmb" if scaled(&number, 2).is_some() => Some(number),
        "k" | "K" if !number.contains('.') => Some(format!("{number}000")),
        _ => None,
    }
}
