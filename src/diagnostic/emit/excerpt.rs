//! The lines of a file that a finding points at, as a terminal may show them: without hidden
//! characters, cut round the places where they are wider than it.

use std::collections::BTreeMap;
use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::UnicodeWidthChar;

use super::visible;
use crate::source::{Position, SourceFile, Span};

/// Lines that are shown of a place that goes over more.
const MOST_LINES: usize = 4;

/// Columns that are shown before and after a place on a line that is cut.
const AROUND: usize = 16;

/// Fewest columns that are shown of a place itself.
const FEWEST: usize = 16;

/// What stands for what was left out.
const LEFT_OUT: char = '…';

/// Lines of one file.
#[derive(Debug)]
pub(super) struct Excerpt {
    path: String,
    text: String,
    lines: Vec<Line>,
    pieces: Vec<Piece>,
    places: Vec<(usize, Position)>,
}

/// A line of the excerpt: where it begins there, and which line of the file it is, from 0.
#[derive(Debug)]
struct Line {
    start: usize,
    number: usize,
}

/// A stretch of the file that is shown, and where it begins in the excerpt.
#[derive(Debug)]
struct Piece {
    file: Range<usize>,
    start: usize,
}

impl Excerpt {
    /// The lines of places in a file, at most `width` columns of each.
    pub(super) fn new(file: &SourceFile, spans: &[Span], width: usize) -> Self {
        let mut excerpt = Self {
            path: visible::words(&file.path.display().to_string()).into_owned(),
            text: String::new(),
            lines: Vec::new(),
            pieces: Vec::new(),
            places: Vec::new(),
        };
        for (number, places) in places_by_line(file, spans) {
            excerpt.add(file, number, &places, width);
        }
        let places = spans.iter().map(|span| {
            let shown = excerpt.at(file.byte_in_text(span.start));
            (shown, file.position(span.start))
        });
        excerpt.places = places.collect();
        excerpt
    }

    fn add(&mut self, file: &SourceFile, number: usize, places: &[Range<usize>], width: usize) {
        let line = file.line(number);
        self.lines.push(Line {
            start: self.text.len(),
            number,
        });
        let mut shown_up_to = line.start;
        for piece in kept(&file.text, line.clone(), places, width) {
            if piece.start > shown_up_to {
                self.text.push(LEFT_OUT);
            }
            shown_up_to = piece.end;
            self.pieces.push(Piece {
                file: piece.clone(),
                start: self.text.len(),
            });
            self.text.push_str(&visible::snippet(&file.text[piece]));
        }
        if shown_up_to < line.end {
            self.text.push(LEFT_OUT);
        }
        self.text.push('\n');
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim_matches('\n').is_empty()
    }

    /// Where a span of the file stands in the excerpt.
    pub(super) fn span(&self, file: &SourceFile, span: Span) -> SourceSpan {
        let byte = |offset: u32| self.at(file.byte_in_text(offset));
        let start = byte(span.start);
        (start, byte(span.end).saturating_sub(start)).into()
    }

    /// Where a byte of the file stands in the excerpt; where it would, if it is left out.
    fn at(&self, byte: usize) -> usize {
        let after = self
            .pieces
            .partition_point(|piece| piece.file.start <= byte);
        let Some(piece) = after.checked_sub(1).map(|before| &self.pieces[before]) else {
            return 0;
        };
        piece.start + byte.min(piece.file.end) - piece.file.start
    }

    fn line_of(&self, offset: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= offset)
            .saturating_sub(1)
    }
}

/// The lines that places touch, each with what they take of it.
fn places_by_line(file: &SourceFile, spans: &[Span]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut lines: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for span in spans {
        let (start, end) = (file.position(span.start), file.position(span.end));
        let first = start.line - 1;
        let ends_before_line = end.line > start.line && end.column == 1;
        let last = end.line - 1 - usize::from(ends_before_line);
        for number in first..=last.min(first + MOST_LINES - 1) {
            let line = file.line(number);
            let within = |offset| file.byte_in_text(offset).clamp(line.start, line.end);
            let part = within(span.start)..within(span.end);
            lines.entry(number).or_default().push(part);
        }
    }
    lines
}

/// What is kept of a line: all of it, or its start and the places with what stands around them.
fn kept(
    text: &str,
    line: Range<usize>,
    places: &[Range<usize>],
    width: usize,
) -> Vec<Range<usize>> {
    if forward(text, line.start, line.end, width) == line.end {
        return vec![line];
    }
    let share = (width / places.len().max(1))
        .saturating_sub(2 * AROUND)
        .max(FEWEST);
    let mut pieces = Vec::from_iter(std::iter::once(
        line.start..forward(text, line.start, line.end, AROUND),
    ));
    for place in places {
        let shown = forward(text, place.start, place.end, share);
        let end = if shown == place.end {
            forward(text, shown, line.end, AROUND)
        } else {
            shown
        };
        pieces.push(backward(text, place.start, line.start, AROUND)..end);
    }
    pieces.sort_by_key(|piece| piece.start);
    pieces.into_iter().fold(Vec::new(), |mut merged, piece| {
        match merged.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => merged.push(piece),
        }
        merged
    })
}

