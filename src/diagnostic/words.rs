use std::borrow::Cow;
use std::fmt;

use super::{Language, Text};

/// A value that has words in both languages.
pub trait InWords {
    /// Its words in one of them.
    fn words(&self, language: Language) -> Cow<'_, str>;
}

impl InWords for Text {
    fn words(&self, language: Language) -> Cow<'_, str> {
        self.get(language).into()
    }
}

impl<T: InWords + ?Sized> InWords for &T {
    fn words(&self, language: Language) -> Cow<'_, str> {
        (**self).words(language)
    }
}

/// All of a list: `淘宝、京东`.
impl<T: InWords> InWords for [T] {
    fn words(&self, language: Language) -> Cow<'_, str> {
        let separator = match language {
            Language::Chinese => "、",
            Language::English => ", ",
        };
        let words: Vec<_> = self.iter().map(|one| one.words(language)).collect();
        words.join(separator).into()
    }
}

/// Stands before inserted words that begin with a figure or a quotation, until [`set_off`] has seen what
/// stands before them. No text holds it: it is a noncharacter.
const FIGURE: char = '\u{fdd0}';

/// Words that a message takes in.
pub(crate) struct Inserted<'w>(Cow<'w, str>);

impl<'w> Inserted<'w> {
    pub(crate) fn new(value: &'w (impl InWords + ?Sized), language: Language) -> Self {
        Self(value.words(language))
    }
}

impl fmt::Display for Inserted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_figure = |first: char| first.is_ascii_alphanumeric() || first == '`';
        if self.0.starts_with(is_figure) {
            write!(formatter, "{FIGURE}")?;
        }
        formatter.write_str(&self.0)
    }
}

/// The message with a space between Chinese words and the figures inserted after them.
pub(crate) fn set_off(message: String) -> String {
    if !message.contains(FIGURE) {
        return message;
    }
    let mut shown = String::with_capacity(message.len());
    for part in message.split(FIGURE) {
        if shown.ends_with(is_chinese) {
            shown.push(' ');
        }
        shown.push_str(part);
    }
    shown
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// `1740000` as `1,740,000`.
pub fn thousands(figure: impl Into<i128>) -> String {
    let figure = figure.into();
    let digits = figure.unsigned_abs().to_string();
    let mut grouped = String::from(if figure < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number of parts of which `one`, a power of ten, make a whole, with as many decimals as it
/// needs: `17405` tenths as `1,740.5`.
pub fn decimals(value: impl Into<i128>, one: impl Into<i128>) -> String {
    let (value, one) = (value.into(), one.into());
    let (whole, part) = (thousands(value / one), value % one);
    if part == 0 {
        return whole;
    }
    let places = one.ilog10() as usize;
    let part = format!("{part:0places$}");
    format!("{whole}.{}", part.trim_end_matches('0'))
}

/// An amount of money with both its decimals: `39.90`.
pub fn with_cents(cents: impl Into<i128>) -> String {
    let cents = cents.into();
    format!("{}.{:02}", thousands(cents / 100), cents % 100)
}

/// The same, without decimals where both are zero: `39.90`, `40`.
pub fn with_cents_if_any(cents: impl Into<i128>) -> String {
    let cents = cents.into();
    match cents % 100 {
        0 => thousands(cents / 100),
        _ => with_cents(cents),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_the_decimals_they_need() {
        let figures = [
            (17405, 10),
            (1_000_000, 100),
            (1_234_567_050, 1000),
            (5, 100),
        ];
        assert_eq!(
            figures.map(|(value, one)| decimals(value, one)),
            ["1,740.5", "10,000", "1,234,567.05", "0.05"]
        );
        assert_eq!(with_cents(1_234_567), "12,345.67");
        assert_eq!([3990, 4000].map(with_cents_if_any), ["39.90", "40"]);
    }
    use crate::diagnostic::text;

    #[test]
    fn each_language_takes_in_its_own_words() {
        let level = Text::fixed("新店", "new shop");
        let message = text!("等级是{level}", "it is a {level}"; level);
        assert_eq!(message, Text::fixed("等级是新店", "it is a new shop"));
    }

    #[test]
    fn figures_are_set_off_from_chinese_words() {
        let pieces = Text::same("50");
        let message = text!("要求{pieces} 件（{pieces}）", "{pieces}"; pieces);
        assert_eq!(message, Text::fixed("要求 50 件（50）", "50"));
        let first = text!("{pieces} 件", "{pieces} pieces"; pieces);
        assert_eq!(first, Text::fixed("50 件", "50 pieces"));
    }
}
