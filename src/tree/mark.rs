//! Marks that are missing, or stand where another belongs.

use std::ops::Range;

use super::mending::Edit;
use super::mistake::{Explained, Mistake, Repair};
use super::region::{self, regions};
use super::statement::begins_statement;
use super::token::{Kind, tokens};
use super::written::parses;
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// What stands between a key and its value in other languages.
    pub(super) fn marks_of_other_languages(&self) -> Option<Explained> {
        if self.statement().header {
            return None;
        }
        let line = self.first_line();
        let written = &self.text[line.clone()];
        let at = written.find(['=', ':'])?;
        let rest = &written[at..];
        let mark = &rest[..rest
            .find(|letter| !"=:>".contains(letter))
            .unwrap_or(rest.len())];
        if mark == "=" || written[..at].contains(['"', '\'', '[', '{']) {
            return None;
        }
        let start = line.start + at;
        let space = if written[..at].ends_with(' ') {
            ""
        } else {
            " "
        };
        let finding = self
            .finding(
                start..start + mark.len(),
                text!(
                    "字段名和值之间要写 `=`，不是 `{mark}`",
                    "a key and its value are joined by `=`, not `{mark}`"
                ),
            )
            .help(text!(
                "把 `{mark}` 改成 `=`",
                "write `=` in place of `{mark}`"
            ));
        let edit = (start..start + mark.len(), format!("{space}="));
        Some((finding, Repair::Mend(vec![edit])))
    }

    /// Semicolons in place of commas.
    pub(super) fn semicolons(&self) -> Option<Explained> {
        self.instead_of(&[';', '\u{FF1B}'], ',')
    }

    /// Colons in place of `=` in an inline table.
    pub(super) fn colons(&self) -> Option<Explained> {
        self.instead_of(&[':', '\u{FF1A}'], '=')
    }

    /// Marks inside the brackets of a value that stand for another.
    fn instead_of(&self, marks: &[char], meant: char) -> Option<Explained> {
        let start = self.value_start()?;
        let parts = regions(self.text, start..self.last().max(start));
        let open = parts
            .into_iter()
            .filter(|part| part.kind == region::Kind::Open);
        let mut edits = Vec::new();
        for part in open {
            let written = &self.text[part.range.clone()];
            for (at, letter) in written
                .char_indices()
                .filter(|(_, letter)| marks.contains(letter))
            {
                let at = part.range.start + at;
                let put = if meant == '=' {
                    " =".to_owned()
                } else {
                    meant.to_string()
                };
                edits.push((at..at + letter.len_utf8(), put));
            }
        }
        let first = edits.first()?.0.clone();
        let written = &self.text[first.clone()];
        let value = self.text[start..].trim_start();
        if !value.starts_with(['[', '{']) || !self.cures(&edits) {
            return None;
        }
        let message = text!(
            "这里要写 `{meant}`，不是 `{written}`",
            "`{meant}` belongs here, not `{written}`"
        );
        let help = text!(
            "把 `{written}` 改成 `{meant}`",
            "write `{meant}` in place of `{written}`"
        );
        Some((self.finding(first, message).help(help), Repair::Mend(edits)))
    }

    /// What stands on a line after a value that is complete.
    pub(super) fn after_value(&self) -> Option<Explained> {
        if self.statement().header || !self.kind().starts_with("unexpected key or value") {
            return None;
        }
        let at = self.at();
        let line = self.text[at..self.statement().range.end].lines().next()?;
        let rest = line.split('#').next()?.trim_end();
        let first = rest.chars().next()?;
        let end = at + rest.len();
        let next = rest.trim_start_matches([',', ';', '\u{FF0C}', '\u{FF1B}', ' ', '\t']);
        let glued = first.is_alphabetic() && self.text[..at].ends_with(['"', '\'']);
        let (edit, message, help) = if begins_statement(next) {
            let space = self.text[..at].trim_end().len();
            (
                (space..end - next.len(), "\n".to_owned()),
                Text::fixed("一行只能写一个字段", "a line holds one key and its value"),
                Text::fixed("在这里换行", "break the line here"),
            )
        } else if glued || rest.contains(['"', '\'']) {
            return Some(self.second_text(at..end));
        } else {
            note_or_mark(at, rest, next.starts_with(char::is_alphabetic))?
        };
        let finding = self.finding(at..end, message).help(help);
        Some((finding, Repair::Mend(vec![edit])))
    }

    /// A text behind a text: one that was meant to go on, or a list without its marks.
    fn second_text(&self, range: Range<usize>) -> Explained {
        let message = Text::fixed(
            "这个字段已有一段文字，后面又写了一段",
            "this key has its text, and another one follows",
        );
        let help = Text::fixed(
            "合并成一段；如果是几项内容，写成 `[\"甲\", \"乙\"]`",
            "make one text of both; several values are written `[\"a\", \"b\"]`",
        );
        (self.finding(range, message).help(help), Repair::Remove)
    }

    /// A mark behind a value that ends a line in other languages.
    pub(super) fn trailing_mark(&self, range: &Range<usize>) -> Option<Explained> {
        const MARKS: &[char] = &[
            ';', ',', '.', '\u{FF1B}', '\u{FF0C}', '\u{3002}', '\u{3001}', '|', '`',
        ];
        let value = &self.text[range.clone()];
        let mark = value
            .chars()
            .next_back()
            .filter(|letter| MARKS.contains(letter))?;
        let end = range.end - mark.len_utf8();
        let whole = value[..value.len() - mark.len_utf8()].trim_end();
        if !parses(whole) {
            return None;
        }
        let finding = self.finding(
            end..range.end,
            text!(
                "行末多了 `{mark}`",
                "there is an extra `{mark}` at the end of the line"
            ),
        );
        let help = text!("删去 `{mark}`", "remove the `{mark}`");
        Some((
            finding.help(help),
            Repair::Mend(vec![(end..range.end, String::new())]),
        ))
    }

    /// A comment that begins as in other languages.
    pub(super) fn comment(&self) -> Option<Explained> {
        let last = self.statement().range.start + self.written().trim_end().len();
        let from = self
            .bare_value()
            .map_or(self.visible().start, |value| value.start);
        let line = self.text.get(from..last)?.lines().next()?;
        let mark = ["//", "--"].into_iter().find(|mark| line.contains(mark))?;
        let at = line
            .find(mark)
            .filter(|at| !line[..*at].contains(['"', '\'', ':']))?;
        let range = from + at..from + at + mark.len();
        let message = text!(
            "说明要以 `#` 开头，不是 `{mark}`",
            "a comment begins with `#`, not with `{mark}`"
        );
        let help = text!("把 `{mark}` 改成 `#`", "write `#` in place of `{mark}`");
        let finding = self.finding(range.clone(), message).help(help);
        Some((finding, Repair::Mend(vec![(range, "#".to_owned())])))
    }

    /// A comma that is missing between two entries, or that stands where none may.
    pub(super) fn comma(&self) -> Option<Explained> {
        let at = self.at();
        if self.kind().starts_with("extra comma") && self.text[at..].starts_with(',') {
            let message = Text::fixed("这里多了一个逗号 `,`", "there is an extra `,` here");
            let finding = self
                .finding(at..at + 1, message)
                .help(Text::fixed("删去它", "remove it"));
            return Some((finding, Repair::Mend(vec![(at..at + 1, String::new())])));
        }
        let end = match self.kind() {
            "missing comma between array elements" => self.text[..at].trim_end().len(),
            _ => self.pair_without_comma()?,
        };
        if end <= self.statement().range.start {
            return None;
        }
        let before = self.text[..end]
            .chars()
            .next_back()
            .map_or(0, char::len_utf8);
        let finding = self
            .finding(
                end - before..end,
                Text::fixed(
                    "这一项后面缺少逗号 `,`",
                    "a `,` is missing after this entry",
                ),
            )
            .help(Text::fixed("补上逗号", "add the comma"));
        Some((finding, Repair::Mend(vec![(end..end, ",".to_owned())])))
    }

    /// Where an entry of an inline table ends that the next one follows without a comma.
    fn pair_without_comma(&self) -> Option<usize> {
        let range = self.statement().range.clone();
        let mut end = None;
        let mut after_equals = false;
        let all: Vec<_> = tokens(&self.text[..range.end], range.start).collect();
        for (at, token) in all.iter().enumerate() {
            let follows = all.get(at + 1).map(|next| next.kind);
            let written = &self.text[token.range.clone()];
            match token.kind {
                Kind::Word if after_equals => {
                    end = Some(token.range.end);
                    if follows == Some(Kind::Mark('=')) {
                        // A bare value and the key after it are one word.
                        let value = written.rsplit_once([' ', '\t'])?.0.trim_end();
                        return Some(token.range.start + value.len());
                    }
                    after_equals = false;
                }
                Kind::Word if follows == Some(Kind::Mark('=')) && end.is_some() => return end,
                Kind::Mark('=') => after_equals = true,
                Kind::Mark(']' | '}') => end = Some(token.range.end),
                _ => {
                    end = None;
                    after_equals = false;
                }
            }
        }
        None
    }
}

