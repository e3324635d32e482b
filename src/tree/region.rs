//! Which parts of a text are texts and comments, also where it does not parse.

use std::ops::Range;

use super::statement::string_end;
use super::wide::plain_form;

/// A part of a statement, or of the space between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// What a part of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Keys, marks, values without quotes, space.
    Open,
    /// A string with its quotes, whichever were typed for them.
    Text,
    /// From the `#` to the line end.
    Comment,
}

/// The parts of a range that begins outside strings and comments, without gaps.
pub(super) fn regions(text: &str, range: Range<usize>) -> Vec<Region> {
    let (text, mut at, mut open) = (&text[..range.end], range.start, range.start);
    let mut found = Vec::new();
    while let Some(letter) = text[at..].chars().next() {
        let (kind, end) = match (letter, plain_form(letter)) {
            ('"' | '\'', _) => {
                let quote = text.as_bytes()[at];
                let end = string_end(text, at, quote).unwrap_or(text.len());
                (Kind::Text, end)
            }
            (_, Some('"' | '\'')) => (Kind::Text, wide_end(text, at)),
            ('#', _) | (_, Some('#')) => (Kind::Comment, line_end(text, at)),
            _ => {
                at += letter.len_utf8();
                continue;
            }
        };
        found.extend(region(Kind::Open, open..at));
        found.extend(region(kind, at..end));
        (at, open) = (end, end);
    }
    found.extend(region(Kind::Open, open..text.len()));
    found
}

fn region(kind: Kind, range: Range<usize>) -> Option<Region> {
    (!range.is_empty()).then_some(Region { kind, range })
}

/// Where the line of a place ends, its line end left out.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    at + text[at..].find('\n').unwrap_or(text.len() - at)
}

/// Where the line of a place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// One past the quote that closes a text opened by a full-width one, on its line.
fn wide_end(text: &str, start: usize) -> usize {
    let line = &text[start..line_end(text, start)];
    let quote = line.chars().next().and_then(plain_form);
    let mut letters = line.char_indices().skip(1);
    letters
        .find(|(_, letter)| Some(*letter) == quote || plain_form(*letter) == quote)
        .map_or(start + line.len(), |(at, letter)| {
            start + at + letter.len_utf8()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(Kind, &str)> {
        regions(text, 0..text.len())
            .into_iter()
            .map(|region| (region.kind, &text[region.range]))
            .collect()
    }

    #[test]
    fn texts_and_comments_are_told_from_the_rest() {
        use Kind::{Comment, Open, Text};
        assert_eq!(
            parts("a = [\"b#\", '''\nc'''] # \"d\n“e\u{FF0C}”\u{FF03}f"),
            [
                (Open, "a = ["),
                (Text, "\"b#\""),
                (Open, ", "),
                (Text, "'''\nc'''"),
                (Open, "] "),
                (Comment, "# \"d"),
                (Open, "\n"),
                (Text, "“e\u{FF0C}”"),
                (Comment, "\u{FF03}f"),
            ]
        );
        assert_eq!(parts("\"a\nb"), [(Text, "\"a"), (Open, "\nb")]);
        assert_eq!(parts(""), []);
    }
}
