//! What a syntax error is, in the words of people, and how to go on after it.

use std::ops::Range;

use toml::de::DeTable;

use super::figure::malformed;
use super::keypath::{path_of, table_of};
use super::mending::{Edit, Mending};
use super::message::say;
use super::region::{Kind, regions};
use super::statement::Statement;
use super::syntax::SYNTAX;
use super::{Damage, KeyFor, wide};
use crate::diagnostic::{Diagnostic, Text, text};
use crate::source::Span;

/// How to go on after a mistake.
#[derive(Debug)]
pub(super) enum Repair {
    /// These edits say what was meant.
    Mend(Vec<Edit>),
    /// These edits may be what was meant; the statement is taken out.
    Offer(Vec<Edit>),
    /// The statement is taken out.
    Remove,
}

impl Repair {
    /// What is offered as a fix.
    pub(super) fn edits(&self) -> &[Edit] {
        match self {
            Self::Mend(edits) | Self::Offer(edits) => edits,
            Self::Remove => &[],
        }
    }
}

/// A finding, and how to go on.
pub(super) type Explained = (Diagnostic, Repair);

/// What the parser says about a statement that it reads by itself.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    /// In the whole text.
    pub(super) span: Range<usize>,
    pub(super) message: String,
}

/// What is wrong with a range of a text that is read by itself, in order of place.
pub(super) fn faults(text: &str, range: &Range<usize>) -> Vec<Fault> {
    let (table, errors) = DeTable::parse_recoverable(&text[range.clone()]);
    let shifted = |span: Range<usize>| range.start + span.start..range.start + span.end;
    let mut faults: Vec<_> = errors
        .iter()
        .map(|error| Fault {
            span: shifted(error.span().unwrap_or_default()),
            message: error.message().to_owned(),
        })
        .collect();
    faults.sort_by_key(|fault| fault.span.start);
    if faults.is_empty() {
        let figures = malformed(table.get_ref()).into_iter();
        faults.extend(figures.map(|span| Fault {
            span: shifted(span),
            message: "invalid integer number".to_owned(),
        }));
    }
    faults
}

/// A statement with faults. All ranges are those of the text that was parsed.
pub(super) struct Mistake<'m> {
    pub(super) text: &'m str,
    pub(super) statements: &'m [Statement],
    pub(super) index: usize,
    /// In order of place.
    pub(super) faults: &'m [Fault],
    pub(super) key_for: &'m KeyFor,
    pub(super) mending: &'m Mending<'m>,
    pub(super) base: u32,
}

