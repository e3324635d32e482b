use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::Span;

/// One file of a run: its path as the user wrote it, its text, and its base in the
/// space of global offsets.
#[derive(Debug)]
pub struct SourceFile {
    /// As given on the command line or in `include`.
    pub path: PathBuf,
    /// Without byte-order mark; line ends are kept as they are.
    pub text: String,
    /// Global offset of the first byte.
    pub base: u32,
    /// Bytes of the byte-order mark before the text.
    mark: usize,
    lines: OnceLock<Vec<u32>>,
    marks: OnceLock<Vec<usize>>,
}

/// Bytes between two places before which the characters are counted once.
const MARKED: usize = 1024;

/// A place in a file, for people and for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// Unicode scalar values before the place on its line, from 1.
    pub column: usize,
    /// Bytes from the start of the file, from 0; a byte-order mark counts.
    pub byte: usize,
}

/// A place as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utf16Position {
    /// From 0.
    pub line: usize,
    /// UTF-16 code units before the place on its line, from 0.
    pub character: usize,
}

impl SourceFile {
    /// A file whose first byte after a byte-order mark has the global offset `base`.
    pub fn new(path: impl Into<PathBuf>, mut text: String, base: u32) -> Self {
        let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(&text).len();
        text.drain(..mark);
        Self {
            path: path.into(),
            text,
            base,
            mark,
            lines: OnceLock::new(),
            marks: OnceLock::new(),
        }
    }

    /// The global offset one past this file: one more than its length, so that the
    /// empty span at the end of one file is not the start of the next.
    pub fn end(&self) -> u32 {
        Span::new(self.base, 0..self.text.len() + 1).end
    }

    /// The place of a global offset that lies in this file.
    pub fn position(&self, offset: u32) -> Position {
        let byte = self.byte_in_text(offset);
        let line = self.line_of(byte);
        let start = self.line_starts()[line] as usize;
        Position {
            line: line + 1,
            column: self.letters_before(byte) - self.letters_before(start) + 1,
            byte: self.mark + byte,
        }
    }

    /// The place of a byte of the file, counted from its start, as editors count it.
    pub fn utf16_position(&self, byte: usize) -> Utf16Position {
        let byte = self.floor_boundary(byte);
        let line = self.line_of(byte);
        let start = self.line_starts()[line] as usize;
        Utf16Position {
            line,
            character: self.text[start..byte].chars().map(char::len_utf16).sum(),
        }
    }

    /// The byte at a line and a column, both from 1, as [`Position`] counts them; the nearest
    /// one if there is no such place. What is past the end of a line is before its line end.
    pub fn byte_at(&self, line: usize, column: usize) -> usize {
        match line.checked_sub(1) {
            Some(line) => self.byte_after(line, column.saturating_sub(1), |_| 1),
            None => 0,
        }
    }

    /// The byte at a place as editors count it; the nearest one if there is no such place, and
    /// the start of a character if the place is inside one.
    pub fn byte_at_utf16(&self, place: Utf16Position) -> usize {
        self.byte_after(place.line, place.character, char::len_utf16)
    }

    /// The byte of a global offset in `text`, which is without the byte-order mark.
    pub fn byte_in_text(&self, offset: u32) -> usize {
        self.floor_boundary(offset.saturating_sub(self.base) as usize)
    }

