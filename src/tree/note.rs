//! Lines of words that lack their `#`.

use super::Meant;
use super::header::meant_header;
use super::mistake::{Explained, Mistake, Repair};
use super::region::{Kind, line_end, line_start, regions};
use super::stray::is_unseen;
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// A line of words that lacks its `#`.
    pub(super) fn note(&self) -> Option<Explained> {
        if !self.is_note() {
            return None;
        }
        let range = self.first_line();
        let line = line_start(self.text, range.start);
        let plain = self.text[line..range.start]
            .trim_matches([' ', '\t'])
            .is_empty();
        let at = if plain { range.start } else { line };
        let written = &self.text[range.clone()];
        let edit = match COMMENTS.iter().find(|mark| written.starts_with(**mark)) {
            Some(mark) => (range.start..range.start + mark.len(), "#".to_owned()),
            None => (at..at, "# ".to_owned()),
        };
        let (message, help) = match COMMENTS.iter().find(|mark| written.starts_with(**mark)) {
            Some(mark) => (
                text!(
                    "说明要以 `#` 开头，不是 `{mark}`",
                    "a comment begins with `#`, not with `{mark}`"
                ),
                text!("把 `{mark}` 改成 `#`", "write `#` in place of `{mark}`"),
            ),
            None => (
                Text::fixed(
                    "这一行是说明文字，前面缺少 `#`",
                    "this line is plain text: a comment begins with `#`",
                ),
                Text::fixed("在行首加上 `#`", "put `#` in front of it"),
            ),
        };
        Some((
            self.finding(range, message).help(help),
            Repair::Mend(vec![edit]),
        ))
    }

    /// Whether a statement is a line of words and nothing else.
    pub(super) fn is_note(&self) -> bool {
        let statement = self.statement();
        let unseen = self.written().starts_with(is_unseen);
        if statement.header || statement.unopened.is_some() || unseen {
            return false;
        }
        let line = statement.range.start
            ..line_end(self.text, statement.range.start).min(statement.range.end);
        let written = self.text[line.clone()].trim();
        if COMMENTS.iter().any(|mark| written.starts_with(mark)) {
            return true;
        }
        let open: String = regions(self.text, line)
            .into_iter()
            .filter(|part| part.kind == Kind::Open)
            .map(|part| &self.text[part.range])
            .collect();
        if open.trim().is_empty() {
            return written.contains(is_chinese);
        }
        if written
            .chars()
            .all(|letter| "-=*~_+\u{2014}\u{2500}\u{2550} ".contains(letter))
        {
            return written.chars().count() > 2;
        }
        if open.contains(['=', '\u{FF1D}', '[', ']', '{', '}', '\u{3010}', '\u{3011}']) {
            return false;
        }
        let table = self.table();
        let is_key = |word: &str| matches!((self.key_for)(&table, word), Meant::Key(_));
        let (key, value) = match written.find([':', '\u{FF1A}']) {
            Some(colon) => (written[..colon].trim(), &written[colon..]),
            None => (written.split_whitespace().next().unwrap_or_default(), ""),
        };
        if is_key(key)
            || meant_header(written, self.key_for).is_some_and(|header| self.is_section(&header))
        {
            return false;
        }
        let chinese = open.contains(is_chinese);
        let words = open.split_whitespace().count();
        // `title: 手链` is a key of another language, `TODO: ask the boss` is a note.
        let is_pair = !value.is_empty() && key.is_ascii() && !key.contains(' ');
        (chinese && !is_pair) || words > 3 || (words > 2 && !is_pair)
    }

    fn is_section(&self, header: &str) -> bool {
        let word = header
            .trim_matches(['[', ']'])
            .split('.')
            .next()
            .unwrap_or_default();
        matches!((self.key_for)(&[], word), Meant::Key(_))
    }
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}')
}

/// How comments begin elsewhere, where the mark may also mean something else.
const COMMENTS: [&str; 2] = ["--", ";"];
