//! Texts whose quotes are missing, doubled or of another kind.

use std::ops::Range;

use super::mistake::{Explained, Mistake, Repair};
use super::region::{Kind, line_end, line_start, regions};
use super::statement::{begins_statement, string_end};
use super::token::{self, tokens};
use super::wide;
use crate::diagnostic::{Diagnostic, text};

impl Mistake<'_> {
    /// A text on one line that a full-width quote was meant to close, or one of the other kind.
    fn closed_otherwise(&self, quote: char, range: &Range<usize>) -> Option<Explained> {
        let inside = &self.text[range.start + 1..range.end];
        let closes =
            |letter| wide::stands_for(letter, quote) || (letter != quote && "\"'".contains(letter));
        let mut marks = inside.char_indices().filter(|(_, letter)| closes(*letter));
        let (Some((at, mark)), None) = (marks.next(), marks.next()) else {
            return None;
        };
        let rest = inside[at + mark.len_utf8()..].trim_start();
        if !rest.is_empty() && !rest.starts_with([',', ']', '}', '#', '\u{FF0C}']) {
            return None;
        }
        let start = range.start + 1 + at;
        let range = start..start + mark.len_utf8();
        let message = if mark.is_ascii() {
            text!(
                "以 `{quote}` 开头的文字不能用 `{mark}` 结束",
                "a text opened by `{quote}` is not closed by `{mark}`"
            )
        } else {
            text!(
                "全角引号 `{mark}` 不能结束文字，应为 `{quote}`",
                "the full-width `{mark}` does not close a text: it should be `{quote}`"
            )
        };
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

    /// A text on one line that lacks one of its quotes.
    pub(super) fn lost_quote(&self) -> Option<Explained> {
        let (quote, open) = self.unterminated()?;
        let line = line_start(self.text, open.start).max(self.statement().range.start)..open.end;
        if let Some(word) = self.unopened_text(&line) {
            return Some(self.add_opening(word, quote));
        }
        let text = self.ran_on(&line).unwrap_or(open);
        let closed_otherwise = self.closed_otherwise(quote, &text);
        if closed_otherwise.is_some() || self.text[text.clone()].contains('#') {
            return closed_otherwise;
        }
        let mut ends = text_ends(&self.text[text.clone()]).into_iter();
        let (end, edits) = ends.find_map(|length| {
            let end = text.start + length;
            let edits = vec![(end..end, quote.to_string())];
            self.helps(&edits).then_some((end, edits))
        })?;
        Some((self.not_closed(text.start..end, quote), Repair::Mend(edits)))
    }

    /// A text on one line that is not closed, and of which nobody knows where it ends.
    pub(super) fn unclosed_line(&self) -> Option<Explained> {
        let (quote, open) = self.unterminated()?;
        Some((self.not_closed(open, quote), Repair::Remove))
    }

    fn not_closed(&self, text: Range<usize>, quote: char) -> Diagnostic {
        let message = text!(
            "这段文字没有结束，缺少 `{quote}`",
            "this text is never closed: `{quote}` is missing"
        );
        self.finding(text, message).help(text!(
            "在文字末尾补上 `{quote}`",
            "add a `{quote}` where the text ends"
        ))
    }

    /// That a text needs a quote before it.
    pub(super) fn add_opening(&self, text: Range<usize>, quote: char) -> Explained {
        let message = text!(
            "文字缺少左边的 `{quote}`",
            "the text lacks its opening `{quote}`"
        );
        let edit = (text.start..text.start, quote.to_string());
        let help = text!("补上 `{quote}`", "add the `{quote}`");
        let finding = self.finding(text, message).help(help);
        (finding, Repair::Mend(vec![edit]))
    }

    /// The quote and the range of the first text on one line that ends with the line.
    fn unterminated(&self) -> Option<(char, Range<usize>)> {
        let parts = regions(self.text, self.statement().range.clone());
        parts.into_iter().find_map(|part| {
            let written = &self.text[part.range.clone()];
            let quote = written.chars().next()?;
            let plain = part.kind == Kind::Text && matches!(quote, '"' | '\'');
            let ends = line_end(self.text, part.range.start) == part.range.end;
            (plain && ends && !is_closed(written, quote)).then_some((quote, part.range))
        })
    }

    /// The first word of a line that has a quote behind it and none before.
    fn unopened_text(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let mut apart = true;
        let mut all = tokens(&self.text[..line.end], line.start).peekable();
        while let Some(token) = all.next() {
            let follows = all.peek().map_or(line.end, |next| next.range.start);
            let is_word = token.kind == token::Kind::Word;
            let written = &self.text[token.range.start..];
            if is_word
                && apart
                && !written.starts_with(['"', '\''])
                && follows == token.range.end
                && self.text[follows..].starts_with(['"', '\''])
            {
                return Some(token.range.start..follows + 1);
            }
            apart = !is_word;
        }
        None
    }

    /// The first text of a line that only ends where the next one begins.
    fn ran_on(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let all: Vec<_> = tokens(&self.text[..line.end], line.start).collect();
        let pair = all.windows(2).find(|pair| {
            let inside = self.text[pair[0].range.clone()].trim_end_matches(['"', '\'']);
            pair.iter().all(|token| token.kind == token::Kind::Word)
                && inside.trim_end().ends_with([',', '=', '[', '{'])
        })?;
        let text = &pair[0].range;
        Some(text.start..text.end - 1)
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
        let written = &self.text[opened + quotes.len()..last];
        let there = written.len() - written.trim_end_matches(&quotes[..1]).len();
        let edits = vec![(last..last, quotes[there.min(2)..].to_owned())];
        let repair = if self.cures(&edits) {
            Repair::Offer(edits)
        } else {
            Repair::Remove
        };
        (finding, repair)
    }
}

/// Whether a text on one line has its closing quote.
fn is_closed(text: &str, quote: char) -> bool {
    string_end(&format!("{text}\n"), 0, quote as u8) == Some(text.len())
        && text.len() > 1
        && text.ends_with(quote)
}

/// Where a text may end that lacks its closing quote: before the next entry of a table, before
/// the marks behind it, or behind them.
fn text_ends(text: &str) -> [usize; 3] {
    let entry = text.match_indices(',').map(|(at, _)| at);
    let entry = entry.into_iter().find(|at| {
        let next = text[at + 1..].trim_start();
        let key = next.split('=').next().unwrap_or_default();
        begins_statement(next) && key.len() < next.len()
    });
    let inner = text.trim_end_matches([',', ']', '}', ' ', '\t']).len();
    [entry.unwrap_or(inner), inner, text.trim_end().len()]
}
