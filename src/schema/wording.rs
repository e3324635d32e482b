//! Structural errors in words.

use serde::de::Unexpected;
use toml::de::DeValue;

use super::instead::{Instead, meant_key};
use super::published::{keys_for_label, required_keys};
use super::rules::{FORM, STRUCTURE};
use crate::diagnostic::{Diagnostic, Text, nearest, text};
use crate::plan::Section;
use crate::plan::value::Refusal;
use crate::source::Span;

pub(super) fn refused(refusal: &Refusal, place: Span) -> Diagnostic {
    let finding = Diagnostic::new(&FORM, place, refusal.message.clone());
    match (&refusal.suggestion, &refusal.help) {
        (None, None) => finding,
        (None, Some(help)) => finding.help(help.clone()),
        (Some(meant), _) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant.clone()),
    }
}

/// A refused key: one that may stand bare needs no quotes. One that is taken already is not
/// suggested.
pub(super) fn refused_key(
    mut refusal: Refusal,
    place: Span,
    is_taken: impl Fn(&str) -> bool,
) -> Diagnostic {
    refusal
        .suggestion
        .take_if(|meant| is_taken(meant.trim_matches('"')));
    refused(&bare(refusal), place)
}

pub(super) fn bare(mut refusal: Refusal) -> Refusal {
    let unquoted = refusal
        .suggestion
        .as_deref()
        .and_then(|quoted| quoted.strip_prefix('"')?.strip_suffix('"'));
    if let Some(key) = unquoted.filter(|key| key.is_ascii()) {
        refusal.suggestion = Some(key.to_owned());
    }
    refusal
}

pub(super) fn wrong_type(
    found: &Text,
    expected: &Text,
    meant: Option<&str>,
    place: Span,
) -> Diagnostic {
    let message = text!(
        "这里应为{expected}，不是{found}",
        "expected {expected}, found {found}"; expected, found
    );
    let finding = Diagnostic::new(&STRUCTURE, place, message);
    match meant {
        None => finding,
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant),
    }
}

/// "`tilte` is not known", with the nearest key; Chinese labels lead to their keys.
pub(super) fn unknown_key(key: &str, known: &[&str], instead: &Instead, place: Span) -> Diagnostic {
    let shown = key.escape_debug();
    let message = text!(
        "这里没有名为 `{shown}` 的字段",
        "there is no key `{shown}` here"
    );
    let finding = Diagnostic::new(&STRUCTURE, place, message);
    match (meant_key(key, known), instead) {
        (Some(meant), Instead::IsThere) => finding.help(text!(
            "应写 `{meant}`，但这里已经有 `{meant}` 了，两个只留一个",
            "this should be `{meant}`, but `{meant}` is already here: keep one of the two"
        )),
        (Some(_), Instead::KeyAndValue(whole, meant)) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(*whole, meant.clone()),
        (Some(meant), Instead::TheKeyAlone) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant),
        (None, _) => {
            let list = quoted_list(known);
            finding.help(text!("这里可用的字段：{list}", "keys known here: {list}"))
        }
    }
}

/// The same of a section, or of a key that stands in none.
pub(super) fn unknown_section(
    key: &str,
    known: &[&str],
    value: &DeValue<'_>,
    place: Span,
) -> Diagnostic {
    let shown = key.escape_debug();
    let in_head = Section::Plan.fields().iter().any(|field| field.key == key);
    if in_head && !matches!(value, DeValue::Table(_) | DeValue::Array(_)) {
        let message = text!(
            "`{shown}` 没有写在任何一节里",
            "the key `{shown}` is not in any section"
        );
        return Diagnostic::new(&STRUCTURE, place, message).help(text!(
            "先写 `[plan]`，再在下面写 `{shown}`",
            "write `[plan]` first, and `{shown}` below it"
        ));
    }
    let message = text!("没有 `{shown}` 这一节", "there is no section `{shown}`");
    let finding = Diagnostic::new(&STRUCTURE, place, message);
    match meant_key(key, known) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant),
        None => {
            let list = quoted_list(known);
            finding.help(text!("可用的节：{list}", "the sections are {list}"))
        }
    }
}

fn quoted_list(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(" ")
}

pub(super) fn missing(
    key: &str,
    of: Option<&(&'static str, Vec<String>)>,
    place: Span,
) -> Vec<Diagnostic> {
    let keys = match of {
        Some((type_name, present)) => {
            let mut keys = required_keys(type_name);
            keys.retain(|required| {
                !present
                    .iter()
                    .any(|key| key == required || stands_for(key, required))
            });
            keys
        }
        None => vec![key.to_owned()],
    };
    let finding = |key: &String| {
        let message = text!("缺少字段 `{key}`", "the key `{key}` is missing");
        let help = text!("补上 `{key} = …`", "add `{key} = …`");
        Diagnostic::new(&STRUCTURE, place, message).help(help)
    };
    keys.iter().map(finding).collect()
}

/// Whether an unknown key is a required one, misspelt or in Chinese; it is reported itself.
fn stands_for(key: &str, required: &str) -> bool {
    keys_for_label(key).any(|known| known == required) || nearest(key, [required]).is_some()
}

pub(super) fn found_words(found: Unexpected<'_>) -> Text {
    match found {
        Unexpected::Str(text) => text!("文字 `\"{text}\"`", "the text `\"{text}\"`"),
        Unexpected::Signed(value) => text!("数字 `{value}`", "the number `{value}`"),
        Unexpected::Bytes(digits) => {
            let digits = String::from_utf8_lossy(digits);
            text!("`{digits}`", "`{digits}`")
        }
        Unexpected::Bool(value) => match value {
            true => Text::fixed("`true`（是）", "the boolean `true`"),
            false => Text::fixed("`false`（否）", "the boolean `false`"),
        },
        Unexpected::Seq => Text::fixed("列表", "an array"),
        Unexpected::Map => Text::fixed("表", "a table"),
        Unexpected::Other("datetime") => Text::fixed("日期", "a date"),
        Unexpected::Other("float") => Text::fixed("小数", "a decimal number"),
        Unexpected::Other("integer") => Text::fixed("过大的整数", "an integer that is too large"),
        other => Text::same(other.to_string()),
    }
}

/// What a visitor expects: our own say it in both languages, serde's in English.
pub(super) fn expected_words(expected: &str) -> Text {
    match expected {
        "a string" => Text::fixed("文字（加引号）", "text (in quotes)"),
        "a boolean" => Text::fixed("`true`（是）或 `false`（否）", "`true` or `false`"),
        "a sequence" => Text::fixed("列表 `[ … ]`", "an array `[ … ]`"),
        "i8" => Text::fixed("整数", "a whole number"),
        other if other.starts_with("struct ") => Text::fixed(
            "表 `{ … }` 或 `[…]` 表头",
            "a table `{ … }` or a table header",
        ),
        other => Text::unpack(other),
    }
}