/// What is behind a value, at an offset: a note without its `#`, or one mark too many. What it
/// should be, what is wrong and what to do.
fn note_or_mark(at: usize, rest: &str, words: bool) -> Option<(Edit, Text, Text)> {
    let first = rest.chars().next()?;
    if first.is_alphabetic() || matches!(first, '(' | '\u{FF08}' | '-' | '\u{2014}') {
        Some((
            (at..at, "# ".to_owned()),
            Text::fixed(
                "值后面的说明要以 `#` 开头",
                "a note behind a value begins with `#`",
            ),
            Text::fixed("在说明前面加上 `#`", "put `#` in front of it"),
        ))
    } else if first == ';' && words {
        Some((
            (at..at + 1, "#".to_owned()),
            Text::fixed(
                "说明要以 `#` 开头，不是 `;`",
                "a comment begins with `#`, not with `;`",
            ),
            Text::fixed("把 `;` 改成 `#`", "write `#` in place of `;`"),
        ))
    } else {
        (rest.len() == first.len_utf8()).then(|| {
            (
                (at..at + rest.len(), String::new()),
                text!(
                    "行末多了 `{first}`",
                    "there is an extra `{first}` at the end of the line"
                ),
                text!("删去 `{first}`", "remove the `{first}`"),
            )
        })
    }
}
