//! Texts whose quotes are missing, doubled or of another kind.

use std::ops::Range;

use super::mending::Edit;
use super::mistake::{Explained, Mistake, Repair};
use super::region::{Kind, regions};
use super::wide;
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// The quote and the range of a text on one line that is not closed.
    pub(super) fn open_text(&self) -> Option<(char, Range<usize>)> {
        let quote = match self.kind() {
            "invalid basic string" => '"',
            "invalid literal string" => '\'',
            _ => return None,
        };
        let at = self.at();
        let rest = &self.text[at..];
        if !rest.is_empty() && !rest.starts_with(['\r', '\n']) {
            return None;
        }
        let parts = regions(self.text, self.statement().range.clone());
        let part = parts
            .into_iter()
            .find(|part| part.kind == Kind::Text && part.range.contains(&at.saturating_sub(1)))?;
        let range = part.range.start..at;
        self.text[range.clone()]
            .starts_with(quote)
            .then_some((quote, range))
    }

    /// Text on one line that a full-width quote was meant to close.
    pub(super) fn closed_wide(&self) -> Option<Explained> {
        let (quote, range) = self.open_text()?;
        let inside = &self.text[range.start + 1..range.end];
        let mut marks = inside
            .char_indices()
            .filter(|(_, letter)| wide::stands_for(*letter, quote));
        let (Some((at, mark)), None) = (marks.next(), marks.next()) else {
            return None;
        };
        let rest = inside[at + mark.len_utf8()..].trim_start();
        if !rest.is_empty() && !rest.starts_with([',', ']', '}', '#', '\u{FF0C}']) {
            return None;
        }
        let start = range.start + 1 + at;
        let range = start..start + mark.len_utf8();
        let message = text!(
            "全角引号 `{mark}` 不能结束文字，应为 `{quote}`",
            "the full-width `{mark}` closes no text: it should be `{quote}`"
        );
        let finding = self.finding(range.clone(), message).help(text!(
            "把 `{mark}` 改成 `{quote}`",
            "write `{quote}` in place of `{mark}`"
        ));
        Some((finding, Repair::Mend(vec![(range, quote.to_string())])))
    }

    /// Text on one line whose opening quote is full-width, and whose closing one is missing.
    pub(super) fn unclosed_wide(&self) -> Option<Explained> {
        let start = self.value_start()?;
        let line = self.first_line();
        let value = self.text.get(start..line.end)?.trim_start();
        let start = line.end - value.len();
        let first = value.chars().next()?;
        let quote = ['"', '\'']
            .into_iter()
            .find(|quote| wide::stands_for(first, *quote))?;
        let end = start + first.len_utf8();
        let closes = |letter: char| letter == quote || wide::stands_for(letter, quote);
        if self.text[end..line.end].contains(closes) {
            return None;
        }
        let edits = vec![
            (start..end, quote.to_string()),
            (line.end..line.end, quote.to_string()),
        ];
        let message = text!(
            "这段文字没有结束，缺少 `{quote}`",
            "this text is never closed: `{quote}` is missing"
        );
        let help = text!(
            "前后都用半角引号 `{quote}`",
            "put it in plain quotes, `{quote}`"
        );
        let finding = self.finding(start..line.end, message).help(help);
        self.cures(&edits).then_some((finding, Repair::Mend(edits)))
    }

    /// Text on one line whose closing quote is missing.
    pub(super) fn unclosed_line(&self) -> Option<Explained> {
        let (quote, range) = self.open_text()?;
        let written = &self.text[range.clone()];
        let finding = self
            .finding(
                range.clone(),
                text!(
                    "这段文字没有结束，缺少 `{quote}`",
                    "this text is never closed: `{quote}` is missing"
                ),
            )
            .help(text!(
                "在文字末尾补上 `{quote}`",
                "add a `{quote}` where the text ends"
            ));
        if written.contains('#') {
            return Some((finding, Repair::Remove));
        }
        let whole = written.trim_end().len();
        let inner = written.trim_end_matches([',', ']', '}', ' ', '\t']).len();
        let at = |length: usize| {
            vec![(
                range.start + length..range.start + length,
                quote.to_string(),
            )]
        };
        let edits = [at(whole), at(inner)]
            .into_iter()
            .find(|edits| self.cures(edits));
        Some((finding, edits.map_or(Repair::Remove, Repair::Mend)))
    }

    /// Quotes inside a text, or around it twice.
    pub(super) fn inner_quotes(&self) -> Option<Explained> {
        let start = self.value_start()?;
        let line = self.first_line();
        let value = self.text.get(start..line.end)?.trim();
        let start = line.end - value.len();
        if !value.starts_with('"') || value.len() < 4 || value.starts_with("\"\"\"\"") {
            return None;
        }
        let value = value.trim_end_matches([',', ';', '\u{FF0C}', '\u{FF1B}', ' ']);
        if let Some(inside) = doubled(value) {
            let end = start + value.len();
            let finding = self.finding(
                start..end,
                Text::fixed("引号写重了", "the quotes are doubled"),
            );
            let edits: Vec<Edit> = if value.ends_with("\"\"") && value.starts_with("\"\"") {
                vec![
                    (start..start + 1, String::new()),
                    (end - 1..end, String::new()),
                ]
            } else if value.starts_with("\"\"") {
                vec![(start..start + 1, String::new())]
            } else {
                vec![(end - 1..end, String::new())]
            };
            let help = text!("写成 `\"{inside}\"`", "write `\"{inside}\"`");
            if self.cures(&edits) {
                return Some((finding.help(help), Repair::Mend(edits)));
            }
        }
        let inside = value.strip_prefix('"')?.strip_suffix('"')?;
        if !inside.contains('"')
            || inside.contains(['=', '\\'])
            || inside.contains("\",")
            || inside.contains("\" \"")
        {
            return None;
        }
        let quotes = inside.match_indices('"').enumerate();
        let edits: Vec<Edit> = quotes
            .map(|(count, (at, _))| {
                let put = if count % 2 == 0 {
                    "\u{201C}"
                } else {
                    "\u{201D}"
                };
                (start + 1 + at..start + 2 + at, put.to_owned())
            })
            .collect();
        let first = edits.first()?.0.clone();
        let finding = self.finding(
            first,
            Text::fixed(
                "文字里不能直接写英文引号 `\"`",
                "a `\"` inside a text ends it",
            ),
        );
        let help = Text::fixed(
            "文字里面改用中文引号 “ ”，或写成 `\\\"`",
            "write “ ” inside the text, or `\\\"`",
        );
        self.cures(&edits)
            .then_some((finding.help(help), Repair::Mend(edits)))
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

    /// The quotes of a text of several lines.
    pub(super) fn unclosed_text(&self, opened: usize, quotes: &str) -> Explained {
        let last = self.statement().range.start + self.written().trim_end().len();
        let finding = self
            .finding(
                opened..opened + quotes.len(),
                text!(
                    "这段文字没有结束，缺少 `{quotes}`",
                    "this text is never closed: `{quotes}` is missing"
                ),
            )
            .noting(text!("从这个 `{quotes}` 开始", "opened by this `{quotes}`"))
            .with(
                self.place(last..last),
                text!("最晚应在这里结束", "it should end here at the latest"),
            )
            .help(text!("补上 `{quotes}`", "add the `{quotes}`"));
        let edits = vec![(last..last, quotes.to_owned())];
        let repair = if self.cures(&edits) {
            Repair::Offer(edits)
        } else {
            Repair::Remove
        };
        (finding, repair)
    }
}

/// What is inside quotes that were typed twice at one end or at both.
fn doubled(value: &str) -> Option<&str> {
    let inside = value.trim_matches('"');
    let doubled = value.starts_with("\"\"") || value.ends_with("\"\"");
    (doubled && !inside.is_empty() && !inside.contains('"')).then_some(inside)
}