/// The byte after as many characters as fit into some columns.
fn forward(text: &str, from: usize, end: usize, width: usize) -> usize {
    from + fitting(text[from..end].chars(), width)
}

/// The byte before as many characters as fit into some columns.
fn backward(text: &str, from: usize, start: usize, width: usize) -> usize {
    from - fitting(text[start..from].chars().rev(), width)
}

/// The bytes of as many characters as fit into some columns.
fn fitting(letters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut columns = 0;
    let fits = |letter: &char| {
        columns += if *letter == '\t' {
            4
        } else {
            letter.width().unwrap_or(1)
        };
        columns <= width
    };
    letters.take_while(fits).map(char::len_utf8).sum()
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        if self.lines.is_empty() || end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (first, last) = (
            self.line_of(span.offset()),
            self.line_of(end.max(span.offset() + 1) - 1),
        );
        let start = self.lines[first].start;
        let end = self
            .lines
            .get(last + 1)
            .map_or(self.text.len(), |next| next.start);
        let place = self
            .places
            .iter()
            .find(|(offset, _)| *offset == span.offset());
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            &self.text.as_bytes()[start..end],
            (start, end - start).into(),
            self.lines[first].number,
            place.map_or(0, |(_, place)| place.column - 1),
            last - first + 1,
        )))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn excerpt(text: &str, places: &[Range<usize>], width: usize) -> (SourceFile, Excerpt) {
        let file = SourceFile::new("plan.toml", text.to_owned(), 3);
        let spans: Vec<Span> = places
            .iter()
            .map(|place| Span::new(3, place.clone()))
            .collect();
        let excerpt = Excerpt::new(&file, &spans, width);
        (file, excerpt)
    }

    #[test]
    fn a_long_line_is_cut_round_the_place() {
        let text = format!("summary = \"{}\" 多\nnext = 1\n", "字".repeat(500));
        let place = text.find('多').unwrap();
        let (_, excerpt) = excerpt(&text, std::slice::from_ref(&(place..place + 3)), 60);
        assert_eq!(excerpt.text, "summary = \"字字…字字字字字字字\" 多\n");
        assert_eq!(&excerpt.text[excerpt.at(place)..], "多\n");
    }

    #[test]
    fn a_place_over_many_lines_shows_the_first() {
        let text = "a = [\n".to_owned() + &"  1,\n".repeat(30) + "]\n";
        let (file, excerpt) = excerpt(&text, std::slice::from_ref(&(4..text.len() - 1)), 60);
        assert_eq!(excerpt.text, "a = [\n  1,\n  1,\n  1,\n");
        let span = excerpt.span(&file, Span::new(3, 4..text.len() - 1));
        assert_eq!((span.offset(), span.len()), (4, excerpt.text.len() - 5));
    }

    #[test]
    fn a_byte_order_mark_moves_no_underline() {
        let (file, excerpt) = excerpt("\u{feff}name = 1\n", std::slice::from_ref(&(7..8)), 60);
        let span = excerpt.span(&file, Span::new(3, 7..8));
        assert_eq!(
            (excerpt.text.as_str(), span.offset(), span.len()),
            ("name = 1\n", 7, 1)
        );
    }

    proptest! {
        #[test]
        fn what_a_place_underlines_begins_as_it_does(
            pieces in prop::collection::vec(
                prop::sample::select(&["abcdefghijkl", "好", "😀", "\t", "\r\n", "\n", "\u{1b}"][..]),
                0..80,
            ),
            places in prop::collection::vec((0..300_usize, 0..60_usize), 1..4),
            width in 40..100_usize,
        ) {
            let text = pieces.concat();
            let floor = |byte: usize| text.floor_char_boundary(byte.min(text.len()));
            let places: Vec<_> =
                places.iter().map(|(start, length)| floor(*start)..floor(start + length)).collect();
            let (file, excerpt) = excerpt(&text, &places, width);
            for place in places {
                let span = excerpt.span(&file, Span::new(3, place.clone()));
                prop_assert!(excerpt.read_span(&span, 0, 0).is_ok());
                let shown = &excerpt.text[span.offset()..span.offset() + span.len()];
                let first = |text: &str| visible::snippet(text).chars().next();
                let written = text[place].trim_start_matches(['\r', '\n']);
                if !shown.starts_with(['\n', '…']) && !shown.is_empty() && !written.is_empty() {
                    prop_assert_eq!(first(shown), first(written));
                }
            }
        }
    }
}
