//! The plan of everything: made from the published schema, one item a section, with every
//! field. What it says in words of its own is looked for in the document, in every format
//! and language: nothing that a plan says is dropped.

use std::fmt::Write;

use opsplan::diagnostic::Language;
use opsplan::render::{Format, render};
use opsplan::schema::published;
use serde_json::{Value as Json, json};

use crate::accepters::{accepted, followed};
use crate::world::{Memory, view};

/// Some keys exclude each other, so that it takes two plans to say everything.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// Several shops, phases that end, tasks with days.
    Dated,
    /// One shop, phases without an end, tasks around a day and routines.
    Undated,
}

impl Form {
    /// Whether a key of a section stands in the other plan, or in none.
    fn leaves_out(self, section: &str, key: &str) -> bool {
        let other = match self {
            Form::Dated => {
                matches!(key, "store" | "open_ended" | "around" | "repeat")
                    || (section, key) == ("phases", "duration")
            }
            Form::Undated => matches!(
                (section, key),
                ("", "stores")
                    | ("phases", "end" | "duration")
                    | ("tasks", "start" | "due" | "duration")
            ),
        };
        // No other file is there; what is allowed is printed with its finding, of which there
        // is none.
        other || key == "include" || key == "allow"
    }
}

/// What the plan says in words of its own: the marker, and the field it stands in.
struct Texts {
    form: Form,
    said: Vec<(String, String)>,
}

impl Texts {
    fn marked(&mut self, path: &str) -> String {
        let marker = format!("zz{}zz", self.said.len());
        self.said.push((marker.clone(), path.to_owned()));
        json!(marker).to_string()
    }

    /// A value as TOML.
    fn value(&mut self, schema: &'static Json, path: &str) -> Option<String> {
        if path.starts_with("targets.") && path.split('.').count() > 4 {
            return None; // Parts of targets have parts themselves.
        }
        let whole = schema;
        let schema = followed(schema);
        let branches = schema["anyOf"]
            .as_array()
            .into_iter()
            .flatten()
            .map(followed);
        if let Some(table) = branches.clone().find(|branch| is_item(branch)) {
            return Some(self.table(table, path));
        }
        if is_item(schema) {
            return Some(self.table(schema, path));
        }
        let bound = &schema["properties"]["at_least"];
        if !bound.is_null() {
            return Some(format!("{{ at_least = {} }}", self.value(bound, path)?));
        }
        if schema["type"] == "array" {
            return Some(format!("[{}]", self.value(&schema["items"], path)?));
        }
        if schema["type"] == "string" && is_free(schema) {
            return Some(self.marked(path));
        }
        if !whole["x-opsplan-refers"].is_null() || !schema["x-opsplan-refers"].is_null() {
            return Some("\"a\"".to_owned());
        }
        accepted(schema).first().map(|form| (*form).to_owned())
    }

    fn table(&mut self, schema: &'static Json, path: &str) -> String {
        let mut said = Vec::new();
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            if !self
                .form
                .leaves_out(path.split('.').next().unwrap_or_default(), key)
                && let Some(value) = self.value(property, &format!("{path}.{key}"))
            {
                said.push(format!("{} = {value}", json!(key)));
            }
        }
        if schema["additionalProperties"].is_object()
            && let Some(value) = self.value(&schema["additionalProperties"], path)
        {
            said.push(format!("a = {value}"));
        }
        format!("{{ {} }}", said.join(", "))
    }
}

/// Whether it is a table with fields, rather than one form of a figure.
fn is_item(schema: &Json) -> bool {
    let has = |key: &str| !schema["properties"][key].is_null();
    schema["type"] == "object" && !has("at_least") && !has("about")
}

fn is_free(schema: &Json) -> bool {
    let pattern = schema["pattern"].as_str();
    // Free text says something: anything but blanks.
    pattern.is_none_or(|pattern| pattern.starts_with("[^"))
        && ["enum", "const", "oneOf", "format"]
            .iter()
            .all(|key| schema[key].is_null())
}

/// The plan of everything.
pub(crate) fn text() -> String {
    plan(Form::Dated).0
}

fn plan(form: Form) -> (String, Texts) {
    let said = Vec::new();
    let (mut text, mut texts) = (String::new(), Texts { form, said });
    for (key, property) in published()["properties"].as_object().unwrap() {
        if form.leaves_out("", key) {
            continue;
        }
        let property = followed(property);
        let item = &property["additionalProperties"];
        let (id, item) = match (item.is_object(), key.as_str()) {
            (false, _) => ("", property),
            (true, "targets") => (".\"2026-04\"", item),
            (true, "people") => (".b", item),
            (true, _) => (".a", item),
        };
        let _ = writeln!(text, "[{key}{id}]");
        let entries = followed(item)["properties"].as_object().unwrap();
        for (field, property) in entries
            .iter()
            .filter(|(field, _)| !form.leaves_out(key, field))
        {
            let path = format!("{key}.{field}");
            let value = match (key.as_str(), field.as_str()) {
                ("plan", "start") => Some("2026-04-01".to_owned()),
                ("plan", "end") => Some("2026-12-31".to_owned()),
                ("plan", "language") => Some("\"zh-CN\"".to_owned()),
                _ => texts.value(property, &path),
            };
            if let Some(value) = value {
                let _ = writeln!(text, "{} = {value}", json!(field));
            }
        }
    }
    (text, texts)
}

#[test]
fn nothing_that_a_plan_says_is_dropped() {
    let dropped: Vec<_> = [Form::Dated, Form::Undated].map(dropped).concat();
    assert!(dropped.is_empty(), "the document drops {dropped:#?}");
}

/// Fields whose words stand in no document, with the format.
fn dropped(form: Form) -> Vec<(String, String)> {
    let (text, Texts { said, .. }) = plan(form);
    assert!(said.len() > 60, "{}", said.len());
    let mut dropped = Vec::new();
    for language in [Language::Chinese, Language::English] {
        let world = Memory::new([("plan.toml", &*text)]);
        let compiled = world.compile(|plan| {
            let view = view(plan, language, false);
            [Format::Html, Format::Markdown].map(|format| render(&view, format).unwrap())
        });
        let wrong = |code: &str| ["OP000", "OP001", "OP003", "OP007"].contains(&code);
        let findings = &compiled.report.findings;
        let wrong: Vec<_> = findings
            .iter()
            .filter(|finding| wrong(finding.rule.code))
            .collect();
        let wrong: Vec<_> = wrong.iter().map(|finding| &finding.message.en).collect();
        assert!(wrong.is_empty(), "{wrong:#?}\n{text}");
        for artifact in compiled.made.expect("a document").iter().flatten() {
            if artifact.name.starts_with("tasks") {
                continue; // Only tasks.
            }
            let page = String::from_utf8_lossy(&artifact.bytes);
            let missing = said.iter().filter(|(marker, _)| !page.contains(marker));
            dropped.extend(missing.map(|(_, path)| (path.clone(), artifact.name.clone())));
        }
    }
    dropped.sort();
    dropped.dedup();
    dropped
}