    /// The text of a span that lies in this file.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.byte_in_text(span.start);
        let end = self.byte_in_text(span.end);
        &self.text[start..end.max(start)]
    }

    /// The bytes of a line, which is counted from 0, without its line end; of the last line if
    /// there are not so many.
    pub fn line(&self, line: usize) -> Range<usize> {
        let starts = self.line_starts();
        let line = line.min(starts.len() - 1);
        let start = starts[line] as usize;
        let end = starts
            .get(line + 1)
            .map_or(self.text.len(), |&next| next as usize);
        let text = &self.text[start..end];
        let text = text.strip_suffix('\n').unwrap_or(text);
        start..start + text.strip_suffix('\r').unwrap_or(text).len()
    }

    fn floor_boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
    }

    /// The characters before a byte, counted from the last mark, so that many places on one
    /// long line cost no more than as many on short ones.
    fn letters_before(&self, byte: usize) -> usize {
        let marks = self.marks.get_or_init(|| {
            let blocks = self.text.as_bytes().chunks(MARKED);
            let counts = blocks.scan(0, |all, block| {
                let before = *all;
                *all += letters(block);
                Some(before)
            });
            counts.collect()
        });
        let block = byte / MARKED;
        let marked = marks.get(block).copied();
        let (before, start) = match marked {
            Some(before) => (before, block * MARKED),
            // Past the last block, where the text ends with a block.
            None => (
                marks.last().copied().unwrap_or(0),
                block.saturating_sub(1) * MARKED,
            ),
        };
        before + letters(&self.text.as_bytes()[start..byte])
    }

    /// The line of a byte, from 0.
    fn line_of(&self, byte: usize) -> usize {
        let after = |&start: &u32| start as usize <= byte;
        self.line_starts().partition_point(after).saturating_sub(1)
    }

    /// The byte after as many units as fit into the start of a line, which is counted from 0.
    fn byte_after(&self, line: usize, mut units: usize, width: impl Fn(char) -> usize) -> usize {
        let Some(&start) = self.line_starts().get(line) else {
            return self.text.len();
        };
        let mut end = start as usize;
        for letter in line_without_end(&self.text[end..]).chars() {
            match units.checked_sub(width(letter)) {
                Some(rest) => units = rest,
                None => break,
            }
            end += letter.len_utf8();
        }
        end
    }

    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let after_newline = self
                .text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(after_newline.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)))
                .collect()
        })
    }
}

