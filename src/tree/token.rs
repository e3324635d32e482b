//! The words and marks of a statement that may not parse.

use std::ops::Range;

use super::statement::string_end;
use super::wide::plain_form;

/// A piece of a statement; between two of them is only space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// What a piece of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A string, or what stands without quotes up to a mark, a string or the line end.
    Word,
    /// From the `#` to the line end.
    Comment,
    /// A mark of TOML, or the full-width character that was typed for it.
    Mark(char),
}

/// The tokens from a byte of a text to its end. A string that is never closed ends with its line,
/// one of several lines with the text.
pub(super) fn tokens(text: &str, start: usize) -> impl Iterator<Item = Token> {
    let mut from = start;
    std::iter::from_fn(move || {
        let token = next_token(text, from)?;
        from = token.range.end;
        Some(token)
    })
}

fn next_token(text: &str, from: usize) -> Option<Token> {
    let rest = text[from..].trim_start();
    let start = text.len() - rest.len();
    let first = rest.chars().next()?;
    let (kind, length) = match (first, plain(first)) {
        ('"' | '\'', _) => (Kind::Word, string_length(rest)),
        (_, '#') => (Kind::Comment, rest.find('\n').unwrap_or(rest.len())),
        (_, mark) if is_mark(mark) => (Kind::Mark(mark), first.len_utf8()),
        _ => (Kind::Word, bare_length(rest)),
    };
    let range = start..start + length;
    Some(Token { kind, range })
}

fn string_length(text: &str) -> usize {
    let end = string_end(text, 0, text.as_bytes()[0]).unwrap_or(text.len());
    // The line end that closes the string of an unfinished line is no part of it.
    text[..end].trim_end_matches('\r').len()
}

fn bare_length(text: &str) -> usize {
    let ends = |letter| ends_key(letter) || matches!(letter, '"' | '\'');
    let word = &text[..text.find(ends).unwrap_or(text.len())];
    word.trim_end().len()
}

/// Whether a character ends a key that stands without quotes.
pub(super) fn ends_key(letter: char) -> bool {
    letter == '\n' || plain(letter) == '#' || is_mark(plain(letter))
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '=' | ',' | '[' | ']' | '{' | '}')
}

fn plain(letter: char) -> char {
    plain_form(letter).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<&str> {
        tokens(text, 0).map(|token| &text[token.range]).collect()
    }

    #[test]
    fn tokens_are_words_strings_marks_and_comments() {
        let text = "a.\"b=\" = [ 2026-09-08 10:00 ,\r\n 'c' ] # d, e\r\n}";
        let all = [
            "a.",
            "\"b=\"",
            "=",
            "[",
            "2026-09-08 10:00",
            ",",
            "'c'",
            "]",
            "# d, e\r",
            "}",
        ];
        assert_eq!(written(text), all);
    }

    #[test]
    fn full_width_marks_are_marks() {
        let text = "标题\u{FF1A}\u{3010}“甲”\u{FF0C}\u{FF03} x";
        let kinds: Vec<_> = tokens(text, 0).map(|token| token.kind).collect();
        let [equals, bracket, comma] = ['=', '[', ','].map(Kind::Mark);
        let all = [
            Kind::Word,
            equals,
            bracket,
            Kind::Word,
            comma,
            Kind::Comment,
        ];
        assert_eq!(kinds, all);
    }

    #[test]
    fn strings_that_are_not_closed_end_with_their_line_or_the_text() {
        assert_eq!(written("\"a, b\r\n'c\\"), ["\"a, b", "'c\\"]);
        assert_eq!(written("\"\"\"a\n]\n"), ["\"\"\"a\n]\n"]);
        assert_eq!(written("\"a\\\nb"), ["\"a\\", "b"]);
    }
}
