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
    lines: OnceLock<Vec<u32>>,
}

/// A place in a file, for people and for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// Unicode scalar values before the place on its line, from 1.
    pub column: usize,
    /// Bytes from the start of the file, from 0.
    pub byte: usize,
}

impl SourceFile {
    /// A file whose first byte has the global offset `base`.
    pub fn new(path: impl Into<PathBuf>, text: String, base: u32) -> Self {
        Self {
            path: path.into(),
            text,
            base,
            lines: OnceLock::new(),
        }
    }

    /// The global offset one past this file: one more than its length, so that the
    /// empty span at the end of one file is not the start of the next.
    pub fn end(&self) -> u32 {
        Span::new(self.base, 0..self.text.len() + 1).end
    }

    /// The place of a global offset that lies in this file.
    pub fn position(&self, offset: u32) -> Position {
        let byte = self.floor_boundary(offset.saturating_sub(self.base) as usize);
        let lines = self.line_starts();
        let line = lines
            .partition_point(|&start| start as usize <= byte)
            .max(1);
        let start = lines[line - 1] as usize;
        Position {
            line,
            column: self.text[start..byte].chars().count() + 1,
            byte,
        }
    }

    /// The text of a span that lies in this file.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.floor_boundary(span.start.saturating_sub(self.base) as usize);
        let end = self.floor_boundary(span.end.saturating_sub(self.base) as usize);
        &self.text[start..end.max(start)]
    }

    /// The bytes of the whole lines that a range of bytes touches, and of some lines before
    /// and after; nothing if the range is not in the file.
    pub fn lines_around(
        &self,
        range: Range<usize>,
        before: usize,
        after: usize,
    ) -> Option<Range<usize>> {
        if range.end > self.text.len() {
            return None;
        }
        let starts = self.line_starts();
        let line_of = |byte: usize| starts.partition_point(|&start| start as usize <= byte) - 1;
        let first = line_of(range.start).saturating_sub(before);
        let last = line_of(range.end.max(range.start + 1) - 1) + after;
        let end = starts
            .get(last + 1)
            .map_or(self.text.len(), |&start| start as usize);
        Some(starts[first] as usize..end)
    }

    fn floor_boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
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
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let file = SourceFile::new("plan.toml", "a = 1\r\n标题 = \"好😀x\"".into(), 0);
        let place = file.position(Span::new(0, file.text.find('x').unwrap()..0).start);
        assert_eq!((place.line, place.column), (2, 9));
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
