//! The kinds of values of the plan language: each is written with its unit or cannot
//! be mistaken. One file per kind; a new kind implements [`Written`] and names itself
//! in `written!`.
//!
//! Values are read from the digits as written, never through a float.

mod amount;
pub(crate) mod choice;
mod count;
mod date;
mod discount;
mod duration;
mod id;
mod interval;
mod language_version;
mod level;
mod located;
mod instant;
mod money;
mod number;
mod offset;
mod operator;
mod quantity;
mod rate;
mod score;
mod spoken;
mod time;

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde_json::Value as Json;

use crate::diagnostic::{Text, text};

pub use amount::{Amount, Bound, Bounds};
pub(crate) use choice::choice;
pub use choice::{Choice, Word};
pub use count::Count;
pub use date::{Day, YEARS};
pub use discount::Discount;
pub use duration::{Duration, Unit};
pub use id::{Id, PeriodId};
pub use instant::Instant;
pub use interval::Interval;
pub use language_version::LanguageVersion;
pub use level::{Level, Tier};
pub use money::Money;
pub use number::{Figure, Number};
pub use offset::Offset;
pub use quantity::Quantity;
pub use rate::Rate;
pub use score::Score;
pub(super) use spoken::half_width;
pub use time::Time;

/// Names by which value types ask the reader for more than serde can say.
pub(crate) mod protocol {
    /// A number is given as its digits (bytes), text as text.
    pub(crate) const DIGITS: &str = "$opsplan::digits";
    /// The same, or a table, which is given as a newtype.
    pub(crate) const DIGITS_OR_TABLE: &str = "$opsplan::digits-or-table";
    /// A TOML date is given as its text (bytes).
    pub(crate) const DATE: &str = "$opsplan::date";
    /// The same, or a table, which is given as a newtype.
    pub(crate) const DATE_OR_TABLE: &str = "$opsplan::date-or-table";
    /// A value is given as a sequence: start, end, value.
    pub(crate) const LOCATED: &str = "$opsplan::located";
}

/// A kind of value that is written as a number or as text with a unit.
pub trait Written: Sized {
    /// What is expected, for messages: "money, such as `59.9`".
    fn expected() -> Text;

    /// Reads a number from its digits (underscores removed).
    fn from_digits(digits: &str) -> Result<Self, Refusal>;

    /// Reads text.
    fn from_text(text: &str) -> Result<Self, Refusal>;

    /// Which of two is more; nothing where they cannot be compared.
    fn compare(&self, other: &Self) -> Option<Ordering>;

    /// The published JSON Schema; it describes by pattern and may accept a little more.
    fn schema() -> Json;
}

/// Why a value was refused, and the nearest right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, in one line.
    pub message: Text,
    /// What was probably meant, as it would stand in the file.
    pub suggestion: Option<String>,
    /// What to do where no single text is meant.
    pub help: Option<Text>,
}

impl Refusal {
    /// A refusal without a suggestion.
    pub fn new(message: Text) -> Self {
        Self {
            message,
            suggestion: None,
            help: None,
        }
    }

    /// Adds what was probably meant.
    pub fn suggest(mut self, suggestion: impl Into<Option<String>>) -> Self {
        self.suggestion = suggestion.into();
        self
    }

    /// Adds what to do where no single text is meant.
    pub fn help(mut self, help: impl Into<Option<Text>>) -> Self {
        self.help = help.into();
        self
    }

    /// The same without a suggestion that would be refused in turn.
    fn holding<T: Written>(mut self) -> Self {
        self.suggestion
            .take_if(|meant| of_literal::<T>(meant).is_none());
        self
    }

    /// "… is not …".
    pub fn wanted<T: Written>(written: &str) -> Self {
        Self::not(written, T::expected())
    }

    /// The same of what is expected in words.
    pub(super) fn not(written: &str, expected: Text) -> Self {
        Self::new(text!(
            "`{written}` 的写法不对，应为{expected}",
            "`{written}` is not {expected}"; expected
        ))
    }
}

/// The value of a kind that stands in a file as this text.
fn of_literal<T: Written>(value: &str) -> Option<T> {
    let text = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'));
    match text {
        Some(text) => T::from_text(text),
        None => T::from_digits(&value.replace('_', "")),
    }
    .ok()
}

/// What separates the parts of a packed refusal, none of which holds a control character.
const PART: char = '\u{2}';

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suggestion = self.suggestion.as_deref().unwrap_or_default();
        let suggestion = if suggestion.contains(char::is_control) {
            ""
        } else {
            suggestion
        };
        write!(formatter, "{}{PART}{suggestion}{PART}", self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "{help}"),
            None => Ok(()),
        }
    }
}

impl Refusal {
    /// The refusal whose `Display` form a serde error carried, if it was one.
    pub fn unpack(packed: &str) -> Option<Self> {
        let mut parts = packed.split(PART);
        let (message, suggestion, help) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            message: Text::unpack(message),
            suggestion: (!suggestion.is_empty()).then(|| suggestion.to_owned()),
            help: (!help.is_empty()).then(|| Text::unpack(help)),
        })
    }
}

/// Hands numbers (as digits) and text to a [`Written`] type.
pub(crate) struct WrittenVisitor<T>(pub(crate) PhantomData<T>);

impl<'de, T: Written> Visitor<'de> for WrittenVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", T::expected())
    }

    fn visit_bytes<E: de::Error>(self, digits: &[u8]) -> Result<T, E> {
        let digits = String::from_utf8_lossy(digits).replace('_', "");
        T::from_digits(&digits).map_err(|refusal| E::custom(refusal.holding::<T>()))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(|refusal| E::custom(refusal.holding::<T>()))
    }
}

/// Implements reading and the schema for a [`Written`] type.
macro_rules! written {
    ($type:ident, $title:literal) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_newtype_struct(
                    $crate::plan::value::protocol::DIGITS,
                    $crate::plan::value::WrittenVisitor(std::marker::PhantomData),
                )
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = <$type as $crate::plan::value::Written>::schema();
                let expected = <$type as $crate::plan::value::Written>::expected();
                schema["title"] = $title.into();
                schema["description"] = format!("{}\n{}", expected.zh, expected.en).into();
                schemars::Schema::try_from(schema).expect("a value's schema is an object")
            }
        }
    };
}
pub(crate) use written;

/// The figure before the unit of a text, with at most one space between them: `2.5 %`,
/// `20万`.
pub(crate) fn before_unit(written: &str, unit: char, places: u32) -> Option<(i64, u32)> {
    let number = written.strip_suffix(unit)?;
    let number = number.strip_suffix(' ').unwrap_or(number);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_plain = number.starts_with(is_digit) && number.ends_with(is_digit);
    scaled(number, places).filter(|_| is_plain)
}

/// Splits digits into a whole number scaled by `10^places` and the number of decimals
/// that were written; nothing if there are more decimals than `places`, an exponent,
/// or more than fits.
pub(crate) fn scaled(digits: &str, places: u32) -> Option<(i64, u32)> {
    let unsigned = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = u32::try_from(fraction.len()).ok()?;
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || decimals > places {
        return None;
    }
    let fraction: i64 = if fraction.is_empty() {
        0
    } else {
        fraction.parse().ok()?
    };
    let value = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(10_i64.pow(places))?
        .checked_add(fraction * 10_i64.pow(places - decimals))?;
    Some((
        if digits.starts_with('-') {
            -value
        } else {
            value
        },
        decimals,
    ))
}
