//! docs/plan-language.md lists the fields of every section, as the published schema says
//! them. `SNAPSHOTS=overwrite cargo test --test suite fields` rewrites the tables.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use opsplan::plan::value::Choice;
use opsplan::plan::{Section, Shape};
use opsplan::schema::published;
use serde_json::{Value as Json, json};
use snapbox::{Data, assert_data_eq};

use crate::accepters::followed;
use crate::tree_of_files::repository;

const START: &str = "<!-- fields -->\n";
const END: &str = "<!-- /fields -->\n";

#[test]
fn the_language_page_lists_the_fields_of_every_section() {
    let page = repository("docs/plan-language.md");
    let text = fs::read_to_string(&page).unwrap();
    let (before, rest) = text.split_once(START).expect("the page has `fields`");
    let (_, after) = rest.split_once(END).expect("the fields have an end");
    let right = format!("{before}{START}{}{END}{after}", tables());
    assert!(
        text == right || std::env::var_os("SNAPSHOTS").is_some(),
        "the tables of docs/plan-language.md are old: run \
         `SNAPSHOTS=overwrite cargo test --test suite fields`"
    );
    assert_data_eq!(Data::text(right).raw(), Data::read_from(&page, None).raw());
}

#[test]
fn the_schema_has_the_fields_of_every_section() {
    for section in Section::ALL {
        let properties = item(*section)["properties"].as_object().unwrap();
        let schema: Vec<(&str, &str)> = properties
            .iter()
            .map(|(key, property)| (key.as_str(), label(property)))
            .collect();
        let fields = section.fields().iter().map(|field| (field.key, field.zh));
        assert_eq!(schema, fields.collect::<Vec<_>>(), "{section:?}");
    }
}

/// A heading and a table for every section, each followed by the tables inside that no
/// section before it has.
fn tables() -> String {
    let mut text =
        "\nGenerated from the schema. What is not required may be left out; what then holds, where it is not unknown, stands in its line.\n"
            .to_owned();
    let mut known: BTreeSet<&str> = Section::ALL
        .iter()
        .map(|section| name_of_item(*section))
        .collect();
    for section in Section::ALL {
        let all = &published()["properties"][section.word()];
        let _ = write!(
            text,
            "\n### `{}` {}\n\nWritten {}. {}\n",
            section.word(),
            label(all),
            headers(*section),
            english(all)
        );
        let mut inner = vec![];
        let item = item(*section);
        text += &table(item, &mut inner);
        text += &exclusions(item);
        while !inner.is_empty() {
            let name = inner.remove(0);
            if known.insert(name) {
                let definition = &published()["$defs"][name];
                let heading = format!("\n#### {}\n\n", english_title(definition));
                text += &format!("{heading}{}: {}\n", label(definition), english(definition));
                text += &table(definition, &mut inner);
            }
        }
    }
    text += "\n";
    text
}

/// How a section is written: `[phases.<id>]`.
fn headers(section: Section) -> String {
    let word = section.word();
    let names = &published()["properties"][word]["propertyNames"];
    let many = format!("`[{word}.<{}>]`", english_title(names).to_lowercase());
    match section.shape() {
        Shape::One => format!("`[{word}]`"),
        Shape::Many => many,
        Shape::ManyOr(short) => format!("{many}, or `[{}]` where there is one", short.key),
    }
}

