//! The published schema: up to date, and useful to editors in both languages.

use std::fs;
use std::path::Path;

use opsplan::plan::value::Choice;
use opsplan::plan::{EXCLUSIVE_KEYS, Section, Shape};
use opsplan::schema::{published, text};
use serde_json::{Value as Json, json};

use crate::world::Memory;

#[test]
fn the_published_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/plan.schema.json");
    let committed = fs::read_to_string(path).unwrap();
    assert!(
        committed == text(),
        "schemas/plan.schema.json is old: run `cargo run -- schema > schemas/plan.schema.json`"
    );
}

/// Every schema inside the published one, with its path.
fn each(schema: &Json, path: &str, visit: &mut dyn FnMut(&str, &Json)) {
    match schema {
        Json::Object(members) => {
            visit(path, schema);
            members
                .iter()
                .for_each(|(key, member)| each(member, &format!("{path}/{key}"), visit));
        }
        Json::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| each(item, &format!("{path}/{index}"), visit));
        }
        _ => {}
    }
}

fn in_both_languages(words: &Json) -> bool {
    let words = words.as_str().unwrap_or_default();
    let chinese = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    let english = |word: &str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    words.contains(chinese) && words.split_whitespace().any(english)
}

#[test]
fn everything_has_a_title_and_a_description_in_both_languages() {
    let mut wanting = Vec::new();
    let mut check = |path: &str, schema: &Json| {
        for key in ["title", "description"] {
            if !in_both_languages(&schema[key]) {
                wanting.push(format!("{path}: {key} {}", schema[key]));
            }
        }
    };
    each(published(), "", &mut |path, schema| {
        let properties = schema["properties"]
            .as_object()
            .filter(|_| !path.ends_with("/properties"));
        properties
            .into_iter()
            .flatten()
            .for_each(|(key, property)| check(&format!("{path}/{key}"), property));
        let definitions = schema["$defs"].as_object();
        definitions
            .into_iter()
            .flatten()
            .for_each(|(name, definition)| check(name, definition));
        if schema["const"].is_string() && !path.ends_with("/properties") {
            check(path, schema);
        }
    });
    assert!(wanting.is_empty(), "{}", wanting.join("\n"));
}

#[test]
fn chinese_stands_before_english() {
    each(published(), "", &mut |path, schema| {
        let Some(description) = schema["description"].as_str() else {
            return;
        };
        let first = description.lines().next().unwrap_or_default();
        assert!(
            first.chars().any(|letter| letter > '\u{2E80}'),
            "{path}: {description}"
        );
    });
}

#[test]
fn every_table_says_whether_it_takes_other_keys() {
    each(published(), "", &mut |path, schema| {
        if schema["type"] == "object" {
            assert!(
                !schema["additionalProperties"].is_null(),
                "{path} says nothing about other keys"
            );
        }
    });
}

#[test]
fn nothing_of_rust_shows() {
    each(published(), "", &mut |path, schema| {
        for key in ["default", "writeOnly", "readOnly"] {
            assert!(
                schema[key].is_null() || path.ends_with("/properties"),
                "{path}: {key}"
            );
        }
        assert!(
            !schema["type"]
                .as_array()
                .is_some_and(|types| types.contains(&json!("null"))),
            "{path} may be null"
        );
    });
}

#[test]
fn keys_that_exclude_each_other_are_published() {
    for (section, one, other) in EXCLUSIVE_KEYS {
        let reference = published()["properties"][section.word()]["additionalProperties"]["$ref"]
            .as_str()
            .unwrap();
        let item = published()
            .pointer(reference.trim_start_matches('#'))
            .unwrap();
        let pairs = item["x-opsplan-exclusive"].as_array().unwrap();
        assert!(
            pairs.contains(&json!([one, other])),
            "{reference}: {pairs:?}"
        );
        for key in [one, other] {
            assert!(
                item["properties"][key].is_object(),
                "{reference} has no `{key}`"
            );
        }
    }
}

#[test]
fn editors_are_told_what_they_ask_for() {
    assert_eq!(published()["x-tombi-toml-version"], "v1.0.0");
    assert_eq!(published()["x-tombi-table-keys-order"], "schema");
    let of_many = |section: &&Section| section.shape() != Shape::One;
    for section in Section::ALL.iter().filter(of_many) {
        let table = &published()["properties"][section.word()];
        assert!(
            table["x-tombi-additional-key-label"].is_string(),
            "{section:?}"
        );
        assert!(table["propertyNames"]["pattern"].is_string(), "{section:?}");
    }
}

/// Files that break the schema in one way each; a comment names the code and the text to
/// blame, below its line.
#[test]
fn every_broken_file_is_refused_for_its_one_reason() {
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(published())
        .unwrap();
    for (name, text) in broken() {
        let table: toml::Table = text.parse().unwrap();
        assert!(
            !validator.is_valid(&serde_json::to_value(table).unwrap()),
            "{name}: the schema accepts it"
        );
        let compiled = Memory::new([("plan.toml", &*text)]).compile(|_| ());
        let found = compiled.report.findings.iter().map(|finding| {
            let line = compiled.sources.files[0]
                .position(finding.primary.span.start)
                .line;
            format!(
                "{line} {} {}",
                finding.rule.code,
                compiled.sources.slice(finding.primary.span)
            )
        });
        let marks = text
            .lines()
            .enumerate()
            .filter_map(|(line, text)| Some((line, text.strip_prefix("# OP")?)));
        let expected: Vec<_> = marks
            .map(|(line, mark)| format!("{line} OP{mark}"))
            .collect();
        assert_eq!(found.collect::<Vec<_>>(), expected, "{name}");
        assert_eq!(expected.len(), 1, "{name}");
    }
}

/// The files of tests/fixtures/broken.
pub(crate) fn broken() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let file = |path: &std::path::PathBuf| {
        (
            path.file_name().unwrap().to_string_lossy().into_owned(),
            fs::read_to_string(path).unwrap(),
        )
    };
    paths.iter().map(file).collect()
}
