//! What a syntax error is, in the words of people, and how to go on after it.

use std::ops::Range;

use toml::de::DeTable;

use super::message::say;
use super::statement::{Statement, path_of};
use super::syntax::SYNTAX;
use super::{Damage, KeyFor, wide};
use crate::diagnostic::{Diagnostic, Text, text};
use crate::source::Span;

/// How to go on after a mistake.
pub(super) enum Repair {
    /// These replacements say what was meant.
    Mend(Vec<(Range<usize>, String)>),
    /// The statement is taken out.
    Remove,
}

/// A syntax error in its statement. All ranges are those of the text that was parsed.
pub(super) struct Mistake<'m> {
    pub(super) text: &'m str,
    pub(super) table: &'m DeTable<'m>,
    pub(super) statements: &'m [Statement],
    /// Which of them is to blame.
    pub(super) index: usize,
    pub(super) span: Range<usize>,
    pub(super) message: &'m str,
    pub(super) key_for: &'m KeyFor,
    /// The place in the file of a range of the text.
    pub(super) place: &'m dyn Fn(Range<usize>) -> Span,
}

pub(super) type Explained = (Diagnostic, Repair);

impl Mistake<'_> {
    /// The finding, and how to go on.
    pub(super) fn explain(&self) -> Explained {
        let special = self
            .wide()
            .or_else(|| self.unclosed())
            .or_else(|| self.closed_wide())
            .or_else(|| self.comment())
            .or_else(|| self.percent())
            .or_else(|| self.word())
            .or_else(|| self.unclosed_line())
            .or_else(|| self.control())
            .or_else(|| self.key())
            .or_else(|| self.duplicate())
            .or_else(|| self.header())
            .or_else(|| self.value());
        special.unwrap_or_else(|| {
            (
                self.finding(self.visible(), say(self.message)),
                Repair::Remove,
            )
        })
    }

    /// What is lost when the statement is taken out.
    pub(super) fn damage(&self) -> Damage {
        let mut path = self.path();
        path.truncate(3);
        Damage {
            span: (self.place)(self.statement().range.clone()),
            path,
        }
    }

    pub(super) fn finding(&self, range: Range<usize>, message: Text) -> Diagnostic {
        Diagnostic::new(&SYNTAX, (self.place)(range), message)
    }

    /// The parser's message without what it expected.
    pub(super) fn kind(&self) -> &str {
        self.message.split(", expected ").next().unwrap_or_default()
    }

    pub(super) fn statement(&self) -> &Statement {
        &self.statements[self.index]
    }

    /// The keys that lead to the statement, its own included.
    pub(super) fn path(&self) -> Vec<String> {
        path_of(self.text, self.statements, self.index)
    }

    /// The statement as written.
    pub(super) fn written(&self) -> &str {
        &self.text[self.statement().range.clone()]
    }

    /// Where the last line of the statement ends, without the line end.
    fn last(&self) -> usize {
        self.statement().range.start + self.written().trim_end().len()
    }

    /// The span of the error, or the character at it, inside the statement.
    pub(super) fn visible(&self) -> Range<usize> {
        let start = self
            .span
            .start
            .clamp(self.statement().range.start, self.last());
        if self.span.end > start && self.span.end <= self.last() {
            return start..self.span.end;
        }
        let length = self.text[start..self.last()]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        start..start + length
    }

    /// The line of the error from the start of the statement.
    fn up_to_line_end(&self) -> &str {
        let at = self
            .span
            .start
            .clamp(self.statement().range.start, self.statement().range.end);
        let end = self.text[at..self.statement().range.end]
            .find('\n')
            .map_or(self.statement().range.end, |length| at + length);
        &self.text[self.statement().range.start..end]
    }

    fn wide(&self) -> Option<Explained> {
        if self.bare_value().is_some_and(|value| {
            self.text[value].starts_with(|letter| matches!(letter, '\u{3400}'..='\u{9FFF}'))
        }) {
            return None;
        }
        let start = self.statement().range.start;
        let found = wide::find(self.up_to_line_end());
        let (first, last) = (found.first()?, found.last()?);
        let (wide, plain) = (first.written, first.plain);
        let whole = start + first.at..start + last.at + last.written.len_utf8();
        let mut replacement = String::new();
        let mut done = whole.start;
        for mark in &found {
            replacement.push_str(&self.text[done..start + mark.at]);
            replacement.push(mark.plain);
            done = start + mark.at + mark.written.len_utf8();
        }
        let message = text!(
            "这里是全角符号 `{wide}`，应为半角 `{plain}`",
            "the full-width `{wide}` should be a plain `{plain}`"
        );
        let finding = self
            .finding(whole.start..whole.start + wide.len_utf8(), message)
            .help(text!(
                "切换到英文输入法，把 `{wide}` 改成 `{plain}`",
                "type `{plain}` with an English keyboard in place of `{wide}`"
            ))
            .fix((self.place)(whole), replacement);
        let mend = found.iter().map(|mark| {
            let at = start + mark.at;
            (at..at + mark.written.len_utf8(), mark.plain.to_string())
        });
        Some((finding, Repair::Mend(mend.collect())))
    }

    fn unclosed(&self) -> Option<Explained> {
        let opened = self.statement().unclosed?;
        let opening = &self.text[opened..];
        let (what_zh, what_en, open, close) = match opening.as_bytes()[0] {
            b'[' => ("列表", "array", "[", "]"),
            b'{' => ("内联表", "inline table", "{", "}"),
            b'\'' => ("文字", "text", "'''", "'''"),
            _ => ("文字", "text", "\"\"\"", "\"\"\""),
        };
        let message = text!(
            "这个{what_zh}没有结束，缺少 `{close}`",
            "this {what_en} is never closed: `{close}` is missing"
        );
        let finding = self
            .finding(opened..opened + open.len(), message)
            .noting(text!("从这个 `{open}` 开始", "opened by this `{open}`"))
            .with(
                (self.place)(self.last()..self.last()),
                text!("最晚应在这里结束", "it should end here at the latest"),
            )
            .help(text!("补上 `{close}`", "add the `{close}`"));
        Some((finding, Repair::Remove))
    }

    /// The quote and the range of a text on one line that is not closed.
    fn open_text(&self) -> Option<(char, Range<usize>)> {
        let quote = match self.kind() {
            "invalid basic string" => '"',
            "invalid literal string" => '\'',
            _ => return None,
        };
        let at = self.span.start;
        if !self.text[at..].trim_start_matches('\r').is_empty()
            && !self.text[at..].starts_with(['\r', '\n'])
        {
            return None;
        }
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        Some((quote, line + self.text[line..at].rfind(quote)?..at))
    }

    /// Text on one line that a full-width quote was meant to close.
    fn closed_wide(&self) -> Option<Explained> {
        let (quote, range) = self.open_text()?;
        let inside = &self.text[range.start + 1..range.end];
        let mut marks = inside
            .char_indices()
            .filter(|(_, letter)| wide::stands_for(*letter, quote));
        let (Some((at, mark)), None) = (marks.next(), marks.next()) else {
            return None;
        };
        let rest = inside[at + mark.len_utf8()..].trim_start();
        if !rest.is_empty() && !rest.starts_with([',', ']', '}', '#']) {
            return None;
        }
        let start = range.start + 1 + at;
        let range = start..start + mark.len_utf8();
        let message = text!(
            "全角引号 `{mark}` 不能结束文字，应为 `{quote}`",
            "the full-width `{mark}` closes no text: it should be `{quote}`"
        );
        let finding = self
            .finding(range.clone(), message)
            .help(text!(
                "把 `{mark}` 改成 `{quote}`",
                "write `{quote}` in place of `{mark}`"
            ))
            .fix((self.place)(range.clone()), quote.to_string());
        Some((finding, Repair::Mend(vec![(range, quote.to_string())])))
    }

    /// A comment that begins as in other languages.
    fn comment(&self) -> Option<Explained> {
        let from = self
            .bare_value()
            .map_or(self.visible().start, |value| value.start);
        let line = self.text.get(from..self.last())?.lines().next()?;
        let at = line
            .find("//")
            .filter(|at| !line[..*at].contains(['"', '\'', ':']))?;
        let range = from + at..from + at + 2;
        let message = Text::fixed(
            "注释要以 `#` 开头，不是 `//`",
            "a comment begins with `#`, not with `//`",
        );
        let finding = self
            .finding(range.clone(), message)
            .fix((self.place)(range.clone()), "#");
        Some((finding, Repair::Mend(vec![(range, "#".to_owned())])))
    }

    /// A percentage with a decimal point, which the parser takes for a number.
    fn percent(&self) -> Option<Explained> {
        let at = self.span.start;
        if self.statement().header || !self.text.get(at..)?.starts_with('%') {
            return None;
        }
        let number = self.text[..at]
            .rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.')
            .next()?;
        let range = at - number.len()..at + 1;
        let finding = self.without_quotes(range);
        (!number.is_empty()).then_some((finding, Repair::Remove))
    }

    /// A bare word that quotes would make worse: yes, no, and a day without its year.
    fn word(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        if let Some((_, meant)) = [("是", "true"), ("否", "false")]
            .into_iter()
            .find(|(word, _)| *word == value)
        {
            let finding = self
                .finding(
                    range.clone(),
                    text!(
                        "`{value}` 应写成 `{meant}`",
                        "`{value}` is written `{meant}`"
                    ),
                )
                .help(text!(
                    "写成 `{meant}`，不加引号",
                    "write `{meant}`, without quotes"
                ))
                .fix((self.place)(range), meant);
            return Some((finding, Repair::Remove));
        }
        let (month, day) = value.trim_end_matches(['日', '号']).split_once('月')?;
        let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
        let finding = self
            .finding(
                range,
                text!(
                    "`{value}` 不是日期的写法",
                    "`{value}` is not how a date is written"
                ),
            )
            .help(text!(
                "日期要有年份，不加引号，例如 `2026-{month:02}-{day:02}`",
                "a date has its year and no quotes, such as `2026-{month:02}-{day:02}`"
            ));
        Some((finding, Repair::Remove))
    }

    /// Text on one line whose closing quote is missing.
    fn unclosed_line(&self) -> Option<Explained> {
        let (quote, range) = self.open_text()?;
        let finding = self
            .finding(
                range,
                text!(
                    "这段文字没有结束，缺少 `{quote}`",
                    "this text is never closed: `{quote}` is missing"
                ),
            )
            .help(text!(
                "在文字末尾补上 `{quote}`",
                "add a `{quote}` where the text ends"
            ));
        Some((finding, Repair::Remove))
    }

    /// A control character, which nobody can see.
    fn control(&self) -> Option<Explained> {
        let at = self.span.start;
        let letter = self
            .text
            .get(at..)?
            .chars()
            .next()
            .filter(|letter| letter.is_control() && !"\r\n\t".contains(*letter))?;
        let number = letter as u32;
        let message = text!(
            "这里有看不见的控制字符 U+{number:04X}",
            "there is an invisible control character here, U+{number:04X}"
        );
        let range = at..at + letter.len_utf8();
        let finding = self.finding(range.clone(), message);
        let finding = finding
            .help(Text::fixed("删去这个字符", "remove it"))
            .fix((self.place)(range), "");
        Some((finding, Repair::Remove))
    }
}
