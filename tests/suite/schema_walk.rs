//! Walking a value of a file along the published schema.

use serde_json::Value as Json;
use toml::Value;

use crate::accepters::followed;

/// What is seen on the way.
pub(crate) enum Seen<'v> {
    /// A key of a table whose keys are no fields.
    Key(&'v str),
    /// A value that holds no others.
    Value(&'v Value),
}

/// Shows everything below a value, with what the schema says of it (of a key, what it says of
/// the table) and the field that it stands in.
pub(crate) fn walk(
    schema: &'static Json,
    field: &str,
    value: &Value,
    see: &mut dyn FnMut(&'static Json, &str, Seen<'_>),
) {
    let inside = followed(schema);
    for branch in inside["anyOf"].as_array().into_iter().flatten() {
        walk(branch, field, value, see);
    }
    match value {
        Value::Array(values) => {
            let each = values.iter();
            each.for_each(|value| walk(&inside["items"], field, value, see));
        }
        Value::Table(table) => {
            for (key, value) in table {
                let property = &inside["properties"][key];
                if !property.is_null() {
                    walk(property, key, value, see);
                } else if inside["additionalProperties"].is_object() {
                    see(inside, field, Seen::Key(key));
                    walk(&inside["additionalProperties"], field, value, see);
                }
            }
        }
        value => see(schema, field, Seen::Value(value)),
    }
}
