use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use super::{Duration, Refusal, Written, written};
use crate::diagnostic::{Language, Text};

/// So long before or after something: `"-30d"`, `"10 workdays"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// Whether it is before.
    pub is_before: bool,
    /// How long.
    pub length: Duration,
}

impl Offset {
    /// `前 30 天`, `30 days before`.
    pub fn words(self, language: Language) -> String {
        let length = self.length.words(language);
        match (language, self.is_before) {
            (Language::Chinese, true) => format!("前 {length}"),
            (Language::Chinese, false) => format!("后 {length}"),
            (Language::English, true) => format!("{length} before"),
            (Language::English, false) => format!("{length} after"),
        }
    }
}

impl Written for Offset {
    fn expected() -> Text {
        Text::fixed(
            "相隔的时长，之前写负号，例如 `\"-30d\"`、`\"3d\"`、`\"-10 workdays\"`",
            "a length of time, negative for before, such as `\"-30d\"`, `\"3d\"`, `\"-10 workdays\"`",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        let is_count = digits
            .trim_start_matches('-')
            .parse::<u16>()
            .is_ok_and(|count| count > 0);
        let days = is_count.then(|| format!("\"{digits}d\""));
        Err(Refusal::wanted::<Self>(digits).suggest(days))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        let is_before = written.starts_with('-');
        let length = written.strip_prefix(['-', '+']).unwrap_or(written);
        match Duration::from_text(length) {
            Ok(length) if length.unit.is_of_days() => Ok(Self { is_before, length }),
            Ok(_) => Err(Refusal::wanted::<Self>(written)),
            Err(refusal) => {
                let sign = if is_before { "-" } else { "" };
                let signed = |meant: String| meant.replacen('"', &format!("\"{sign}"), 1);
                Err(Refusal::wanted::<Self>(written).suggest(refusal.suggestion.map(signed)))
            }
        }
    }

    fn compare(&self, _: &Self) -> Option<Ordering> {
        None
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^[-+]?[1-9][0-9]{0,4}(d|w|mo| ?workdays?)$" })
    }
}

written!(Offset, "相隔 Offset");
