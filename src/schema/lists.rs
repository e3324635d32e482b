//! Lists, names and reasons that say nothing, or say it twice.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde_json::{Map, Value as Json, json};
use toml::Spanned;
use toml::de::DeValue;

use super::place::span_of;
use super::rules::FORM;
use crate::diagnostic::{Diagnostic, ItemPath, Text, text};
use crate::plan::value::Refusal;

/// Keys of what is shown in the place of the thing itself, or is asked for because it says why.
const SPEAKING: [&str; 3] = ["title", "name", "reason"];

/// Keys of lists of days, which an empty list would leave without any.
const DAYS: [&str; 3] = ["work_days", "on", "signup_weekdays"];

/// Ranges of characters that show nothing: spaces, and what has no width.
const UNSEEN: [(char, char); 12] = [
    ('\u{0}', '\u{20}'),
    ('\u{7f}', '\u{a0}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{2000}', '\u{200f}'),
    ('\u{2028}', '\u{202f}'),
    ('\u{205f}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{feff}', '\u{feff}'),
];

fn is_blank(written: &str) -> bool {
    let is_unseen = |letter| {
        UNSEEN
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&letter))
    };
    written.chars().all(is_unseen)
}

/// Why the value of a key says nothing, if it does not.
pub(super) fn nothing_said(key: &str, value: &DeValue<'_>) -> Option<Refusal> {
    match value {
        DeValue::String(written) if SPEAKING.contains(&key) && is_blank(written) => Some(
            Refusal::new(text!("`{key}` 是空的", "`{key}` is empty")).help(Text::fixed(
                "写上内容，或删去这一行",
                "fill it in, or remove the line",
            )),
        ),
        DeValue::Array(days) if DAYS.contains(&key) && days.is_empty() => Some(
            Refusal::new(text!(
                "`{key}` 是空的，一天也没有",
                "`{key}` is empty: there is no day in it"
            ))
            .help(Text::fixed(
                "写上周几，例如 `[\"mon\", \"fri\"]`，或删去这一行",
                "write the days, such as `[\"mon\", \"fri\"]`, or remove the line",
            )),
        ),
        _ => None,
    }
}

/// Why an element of a list says nothing, if it does not.
pub(super) fn blank_element(value: &DeValue<'_>) -> Option<Refusal> {
    match value {
        DeValue::String(written) if is_blank(written) => Some(
            Refusal::new(Text::fixed(
                "列表里这一条是空的",
                "this entry of the list is empty",
            ))
            .help(Text::fixed(
                "写上内容，或删去这一条",
                "say it, or take it out",
            )),
        ),
        _ => None,
    }
}

/// The elements of a list that stand there already, each with the first of the kind.
pub(super) fn repeated<'n, 't>(
    list: &'n [Spanned<DeValue<'t>>],
) -> Vec<(&'n Spanned<DeValue<'t>>, &'n Spanned<DeValue<'t>>)> {
    let mut repeated = Vec::new();
    if list.len() < 2 {
        return repeated;
    }
    let mut seen: HashMap<&str, &Spanned<DeValue<'_>>, RandomState> = HashMap::default();
    for element in list {
        if let DeValue::String(written) = element.get_ref() {
            match seen.get(&**written) {
                Some(first) => repeated.push((element, *first)),
                None => drop(seen.insert(written, element)),
            }
        }
    }
    repeated
}

/// Finds what stands twice in a list of an item, at any depth. The reader passes over it.
pub(super) fn find_repeated(
    value: &Spanned<DeValue<'_>>,
    path: &ItemPath,
    findings: &mut Vec<Diagnostic>,
) {
    match value.get_ref() {
        DeValue::Table(table) => table
            .values()
            .for_each(|value| find_repeated(value, path, findings)),
        DeValue::Array(list) => {
            let twice = repeated(list).into_iter();
            findings.extend(twice.map(|(element, first)| said_twice(element, first, path)));
            list.iter()
                .for_each(|value| find_repeated(value, path, findings));
        }
        _ => {}
    }
}

fn said_twice(
    element: &Spanned<DeValue<'_>>,
    first: &Spanned<DeValue<'_>>,
    path: &ItemPath,
) -> Diagnostic {
    let written = element.get_ref().as_str().unwrap_or_default();
    let message = text!(
        "`{written}` 在这个列表里写了两次",
        "`{written}` is in this list twice"
    );
    Diagnostic::new(&FORM, span_of(element), message)
        .with(span_of(first), text!("已经写在这里", "it is already here"))
        .help(text!("删去一个", "remove one of them"))
        .on(path.clone())
}

/// Says the same in the published schema.
pub(super) fn publish(schema: &mut Json) {
    match schema {
        Json::Object(members) => {
            if let Some(Json::Object(properties)) = members.get_mut("properties") {
                for (key, property) in properties {
                    property_of(key, property);
                }
            }
            members.values_mut().for_each(publish);
        }
        Json::Array(items) => items.iter_mut().for_each(publish),
        _ => {}
    }
}

fn property_of(key: &str, property: &mut Json) {
    if DAYS.contains(&key) && property["type"] == "array" {
        property["minItems"] = json!(1);
    }
    if property["items"]["type"] == "string" {
        property["uniqueItems"] = json!(true);
        not_blank(&mut property["items"]);
    }
    if SPEAKING.contains(&key) {
        not_blank(property);
    }
}

/// Free text says something.
fn not_blank(schema: &mut Json) {
    let is_free = |members: &Map<String, Json>| {
        members.get("type") == Some(&json!("string"))
            && ["pattern", "oneOf", "const", "format"]
                .iter()
                .all(|key| !members.contains_key(*key))
    };
    if let Some(members) = schema.as_object_mut().filter(|members| is_free(members)) {
        let unseen: String = UNSEEN
            .iter()
            .map(|(from, to)| match (u32::from(*from), u32::from(*to)) {
                (from, to) if from == to => format!("\\u{from:04X}"),
                (from, to) => format!("\\u{from:04X}-\\u{to:04X}"),
            })
            .collect();
        members.insert("pattern".to_owned(), format!("[^{unseen}]").into());
    }
}
