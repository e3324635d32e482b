//! Values as people write them, and as TOML does.

use chrono::NaiveDate;
use toml::de::DeTable;

use crate::diagnostic::{Text, text};

/// Whether a value can be read by itself.
pub(super) fn parses(value: &str) -> bool {
    DeTable::parse_recoverable(&format!("a = {value}"))
        .1
        .is_empty()
}

/// Whether a value is a figure gone wrong rather than a word.
pub(super) fn is_no_number(value: &str) -> bool {
    let based = ["0x", "0o", "0b"]
        .iter()
        .any(|base| value.to_lowercase().starts_with(base));
    let figure = |letter: char| letter.is_numeric() || "_.+-eE".contains(letter);
    value.contains(char::is_numeric)
        && (value.chars().all(figure)
            || (based && value.chars().all(|letter| letter.is_alphanumeric())))
}

/// The date that three numbers mean, a year first; an error if the calendar has no such day.
pub(super) fn written_date(value: &str) -> Option<Result<NaiveDate, ()>> {
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
pub(super) fn number(value: &str) -> Option<(String, Text)> {
    if let Some(number) = thousands(value) {
        let message = text!(
            "数字 `{value}` 里不能有逗号",
            "a number such as `{value}` has no commas"
        );
        return Some((number, message));
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    let not_so = || {
        text!(
            "`{value}` 不是数字的写法",
            "`{value}` is not how a number is written"
        )
    };
    match (whole, part) {
        ("", part) if digits(part) => Some((format!("0{value}"), not_so())),
        (whole, "") if digits(whole) => Some((format!("{value}0"), not_so())),
        (whole, part)
            if digits(whole) && digits(part) && whole.len() > 1 && whole.starts_with('0') =>
        {
            let message = text!(
                "数字 `{value}` 不能以 0 开头",
                "a number such as `{value}` does not begin with 0"
            );
            let plain = value.trim_start_matches('0');
            let zero = if plain.is_empty() || plain.starts_with('.') {
                "0"
            } else {
                ""
            };
            Some((format!("{zero}{plain}"), message))
        }
        _ => None,
    }
}

/// A number with commas between thousands, without them.
pub(super) fn thousands(value: &str) -> Option<String> {
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
