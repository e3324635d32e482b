//! Plain words for dotted paths: `products.bracelet.sales` is the 销量 of a 商品. The
//! words are the titles of the published schema, so that there is one list of them.

use serde_json::Value as Json;

use super::format::Wording;
use crate::diagnostic::{FieldPath, ItemPath, Language, text};
use crate::plan::Section;
use crate::plan::value::Choice;
use crate::resolve::Resolved;
use crate::schema;

/// The thing a path leads to, with its section: `商品“黑曜石手链”`.
pub(super) fn item(path: &ItemPath, resolved: &Resolved<'_>, wording: &Wording) -> String {
    match (of(path), &path.id) {
        (Some(section), Some(id)) => {
            let (section_words, label) = (noun(section, wording), label(section, id, resolved));
            wording.say(text!(
                "{section_words}“{label}”",
                "{section_words} “{label}”"
            ))
        }
        _ => word(path.section, published(), wording).unwrap_or_else(|| path.to_string()),
    }
}

/// A missing field, with the thing it is missing on: `商品“黑曜石手链”的销量`.
pub(super) fn field(path: &FieldPath, resolved: &Resolved<'_>, wording: &Wording) -> String {
    let thing = item(&path.item, resolved, wording);
    if path.keys.is_empty() {
        return thing;
    }
    let mut schema = &inside(published())["properties"][path.item.section];
    if path.item.id.is_some() {
        schema = &schema["additionalProperties"];
    }
    let mut words = Vec::new();
    for key in &path.keys {
        words.push(word(key, schema, wording).unwrap_or_else(|| (*key).to_owned()));
        schema = &inside(schema)["properties"][*key];
    }
    let field = words.join(" / ");
    wording.say(text!("{thing}的{field}", "{thing}: {field}"))
}

/// The section in which an item stands; `store` is none.
fn of(path: &ItemPath) -> Option<Section> {
    let mut sections = Section::ALL.iter().copied();
    sections.find(|section| section.word() == path.section)
}

/// What one thing of a section is called: `商品`, `product`.
fn noun(section: Section, wording: &Wording) -> String {
    match (wording.language, section) {
        (Language::Chinese, _) => wording.label(section),
        (Language::English, Section::People) => "person".to_owned(),
        (Language::English, _) => section.word().trim_end_matches('s').to_owned(),
    }
}

/// What a section is called: `商品`, `Products`; nothing for `plan` and `store`.
pub(super) fn heading(section: Section, wording: &Wording) -> String {
    match wording.language {
        Language::Chinese => wording.label(section),
        Language::English => {
            let (first, rest) = section.word().split_at(1);
            format!("{}{rest}", first.to_uppercase())
        }
    }
}

/// The section of a path, for grouping; nothing for `plan` and `store`.
pub(super) fn section(path: &FieldPath) -> Option<Section> {
    of(&path.item)
}

fn label<'r>(section: Section, id: &'r str, resolved: &'r Resolved<'_>) -> &'r str {
    let mut found = id;
    resolved.plan.each_item(|item| {
        if item.section == section && &*item.id.value.0 == id {
            found = item.label();
        }
    });
    found
}

fn published() -> &'static Json {
    schema::published()
}

/// What a schema refers to.
fn inside(schema: &'static Json) -> &'static Json {
    let definition = schema["$ref"]
        .as_str()
        .and_then(|path| path.strip_prefix('#'));
    definition
        .and_then(|path| published().pointer(path))
        .unwrap_or(schema)
}

/// The title of a key, `销量 Sales`, in one language.
fn word(key: &str, schema: &'static Json, wording: &Wording) -> Option<String> {
    let (zh, en) = inside(schema)["properties"][key]["title"]
        .as_str()?
        .split_once(' ')?;
    Some(match wording.language {
        Language::Chinese => zh.to_owned(),
        Language::English => en.to_lowercase(),
    })
}
