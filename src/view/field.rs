//! Plain words for dotted paths: `products.bracelet.sales` is the 销量 of a 商品. The
//! words are the titles of the published schema, so that there is one list of them.

use serde_json::Value as Json;

use super::value::Value;
use crate::diagnostic::{FieldPath, ItemPath, Language, Text, text};
use crate::plan::value::Choice;
use crate::plan::{Period, Section};
use crate::resolve::Resolved;
use crate::schema::{followed, published};

/// The thing a path leads to, with its section: `商品“黑曜石手链”`.
pub(super) fn item<'p>(path: &ItemPath, resolved: &Resolved<'p>) -> Value<'p> {
    match (of(path), &path.id) {
        (Some(section), Some(id)) => {
            let label = std::iter::once(label(id, section, resolved));
            let parts = path
                .parts
                .iter()
                .map(|(keyed_by, key)| part(keyed_by, key, resolved));
            let label = Value::beside(label.chain(parts).map(Some));
            let noun = Value::Words(section.noun());
            Value::phrase("{0}“{1}”", "{0} “{1}”", [noun].into_iter().chain(label))
        }
        _ => {
            let words = alone(path).or_else(|| word(path.section, published()));
            Value::Words(words.unwrap_or(Text::same(path.to_string())))
        }
    }
}

/// What an item is called; a period by its name.
fn label<'p>(id: &str, section: Section, resolved: &Resolved<'p>) -> Value<'p> {
    let label = resolved.label_of(id, &[section]);
    let period = Period::parse(id).filter(|_| section == Section::Targets);
    match (label.filter(|label| *label != id), period) {
        (Some(label), _) => Value::plain(label),
        (None, Some(period)) => Value::Period(period),
        (None, None) => Value::Plain(id.to_owned().into()),
    }
}

/// What a part of a target is for: what its key leads to, else the key.
fn part<'p>(keyed_by: &str, key: &str, resolved: &Resolved<'p>) -> Value<'p> {
    let sections = Section::ALL
        .iter()
        .find(|section| section.word() == keyed_by);
    let label = resolved.label_of(key, sections.map_or(&[], std::slice::from_ref));
    label.map_or_else(|| Value::Plain(key.to_owned().into()), Value::plain)
}

/// The name of the thing a path leads to, without its section.
pub(super) fn name<'p>(path: &ItemPath, resolved: &Resolved<'p>) -> Value<'p> {
    let label = of(path)
        .zip(path.id.as_ref())
        .and_then(|(section, id)| resolved.label_of(id, &[section]));
    label.map_or_else(|| item(path, resolved), Value::plain)
}

/// A missing field, with the thing it is missing on: `商品“黑曜石手链”的销量`.
pub(super) fn field<'p>(path: &FieldPath, resolved: &Resolved<'p>) -> Value<'p> {
    let thing = item(&path.item, resolved);
    if path.keys.is_empty() {
        return thing;
    }
    let mut schema = &followed(published())["properties"][path.item.section];
    if path.item.id.is_some() {
        schema = &schema["additionalProperties"];
    }
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for key in &path.keys {
        let name = word(key, schema).unwrap_or_else(|| keyed(key, schema, resolved));
        zh.push(name.zh);
        en.push(name.en);
        let schema_of = followed(schema);
        schema = match &schema_of["properties"][*key] {
            Json::Null => &schema_of["additionalProperties"],
            property => property,
        };
    }
    let field = Text {
        zh: zh.join(" / ").into(),
        en: en.join(" ").into(),
    };
    Value::phrase("{0}的{1}", "{1} of the {0}", [thing, Value::Words(field)])
}

/// The name of what a key of a table leads to, such as a shop of a target; else the key.
fn keyed(key: &str, schema: &'static Json, resolved: &Resolved<'_>) -> Text {
    let refers = &followed(&followed(schema)["propertyNames"])["x-opsplan-refers"];
    let words = refers.as_array().into_iter().flatten();
    let words: Vec<&str> = words.filter_map(Json::as_str).collect();
    let sections = Section::ALL.iter().copied();
    let sections: Vec<Section> = sections.filter(|one| words.contains(&one.word())).collect();
    Text::same(resolved.label_of(key, &sections).unwrap_or(key).to_owned())
}

/// The section in which an item stands; `store` is none.
fn of(path: &ItemPath) -> Option<Section> {
    let mut sections = Section::ALL.iter().copied();
    sections.find(|section| section.word() == path.section && *section != Section::Plan)
}

/// What a thing that stands alone is called: the plan, the shop.
fn alone(path: &ItemPath) -> Option<Text> {
    let mut sections = Section::ALL.iter();
    let section =
        sections.find(|section| section.shape().alone(**section) == Some(path.section))?;
    Some(section.noun())
}

/// What a section is called: `商品`, `Products`.
pub(super) fn heading(section: Section) -> Text {
    let zh = section.label(Language::Chinese);
    let en = match section {
        Section::Programs => "Programmes".to_owned(),
        Section::Roles => "Posts".to_owned(),
        Section::Kpis => "KPIs".to_owned(),
        Section::Stores => "Shops".to_owned(),
        _ => {
            let (first, rest) = section.word().split_at(1);
            first.to_uppercase() + rest
        }
    };
    text!("{zh}", "{en}")
}

/// The section of a path, for grouping; nothing for `plan` and `store`.
pub(super) fn section(path: &FieldPath) -> Option<Section> {
    of(&path.item)
}

/// The title of a key, `销量 Sales`, in both languages.
fn word(key: &str, schema: &'static Json) -> Option<Text> {
    let (zh, en) = followed(schema)["properties"][key]["title"]
        .as_str()?
        .split_once(' ')?;
    Some(Text {
        zh: zh.into(),
        en: en.to_lowercase().into(),
    })
}