/// The characters that begin in a piece of a text.
fn letters(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

/// The first line of a text without its line end.
fn line_without_end(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// All files that one plan was read from, the root plan first.
#[derive(Debug, Default)]
pub struct Sources {
    /// In ascending order of their bases.
    pub files: Vec<SourceFile>,
}

impl Sources {
    /// The file in which a global offset lies.
    ///
    /// # Panics
    /// Never while there is at least one file, which reading a plan guarantees.
    pub fn file(&self, span: Span) -> &SourceFile {
        let after = self.files.partition_point(|file| file.base <= span.start);
        &self.files[after.saturating_sub(1)]
    }

    /// The text that a span underlines.
    pub fn slice(&self, span: Span) -> &str {
        self.file(span).slice(span)
    }

    /// The path of the root plan.
    pub fn root(&self) -> &Path {
        &self.files[0].path
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let file = SourceFile::new("plan.toml", "a = 1\r\n标题 = \"好😀x\"".into(), 0);
        let place = file.position(Span::new(0, file.text.find('x').unwrap()..0).start);
        assert_eq!((place.line, place.column), (2, 9));
    }

    #[test]
    fn bytes_count_the_byte_order_mark_and_nothing_else_does() {
        let file = SourceFile::new("plan.toml", "\u{feff}a = 1".into(), 0);
        let place = file.position(4);
        assert_eq!((place.line, place.column, place.byte), (1, 5, 7));
        assert_eq!(file.slice(Span { start: 4, end: 5 }), "1");
        let second = SourceFile::new("plan.toml", "\u{feff}\u{feff}".into(), 0);
        assert_eq!(second.text, "\u{feff}");
    }

    /// Latin, Chinese, an emoji of two UTF-16 units and of four bytes, both line ends.
    const MIXED: &str = "a = 1\r\n标题 = \"好😀x\"\n\n😀";

    fn file(text: &str) -> SourceFile {
        SourceFile::new("plan.toml", text.into(), 7)
    }

    #[test]
    fn editors_count_utf_16_units_from_zero() {
        let file = file(MIXED);
        for (written, line, character) in [
            ("a = 1", 0, 0),
            ("\r\n标", 0, 5),
            ("标", 1, 0),
            ("题", 1, 1),
            ("好", 1, 6),
            ("😀x", 1, 7),
            ("x", 1, 9),
            ("\n\n😀", 1, 11),
            ("\n😀", 2, 0),
        ] {
            let place = Utf16Position { line, character };
            let byte = MIXED.find(written).unwrap();
            assert_eq!(file.utf16_position(byte), place, "{written:?}");
            assert_eq!(file.byte_at_utf16(place), byte, "{written:?}");
        }
        let inside_an_emoji = MIXED.find('😀').unwrap() + 2;
        assert_eq!(file.utf16_position(inside_an_emoji).character, 7);
        assert_eq!(file.utf16_position(usize::MAX).line, 3);
    }

    #[test]
    fn places_outside_the_text_are_led_to_the_nearest_one() {
        for (text, line, character, byte) in [
            ("", 0, 0, 0),
            ("", 3, 3, 0),
            ("ab\r\nc", 0, 2, 2),
            ("ab\r\nc", 0, 3, 2),
            ("ab\nc", 0, usize::MAX, 2),
            ("ab\nc", 1, 9, 4),
            ("ab\nc", 2, 0, 4),
            ("ab\n", 1, 0, 3),
            ("ab\n", usize::MAX, usize::MAX, 3),
            ("😀b", 0, 1, 0),
            ("好b", 0, 1, 3),
        ] {
            let place = Utf16Position { line, character };
            assert_eq!(file(text).byte_at_utf16(place), byte, "{text:?} {place:?}");
        }
    }

    #[test]
    fn lines_and_columns_of_people_lead_to_bytes() {
        for (line, column, rest) in [
            (0, 9, MIXED),
            (1, 0, MIXED),
            (1, 1, MIXED),
            (1, 99, "\r\n标题 = \"好😀x\"\n\n😀"),
            (2, 9, "x\"\n\n😀"),
            (3, 4, "\n😀"),
            (4, 1, "😀"),
            (4, 2, ""),
            (5, 1, ""),
            (usize::MAX, usize::MAX, ""),
        ] {
            let byte = file(MIXED).byte_at(line, column);
            assert_eq!(&MIXED[byte..], rest, "{line}:{column}");
        }
    }

    proptest! {
        #[test]
        fn every_place_leads_back_to_its_byte(
            pieces in prop::collection::vec(
                prop::sample::select(&["a", "好", "😀", "\r", "\n", "\r\n"][..]),
                0..40,
            ),
            line in 0..50_usize,
            column in 0..50_usize,
        ) {
            let file = file(&pieces.concat());
            let inside_line_end =
                |byte| file.text[..byte].ends_with('\r') && file.text[byte..].starts_with('\n');
            let boundary = |byte: &usize| file.text.is_char_boundary(*byte) && !inside_line_end(*byte);
            for byte in (0..=file.text.len()).filter(boundary) {
                let place = file.position(file.base + byte as u32);
                prop_assert_eq!(file.byte_at(place.line, place.column), byte);
                prop_assert_eq!(file.byte_at_utf16(file.utf16_position(byte)), byte);
            }
            prop_assert!(boundary(&file.byte_at(line, column)));
            let place = Utf16Position { line, character: column };
            prop_assert!(boundary(&file.byte_at_utf16(place)));
        }
    }

    #[test]
    fn columns_of_a_long_line_are_counted_from_its_start() {
        let file = file(&format!("{}\n{}x", "短".repeat(400), "长".repeat(3000)));
        let x = file.text.find('x').unwrap();
        let place = file.position(file.base + x as u32);
        assert_eq!((place.line, place.column), (2, 3001));
        assert_eq!(file.position(u32::MAX).column, 3002);
        assert_eq!(&file.text[file.line(0)], "短".repeat(400));
        for length in [0, 1023, 1024, 1025, 2048] {
            let file = SourceFile::new("plan.toml", "a".repeat(length), 0);
            assert_eq!(file.position(u32::MAX).column, length + 1);
        }
    }

    #[test]
    fn a_span_knows_its_file() {
        let first = SourceFile::new("a.toml", "a".into(), 0);
        let second = SourceFile::new("b.toml", "bc".into(), first.end());
        let sources = Sources {
            files: vec![first, second],
        };
        assert_eq!(sources.slice(Span { start: 0, end: 1 }), "a");
        assert_eq!(sources.slice(Span { start: 3, end: 4 }), "c");
    }
}
