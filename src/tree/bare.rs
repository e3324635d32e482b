//! Values that stand without quotes, or are written in another way than TOML's.

use std::ops::Range;

use super::mending::Edit;
use super::mistake::{Explained, Mistake, Repair};
use super::token::{Kind, tokens};
use super::written::{is_no_number, number, parses, thousands, written_date};
use crate::diagnostic::{Diagnostic, Text, text};

/// Words for yes and no, and what is written for them.
const TRUTHS: &[(&str, &str)] = &[
    ("是", "true"),
    ("否", "false"),
    ("yes", "true"),
    ("no", "false"),
    ("true", "true"),
    ("false", "false"),
];

impl Mistake<'_> {
    /// A value that needs quotes, or is written in another way than TOML's.
    pub(super) fn value(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        if value.is_empty() {
            let equals = self.text[self.statement().range.start..range.start].rfind('=')?;
            let equals = self.statement().range.start + equals;
            let key = self.text[self.statement().range.start..equals].trim();
            let message = if key.contains(['=', '{', '[']) {
                Text::fixed("`=` 后面没有值", "there is no value after the `=`")
            } else {
                text!("字段 `{key}` 没有值", "the key `{key}` has no value")
            };
            return Some((self.finding(equals..equals + 1, message), Repair::Remove));
        }
        if let Some(trailing) = self.trailing_mark(&range) {
            return Some(trailing);
        }
        if let Some(inside) = value.strip_suffix(['"', '\''])
            && !inside.contains(['=', '"', '\'', '\\'])
        {
            let quote = value[inside.len()..].chars().next()?;
            return Some(self.add_opening(range, quote));
        }
        if value.contains(['=', '"', '\'']) {
            let message = Text::fixed(
                "两项之间缺少逗号 `,`",
                "a `,` is missing between two entries",
            );
            return Some((self.finding(range, message), Repair::Remove));
        }
        if let Some(note) = self.note_behind(&range) {
            return Some(note);
        }
        Some(match written_date(value) {
            Some(Ok(date)) => {
                let finding = self.finding(
                    range.clone(),
                    text!(
                        "`{value}` 不是日期的写法",
                        "`{value}` is not how a date is written"
                    ),
                );
                let help = text!("写成 `{date}`", "write `{date}`");
                (
                    finding.help(help),
                    Repair::Mend(vec![(range, date.to_string())]),
                )
            }
            Some(Err(())) => (
                self.finding(
                    range,
                    text!(
                        "日历上没有 `{value}` 这一天",
                        "there is no `{value}` in the calendar"
                    ),
                ),
                Repair::Remove,
            ),
            None => match number(value) {
                Some((number, message)) => {
                    let finding = self.finding(range.clone(), message);
                    let help = text!("写成 `{number}`", "write `{number}`");
                    (finding.help(help), Repair::Mend(vec![(range, number)]))
                }
                None if is_no_number(value) => (
                    self.finding(
                        range,
                        text!(
                            "`{value}` 不是数字的写法",
                            "`{value}` is not how a number is written"
                        ),
                    ),
                    Repair::Remove,
                ),
                None => self.without_quotes(range),
            },
        })
    }

    /// Words behind a day, or in parentheses behind a figure, that lack their `#`.
    fn note_behind(&self, range: &Range<usize>) -> Option<Explained> {
        let value = &self.text[range.clone()];
        let (at, letter) = value
            .char_indices()
            .find(|(_, letter)| letter.is_whitespace() || matches!(letter, '(' | '\u{FF08}'))?;
        let (before, after) = (&value[..at], value[at..].trim_start());
        let day = matches!(written_date(before), Some(Ok(_)));
        if (letter.is_whitespace() && !day)
            || after.starts_with(|first: char| first.is_ascii_digit())
            || !parses(before)
            || self.text[range.end..self.statement().range.end]
                .trim_start()
                .starts_with([',', ']', '}'])
        {
            return None;
        }
        let start = range.end - after.len();
        let space = if letter.is_whitespace() { "" } else { " " };
        let message = Text::fixed(
            "值后面的说明要以 `#` 开头",
            "a note behind a value begins with `#`",
        );
        let help = Text::fixed("在说明前面加上 `#`", "put `#` in front of it");
        let finding = self.finding(start..range.end, message).help(help);
        Some((
            finding,
            Repair::Mend(vec![(start..start, format!("{space}# "))]),
        ))
    }

    /// A value that needs quotes.
    fn without_quotes(&self, range: Range<usize>) -> Explained {
        let (finding, edit) = self.quoted(range);
        (finding, Repair::Offer(vec![edit]))
    }

    /// That a value needs quotes, and the value with them.
    fn quoted(&self, range: Range<usize>) -> (Diagnostic, Edit) {
        let value = &self.text[range.clone()];
        let quote = if value.contains(['"', '\\']) {
            '\''
        } else {
            '"'
        };
        let other = [
            ('`', '`'),
            ('\u{300C}', '\u{300D}'),
            ('\u{300E}', '\u{300F}'),
        ];
        let inside = other
            .iter()
            .find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close))
            .filter(|inside| !inside.is_empty())
            .unwrap_or(value);
        let finding = self
            .finding(
                range.clone(),
                text!("`{value}` 没有加引号", "`{value}` has no quotes"),
            )
            .help(text!(
                "加上引号：`{quote}{inside}{quote}`",
                "put it in quotes: `{quote}{inside}{quote}`"
            ));
        (finding, (range, format!("{quote}{inside}{quote}")))
    }

    /// The words of a list that need quotes, each a mistake of its own.
    pub(super) fn bare_list(&self) -> Vec<Explained> {
        let Some(start) = self.value_start().filter(|_| self.bare_value().is_some()) else {
            return Vec::new();
        };
        let end = self.statement().range.end;
        if !self.text[start..end].trim_start().starts_with('[') {
            return Vec::new();
        }
        let words = tokens(&self.text[..end], start).filter(|token| token.kind == Kind::Word);
        let words = words.map(|token| token.range).filter(|range| {
            let word = &self.text[range.clone()];
            !word.starts_with(['"', '\'']) && !parses(word) && written_date(word).is_none()
        });
        words
            .map(|range| {
                let (finding, edit) = self.quoted(range);
                (finding, Repair::Mend(vec![edit]))
            })
            .collect()
    }

    /// A percentage with a decimal point, which the parser takes for a number.
    pub(super) fn percent(&self) -> Option<Explained> {
        let at = self.at();
        if self.statement().header || !self.text[at..].starts_with('%') {
            return None;
        }
        let number = self.text[..at]
            .rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.')
            .next()?;
        let range = at - number.len()..at + 1;
        if number.is_empty() {
            return None;
        }
        let (finding, edit) = self.quoted(range);
        Some((finding, Repair::Mend(vec![edit])))
    }

    /// A bare word that quotes would make worse: yes, no, and a day without its year.
    pub(super) fn word(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        let lower = value.to_lowercase();
        if let Some((_, meant)) = TRUTHS.iter().find(|(word, _)| *word == lower) {
            let finding = self.finding(
                range.clone(),
                text!(
                    "`{value}` 应写成 `{meant}`",
                    "`{value}` is written `{meant}`"
                ),
            );
            let help = Text::fixed(
                "`true` 是“是”，`false` 是“否”，不加引号",
                "`true` is yes and `false` is no, without quotes",
            );
            return Some((
                finding.help(help),
                Repair::Mend(vec![(range, (*meant).to_owned())]),
            ));
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
                "a date has a year and no quotes, such as `2026-{month:02}-{day:02}`"
            ));
        Some((finding, Repair::Remove))
    }

    /// The value in which the error lies, if it is a bare word and the error is about that.
    pub(super) fn bare_value(&self) -> Option<Range<usize>> {
        const ABOUT: [&str; 18] = [
            "string values must be quoted",
            "invalid boolean",
            "invalid date",
            "invalid time",
            "invalid value",
            "missing value",
            "missing opening quote",
            "unexpected leading zero",
            "invalid integer",
            "invalid float",
            "invalid mantissa",
            "invalid fraction",
            "invalid exponent",
            "invalid hexadecimal",
            "invalid octal",
            "invalid binary",
            "invalid offset",
            "`_` may only go between digits",
        ];
        let statement = &self.statement().range;
        let at = self.at();
        let separated =
            self.kind().starts_with("unexpected key or value") && self.text[at..].starts_with(',');
        if self.statement().header
            || self.faults.is_empty()
            || !(separated || ABOUT.iter().any(|about| self.kind().starts_with(about)))
        {
            return None;
        }
        let start = self.text[statement.start..at]
            .rfind(['=', '[', '{', ',', '\n'])
            .map_or(statement.start, |before| statement.start + before + 1);
        let ends: &[char] = if separated {
            &['\n', '#']
        } else {
            &['\n', '#', ',', ']', '}']
        };
        let end = self.text[start..statement.end]
            .find(ends)
            .map_or(statement.end, |end| start + end);
        let written = &self.text[start..end];
        if written.trim_start().starts_with(['"', '\'']) {
            return None;
        }
        let start = start + (written.len() - written.trim_start().len());
        let range = start..start + written.trim().len();
        (!separated || thousands(&self.text[range.clone()]).is_some()).then_some(range)
    }
}
