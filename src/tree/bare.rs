//! Values that stand without quotes, or are written in another way than TOML's.

use std::ops::Range;

use chrono::NaiveDate;

use super::mistake::{Explained, Mistake, Repair};
use crate::diagnostic::{Diagnostic, Text, text};

impl Mistake<'_> {
    /// A value that needs quotes, or is written in another way than TOML's.
    pub(super) fn value(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        if value.is_empty() {
            let equals = self.text[..range.start].rfind('=')?;
            let message = Text::fixed("`=` 后面没有值", "there is no value after the `=`");
            return Some((self.finding(equals..equals + 1, message), Repair::Remove));
        }
        if value.contains(['=', '"', '\'']) {
            let message = Text::fixed(
                "两项之间缺少逗号 `,`",
                "a `,` is missing between two entries",
            );
            return Some((self.finding(range, message), Repair::Remove));
        }
        let finding = match written_date(value) {
            Some(Ok(date)) => self
                .finding(
                    range.clone(),
                    text!(
                        "`{value}` 不是日期的写法",
                        "`{value}` is not how a date is written"
                    ),
                )
                .help(text!("写成 `{date}`", "write `{date}`"))
                .fix((self.place)(range), date.to_string()),
            Some(Err(())) => self.finding(
                range,
                text!(
                    "日历上没有 `{value}` 这一天",
                    "there is no `{value}` in the calendar"
                ),
            ),
            None => match thousands(value) {
                Some(number) => self
                    .finding(
                        range.clone(),
                        text!(
                            "数字 `{value}` 里不能有逗号",
                            "a number such as `{value}` has no commas"
                        ),
                    )
                    .help(text!("写成 `{number}`", "write `{number}`"))
                    .fix((self.place)(range), number),
                None => self.without_quotes(range),
            },
        };
        Some((finding, Repair::Remove))
    }

    /// A value that needs quotes.
    pub(super) fn without_quotes(&self, range: Range<usize>) -> Diagnostic {
        let value = &self.text[range.clone()];
        self.finding(
            range.clone(),
            text!("`{value}` 没有加引号", "`{value}` stands without quotes"),
        )
        .help(text!(
            "加上引号：`\"{value}\"`",
            "put it in quotes: `\"{value}\"`"
        ))
        .fix((self.place)(range), format!("\"{value}\""))
    }

    /// The value in which the error lies, if it is a bare word and the error is about that.
    pub(super) fn bare_value(&self) -> Option<Range<usize>> {
        const ABOUT: [&str; 6] = [
            "string values must be quoted",
            "invalid boolean",
            "invalid date",
            "invalid time",
            "invalid value",
            "missing value",
        ];
        let at = self.span.start.min(self.statement().range.end);
        let separated =
            self.message.starts_with("unexpected key or value") && self.text[at..].starts_with(',');
        if self.statement().header
            || !(separated || ABOUT.iter().any(|about| self.message.starts_with(about)))
        {
            return None;
        }
        let start = self.text[..at]
            .rfind(['=', '[', '{', ',', '\n'])
            .map_or(0, |before| before + 1);
        let start = start.max(self.statement().range.start);
        let ends: &[char] = if separated {
            &['\n', '#']
        } else {
            &['\n', '#', ',', ']', '}']
        };
        let end = self.text[start..self.statement().range.end]
            .find(ends)
            .map_or(self.statement().range.end, |end| start + end);
        let written = &self.text[start..end];
        let start = start + (written.len() - written.trim_start().len());
        let range = start..start + written.trim().len();
        (!separated || thousands(&self.text[range.clone()]).is_some()).then_some(range)
    }
}

/// The date that three numbers mean, a year first; an error if the calendar has no such day.
fn written_date(value: &str) -> Option<Result<NaiveDate, ()>> {
    let separators =
        value.trim_matches(|letter: char| letter.is_ascii_digit() || "日号".contains(letter));
    if separators
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