fn table(of: &'static Json, inner: &mut Vec<&'static str>) -> String {
    let mut text =
        "\n| key | says | form | refers to | required |\n|---|---|---|---|---|\n".to_owned();
    for (key, property) in of["properties"].as_object().into_iter().flatten() {
        let required = of["required"]
            .as_array()
            .is_some_and(|required| required.contains(&json!(key)));
        let cells = [
            format!("`{key}` {}", label(property)),
            english(property).to_owned(),
            form(property, inner),
            refers(property),
            if required { "yes" } else { "" }.to_owned(),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        text += &format!("| {} |\n", cells.join(" | ").trim_end());
    }
    text
}

fn exclusions(item: &Json) -> String {
    let pairs = item["x-opsplan-exclusive"].as_array().into_iter().flatten();
    let lines = pairs.map(|pair| {
        let (one, other) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        format!("\n`{one}` and `{other}` exclude each other.\n")
    });
    lines.collect()
}

/// In what form a value is written. Tables that need a table of their own go to `inner`.
fn form(schema: &'static Json, inner: &mut Vec<&'static str>) -> String {
    if let Some(name) = reference(schema) {
        return form_of_table(name, inner);
    }
    if let Some(words) = schema["oneOf"].as_array() {
        let words = words.iter().filter_map(|word| word["const"].as_str());
        let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
        return words.join(", ");
    }
    if schema["items"].is_object() {
        return format!("list: {}", form(&schema["items"], inner));
    }
    if schema["additionalProperties"].is_object() {
        let key = english_title(&schema["propertyNames"]).to_lowercase();
        let item = form(&schema["additionalProperties"], inner);
        return format!("by {key}: {item}");
    }
    if let Some(about) = about_value(schema) {
        return about.to_owned();
    }
    match schema["type"].as_str().expect("a value has a type") {
        "boolean" => "`true` or `false`".to_owned(),
        "string" => "text".to_owned(),
        "integer" => format!(
            "whole number, {} to {}",
            schema["minimum"], schema["maximum"]
        ),
        other => other.to_owned(),
    }
}

/// A range and a figure of a target are explained by the page; other tables have their own.
fn form_of_table(name: &'static str, inner: &mut Vec<&'static str>) -> String {
    let definition = &published()["$defs"][name];
    if let Some(branches) = definition["anyOf"].as_array() {
        let written = form(&branches[0], inner);
        let table = reference(&branches[1]).filter(|name| !name.starts_with("Bounds_"));
        return match table {
            Some(table) => format!("{written}, or {}", form_of_table(table, inner)),
            None => format!("{written}, range or about"),
        };
    }
    let bound = &definition["properties"]["at_least"];
    if name.starts_with("Bounds_") {
        return format!("range: {}", form(bound, inner));
    }
    inner.push(name);
    let section = Section::ALL
        .iter()
        .find(|section| name_of_item(**section) == name);
    match section {
        Some(section) => format!("table as in `{}`", section.word()),
        None => {
            let title = english_title(definition);
            let anchor = title.to_lowercase().replace(' ', "-");
            format!("table [{title}](#{anchor})")
        }
    }
}

/// The kind of a value, from its own words: "a date, such as …" is `date`.
fn about_value(schema: &Json) -> Option<&str> {
    let description = schema["description"].as_str()?;
    // Where a field uses the value, its words follow those of the field.
    let words = description.rsplit("\n\n").next()?;
    let english = words.lines().nth(1)?;
    let kind = english
        .strip_prefix("a ")
        .or_else(|| english.strip_prefix("an "))?;
    kind.split([',', ':']).next()
}

/// The sections that a value, its elements or its keys refer to.
fn refers(property: &'static Json) -> String {
    let items = followed(&property["items"]);
    let places = [
        property,
        items,
        &items["anyOf"][0],
        &property["propertyNames"],
    ];
    let sections = places
        .iter()
        .find_map(|place| place["x-opsplan-refers"].as_array());
    let words = sections.into_iter().flatten().filter_map(Json::as_str);
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn reference(schema: &'static Json) -> Option<&'static str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

pub(crate) fn name_of_item(section: Section) -> &'static str {
    let all = &published()["properties"][section.word()];
    reference(all)
        .or_else(|| reference(&all["additionalProperties"]))
        .expect("a section has items")
}

fn item(section: Section) -> &'static Json {
    &published()["$defs"][name_of_item(section)]
}

/// The English line of a description.
fn english(schema: &Json) -> &str {
    let description = schema["description"].as_str().unwrap_or_default();
    description.lines().nth(1).unwrap_or_default()
}

/// The Chinese part of a title: `评分 Scores` is 评分.
fn label(schema: &Json) -> &str {
    title(schema).0
}

fn english_title(schema: &Json) -> &str {
    title(schema).1
}

fn title(schema: &Json) -> (&str, &str) {
    let title = schema["title"].as_str().unwrap_or_default();
    title.split_once(' ').unwrap_or_default()
}
