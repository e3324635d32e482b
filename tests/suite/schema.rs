//! The published schemas: up to date, and useful to editors in both languages.
//! `SNAPSHOTS=overwrite cargo test --test suite schemas` rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

use opsplan::library;
use opsplan::plan::value::Choice;
use opsplan::plan::{EXCLUSIVE_KEYS, Section, Shape};
use opsplan::schema::{part, published, text};
use serde_json::{Value as Json, json};
use snapbox::{Data, assert_data_eq};

use crate::tree_of_files::{files, repository};
use crate::world::Memory;

#[test]
fn the_published_schemas_are_up_to_date() {
    for (name, schema) in [("plan", published()), ("part", part())] {
        let committed = repository(&format!("schemas/{name}.schema.json"));
        assert_data_eq!(
            Data::text(text(schema)).raw(),
            Data::read_from(&committed, None).raw()
        );
    }
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

/// The same for both schemas.
fn each_of_both(visit: &mut dyn FnMut(&str, &Json)) {
    each(published(), "plan", visit);
    each(part(), "part", visit);
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
    each_of_both(&mut |path, schema| {
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
    each_of_both(&mut |path, schema| {
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
    each_of_both(&mut |path, schema| {
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
    each_of_both(&mut |path, schema| {
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

/// What the head lacks is found beside the reading of its type, by the key of its title.
#[test]
fn a_section_of_one_table_requires_its_title_alone() {
    let of_one = |section: &&Section| section.shape() == Shape::One;
    for section in Section::ALL.iter().filter(of_one) {
        let definition = &published()["$defs"][section.type_name()];
        assert_eq!(
            definition["required"],
            json!([section.title_key()]),
            "{section:?}"
        );
    }
}

fn validator(schema: &Json) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// A file as validators see it: dates are text.
fn json_of(text: &str) -> Json {
    fn json(value: toml::Value) -> Json {
        match value {
            toml::Value::Datetime(moment) => json!(moment.to_string()),
            toml::Value::Array(items) => items.into_iter().map(json).collect(),
            toml::Value::Table(table) => table
                .into_iter()
                .map(|(key, value)| (key, json(value)))
                .collect(),
            plain => serde_json::to_value(plain).unwrap(),
        }
    }
    json(toml::Value::Table(text.parse().unwrap()))
}

fn errors(validator: &jsonschema::Validator, text: &str) -> Vec<String> {
    validator
        .iter_errors(&json_of(text))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_real_plans_are_as_their_schema_says() {
    let validator = validator(published());
    let mut plans = files("plans", "toml");
    plans.retain(|(path, _)| is_plan(path));
    assert!(!plans.is_empty());
    for (path, text) in plans {
        assert_eq!(errors(&validator, &text), [""; 0], "{}", path.display());
    }
}

fn is_plan(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "plan.toml")
}

/// The files that are written to be included: those of the library, and what
/// stands beside the real plans.
pub(crate) fn parts() -> Vec<(PathBuf, String)> {
    let mut parts = files("plans", "toml");
    parts.retain(|(path, _)| !is_plan(path));
    for entry in library::ENTRIES.iter().filter(|entry| entry.includable) {
        let path = repository(&format!("src/library/{}.toml", entry.name));
        parts.push((path, entry.text.to_owned()));
    }
    parts
}

#[test]
fn included_files_are_as_the_schema_of_parts_says_and_name_it() {
    let validator = validator(part());
    let parts = parts();
    assert!(!parts.is_empty());
    for (path, text) in parts {
        let name = path.display();
        assert_eq!(errors(&validator, &text), [""; 0], "{name}");
        let first = text.lines().next().unwrap_or_default();
        let schema = first.strip_prefix("#:schema ").unwrap_or_default();
        let schema = path.parent().unwrap().join(schema).canonicalize();
        assert_eq!(
            schema.ok(),
            repository("schemas/part.schema.json").canonicalize().ok(),
            "the first line of {name} should name the schema of parts"
        );
    }
}

/// What may stand in an included file, and what may not: schema and reader say the same.
#[test]
fn parts_are_accepted_and_refused_as_by_the_reader() {
    let validator = validator(part());
    for (right, text) in [
        (true, ""),
        (true, "[plan]\n"),
        (true, "[plan]\ninclude = []\n"),
        (true, "[roles.a]\ntitle = \"甲\"\n"),
        (true, "[store]\nname = \"店\"\n"),
        (false, "[plan]\ntitle = \"又一个标题\"\n"),
        (false, "[plan]\ninclude = \"b.toml\"\n"),
        (false, "[plan]\ninclude = [1]\n"),
        (false, "plan = 1\n"),
        (false, "[roles.a]\ntilte = \"甲\"\n"),
        (false, "[rolse.a]\ntitle = \"甲\"\n"),
    ] {
        let plan = "[plan]\ntitle = \"计划\"\ninclude = [\"part.toml\"]\n";
        let world = Memory::new([("plan.toml", plan), ("part.toml", text)]);
        let compiled = world.compile(|_| ());
        let refused = |code: &str| matches!(code, "OP001" | "OP007" | "OP220");
        let findings = compiled.report.findings.iter();
        let codes: Vec<&str> = findings.map(|finding| finding.rule.code).collect();
        assert_eq!(validator.is_valid(&json_of(text)), right, "{text}");
        assert_eq!(
            !codes.iter().any(|code| refused(code)),
            right,
            "{text}: {codes:?}"
        );
    }
}

/// Files that break the schema in one way each; a comment names the code and the text to
/// blame, below its line.
#[test]
fn every_broken_file_is_refused_for_its_one_reason() {
    let validator = validator(published());
    for (name, text) in broken() {
        assert!(
            !validator.is_valid(&json_of(&text)),
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
    let file = |path: &PathBuf| {
        (
            path.file_name().unwrap().to_string_lossy().into_owned(),
            fs::read_to_string(path).unwrap(),
        )
    };
    paths.iter().map(file).collect()
}

/// The reader asks for nothing else: no plan is checked with the schema at hand.
#[test]
fn a_section_of_one_table_needs_its_title_alone() {
    let sections = Section::ALL.iter();
    let single: Vec<_> = sections
        .filter(|section| section.shape() == Shape::One)
        .collect();
    assert!(!single.is_empty());
    for section in single {
        let required = &published()["$defs"][section.type_name()]["required"];
        assert_eq!(*required, json!([section.title_key()]), "{section:?}");
    }
}
