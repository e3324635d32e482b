use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::{Value as Json, json};

use super::aliases::ALIASES;
use super::lists;
use crate::diagnostic::Language::Chinese;
use crate::plan::value::Choice;
use crate::plan::{EXCLUSIVE_KEYS, Plan, Section};
use crate::tree::Meant;

/// The published JSON Schema, draft 2020-12, with the keys that editors use.
pub fn published() -> &'static Json {
    &PUBLISHED
}

/// A schema as the text of its file in schemas/.
pub fn text(schema: &Json) -> String {
    format!("{schema:#}\n")
}

static PUBLISHED: LazyLock<Json> = LazyLock::new(|| {
    let schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Plan>();
    let mut schema = Json::from(schema);
    tidy(&mut schema);
    name_items(&mut schema);
    say_exclusions(&mut schema);
    schema = with_values_inline(schema);
    lists::publish(&mut schema);
    schema["required"] = json!(["plan"]);
    schema["x-tombi-toml-version"] = json!("v1.0.0");
    schema["x-tombi-table-keys-order"] = json!("schema");
    schema["description"] = json!(
        "一份店铺运营计划：阶段、目标、岗位、商品、活动与任务。\n\
         An operations plan of a shop: phases, targets, posts, products, campaigns and tasks."
    );
    schema
});

/// Puts Chinese before English in descriptions, and takes out what schemars adds for Rust.
fn tidy(schema: &mut Json) {
    match schema {
        Json::Object(members) => {
            if let Some(Json::String(description)) = members.get_mut("description") {
                *description = chinese_first(description);
            }
            if members.get("default") == Some(&json!([]))
                || members.get("default") == Some(&Json::Null)
            {
                members.shift_remove("default");
            }
            if members.get("writeOnly") == Some(&json!(true)) {
                members.shift_remove("writeOnly");
            }
            without_null(members);
            members.values_mut().for_each(tidy);
        }
        Json::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// The type of the items of a section, as it stands in `$defs`.
fn item_type(schema: &Json, section: Section) -> Option<String> {
    let reference =
        schema["properties"][section.word()]["additionalProperties"]["$ref"].as_str()?;
    reference.rsplit('/').next().map(str::to_owned)
}

/// An item of a section has the title of the section.
fn name_items(schema: &mut Json) {
    for section in Section::ALL {
        let Some(item) = item_type(schema, *section) else {
            continue;
        };
        schema["$defs"][item]["title"] =
            json!(format!("{} {}", section.label(Chinese), section.word()));
    }
}

/// Publishes which keys exclude each other; editors ignore it, generators may read it.
fn say_exclusions(schema: &mut Json) {
    for (section, one, other) in EXCLUSIVE_KEYS {
        let Some(item) = item_type(schema, section) else {
            continue;
        };
        let pairs = &mut schema["$defs"][item]["x-opsplan-exclusive"];
        match pairs {
            Json::Array(pairs) => pairs.push(json!([one, other])),
            _ => *pairs = json!([[one, other]]),
        }
    }
}

/// Puts values (dates, ids, words …) where they are used, in place of references to them:
/// some editors show nothing that stands beside a `$ref`. Tables stay references.
fn with_values_inline(mut schema: Json) -> Json {
    let is_value =
        |definition: &Json| !holds_key(definition, "properties") && !holds_key(definition, "$ref");
    let Some(definitions) = schema["$defs"].as_object_mut() else {
        return schema;
    };
    let values: Vec<String> = definitions
        .iter()
        .filter(|(_, definition)| is_value(definition))
        .map(|(name, _)| name.clone())
        .collect();
    let values: Vec<(String, Json)> = values
        .into_iter()
        .filter_map(|name| Some((format!("#/$defs/{name}"), definitions.shift_remove(&name)?)))
        .collect();
    put_inline(&mut schema, &values);
    schema
}

fn holds_key(schema: &Json, key: &str) -> bool {
    match schema {
        Json::Object(members) => {
            members.contains_key(key) || members.values().any(|member| holds_key(member, key))
        }
        Json::Array(items) => items.iter().any(|item| holds_key(item, key)),
        _ => false,
    }
}

fn put_inline(schema: &mut Json, values: &[(String, Json)]) {
    match schema {
        Json::Object(members) => {
            let reference = members
                .get("$ref")
                .and_then(Json::as_str)
                .map(str::to_owned);
            let value = values
                .iter()
                .find(|(name, _)| Some(name) == reference.as_ref());
            if let Some((_, Json::Object(value))) = value {
                members.shift_remove("$ref");
                let about_value = value
                    .get("description")
                    .and_then(Json::as_str)
                    .filter(|_| !value.contains_key("oneOf"));
                if let (Some(Json::String(description)), Some(about)) =
                    (members.get_mut("description"), about_value)
                {
                    *description = format!("{description}\n\n{about}");
                }
                for (key, part) in value {
                    members.entry(key.clone()).or_insert_with(|| part.clone());
                }
            }
            members
                .values_mut()
                .for_each(|member| put_inline(member, values));
        }
        Json::Array(items) => items.iter_mut().for_each(|item| put_inline(item, values)),
        _ => {}
    }
}

/// TOML has no null: an optional field is one that may be left out.
fn without_null(members: &mut serde_json::Map<String, Json>) {
    if let Some(Json::Array(types)) = members.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            members.insert("type".into(), only);
        }
    }
    let null = json!({ "type": "null" });
    if let Some(Json::Array(branches)) = members.get_mut("anyOf")
        && branches.contains(&null)
    {
        branches.retain(|branch| *branch != null);
        if let [Json::Object(only)] = &branches[..] {
            let only = only.clone();
            members.shift_remove("anyOf");
            for (key, value) in only {
                members.entry(key).or_insert(value);
            }
        }
    }
}

