//! Full-width characters, which Chinese keyboards write in place of those of TOML.

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
    /// Offset in the text that was searched.
    pub(super) at: usize,
    /// As written.
    pub(super) written: char,
    /// What TOML wants.
    pub(super) plain: char,
}

/// The full-width characters outside quotes and comments.
pub(super) fn find(text: &str) -> Vec<Wide> {
    let mut found = Vec::new();
    let (mut quote, mut comment) = (None, false);
    for (at, written) in text.char_indices() {
        let plain = plain_form(written);
        let quotes = plain.filter(|plain| matches!(plain, '"' | '\''));
        match (written, quote) {
            ('\n', _) => (quote, comment) = (None, false),
            _ if comment => {}
            (mark, Some((open, wide))) => {
                if mark == open || (wide && quotes == Some(open)) {
                    quote = None;
                    found.extend(quotes.map(|plain| Wide { at, written, plain }));
                }
            }
            ('"' | '\'', None) => quote = Some((written, false)),
            ('#', None) => comment = true,
            (_, None) => {
                quote = quotes.map(|plain| (plain, true));
                comment = plain == Some('#');
                found.extend(plain.map(|plain| Wide { at, written, plain }));
            }
        }
    }
    found
}

/// The header brackets of Chinese keyboards.
pub(super) fn opens_header(line: &str) -> bool {
    line.starts_with(['[', '\u{3010}', '\u{FF3B}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        find(text).iter().map(|wide| wide.plain).collect()
    }

    #[test]
    fn marks_inside_quotes_and_comments_are_text() {
        assert_eq!(plain("a = \"\u{FF0C}\" # \u{FF0C}\nb\u{FF1D}1"), "=");
        assert_eq!(plain("a = \u{201C}\u{FF0C}\u{201D}\u{FF0C}"), "\"\",");
        assert_eq!(plain("\u{FF03} \u{FF0C}"), "#");
    }
}
