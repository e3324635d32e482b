//! Figures that the parser lets pass although they are none: `0x`, `1_0٠`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The figures of a table that are none, in order of place.
pub(super) fn malformed(table: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    table.values().for_each(|value| find_in(value, &mut found));
    found.sort_by_key(|range| range.start);
    found
}

fn find_in(value: &Spanned<DeValue<'_>>, found: &mut Vec<Range<usize>>) {
    let well_formed = match value.get_ref() {
        DeValue::Table(table) => {
            table.values().for_each(|value| find_in(value, found));
            true
        }
        DeValue::Array(array) => {
            array.iter().for_each(|value| find_in(value, found));
            true
        }
        DeValue::Integer(integer) => {
            let digits = integer.as_str().trim_start_matches(['+', '-']);
            let known = |digit: char| digit.is_digit(integer.radix());
            !digits.is_empty() && digits.chars().all(known)
        }
        DeValue::Float(float) => {
            let written = float.as_str();
            let number = |letter: char| letter.is_ascii_digit() || "+-.eE".contains(letter);
            written.ends_with("inf") || written.ends_with("nan") || written.chars().all(number)
        }
        _ => true,
    };
    // What the parser could not read at all has no place.
    if !well_formed && !value.span().is_empty() {
        found.push(value.span());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(value: &str) -> usize {
        let text = format!("a = [{value}]\n[b]\nc = {{ d = {value} }}");
        malformed(DeTable::parse_recoverable(&text).0.get_ref()).len()
    }

    #[test]
    fn digits_are_those_of_their_base() {
        for value in [
            "0", "-1", "+1_000", "0x1F", "0o17", "0b01", "1.5e-3", "-inf", "+nan", "1E5",
        ] {
            assert_eq!(found(value), 0, "{value}");
        }
        for value in ["0x", "0o", "0b", "1_0\u{660}"] {
            assert_eq!(found(value), 2, "{value}");
        }
    }
}