fn chinese_first(description: &str) -> String {
    let paragraph = description.split("\n\n").next().unwrap_or_default();
    // What stands in backticks is an example and of no language.
    let words = |line: &str| line.split('`').step_by(2).collect::<String>();
    // Either line may hold a word of the other: `折` in English, `CNY` in Chinese.
    let chinese = |line: &&str| {
        let words = words(line);
        let count = |is: fn(&char) -> bool| words.chars().filter(is).count();
        3 * count(|letter| *letter > '\u{2E80}') > count(char::is_ascii_alphabetic)
    };
    let (zh, en): (Vec<&str>, Vec<&str>) = paragraph.lines().partition(chinese);
    [zh.join(""), en.join(" ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The English keys that a Chinese label, or another word, stands for: `标题` → `title`,
/// `店名` → `name`, `deadline` → `due`.
/// Slow path only: building the schema takes about a millisecond.
pub(super) fn keys_for_label(label: &str) -> impl Iterator<Item = &'static str> {
    LABELS
        .iter()
        .filter(move |(known, _)| known.eq_ignore_ascii_case(label))
        .map(|(_, key)| key.as_str())
}

/// The key that a word stands for below a path of keys: below `["plan"]` both `标题`, a
/// label, and `title` are `title`; below `["tasks"]` stand ids.
pub fn key_for_label(path: &[String], label: &str) -> Meant {
    let mut table = published();
    for key in path {
        let properties = &table["properties"][key.as_str()];
        table = target(if properties.is_null() {
            &table["additionalProperties"]
        } else {
            properties
        });
    }
    let known = |key: &&str| !table["properties"][*key].is_null();
    match keys_for_label(label).find(known) {
        _ if known(&label) => Meant::Key(label.to_owned()),
        Some(key) => Meant::Key(key.to_owned()),
        None if table["additionalProperties"].is_object() => Meant::Id,
        None => Meant::Nothing,
    }
}

/// The table that a property holds: what it refers to, or what its elements are.
fn target(property: &Json) -> &Json {
    let property = if property["items"].is_object() {
        &property["items"]
    } else {
        property
    };
    followed(property)
}

/// The schema itself, or what it refers to.
pub fn followed(schema: &Json) -> &Json {
    let path = schema["$ref"].as_str();
    match path.and_then(|path| path.strip_prefix('#')) {
        Some(path) => published().pointer(path).unwrap_or(&Json::Null),
        None => schema,
    }
}

static LABELS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut labels = Vec::new();
    collect_labels(published(), &mut labels);
    let aliases = ALIASES.iter();
    labels.extend(aliases.map(|(label, key)| ((*label).to_owned(), (*key).to_owned())));
    labels
});

fn collect_labels(schema: &Json, labels: &mut Vec<(String, String)>) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(title) = property["title"].as_str() {
            let label = title.split(' ').next().unwrap_or_default();
            labels.push((label.to_owned(), key.clone()));
        }
    }
    for definition in schema["$defs"]
        .as_object()
        .into_iter()
        .flat_map(|defs| defs.values())
    {
        collect_labels(definition, labels);
    }
}

/// The keys that a type of `plan/` cannot do without.
pub(super) fn required_keys(type_name: &str) -> Vec<String> {
    let required = published()["$defs"][type_name]["required"].as_array();
    required
        .into_iter()
        .flatten()
        .filter_map(|key| key.as_str().map(str::to_owned))
        .collect()
}
