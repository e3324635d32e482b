//! Every plan of the repository through everything: unknowns name fields that exist, each
//! format can be written, each field is read by some stage.

use std::collections::BTreeSet;
use std::path::Path;

use opsplan::Analysed;
use opsplan::diagnostic::{FieldPath, Language};
use opsplan::plan::Section;
use opsplan::plan::value::Choice;
use opsplan::render::{Format, render};
use opsplan::schema::published;
use serde_json::Value as Json;

use crate::accepters::followed;
use crate::everything;
use crate::fields::name_of_item;
use crate::tree_of_files::{files, local, without_tests};
use crate::world::{Memory, view};

/// Compiles every fixture, every real plan and the plan of everything, and hands each over
/// with its name.
pub(crate) fn each_plan(mut visit: impl FnMut(&str, &Analysed<'_, '_>)) {
    let read = |folder: &str| -> Vec<(String, String)> {
        let all = files(folder, "toml").into_iter();
        all.map(|(path, text)| (local(&path, folder), text))
            .collect()
    };
    let everything = ("everything.toml".to_owned(), everything::text());
    for mut texts in [
        read("tests/fixtures/check"),
        read("plans"),
        vec![everything],
    ] {
        let world = Memory::new(texts.iter().map(|(path, text)| (&**path, &**text)));
        texts.retain(|(path, _)| !path.starts_with("parts/"));
        for (path, _) in &texts {
            world.analyse(path, |plan| visit(path, plan));
        }
    }
}

#[test]
fn nothing_is_found_twice() {
    let (mut findings, mut twice) = (0, Vec::new());
    each_plan(|name, plan| {
        let mut seen = BTreeSet::new();
        for finding in &plan.report.findings {
            findings += 1;
            let places = finding.labels.iter().map(|label| label.span);
            let places: Vec<_> = places.chain([finding.primary.span]).collect();
            if !seen.insert((finding.rule.code, &finding.message.zh, places)) {
                twice.push(format!(
                    "{name}: {} {}",
                    finding.rule.code, finding.message.zh
                ));
            }
        }
    });
    assert!(twice.is_empty() && findings > 200, "{findings}: {twice:#?}");
}

#[test]
fn unknowns_name_fields_that_exist() {
    let (mut unknowns, mut wrong) = (0, BTreeSet::new());
    each_plan(|name, plan| {
        for unknown in &plan.report.unknowns {
            unknowns += 1;
            if !exists(&unknown.missing) {
                let code = unknown.rule.code;
                wrong.insert(format!("{name}: {code} names `{}`", unknown.missing));
            }
        }
    });
    assert!(unknowns > 50, "{unknowns}");
    assert!(wrong.is_empty(), "no such fields: {wrong:#?}");
}

/// Whether the schema has a field.
fn exists(path: &FieldPath) -> bool {
    let mut schema = &published()["properties"][path.item.section];
    if path.item.id.is_some() {
        schema = &followed(schema)["additionalProperties"];
    }
    for key in &path.keys {
        schema = field(schema, key);
    }
    !schema.is_null()
}

