use std::cmp::Ordering;
use std::fmt;

use serde_json::{Value as Json, json};

use super::spoken::spoken;
use super::{Rate, Refusal, Written, before_unit, scaled, written};
use crate::diagnostic::{Text, decimals};

/// A price as part of the original price, as 折 counts it: `"7.9折"` means that 79 %
/// is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Discount {
    /// Thousandths of the original price that are paid: 790 for `"7.9折"`.
    pub permille: i64,
}

impl Discount {
    /// The part of the original price that is paid.
    pub fn rate(self) -> Rate {
        let ppm = self.permille * 1000;
        Rate { ppm, unit: 1 }
    }
}

impl fmt::Display for Discount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}折", decimals(self.permille, 100))
    }
}

impl Written for Discount {
    fn expected() -> Text {
        Text::fixed(
            "折扣，例如 `\"7.9折\"`（付原价的 79%），大于 0，不超过 10 折",
            "a discount in 折, such as `\"7.9折\"` (79 % of the original price is paid), above 0 and at most 10",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        Err(Refusal::wanted::<Self>(digits).suggest(meant(digits)))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        match before_unit(written, '折', 2) {
            Some((hundredths, _)) if hundredths > 0 && hundredths <= 1000 => Ok(Self {
                permille: hundredths,
            }),
            _ => Err(Refusal::wanted::<Self>(written).suggest(meant(written))),
        }
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^0*([1-9](\\.[0-9]{1,2})?|0\\.([1-9][0-9]?|0[1-9])|10(\\.0{1,2})?) ?折$" })
    }
}

written!(Discount, "折扣 Discount");

/// `79折`, `79`, `7.9`, `0.79`, `79%`, `打七九折` all mean 7.9折; a zero or a figure just
/// above 10 means nothing sure.
fn meant(written: &str) -> Option<String> {
    let said = match written.trim().trim_start_matches('打') {
        "半价" | "对折" => "5",
        said => said,
    };
    let spoken = spoken(said)?;
    let (hundredths, _) = scaled(&spoken.number, 2).filter(|(value, _)| *value > 0)?;
    let permille = match (&*spoken.unit, hundredths) {
        ("%", 1..=10_000) => hundredths / 10,
        ("" | "折", 1..100) => hundredths * 10,
        ("" | "折", 100..=1000) => hundredths,
        ("" | "折", 2000..10_000) => hundredths / 10,
        _ => return None,
    };
    Some(format!("\"{}\"", Discount { permille }))
}
