use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::{Value as Json, json};

use crate::plan::Plan;
use crate::tree::Meant;

/// The published JSON Schema, draft 2020-12, with the keys that editors use.
pub fn published() -> &'static Json {
    &PUBLISHED
}

/// The published schema as the text of schemas/plan.schema.json.
pub fn text() -> String {
    format!("{:#}\n", published())
}

static PUBLISHED: LazyLock<Json> = LazyLock::new(|| {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Plan>();
    let mut schema = Json::from(schema);
    tidy(&mut schema);
    schema["x-tombi-toml-version"] = json!("v1.0.0");
    schema["x-tombi-table-keys-order"] = json!("schema");
    schema["description"] = json!(
        "一份店铺运营计划:阶段、目标、岗位、商品、活动与任务。\n\
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
            if members.get("default") == Some(&json!([])) || members.get("default") == Some(&Json::Null) {
                members.shift_remove("default");
            }
            without_null(members);
            members.values_mut().for_each(tidy);
        }
        Json::Array(items) => items.iter_mut().for_each(tidy),
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
    let chinese = |line: &&str| line.chars().any(|letter| letter > '\u{2E80}');
    let (zh, en): (Vec<&str>, Vec<&str>) = paragraph.lines().partition(chinese);
    [zh.join(""), en.join(" ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The English keys that a Chinese label stands for: `标题` → `title`, `店名` → `name`.
/// Slow path only: building the schema takes about a millisecond.
pub(super) fn keys_for_label(label: &str) -> impl Iterator<Item = &'static str> {
    LABELS.iter().filter(move |(zh, _)| zh == label).map(|(_, key)| key.as_str())
}

/// The key that a Chinese label stands for below a path of keys: `标题` is `title` below
/// `["plan"]`; below `["tasks"]` stand ids.
pub fn key_for_label(path: &[String], label: &str) -> Meant {
    let mut table = published();
    for key in path {
        let properties = &table["properties"][key.as_str()];
        table = target(if properties.is_null() { &table["additionalProperties"] } else { properties });
    }
    let known = |key: &&str| !table["properties"][*key].is_null();
    match keys_for_label(label).find(known) {
        Some(key) => Meant::Key(key.to_owned()),
        None if table["additionalProperties"].is_object() => Meant::Id,
        None => Meant::Nothing,
    }
}

/// The table that a property holds: what it refers to, or what its elements are.
fn target(property: &Json) -> &Json {
    let property = if property["items"].is_object() { &property["items"] } else { property };
    match property["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => published().pointer(pointer).unwrap_or(&Json::Null),
        None => property,
    }
}

static LABELS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut labels = Vec::new();
    collect_labels(published(), &mut labels);
    for (label, key) in [("名称", "title"), ("名称", "name"), ("名字", "name"), ("价格", "price"), ("时间", "start")] {
        labels.push((label.to_owned(), key.to_owned()));
    }
    labels
});

fn collect_labels(schema: &Json, labels: &mut Vec<(String, String)>) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(title) = property["title"].as_str() {
            let label = title.split(' ').next().unwrap_or_default();
            labels.push((label.to_owned(), key.clone()));
        }
    }
    for definition in schema["$defs"].as_object().into_iter().flat_map(|defs| defs.values()) {
        collect_labels(definition, labels);
    }
}

/// The keys that a type of `plan/` cannot do without.
pub(super) fn required_keys(type_name: &str) -> Vec<String> {
    let required = published()["$defs"][type_name]["required"].as_array();
    required.into_iter().flatten().filter_map(|key| key.as_str().map(str::to_owned)).collect()
}