impl Mistake<'_> {
    /// The findings about the first mistake, and how to go on. A mistake on many lines has one
    /// for each. Of what may be meant, the first holds that leaves fewer faults.
    pub(super) fn explain(&self) -> Vec<Explained> {
        let before_marks: [fn(&Self) -> Option<Explained>; 7] = [
            Self::note,
            Self::lost_header,
            Self::unopened,
            Self::header,
            Self::spoken_pair,
            Self::unclosed_wide,
            Self::lost_quote,
        ];
        let after_marks: [fn(&Self) -> Option<Explained>; 21] = [
            Self::too_deep,
            Self::doubled_quotes,
            Self::inner_quotes,
            Self::unclosed_line,
            Self::mismatched,
            Self::unclosed,
            Self::comment,
            Self::percent,
            Self::word,
            Self::escape,
            Self::opened_late,
            Self::extra_closing,
            Self::parentheses,
            Self::semicolons,
            Self::colons,
            Self::marks_of_other_languages,
            Self::key,
            Self::duplicate,
            Self::comma,
            Self::after_value,
            Self::value,
        ];
        let first = |meant: &[fn(&Self) -> Option<Explained>]| {
            meant
                .iter()
                .find_map(|meant| meant(self).filter(|(_, repair)| self.helps(repair.edits())))
        };
        if let Some(found) = first(&before_marks) {
            return vec![found];
        }
        for found in [self.wide(), self.bare_list()] {
            let edits = found.iter().flat_map(|(_, repair)| repair.edits().to_vec());
            let edits: Vec<_> = edits.collect();
            if !found.is_empty() && self.helps(&edits) {
                return found;
            }
        }
        vec![first(&after_marks).unwrap_or_else(|| {
            let message = say(&self.fault().message);
            (self.finding(self.visible(), message), Repair::Remove)
        })]
    }

    /// Whether a line is no statement at all.
    pub(super) fn line(&self) -> Vec<Explained> {
        let found = self.note().or_else(|| self.lost_header());
        found.into_iter().collect()
    }

    /// Whether edits leave fewer faults, or move the first one on; no edits always do.
    pub(super) fn helps(&self, edits: &[Edit]) -> bool {
        let Some(before) = self.faults.first() else {
            return true;
        };
        match self.next_fault(edits) {
            Some((at, put)) => edits.is_empty() || (at > before.span.start && !put),
            None => true,
        }
    }

    /// Whether edits leave no fault at all.
    pub(super) fn cures(&self, edits: &[Edit]) -> bool {
        self.next_fault(edits).is_none()
    }

    /// Where the first fault is after edits, and whether it lies in what was put there.
    fn next_fault(&self, edits: &[Edit]) -> Option<(usize, bool)> {
        let first = edits.first()?;
        let start = self.statement().range.start.min(first.0.start);
        let written = &self.text[start..self.statement().range.end];
        let mut mended = Mending::new(written);
        let shifted = edits.iter().map(|(range, put)| {
            let end = range.end.min(start + written.len());
            (range.start - start..end - start, put.clone())
        });
        mended.apply(shifted.collect());
        let after = faults(mended.text(), &(0..mended.text().len()));
        let next = after.first()?;
        let at = start + mended.origin_of(next.span.start..next.span.start).start;
        Some((at, mended.was_put(next.span.start)))
    }

    /// What is lost when the statement is taken out.
    pub(super) fn damage(&self) -> Damage {
        let mut path = self.path();
        path.truncate(3);
        Damage {
            path,
            span: self.place(self.statement().range.clone()),
        }
    }

    pub(super) fn place(&self, range: Range<usize>) -> Span {
        Span::new(self.base, self.mending.origin_of(range))
    }

    pub(super) fn finding(&self, range: Range<usize>, message: Text) -> Diagnostic {
        Diagnostic::new(&SYNTAX, self.place(range), message)
    }

    pub(super) fn fault(&self) -> &Fault {
        &self.faults[0]
    }

    /// Where the first fault is, at the end of the statement at the latest.
    pub(super) fn at(&self) -> usize {
        let range = &self.statement().range;
        let at = self.fault().span.start.clamp(range.start, range.end);
        self.text.floor_char_boundary(at)
    }

    /// The parser's message without what it expected.
    pub(super) fn kind(&self) -> &str {
        let message = &self.fault().message;
        message.split(", expected ").next().unwrap_or_default()
    }

    pub(super) fn statement(&self) -> &Statement {
        &self.statements[self.index]
    }

    /// The keys that lead to the statement, its own included.
    pub(super) fn path(&self) -> Vec<String> {
        path_of(self.text, self.statements, self.index)
    }

    /// The keys of the table to which the statement belongs.
    pub(super) fn table(&self) -> Vec<String> {
        table_of(self.text, self.statements, self.index)
    }

    /// The statement as written.
    pub(super) fn written(&self) -> &str {
        &self.text[self.statement().range.clone()]
    }

    /// The first line of the statement, without the comment and the space at its end.
    pub(super) fn first_line(&self) -> Range<usize> {
        let start = self.statement().range.start;
        let line = self.written().lines().next().unwrap_or_default();
        let parts = regions(self.text, start..start + line.len());
        let comment = parts.iter().find(|part| part.kind == Kind::Comment);
        let end = comment.map_or(start + line.len(), |comment| comment.range.start);
        start..start + self.text[start..end].trim_end().len()
    }

    /// Where the statement ends, without comments and the space at its end.
    pub(super) fn last(&self) -> usize {
        let parts = regions(self.text, self.statement().range.clone());
        let ends = parts.iter().rev().filter(|part| part.kind != Kind::Comment);
        let ends =
            ends.map(|part| part.range.start + self.text[part.range.clone()].trim_end().len());
        let filled = ends.zip(parts.iter().rev().filter(|part| part.kind != Kind::Comment));
        filled
            .filter(|(end, part)| *end > part.range.start)
            .map(|(end, _)| end)
            .next()
            .unwrap_or(self.statement().range.start)
    }

    /// The span of the error, or the character at it, inside the statement.
    pub(super) fn visible(&self) -> Range<usize> {
        let last = self.statement().range.start + self.written().trim_end().len();
        let start = self.at().min(last);
        let end = self.fault().span.end;
        if end > start && end <= last && self.text.is_char_boundary(end) {
            return start..end;
        }
        let length = self.text[start..last]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        start..start + length
    }

    /// Full-width marks in place of those of TOML: one finding for each line.
    fn wide(&self) -> Vec<Explained> {
        if self.bare_value().is_some_and(|value| {
            self.text[value].starts_with(|letter| matches!(letter, '\u{3400}'..='\u{9FFF}'))
        }) {
            return Vec::new();
        }
        let found = wide::find(self.text, self.statement().range.clone());
        let same_line = |a: &wide::Wide, b: &wide::Wide| !self.text[a.at..b.at].contains('\n');
        found
            .chunk_by(same_line)
            .map(|line| self.wide_line(line))
            .collect()
    }

    fn wide_line(&self, line: &[wide::Wide]) -> Explained {
        let (wide, plain) = (line[0].written, self.plain(&line[0]));
        let at = line[0].at..line[0].at + wide.len_utf8();
        let edit = |mark: &wide::Wide| (mark.edit().0, self.plain(mark).to_string());
        let message = text!(
            "这里是全角符号 `{wide}`，应为半角 `{plain}`",
            "the full-width `{wide}` should be a plain `{plain}`"
        );
        let finding = self.finding(at, message).help(text!(
            "切换到英文输入法，把 `{wide}` 改成 `{plain}`",
            "type `{plain}` with an English keyboard in place of `{wide}`"
        ));
        (finding, Repair::Mend(line.iter().map(edit).collect()))
    }

    /// What a full-width mark stands for: between the keys of a header all are dots.
    fn plain(&self, mark: &wide::Wide) -> char {
        match mark.plain {
            '=' | ',' | ':' | '/' if self.statement().header => '.',
            plain => plain,
        }
    }

    /// Brackets in brackets in brackets.
    fn too_deep(&self) -> Option<Explained> {
        if !["cannot recurse further", "recursion limit"]
            .iter()
            .any(|start| self.kind().starts_with(start))
        {
            return None;
        }
        let at = self.visible();
        let finding = self.finding(
            at,
            Text::fixed("嵌套太深，无法读取", "nested too deeply to be read"),
        );
        let help = Text::fixed("最多嵌套 80 层", "at most 80 levels are read");
        Some((finding.help(help), Repair::Remove))
    }
}
