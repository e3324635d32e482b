//! The schema of an included file: that of a plan, but for what only the plan says.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use super::published;

/// The JSON Schema of a file that a plan includes. Its definitions are those of
/// [`published`].
pub fn part() -> &'static Json {
    &PART
}

static PART: LazyLock<Json> = LazyLock::new(|| {
    let mut schema = published().clone();
    schema["title"] = json!("计划的一部分 Part of a plan");
    schema["description"] = json!(
        "被计划包含的文件（`[plan] include`），各节与计划文件相同。\n\
         A file that a plan includes (`[plan] include`), with the same sections as a plan."
    );
    schema["properties"]["plan"] = head();
    if let Some(members) = schema.as_object_mut() {
        members.shift_remove("required");
    }
    without_unused(&mut schema);
    schema
});

/// `[plan]` of an included file.
fn head() -> Json {
    json!({
        "type": "object",
        "properties": {
            "include": published()["$defs"]["Head"]["properties"]["include"],
        },
        "additionalProperties": false,
        "title": published()["properties"]["plan"]["title"],
        "description": "被包含的文件里只能写 `include`，其余都写在计划文件里。\n\
                        In an included file nothing but `include`; the plan says everything else.",
    })
}

/// Takes out the definitions that nothing refers to.
fn without_unused(schema: &mut Json) {
    let mut used = BTreeSet::new();
    collect(&schema["properties"], &schema["$defs"], &mut used);
    if let Some(definitions) = schema["$defs"].as_object_mut() {
        definitions.retain(|name, _| used.contains(name));
    }
}

fn collect(schema: &Json, definitions: &Json, used: &mut BTreeSet<String>) {
    match schema {
        Json::Object(members) => {
            let name = members
                .get("$ref")
                .and_then(Json::as_str)
                .and_then(|reference| reference.strip_prefix("#/$defs/"));
            if let Some(name) = name
                && used.insert(name.to_owned())
            {
                collect(&definitions[name], definitions, used);
            }
            members
                .values()
                .for_each(|member| collect(member, definitions, used));
        }
        Json::Array(items) => items
            .iter()
            .for_each(|item| collect(item, definitions, used)),
        _ => {}
    }
}
