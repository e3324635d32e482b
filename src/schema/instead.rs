//! What an unknown key would be instead, in the table where it stands.

use toml::de::{DeTable, DeValue};

use super::place::span_of;
use super::published::{keys_for_label, published};
use crate::diagnostic::nearest;
use crate::source::Span;

/// What stands in the way of writing the right key, or goes with it.
#[derive(Debug)]
pub(super) enum Instead {
    /// Nothing.
    TheKeyAlone,
    /// The right key is there already.
    IsThere,
    /// The value has to change as well: what is replaced, and by what.
    KeyAndValue(Span, String),
}

impl Instead {
    /// For an unknown key of a table, which is of a type of `plan/`.
    pub(super) fn of(key: &str, known: &[&str], type_name: &str, table: &DeTable<'_>) -> Self {
        let Some(meant) = meant_key(key, known) else {
            return Self::TheKeyAlone;
        };
        if table.contains_key(meant) {
            return Self::IsThere;
        }
        let property = &published()["$defs"][type_name]["properties"][meant];
        let written = table.get_key_value(key).and_then(|(key, value)| {
            let value_meant = match value.get_ref() {
                DeValue::String(text) if property["type"] == "array" => as_list(text)?,
                _ => return None,
            };
            let (key, value) = (span_of(key), span_of(value));
            let whole = Span {
                start: key.start,
                end: value.end,
            };
            Some(Self::KeyAndValue(whole, format!("{meant} = {value_meant}")))
        });
        written.unwrap_or(Self::TheKeyAlone)
    }
}

/// The key that was probably meant: that of a Chinese label, else the nearest.
pub(super) fn meant_key<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let by_label = keys_for_label(key).find_map(|label| known.iter().find(|one| **one == label));
    by_label
        .copied()
        .or_else(|| nearest(key, known.iter().copied()))
}

/// The list that a text means where a list is wanted: `小林、小王`.
pub(super) fn as_list(text: &str) -> Option<String> {
    let parts: Vec<String> = text
        .split(['、', '，', ',', '；', ';'])
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .map(quoted)
        .collect::<Option<_>>()?;
    (!parts.is_empty()).then(|| format!("[{}]", parts.join(", ")))
}

/// Text as it stands in a file, if it needs no escapes.
fn quoted(text: &str) -> Option<String> {
    let needs_none =
        !text.contains(|letter: char| letter.is_control() || matches!(letter, '"' | '\\'));
    needs_none.then(|| format!("\"{text}\""))
}
