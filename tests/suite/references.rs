//! The list of references against the slow, obvious version: the files of a plan, parsed
//! again and walked along the published schema, which says what refers to what.

use std::collections::BTreeSet;

use opsplan::plan::value::Choice;
use opsplan::plan::{Period, Section, Shape};
use opsplan::resolve::Resolved;
use opsplan::schema::published;
use opsplan::source::Sources;
use serde_json::Value as Json;

use crate::accepters::followed;
use crate::schema_walk::{Seen, walk};
use crate::width::each_plan;

/// One reference with both ends, in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    from: String,
    field: String,
    is_key: bool,
    id: String,
    to: Option<String>,
}

#[test]
fn all_references_are_found_with_both_ends() {
    let (mut plans, mut references, mut has_everything) = (0, 0, false);
    each_plan(|name, plan| {
        let is_of_form = |code: &str| ["OP000", "OP001", "OP003", "OP007"].contains(&code);
        let mut codes = plan.report.findings.iter().map(|finding| finding.rule.code);
        if codes.any(is_of_form) || !plan.resolved.incomplete.is_empty() {
            return; // What was mended or left out stands in the files all the same.
        }
        let (fast, slow) = (listed(plan.resolved), walked(plan.sources));
        assert_eq!(fast, slow, "{name}");
        has_everything |= name == "everything.toml";
        plans += 1;
        references += fast.len();
    });
    assert!(
        has_everything && plans > 30 && references > 300,
        "everything: {has_everything}, {plans} plans, {references} references"
    );
}

/// What the plan itself lists.
fn listed(resolved: &Resolved<'_>) -> Vec<Found> {
    let name = |section: Section, at| {
        let item = resolved.plan.item(section, at).expect("an item");
        format!("{}.{}", section.word(), item.id.value.0)
    };
    let references = resolved.references.iter().map(|reference| Found {
        from: name(reference.from.section, reference.from.at),
        field: reference.field.to_owned(),
        is_key: reference.is_key,
        id: reference.id.0.to_string(),
        to: reference.to.item().map(|to| name(to.section, to.at)),
    });
    let mut references: Vec<Found> = references.collect();
    references.sort();
    references
}

/// What the files say.
fn walked(sources: &Sources) -> Vec<Found> {
    let files = sources.files.iter();
    let trees: Vec<toml::Table> = files.map(|file| file.text.parse().unwrap()).collect();
    let mut walk = Walk {
        ids: trees.iter().flat_map(ids).collect(),
        from: String::new(),
        found: Vec::new(),
    };
    for section in Section::ALL {
        let schema = &published()["properties"][section.word()];
        let tables = trees.iter().filter_map(|tree| tree.get(section.word()));
        for items in tables.filter(|_| section.shape() != Shape::One) {
            walk.section(*section, schema, items.as_table().unwrap());
        }
    }
    walk.found.sort();
    walk.found
}

/// The items of a file: `phases.opening`.
fn ids(tree: &toml::Table) -> Vec<String> {
    let mut ids = Vec::new();
    for section in Section::ALL {
        let word = section.word();
        let alone = section.shape().alone(*section);
        ids.extend(
            alone
                .filter(|key| tree.contains_key(*key))
                .map(|key| format!("{word}.{key}")),
        );
        let items = tree.get(word).and_then(toml::Value::as_table);
        ids.extend(
            items
                .into_iter()
                .flatten()
                .map(|(id, _)| format!("{word}.{id}")),
        );
    }
    ids
}

struct Walk {
    ids: BTreeSet<String>,
    from: String,
    found: Vec<Found>,
}

impl Walk {
    fn section(&mut self, section: Section, schema: &'static Json, items: &toml::Table) {
        let word = section.word();
        for (id, item) in items {
            self.from = format!("{word}.{id}");
            let wanted = key_refers(schema, id);
            if !wanted.is_empty() {
                self.add(word, true, id, &wanted);
            }
            walk(
                &schema["additionalProperties"],
                word,
                item,
                &mut |schema, field, seen| {
                    self.see(schema, field, seen);
                },
            );
        }
    }

    fn see(&mut self, schema: &'static Json, field: &str, seen: Seen<'_>) {
        let (wanted, is_key, id) = match seen {
            Seen::Key(key) => (key_refers(schema, key), true, key.to_owned()),
            Seen::Value(toml::Value::String(id)) => (refers(schema), false, id.clone()),
            Seen::Value(toml::Value::Integer(id)) => (refers(schema), false, id.to_string()),
            Seen::Value(_) => return,
        };
        if !wanted.is_empty() {
            self.add(field, is_key, &id, &wanted);
        }
    }

    fn add(&mut self, field: &str, is_key: bool, id: &str, wanted: &[&str]) {
        let mut places = wanted.iter().map(|section| format!("{section}.{id}"));
        self.found.push(Found {
            from: self.from.clone(),
            field: field.to_owned(),
            is_key,
            id: id.to_owned(),
            to: places.find(|place| self.ids.contains(place)),
        });
    }
}

/// The sections a key may lead to: a period is of the calendar, or a phase or an event.
fn key_refers(schema: &'static Json, key: &str) -> Vec<&'static str> {
    let names = &schema["propertyNames"];
    match names["title"].as_str() {
        Some("时段 Period") if Period::parse(key).is_none() => vec!["phases", "events"],
        _ => refers(names),
    }
}

/// The sections a value may lead to, as the schema says.
fn refers(schema: &'static Json) -> Vec<&'static str> {
    let places = [schema, followed(schema)];
    let sections = places
        .iter()
        .find_map(|place| place["x-opsplan-refers"].as_array());
    sections
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect()
}
