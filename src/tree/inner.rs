//! What stands inside a text and may not: its own quotes, and backslashes.

use std::ops::Range;

use super::mending::Edit;
use super::mistake::{Explained, Mistake, Repair};
use super::region::regions;
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// The quote and the range of a value that is a text on one line.
    fn quoted_line(&self) -> Option<(char, Range<usize>)> {
        let start = self.value_start()?;
        let line = self.first_line();
        let written = self.text.get(start..line.end)?.trim();
        let start = line.end - written.len();
        let quote = written.chars().next()?;
        let value = written.trim_end_matches([',', ';', '\u{FF0C}', '\u{FF1B}', ' ']);
        matches!(quote, '"' | '\'').then_some((quote, start..start + value.len()))
    }

    /// Quotes around a text that were typed twice at one end or at both.
    pub(super) fn doubled_quotes(&self) -> Option<Explained> {
        let (quote, range) = self.quoted_line()?;
        let value = &self.text[range.clone()];
        let inside = value.trim_matches(quote);
        if inside.is_empty() || inside.contains(quote) {
            return None;
        }
        let opening = value.len() - value.trim_start_matches(quote).len();
        let closing = value.len() - value.trim_end_matches(quote).len();
        if opening.max(closing) < 2 || closing == 0 {
            return None;
        }
        let edits = vec![
            (range.start..range.start + opening - 1, String::new()),
            (range.end + 1 - closing..range.end, String::new()),
        ];
        let help = text!(
            "写成 `{quote}{inside}{quote}`",
            "write `{quote}{inside}{quote}`"
        );
        let message = Text::fixed("引号写重了", "the quotes are doubled");
        let finding = self.finding(range, message).help(help);
        self.cures(&edits).then_some((finding, Repair::Mend(edits)))
    }

    /// Quotes inside a text.
    pub(super) fn inner_quotes(&self) -> Option<Explained> {
        let (quote, range) = self.quoted_line()?;
        let value = &self.text[range.clone()];
        let inside = value.strip_prefix(quote)?.strip_suffix(quote)?;
        if inside.contains(['=', '\\'])
            || inside.contains("\",")
            || !inside.split(quote).skip(1).step_by(2).all(is_quotable)
        {
            return None;
        }
        let quotes = inside.match_indices(quote).enumerate();
        let edits: Vec<Edit> = quotes
            .map(|(count, (at, _))| {
                let put = match quote {
                    '\'' => "\u{2019}",
                    _ if count % 2 == 0 => "\u{201C}",
                    _ => "\u{201D}",
                };
                (range.start + 1 + at..range.start + 2 + at, put.to_owned())
            })
            .collect();
        let first = edits.first()?.0.clone();
        let (message, help) = if quote == '"' {
            (
                Text::fixed(
                    "文字里不能直接写英文引号 `\"`",
                    "a `\"` inside a text ends it",
                ),
                Text::fixed(
                    "文字里面改用中文引号 “ ”，或写成 `\\\"`",
                    "write “ ” inside the text, or `\\\"`",
                ),
            )
        } else {
            (
                Text::fixed(
                    "单引号里的文字不能再有 `'`",
                    "a `'` inside a text in single quotes ends it",
                ),
                Text::fixed(
                    "前后改用 `\"`，或把里面的写成 `’`",
                    "put the text in `\"`, or write `’` inside it",
                ),
            )
        };
        let finding = self.finding(first, message).help(help);
        self.cures(&edits).then_some((finding, Repair::Mend(edits)))
    }

    /// A backslash that is meant as one.
    pub(super) fn escape(&self) -> Option<Explained> {
        if !self.kind().starts_with("missing escaped value") {
            return None;
        }
        let at = self.at();
        let parts = regions(self.text, self.statement().range.clone());
        let part = parts.into_iter().find(|part| part.range.contains(&at))?;
        let mut edits = Vec::new();
        let mut escaped = false;
        for (offset, letter) in self.text[part.range.clone()].char_indices() {
            let place = part.range.start + offset;
            if escaped && !matches!(letter, '"' | '\\' | '\n' | '\r') {
                edits.push((place..place, "\\".to_owned()));
            }
            escaped = letter == '\\' && !escaped;
        }
        let start = at.checked_sub(1)?;
        let finding = self.finding(
            start..self.visible().end.max(at),
            Text::fixed(
                "文字里的反斜杠要写两个 `\\\\`",
                "a backslash inside a text is written twice, `\\\\`",
            ),
        );
        let help = Text::fixed(
            "写成 `\\\\`，或者改用单引号",
            "write `\\\\`, or use single quotes",
        );
        Some((finding.help(help), Repair::Mend(edits)))
    }
}

/// Whether a piece of a line may stand in quotes, and does not rather stand between two.
fn is_quotable(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && text.trim() == text
}
