//! Structural errors in words.

use serde::de::Unexpected;

use super::error::{FORM, STRUCTURE};
use super::published::{keys_for_label, required_keys};
use crate::diagnostic::{Diagnostic, Text, nearest, text};
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

pub(super) fn wrong_type(found: &Text, expected: &Text, place: Span) -> Diagnostic {
    let message = text!(
        "这里应为{expected}，不是{found}",
        "expected {expected}, found {found}"; expected, found
    );
    Diagnostic::new(&STRUCTURE, place, message)
}

/// "`tilte` is not known", with the nearest key; Chinese labels lead to their keys.
pub(super) fn unknown_key(key: &str, known: &[&str], place: Span) -> Diagnostic {
    let shown = key.escape_debug();
    let message = text!("没有 `{shown}` 这个字段", "there is no key `{shown}` here");
    let finding = Diagnostic::new(&STRUCTURE, place, message);
    match meant_key(key, known) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant),
        None => {
            let list = known
                .iter()
                .map(|key| format!("`{key}`"))
                .collect::<Vec<_>>()
                .join(" ");
            finding.help(text!("这里可用的字段：{list}", "keys known here: {list}"))
        }
    }
}

/// The key that was probably meant: that of a Chinese label, else the nearest.
pub(super) fn meant_key<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let by_label = keys_for_label(key).find_map(|label| known.iter().find(|one| **one == label));
    by_label
        .copied()
        .or_else(|| nearest(key, known.iter().copied()))
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
        Unexpected::Bool(value) => text!("布尔值 `{value}`", "the boolean `{value}`"),
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
        "a boolean" => Text::fixed("`true` 或 `false`", "`true` or `false`"),
        "a sequence" => Text::fixed("列表 `[ … ]`", "an array `[ … ]`"),
        "i8" => Text::fixed("整数", "a whole number"),
        other if other.starts_with("struct ") => Text::fixed(
            "表 `{ … }` 或 `[…]` 表头",
            "a table `{ … }` or a table header",
        ),
        other => Text::unpack(other),
    }
}
