//! Values that stand without quotes, or are written in another way than TOML's.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::mistake::{Explained, Mistake, Repair};
use super::token::{Kind, tokens};
use crate::diagnostic::{Text, text};

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
        if let Some(inside) = value.strip_suffix(['"', '\'']) {
            let quote = &value[value.len() - 1..];
            if !inside.contains(['=', '"', '\'', '\\']) {
                let finding = self.finding(
                    range.clone(),
                    text!("文字缺少左边的 `{quote}`", "the text lacks its opening `{quote}`"),
                );
                let help = text!("补上 `{quote}`", "add the `{quote}`");
                let edit = (range.start..range.start, quote.to_owned());
                return Some((finding.help(help), Repair::Mend(vec![edit])));
            }
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
                (finding.help(help), Repair::Mend(vec![(range, date.to_string())]))
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
            || self.text[range.end..self.statement().range.end].trim_start().starts_with([',', ']', '}'])
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
        Some((finding, Repair::Mend(vec![(start..start, format!("{space}# "))])))
    }

    /// A value that needs quotes. In a list it is read as if it had them.
    pub(super) fn without_quotes(&self, range: Range<usize>) -> Explained {
        let value = &self.text[range.clone()];
        let quote = if value.contains(['"', '\\']) { '\'' } else { '"' };
        let other = [('`', '`'), ('\u{300C}', '\u{300D}'), ('\u{300E}', '\u{300F}')];
        let inside = other
            .iter()
            .find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close))
            .filter(|inside| !inside.is_empty())
            .unwrap_or(value);
        let finding = self
            .finding(
                range.clone(),
                text!("`{value}` 没有加引号", "`{value}` stands without quotes"),
            )
            .help(text!(
                "加上引号：`{quote}{inside}{quote}`",
                "put it in quotes: `{quote}{inside}{quote}`"
            ));
        let before = self.text[self.statement().range.start..range.start].trim_end();
        let in_list = before.ends_with(['[', ',']) && !before.contains('{');
        let edits = vec![(range, format!("{quote}{inside}{quote}"))];
        let repair = if in_list { Repair::Mend(edits) } else { Repair::Offer(edits) };
        (finding, repair)
    }

    /// A mark behind a value that ends a line in other languages.
    fn trailing_mark(&self, range: &Range<usize>) -> Option<Explained> {
        const MARKS: &[char] = &[';', ',', '.', '\u{FF1B}', '\u{FF0C}', '\u{3002}', '\u{3001}', '|', '`'];
        let value = &self.text[range.clone()];
        let mark = value.chars().next_back().filter(|letter| MARKS.contains(letter))?;
        let end = range.end - mark.len_utf8();
        let whole = value[..value.len() - mark.len_utf8()].trim_end();
        if !parses(whole) {
            return None;
        }
        let finding = self.finding(
            end..range.end,
            text!("行末多了 `{mark}`", "there is a `{mark}` too many at the end of the line"),
        );
        let help = text!("删去 `{mark}`", "remove the `{mark}`");
        Some((finding.help(help), Repair::Mend(vec![(end..range.end, String::new())])))
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
        let (finding, repair) = self.without_quotes(range);
        (!number.is_empty()).then(|| (finding, Repair::Mend(repair.edits().to_vec())))
    }

    /// A bare word that quotes would make worse: yes, no, and a day without its year.
    pub(super) fn word(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        let lower = value.to_lowercase();
        if let Some((_, meant)) = TRUTHS.iter().find(|(word, _)| *word == lower) {
            let finding = self.finding(
                range.clone(),
                text!("`{value}` 应写成 `{meant}`", "`{value}` is written `{meant}`"),
            );
            let help = Text::fixed(
                "`true` 是“是”，`false` 是“否”，不加引号",
                "`true` is yes and `false` is no, without quotes",
            );
            return Some((finding.help(help), Repair::Mend(vec![(range, (*meant).to_owned())])));
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

    /// A comment that begins as in other languages.
    pub(super) fn comment(&self) -> Option<Explained> {
        let last = self.statement().range.start + self.written().trim_end().len();
        let from = self
            .bare_value()
            .map_or(self.visible().start, |value| value.start);
        let line = self.text.get(from..last)?.lines().next()?;
        let mark = ["//", "--", "/*"].into_iter().find(|mark| line.contains(mark))?;
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
            let message = Text::fixed("这里多了一个逗号 `,`", "there is one `,` too many");
            let finding = self.finding(at..at + 1, message).help(Text::fixed("删去它", "remove it"));
            return Some((finding, Repair::Mend(vec![(at..at + 1, String::new())])));
        }
        let end = match self.kind() {
            "missing comma between array elements" => {
                self.text[..at].trim_end().len()
            }
            _ => self.pair_without_comma()?,
        };
        if end <= self.statement().range.start {
            return None;
        }
        let before = self.text[..end].chars().next_back().map_or(0, char::len_utf8);
        let finding = self
            .finding(
                end - before..end,
                Text::fixed("这一项后面缺少逗号 `,`", "a `,` is missing after this entry"),
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

/// Whether a value can be read by itself.
fn parses(value: &str) -> bool {
    DeTable::parse_recoverable(&format!("a = {value}")).1.is_empty()
}

/// Whether a value is a figure gone wrong rather than a word.
fn is_no_number(value: &str) -> bool {
    let based = ["0x", "0o", "0b"].iter().any(|base| value.to_lowercase().starts_with(base));
    let figure = |letter: char| letter.is_numeric() || "_.+-eE".contains(letter);
    value.contains(char::is_numeric)
        && (value.chars().all(figure) || (based && value.chars().all(|letter| letter.is_alphanumeric())))
}

/// The date that three numbers mean, a year first; an error if the calendar has no such day.
fn written_date(value: &str) -> Option<Result<NaiveDate, ()>> {
    let separators =
        value.trim_matches(|letter: char| letter.is_ascii_digit() || "日号".contains(letter));
    if separators.is_empty()
        || separators
            .chars()
            .any(|letter| !letter.is_ascii_digit() && !"-/.年月 ".contains(letter))
    {
        return None;
    }
    let numbers = value
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let numbers: Vec<u32> = numbers.map_while(|part| part.parse().ok()).collect();
    let [year @ 1000..=9999, month, day] = numbers[..] else {
        return None;
    };
    Some(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).ok_or(()))
}

/// The number that is meant by one that is written in another way, and what is wrong with it.
fn number(value: &str) -> Option<(String, Text)> {
    if let Some(number) = thousands(value) {
        let message = text!(
            "数字 `{value}` 里不能有逗号",
            "a number such as `{value}` has no commas"
        );
        return Some((number, message));
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    let not_so = || text!("`{value}` 不是数字的写法", "`{value}` is not how a number is written");
    match (whole, part) {
        ("", part) if digits(part) => Some((format!("0{value}"), not_so())),
        (whole, "") if digits(whole) => Some((format!("{value}0"), not_so())),
        (whole, part) if digits(whole) && digits(part) && whole.len() > 1 && whole.starts_with('0') => {
            let message = text!("数字 `{value}` 不能以 0 开头", "a number such as `{value}` does not begin with 0");
            let plain = value.trim_start_matches('0');
            let zero = if plain.is_empty() || plain.starts_with('.') { "0" } else { "" };
            Some((format!("{zero}{plain}"), message))
        }
        _ => None,
    }
}

/// A number with commas between thousands, without them.
fn thousands(value: &str) -> Option<String> {
    let (whole, _) = value.split_once('.').unwrap_or((value, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = groups.peekable();
    let in_form = digits(first)
        && first.len() <= 3
        && rest.peek().is_some()
        && rest.all(|part| digits(part) && part.len() == 3);
    in_form.then(|| value.replace(',', ""))
}
