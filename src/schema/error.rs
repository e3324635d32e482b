use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::published::{keys_for_label, required_keys};
use crate::diagnostic::{Diagnostic, ItemPath, Rule, Text, nearest, rule, text};
use crate::plan::value::Refusal;
use crate::source::Span;

/// OP001: a key the language does not know, a missing key, a value of the wrong type.
pub static STRUCTURE: Rule = rule!("OP001" "unknown-key-or-type" Reading Error always,
    "不认识的字段、缺少字段或类型不对", "an unknown key, a missing key, or a wrong type");

/// OP007: a value that is not written as its kind wants.
pub static FORM: Rule = rule!("OP007" "value-form" Reading Error always,
    "值的写法不对", "a value that is not in its form");

/// Why a value could not be read.
#[derive(Debug)]
pub(super) enum Fault {
    /// A value type refused it.
    Refused(Refusal),
    /// It is of another type.
    WrongType { found: Text, expected: Text },
    /// The table has no such key.
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    /// The table lacks keys: the first of them, and the type and keys of the table.
    Missing {
        key: &'static str,
        of: Option<(&'static str, Vec<String>)>,
    },
    /// Anything else serde says.
    Other(String),
}

/// One structural error, where it stands, and the key or element it belongs to.
#[derive(Debug)]
pub(super) struct ReadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    fault: Fault,
    place: Option<Span>,
    blamed: Option<u32>,
    outermost: Option<u32>,
}

/// The field that an unknown key was probably meant for.
pub(super) enum StandsFor {
    /// This one.
    Field(&'static str),
    /// Nobody knows.
    Anything,
}

impl ReadError {
    fn new(fault: Fault) -> Self {
        Self(Box::new(Inner {
            fault,
            place: None,
            blamed: None,
            outermost: None,
        }))
    }

    /// A table lacks a key.
    pub(super) fn missing(key: &'static str, of: &'static str, present: Vec<String>) -> Self {
        Self::new(Fault::Missing {
            key,
            of: Some((of, present)),
        })
    }

    /// Says where, unless a place further inside is known.
    pub(super) fn at(mut self, place: Span) -> Self {
        self.0.place.get_or_insert(place);
        self
    }

    /// Says whose, unless something further inside is to blame.
    pub(super) fn blame(mut self, start: u32) -> Self {
        self.0.blamed.get_or_insert(start);
        self.0.outermost = Some(start);
        self
    }

    /// The same error of a key.
    pub(super) fn of_key(mut self) -> Self {
        self.0.fault = match self.0.fault {
            Fault::Refused(refusal) => Fault::Refused(bare(refusal)),
            other => other,
        };
        self
    }

    pub(super) fn fault(&self) -> &Fault {
        &self.0.fault
    }

    pub(super) fn blamed(&self) -> Option<u32> {
        self.0.blamed
    }

    /// Where the key of the item starts that holds it.
    pub(super) fn outermost(&self) -> Option<u32> {
        self.0.outermost
    }

    /// What an unknown key of the item stands for; nothing for errors of other kinds.
    pub(super) fn stands_for(&self) -> Option<StandsFor> {
        match &self.0.fault {
            Fault::UnknownKey { key, known } if self.0.blamed == self.0.outermost => {
                Some(meant_key(key, known).map_or(StandsFor::Anything, StandsFor::Field))
            }
            _ => None,
        }
    }

    /// The findings it amounts to: one, or one a missing key.
    pub(super) fn findings(&self, item: &ItemPath) -> Vec<Diagnostic> {
        let place = self.0.place.unwrap_or_default();
        let found = match &self.0.fault {
            Fault::Refused(refusal) => vec![refused(refusal, place)],
            Fault::WrongType { found, expected } => vec![wrong_type(found, expected, place)],
            Fault::UnknownKey { key, known } => vec![unknown_key(key, known, place)],
            Fault::Missing { key, of } => missing(key, of.as_ref(), place),
            Fault::Other(message) => {
                vec![Diagnostic::new(&STRUCTURE, place, Text::unpack(message))]
            }
        };
        found
            .into_iter()
            .map(|finding| finding.on(item.clone()))
            .collect()
    }
}

fn refused(refusal: &Refusal, place: Span) -> Diagnostic {
    let finding = Diagnostic::new(&FORM, place, refusal.message.clone());
    match &refusal.suggestion {
        None => finding,
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(place, meant.clone()),
    }
}

/// A refused key: one that may stand bare needs no quotes.
pub(super) fn refused_key(refusal: &Refusal, place: Span) -> Diagnostic {
    refused(&bare(refusal.clone()), place)
}

fn bare(mut refusal: Refusal) -> Refusal {
    let unquoted = refusal
        .suggestion
        .as_deref()
        .and_then(|quoted| quoted.strip_prefix('"')?.strip_suffix('"'));
    if let Some(key) = unquoted.filter(|key| key.is_ascii()) {
        refusal.suggestion = Some(key.to_owned());
    }
    refusal
}

fn wrong_type(found: &Text, expected: &Text, place: Span) -> Diagnostic {
    let (found_zh, found_en) = (&found.zh, &found.en);
    let (zh, en) = (&expected.zh, &expected.en);
    let message = text!(
        "这里应为{zh}，不是{found_zh}",
        "expected {en}, found {found_en}"
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
fn meant_key<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let by_label = keys_for_label(key).find_map(|label| known.iter().find(|one| **one == label));
    by_label
        .copied()
        .or_else(|| nearest(key, known.iter().copied()))
}

fn missing(key: &str, of: Option<&(&'static str, Vec<String>)>, place: Span) -> Vec<Diagnostic> {
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

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.0.fault)
    }
}

impl std::error::Error for ReadError {}

impl Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self::new(Refusal::unpack(&message).map_or(Fault::Other(message), Fault::Refused))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Fault::WrongType {
            found: found_words(found),
            expected: expected_words(&expected.to_string()),
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownKey {
            key: key.to_owned(),
            known,
        })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Fault::Missing { key, of: None })
    }
}

fn found_words(found: Unexpected<'_>) -> Text {
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
