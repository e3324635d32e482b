//! The operators of bounds, and what people write in their place.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::{Refusal, Written, of_literal};
use crate::diagnostic::{nearest, text};

const OPERATORS: [&str; 5] = ["at_least", "more_than", "at_most", "less_than", "about"];

/// Words before or after a figure that mean an operator; where one begins with another, the
/// longer stands first.
const SAID: [(&str, &str); 48] = [
    ("不低于", "at_least"),
    ("不少于", "at_least"),
    ("不小于", "at_least"),
    ("大于等于", "at_least"),
    ("至少", "at_least"),
    ("最少", "at_least"),
    ("最低", "at_least"),
    ("下限", "at_least"),
    ("及以上", "at_least"),
    ("以上", "at_least"),
    ("满", "at_least"),
    ("起", "at_least"),
    ("min", "at_least"),
    ("gte", "at_least"),
    (">=", "at_least"),
    ("≥", "at_least"),
    ("+", "at_least"),
    ("不超过", "at_most"),
    ("不高于", "at_most"),
    ("不多于", "at_most"),
    ("不大于", "at_most"),
    ("小于等于", "at_most"),
    ("至多", "at_most"),
    ("最多", "at_most"),
    ("最高", "at_most"),
    ("上限", "at_most"),
    ("及以下", "at_most"),
    ("以下", "at_most"),
    ("以内", "at_most"),
    ("max", "at_most"),
    ("lte", "at_most"),
    ("<=", "at_most"),
    ("≤", "at_most"),
    ("超过", "more_than"),
    ("大于", "more_than"),
    ("高于", "more_than"),
    ("gt", "more_than"),
    (">", "more_than"),
    ("低于", "less_than"),
    ("少于", "less_than"),
    ("小于", "less_than"),
    ("lt", "less_than"),
    ("<", "less_than"),
    ("大约", "about"),
    ("大概", "about"),
    ("约", "about"),
    ("左右", "about"),
    ("上下", "about"),
];

/// A key of the table form.
pub(super) struct Operator(pub(super) &'static str);

impl<'de> Deserialize<'de> for Operator {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_identifier(OperatorVisitor)
    }
}

struct OperatorVisitor;

impl Visitor<'_> for OperatorVisitor {
    type Value = Operator;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an operator")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Operator, E> {
        let known = OPERATORS.into_iter().find(|operator| *operator == written);
        known
            .map(Operator)
            .ok_or_else(|| E::custom(unknown_operator(written)))
    }
}

fn unknown_operator(written: &str) -> Refusal {
    let said = SAID.iter().find(|(word, _)| *word == written);
    let meant = said.map(|(_, operator)| *operator);
    let meant = meant.or_else(|| nearest(written, OPERATORS));
    Refusal::new(text!(
        "范围里没有 `{written}`，可用 `at_least`（不低于）、`more_than`（超过）、`at_most`（不超过）、`less_than`（低于）",
        "a range has no `{written}`; it has `at_least`, `more_than`, `at_most`, `less_than`"
    ))
    .suggest(meant.map(str::to_owned))
}

/// A figure as it stands in a file, if the text is one or nearly one.
pub(super) fn literal<T: Written>(written: &str) -> Option<String> {
    let written = written.trim();
    if T::from_digits(written).is_ok() {
        return Some(written.to_owned());
    }
    match T::from_text(written) {
        Ok(_) => Some(format!("\"{written}\"")),
        Err(refusal) => refusal.holding::<T>().suggestion,
    }
}

/// The table of bounds that a text means: `200-500万`, `20万以上`, `≥ 98%`, `约 3 万`.
pub(super) fn said_range<T: Written>(written: &str) -> Option<String> {
    let written = written.trim();
    // `5 min` is a length of time, and `+5` is 5.
    let around = SAID
        .iter()
        .filter(|(word, _)| !word.is_ascii() || word.starts_with(['<', '>', '+']));
    let one_side = around.into_iter().find_map(|(word, operator)| {
        let figure = match written.strip_suffix(word) {
            None if *word != "+" => written.strip_prefix(word)?,
            figure => figure?,
        };
        Some(format!("{{ {operator} = {} }}", literal::<T>(figure)?))
    });
    one_side.or_else(|| between::<T>(written))
}

/// `200-500万` and `2 到 3 周`: the unit of the second figure is that of the first, unless it
/// has one of its own.
fn between<T: Written>(written: &str) -> Option<String> {
    let (low, high) = written
        .split_once(['至', '到', '~', '～', '–', '—', '-'])
        .map(|(low, high)| {
            (
                low.trim(),
                high.trim_start_matches(['—', '~', '～', '-', ' ']),
            )
        })?;
    let unit = high.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, '.' | ',' | '_' | ' ')
    });
    let is_bare = low.ends_with(|letter: char| letter.is_ascii_digit());
    let low = literal::<T>(&if is_bare {
        format!("{low}{unit}")
    } else {
        low.to_owned()
    })?;
    let high = literal::<T>(high)?;
    let order = of_literal::<T>(&low)?.compare(&of_literal::<T>(&high)?);
    (order == Some(Ordering::Less)).then(|| format!("{{ at_least = {low}, at_most = {high} }}"))
}
