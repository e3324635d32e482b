use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::spoken::spoken;
use super::{Interval, Refusal, Written, before_unit, scaled, written};
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

/// The units that amounts of text have: the power of ten of cents that each counts.
const UNITS: [(char, u32); 3] = [('亿', 10), ('万', 6), ('千', 5)];

/// A trillion at most, in each unit.
const PATTERN: &str = "^0*(([0-9]{1,4}(\\.[0-9]{1,10})?|10000(\\.0{1,10})?) ?亿\
    |([0-9]{1,8}(\\.[0-9]{1,6})?|100000000(\\.0{1,6})?) ?万\
    |([0-9]{1,9}(\\.[0-9]{1,5})?|1000000000(\\.0{1,5})?) ?千)$";

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
            "金额，例如 `59.9`、`\"20万\"`、`\"1.2亿\"`（最多两位小数）",
            "an amount of money, such as `59.9`, `\"20万\"`, `\"1.2亿\"` (two decimals at most)",
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
        let read = |(unit, power): (char, u32)| Some((before_unit(written, unit, power)?, power));
        match UNITS.into_iter().find_map(read) {
            Some(((cents, decimals), power)) => {
                let unit = 10_i64.pow(power - decimals);
                within_limit(Self { cents, unit }, written)
            }
            None => Err(Refusal::wanted::<Self>(written)
                .suggest(meant(written))
                .help(instead_of_a_share(written))),
        }
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.cents.partial_cmp(&other.cents)
    }

    fn schema() -> Json {
        json!({ "anyOf": [
            { "type": "number", "minimum": 0, "maximum": LIMIT / 100 },
            { "type": "string", "pattern": PATTERN },
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
    let spoken = spoken(written.trim_start_matches(['¥', '\u{FFE5}', '$', ' ']))?;
    let unit = spoken.unit.trim_end_matches("人民币");
    let unit = unit.trim_end_matches(['元', '块', '圆']).to_lowercase();
    let (power, unit) = match unit.trim_end() {
        "" | "rmb" | "cny" | "yuan" => return spoken.times(0),
        "百" => return spoken.times(2),
        "k" => return spoken.times(3),
        "千" => (0, '千'),
        "万" | "w" | "萬" => (0, '万'),
        "十万" => (1, '万'),
        "百万" | "m" => (2, '万'),
        "千万" => (3, '万'),
        "亿" | "億" => (0, '亿'),
        "十亿" => (1, '亿'),
        "百亿" => (2, '亿'),
        "千亿" => (3, '亿'),
        _ => return None,
    };
    Some(format!("\"{}{unit}\"", spoken.times(power)?))
}

/// What to do about a part of another amount: it cannot be worked out here.
fn instead_of_a_share(written: &str) -> Option<Text> {
    let is_share = written.trim_end().ends_with(['折', '%', '\u{FF05}']);
    is_share.then_some(Text::fixed(
        "这里要写金额；按折扣计算的，请写出折后价",
        "an amount is wanted here; for a discount, say the price that is left",
    ))
}
