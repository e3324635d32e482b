//! The texts that say what is to be done against the slow, obvious version: the files of a
//! plan, parsed again and walked along the published schema, which says what is text.

use opsplan::plan::value::Choice;
use opsplan::plan::{Section, Shape};
use opsplan::schema::published;
use opsplan::source::Sources;
use serde_json::Value as Json;

use crate::accepters::followed;
use crate::schema_walk::{Seen, walk};
use crate::width::each_plan;

/// What names things, or says where they come from or what others do.
const SAYS_NOTHING_TO_DO: [&str; 15] = [
    "allow",
    "approved_by",
    "audience",
    "category",
    "check",
    "currency",
    "id",
    "include",
    "market",
    "name",
    "prepared_by",
    "reason",
    "sku",
    "source",
    "version",
];

/// A section, the key of a field and its text.
type Said = (&'static str, String, String);

#[test]
fn every_text_that_says_what_is_to_be_done_is_collected_once() {
    let (mut plans, mut texts) = (0, 0);
    each_plan(|name, plan| {
        let is_of_form = |code: &str| ["OP000", "OP001", "OP003", "OP007"].contains(&code);
        let mut codes = plan.report.findings.iter().map(|finding| finding.rule.code);
        if codes.any(is_of_form) || !plan.resolved.incomplete.is_empty() {
            return; // What was mended or left out stands in the files all the same.
        }
        let collected = plan.analysis.instructions.iter().map(|one| {
            let text = one.text.to_owned();
            (one.item.section.word(), one.field.to_owned(), text)
        });
        let mut collected: Vec<Said> = collected.collect();
        let mut walked = walked(plan.sources);
        collected.sort();
        walked.sort();
        assert_eq!(collected, walked, "{name}");
        plans += 1;
        texts += walked.len();
    });
    assert!(plans > 30 && texts > 2_000, "{plans} plans, {texts} texts");
}

fn walked(sources: &Sources) -> Vec<Said> {
    let mut said = Vec::new();
    for file in &sources.files {
        let tree: toml::Table = file.text.parse().unwrap();
        for section in Section::ALL {
            let word = section.word();
            let schema = &published()["properties"][word];
            let mut see = |schema, key: &str, seen: Seen<'_>| {
                let Seen::Value(toml::Value::String(text)) = seen else {
                    return;
                };
                let is_of_others = match section {
                    Section::Risks => key == "title",
                    Section::Programs => key != "note",
                    _ => false,
                };
                if is_text(schema) && !is_of_others && !SAYS_NOTHING_TO_DO.contains(&key) {
                    said.push((word, key.to_owned(), text.clone()));
                }
            };
            if let Some(items) = tree.get(word) {
                walk(schema, word, items, &mut see);
            }
            let alone = section.shape().alone(*section);
            let alone = alone.filter(|_| section.shape() != Shape::One);
            if let Some(item) = alone.and_then(|key| tree.get(key)) {
                walk(&schema["additionalProperties"], word, item, &mut see);
            }
        }
    }
    said
}

/// Strings of which the schema says no form but that they are not blank.
fn is_text(schema: &'static Json) -> bool {
    let schema = followed(schema);
    let title = followed(&published()["$defs"]["Task"]["properties"]["title"]);
    let has_form = ["enum", "oneOf", "format", "x-opsplan-refers"].map(|key| schema.get(key));
    let pattern = schema.get("pattern");
    schema["type"] == "string"
        && has_form.iter().all(Option::is_none)
        && pattern.is_none_or(|pattern| *pattern == title["pattern"])
}
