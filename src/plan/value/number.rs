use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::{Discount, Money, Quantity, Rate, Refusal, Written, scaled, written};
use crate::diagnostic::{InWords, Language, Text, thousands};

/// A number of whatever is counted: of hours, points, yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// Thousandths, not negative.
    pub thousandths: i64,
}

/// Largest number: a trillion.
const LIMIT: i64 = 1_000_000_000_000;

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = thousands(self.thousandths / 1000);
        let part = format!(".{:03}", self.thousandths % 1000);
        write!(
            formatter,
            "{whole}{}",
            part.trim_end_matches('0').trim_end_matches('.')
        )
    }
}

/// A figure whose unit is not known from the field: a number, a share, or a discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// `120`, `"5万"`
    Number(Number),
    /// `"98%"`
    Rate(Rate),
    /// `"8.5折"`
    Discount(Discount),
}

impl From<Figure> for Quantity {
    fn from(figure: Figure) -> Self {
        match figure {
            Figure::Number(number) => Self::Number(number),
            Figure::Rate(rate) => Self::Rate(rate),
            Figure::Discount(discount) => Self::Discount(discount),
        }
    }
}

impl InWords for Figure {
    fn words(&self, language: Language) -> std::borrow::Cow<'_, str> {
        Quantity::from(*self).words(language).into_owned().into()
    }
}

impl Written for Figure {
    fn expected() -> Text {
        Text::fixed(
            "数字、比例或折扣，例如 `120`、`\"5万\"`、`\"98%\"`、`\"8.5折\"`",
            "a number, a share or a discount, such as `120`, `\"5万\"`, `\"98%\"`, `\"8.5折\"`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        match scaled(digits, 3) {
            Some((thousandths, _)) if (0..=LIMIT * 1000).contains(&thousandths) => {
                Ok(Self::Number(Number { thousandths }))
            }
            _ => Err(Refusal::wanted::<Self>(digits)),
        }
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        if let Ok(rate) = Rate::from_text(written) {
            return Ok(Self::Rate(rate));
        }
        if let Ok(discount) = Discount::from_text(written) {
            return Ok(Self::Discount(discount));
        }
        let number = |money: Money| {
            Self::Number(Number {
                thousandths: money.cents * 10,
            })
        };
        Money::from_text(written)
            .map(number)
            .map_err(|refusal| Refusal::wanted::<Self>(written).suggest(refusal.suggestion))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        Quantity::from(*self).partial_cmp(&(*other).into())
    }

    fn schema() -> Json {
        let mut forms = vec![json!({ "type": "number", "minimum": 0, "maximum": LIMIT })];
        forms.push(Rate::schema());
        forms.push(Discount::schema());
        forms.push(Money::schema()["anyOf"][1].clone());
        json!({ "anyOf": forms })
    }
}

written!(Figure, "数 Figure");
