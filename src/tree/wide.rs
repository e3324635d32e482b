//! Full-width characters, which Chinese keyboards write in place of those of TOML.

use std::ops::Range;

use super::mending::Edit;
use super::region::{Kind, regions};

/// Marks of Chinese keyboards and what TOML wants in their place, beside the full-width
/// forms of ASCII, which [`plain_form`] computes.
const MARKS: [(char, char); 10] = [
    ('\u{201C}', '"'),
    ('\u{201D}', '"'),
    ('\u{2018}', '\''),
    ('\u{2019}', '\''),
    ('\u{3010}', '['),
    ('\u{3011}', ']'),
    ('\u{3001}', ','),
    ('\u{3002}', '.'),
    ('\u{3000}', ' '),
    ('\u{FF1A}', '='), // A full-width colon stands where a key ends.
];

/// The character of TOML that a full-width one was typed for.
pub(super) fn plain_form(letter: char) -> Option<char> {
    let listed = MARKS
        .iter()
        .find(|(wide, _)| *wide == letter)
        .map(|(_, plain)| *plain);
    let distance = '\u{FF01}' as u32 - '!' as u32;
    let shifted = || {
        matches!(letter, '\u{FF01}'..='\u{FF5E}')
            .then(|| char::from_u32(letter as u32 - distance))?
    };
    listed.or_else(shifted)
}

/// Whether a full-width character was typed for a quote.
pub(super) fn stands_for(letter: char, quote: char) -> bool {
    plain_form(letter) == Some(quote)
}

/// A full-width character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wide {
    /// Offset in the text.
    pub(super) at: usize,
    /// As written.
    pub(super) written: char,
    /// What TOML wants.
    pub(super) plain: char,
}

impl Wide {
    /// What was meant in its place.
    pub(super) fn edit(&self) -> Edit {
        let range = self.at..self.at + self.written.len_utf8();
        (range, self.plain.to_string())
    }
}

/// The full-width characters of a range that stand for marks of TOML: outside of quotes and
/// comments, and the quotes themselves. Between Chinese letters they are punctuation.
pub(super) fn find(text: &str, range: Range<usize>) -> Vec<Wide> {
    let mut found = Vec::new();
    for region in regions(text, range) {
        let written = &text[region.range.clone()];
        let marks = written.char_indices().map(|(at, letter)| Wide {
            at: region.range.start + at,
            written: letter,
            plain: plain_form(letter).unwrap_or(letter),
        });
        let marks = marks.filter(|mark| mark.plain != mark.written);
        match region.kind {
            Kind::Open => found.extend(marks.filter(|mark| !is_punctuation(text, mark))),
            Kind::Text => {
                let opening = written.chars().next().and_then(plain_form);
                let last = region.range.end;
                let quotes = marks.filter(|mark| {
                    let at_edge =
                        mark.at == region.range.start || mark.at + mark.written.len_utf8() == last;
                    at_edge && opening == Some(mark.plain)
                });
                found.extend(quotes);
            }
            Kind::Comment => found.extend(marks.take_while(|mark| mark.at == region.range.start)),
        }
    }
    found
}

/// Whether a mark stands between two Chinese letters, as it does in a sentence.
fn is_punctuation(text: &str, mark: &Wide) -> bool {
    let is_letter = |letter: char| matches!(letter, '\u{3400}'..='\u{9FFF}');
    let after = &text[mark.at + mark.written.len_utf8()..];
    mark.plain != '=' && text[..mark.at].ends_with(is_letter) && after.starts_with(is_letter)
}

/// The header brackets of Chinese keyboards.
pub(super) fn opens_header(line: &str) -> bool {
    line.starts_with(['[', '\u{3010}', '\u{FF3B}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let found = find(text, 0..text.len());
        found.iter().map(|wide| wide.plain).collect()
    }

    #[test]
    fn marks_inside_quotes_and_comments_are_text() {
        assert_eq!(plain("a = \"\u{FF0C}\" # \u{FF0C}\nb\u{FF1D}1"), "=");
        assert_eq!(plain("a = \u{201C}\u{FF0C}\u{201D}\u{FF0C}"), "\"\",");
        assert_eq!(plain("\u{FF03} \u{FF0C}"), "#");
        assert_eq!(plain("a = \"\"\"\n\u{FF0C}\n\"\"\"\u{FF0C}"), ",");
    }

    #[test]
    fn marks_of_a_sentence_without_quotes_are_text() {
        assert_eq!(
            plain("\u{6807}\u{9898}\u{FF1A}\u{5356}\u{FF0C}\u{4E70}\u{FF0C}1"),
            "=,"
        );
    }
}
