//! Brackets that are lost, doubled, or of another kind.

use std::ops::Range;

use super::mending::Edit;
use super::mistake::{Explained, Mistake, Repair};
use super::region::{Kind, regions};
use super::wide;
use crate::diagnostic::{Text, text};

/// The brackets of a statement.
#[derive(Debug, Default)]
struct Brackets {
    /// Opened and never closed, the outermost first.
    open: Vec<(char, usize)>,
    /// Closed by another than the one that belongs to it, which is given too.
    mismatched: Vec<(usize, char)>,
    /// Closed and never opened.
    extra: Vec<(char, usize)>,
}

fn closing(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

fn opening(close: char) -> char {
    if close == ']' { '[' } else { '{' }
}

/// What the list or table that a bracket stands for is called, with its brackets.
fn called(bracket: char) -> (&'static str, &'static str) {
    match bracket {
        '[' | ']' => ("方括号", "array"),
        _ => ("花括号", "inline table"),
    }
}

impl Mistake<'_> {
    fn brackets(&self) -> Brackets {
        let mut found = Brackets::default();
        for part in regions(self.text, self.statement().range.clone()) {
            if part.kind != Kind::Open {
                continue;
            }
            for (at, letter) in self.text[part.range.clone()].char_indices() {
                let at = part.range.start + at;
                match letter {
                    '[' | '{' => found.open.push((letter, at)),
                    ']' | '}' => match found.open.pop() {
                        Some((open, _)) if closing(open) != letter => {
                            found.mismatched.push((at, closing(open)));
                        }
                        Some(_) => {}
                        None => found.extra.push((letter, at)),
                    },
                    _ => {}
                }
            }
        }
        found
    }

    /// Where the value begins: after the first `=`.
    pub(super) fn value_start(&self) -> Option<usize> {
        let parts = regions(self.text, self.statement().range.clone());
        let mut open = parts.into_iter().filter(|part| part.kind == Kind::Open);
        open.find_map(|part| {
            let at = self.text[part.range.clone()].find('=')?;
            Some(part.range.start + at + 1)
        })
    }

    /// A list on the lines below its key, whose bracket is missing.
    pub(super) fn unopened(&self) -> Option<Explained> {
        let at = self.statement().unopened?;
        let last = self.last();
        let value = self.text[at..last].trim_start();
        let start = last - value.len();
        let range = self.statement().range.start..at;
        let alone = !value.contains('\n') && !value.ends_with([',', ']']);
        if alone && !self.text[at..start].contains('#') {
            let finding = self.finding(
                range,
                Text::fixed(
                    "值要和 `=` 写在同一行",
                    "a value stands on the line of its `=`",
                ),
            );
            let help = Text::fixed("把值移到 `=` 后面", "move the value behind the `=`");
            let edit = (at..start, " ".to_owned());
            return Some((finding.help(help), Repair::Mend(vec![edit])));
        }
        let mut edits = vec![(at..at, " [".to_owned())];
        if !value.ends_with(']') {
            edits.push((last..last, "\n]".to_owned()));
        }
        let finding = self.finding(
            range,
            Text::fixed(
                "方括号没有配对，`=` 后面缺少 `[`",
                "this array is never opened: `[` is missing after the `=`",
            ),
        );
        let help = Text::fixed("在 `=` 后面补上 `[`", "add a `[` after the `=`");
        Some((finding.help(help), Repair::Mend(edits)))
    }

    /// A list or an inline table on one line that lacks its opening bracket, or both.
    pub(super) fn opened_late(&self) -> Option<Explained> {
        if self.statement().header {
            return None;
        }
        let start = self.value_start()?;
        let last = self.last();
        let value = self.text.get(start..last)?.trim_start();
        let start = last - value.len();
        let extra = self.brackets().extra.first().map(|(bracket, _)| *bracket);
        let Some(close) = extra else {
            return self.no_brackets(start..last);
        };
        let open = opening(close);
        if value.starts_with(open) {
            return None;
        }
        let equals = self.text[..start].trim_end().len() - 1;
        let (zh, en) = called(open);
        let finding = self.finding(
            equals..equals + 1,
            text!(
                "{zh}没有配对，`=` 后面缺少 `{open}`",
                "this {en} is never opened: `{open}` is missing after the `=`"
            ),
        );
        let help = text!("在 `=` 后面补上 `{open}`", "add a `{open}` after the `=`");
        let edit = (start..start, open.to_string());
        Some((finding.help(help), Repair::Mend(vec![edit])))
    }

    /// Several values without any brackets.
    fn no_brackets(&self, value: Range<usize>) -> Option<Explained> {
        let written = &self.text[value.clone()];
        if !written.starts_with(['"', '\'', '\u{201C}']) || written.ends_with([',', '\u{FF0C}']) {
            return None;
        }
        let mut edits = vec![(value.start..value.start, "[".to_owned())];
        let marks = wide::find(self.text, value.clone()).into_iter();
        edits.extend(marks.map(|mark| mark.edit()));
        edits.push((value.end..value.end, "]".to_owned()));
        if !self.cures(&edits) {
            return None;
        }
        let finding = self.finding(
            value.clone(),
            Text::fixed(
                "几项内容要写在方括号 `[ ]` 里",
                "several values stand in brackets `[ ]`",
            ),
        );
        let help = Text::fixed("前后加上 `[` 和 `]`", "put `[` and `]` around them");
        Some((finding.help(help), Repair::Mend(edits)))
    }

    /// A bracket closed by one of the other kind.
    pub(super) fn mismatched(&self) -> Option<Explained> {
        let (at, close) = *self.brackets().mismatched.first()?;
        let written = &self.text[at..=at];
        let finding = self.finding(
            at..at + 1,
            text!(
                "括号没有配对，这里应为 `{close}`，不是 `{written}`",
                "the brackets do not match: this should be `{close}`, not `{written}`"
            ),
        );
        let help = text!("改成 `{close}`", "write `{close}`");
        let edit = (at..at + 1, close.to_string());
        Some((finding.help(help), Repair::Mend(vec![edit])))
    }

    /// A bracket that closes nothing.
    pub(super) fn extra_closing(&self) -> Option<Explained> {
        let (close, at) = *self.brackets().extra.first()?;
        let finding = self.finding(
            at..at + 1,
            text!("这里多了一个 `{close}`", "there is an extra `{close}` here"),
        );
        let help = Text::fixed("删去它", "remove it");
        let edit = (at..at + 1, String::new());
        Some((finding.help(help), Repair::Mend(vec![edit])))
    }

    /// A list in parentheses.
    pub(super) fn parentheses(&self) -> Option<Explained> {
        let start = self.value_start()?;
        let last = self.last();
        let value = self.text.get(start..last)?.trim_start();
        let start = last - value.len();
        let open = value
            .chars()
            .next()
            .filter(|letter| matches!(letter, '(' | '\u{FF08}'))?;
        let close = value
            .chars()
            .next_back()
            .filter(|letter| matches!(letter, ')' | '\u{FF09}'))?;
        let finding = self.finding(
            start..start + open.len_utf8(),
            text!(
                "列表要用方括号，不是 `{open}`",
                "an array is written in brackets `[ ]`, not `{open}`"
            ),
        );
        let help = text!(
            "把 `{open}{close}` 改成 `[]`",
            "write `[]` in place of `{open}{close}`"
        );
        let edits = vec![
            (start..start + open.len_utf8(), "[".to_owned()),
            (last - close.len_utf8()..last, "]".to_owned()),
        ];
        Some((finding.help(help), Repair::Mend(edits)))
    }

    /// A bracket, or the quotes of a text of several lines, that is never closed.
    pub(super) fn unclosed(&self) -> Option<Explained> {
        let opened = self.statement().unclosed?;
        if let Some(quotes) = ["\"\"\"", "'''"]
            .into_iter()
            .find(|quotes| self.text[opened..].starts_with(quotes))
        {
            return Some(self.unclosed_text(opened, quotes));
        }
        let open = self.text[opened..].chars().next()?;
        let close = closing(open);
        if let Some(doubled) = self.doubled(opened, open) {
            return Some(doubled);
        }
        let (zh, en) = called(open);
        let message = text!(
            "{zh}没有配对，缺少 `{close}`",
            "this {en} is never closed: `{close}` is missing"
        );
        let last = self.last();
        let finding = self
            .finding(opened..opened + 1, message)
            .noting(text!("从这个 `{open}` 开始", "opened by this `{open}`"))
            .with(
                self.place(last..last),
                text!("最晚应在这里结束", "it should end here at the latest"),
            )
            .help(text!("补上 `{close}`", "add the `{close}`"));
        let closings: String = self
            .brackets()
            .open
            .iter()
            .rev()
            .map(|(open, _)| closing(*open))
            .collect();
        let edits = vec![(last..last, closings)];
        let repair = if self.cures(&edits) {
            Repair::Mend(edits)
        } else {
            Repair::Remove
        };
        Some((finding, repair))
    }

    /// A bracket that was typed twice where one was meant.
    fn doubled(&self, opened: usize, open: char) -> Option<Explained> {
        let first = self.text[opened..]
            .chars()
            .take_while(|letter| *letter == open)
            .count();
        let edits: Vec<Edit> = vec![(opened..opened + 1, String::new())];
        if first < 2 || !self.cures(&edits) {
            return None;
        }
        let finding = self.finding(
            opened..opened + 1,
            text!("这里多了一个 `{open}`", "there is an extra `{open}` here"),
        );
        Some((
            finding.help(Text::fixed("删去它", "remove it")),
            Repair::Mend(edits),
        ))
    }
}