/// A field of a table, or of the tables in a list, or of one of several forms.
fn field(schema: &'static Json, key: &str) -> &'static Json {
    let schema = followed(schema);
    if schema["items"].is_object() {
        return field(&schema["items"], key);
    }
    let branches = schema["anyOf"].as_array().into_iter().flatten();
    let found = branches.map(|branch| field(branch, key));
    found
        .chain([&schema["properties"][key]])
        .find(|found| !found.is_null())
        .unwrap_or(&Json::Null)
}

#[test]
fn every_plan_can_be_written_in_every_format() {
    let mut documents = 0;
    each_plan(|name, plan| {
        for language in [Language::Chinese, Language::English] {
            let view = view(plan, language, true);
            for format in Format::ALL {
                let artifacts = render(&view, format);
                let artifacts = artifacts.unwrap_or_else(|error| panic!("{name}: {error:?}"));
                assert!(!artifacts.is_empty(), "{name}: {}", format.word());
                documents += artifacts.len();
            }
        }
    });
    assert!(documents > 400, "{documents}");
}

/// Fields that no stage names, and how they are read.
const READ_ANOTHER_WAY: &[(&str, &str)] = &[
    ("include", "by the tree, before there is a plan"),
    (
        "language_version",
        "by its type, which refuses one that is not known",
    ),
];

#[test]
fn every_field_is_read() {
    let read = files("src", "rs").into_iter().filter(|(path, _)| {
        let path = local(path, "src");
        !["plan/", "schema/", "tree/"]
            .iter()
            .any(|stage| path.starts_with(stage))
    });
    let read: Vec<_> = read.collect();
    let sources: String = read.iter().map(|(_, text)| without_tests(text)).collect();
    let told = told(
        &read
            .iter()
            .map(|(path, text)| (&**path, &**text))
            .collect::<Vec<_>>(),
    );
    let of_sections = told.iter().flat_map(|section| {
        let fields = section.fields().iter();
        fields.map(move |field| (section.word(), field.key))
    });
    let fields = of_sections.chain(inner_fields(&told));
    let unread: Vec<_> = fields.filter(|(_, key)| !is_read(&sources, key)).collect();
    let listed = |key: &str| READ_ANOTHER_WAY.iter().any(|(known, _)| *known == key);
    let without: Vec<_> = unread.iter().filter(|(_, key)| !listed(key)).collect();
    assert!(
        without.is_empty(),
        "no stage reads {without:?}: tell it in the chapter of its section, or say how it is read \
         in tests/suite/width.rs"
    );
    let known = READ_ANOTHER_WAY.iter().map(|(known, _)| *known);
    let done: Vec<_> = known
        .filter(|known| unread.iter().all(|(_, key)| key != known))
        .collect();
    assert!(
        done.is_empty(),
        "are read by name, take them out of the list: {done:?}"
    );
}

/// The names of the definitions that a schema leads to, at any depth.
fn led_to(schema: &'static Json, names: &mut BTreeSet<&'static str>) {
    match schema {
        Json::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Json::as_str) {
                let name = reference.trim_start_matches("#/$defs/");
                if names.insert(name) {
                    led_to(&published()["$defs"][name], names);
                }
            }
            members.values().for_each(|member| led_to(member, names));
        }
        Json::Array(items) => items.iter().for_each(|item| led_to(item, names)),
        _ => {}
    }
}

/// The fields of the tables inside items of some sections, with the name of the table.
fn inner_fields(sections: &[Section]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut names = BTreeSet::new();
    for section in sections {
        led_to(&published()["$defs"][name_of_item(*section)], &mut names);
    }
    let tables = published()["$defs"].as_object().unwrap().iter();
    let tables = tables.filter(move |(name, _)| names.contains(&***name));
    let is_item = |name: &str| {
        Section::ALL
            .iter()
            .any(|section| name_of_item(*section) == name)
    };
    let tables = tables.filter(move |(name, _)| !name.starts_with("Bounds_") && !is_item(name));
    tables.flat_map(|(name, table)| {
        let fields = table["properties"].as_object();
        fields
            .into_iter()
            .flat_map(move |fields| fields.keys().map(move |key| (&**name, &**key)))
    })
}

/// The sections of which a chapter tells in its own way. All others stand in the document
/// with all their fields.
fn told(sources: &[(&Path, &str)]) -> Vec<Section> {
    let chapters = sources.iter().filter(|(path, text)| {
        local(path, "src").starts_with("view/") && !text.contains("default::")
    });
    let lines: String = chapters
        .flat_map(|(_, text)| text.lines())
        .filter(|line| line.contains("const SECTIONS"))
        .collect();
    let is_told = |section: &&Section| lines.contains(&format!("Section::{section:?}"));
    let told: Vec<Section> = Section::ALL.iter().filter(is_told).copied().collect();
    assert!(told.len() > 8, "{told:?}");
    told
}

/// Whether a source reads a field: `.price`, not `.price_of` or `.price()`.
fn is_read(sources: &str, key: &str) -> bool {
    // A key may be a word of Rust: `r#for`.
    let names = [format!(".{key}"), format!(".r#{key}")];
    names.iter().any(|name| {
        sources.match_indices(name).any(|(at, _)| {
            let after = sources[at + name.len()..].chars().next();
            !after.is_some_and(|letter| letter.is_alphanumeric() || "_(:".contains(letter))
        })
    })
}

#[test]
fn a_field_is_told_from_what_begins_like_it() {
    assert!(is_read("a.price.map(f)", "price"));
    assert!(!is_read("a.price_of(b); a.price(); price", "price"));
}
