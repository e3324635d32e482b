use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::Key;
use super::value::Id;
use crate::diagnostic::Text;
use crate::source::{Located, Span};

/// One named item of a section.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Its key, and where the key stands.
    pub id: Located<Id>,
    /// The item.
    pub item: T,
    /// Where the item stands: its inline table, or the header of its table.
    pub span: Span,
}

/// Items keyed by id, in document order; TOML itself forbids duplicates.
#[derive(Clone, Debug)]
pub struct Table<K, T> {
    entries: Vec<Entry<T>>,
    key: PhantomData<K>,
}

impl<K, T> Table<K, T> {
    pub(crate) fn new(entries: Vec<Entry<T>>) -> Self {
        Self {
            entries,
            key: PhantomData,
        }
    }
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<K, T> Deref for Table<K, T> {
    type Target = [Entry<T>];

    fn deref(&self) -> &[Entry<T>] {
        &self.entries
    }
}

impl<'de, K: Key, T: Deserialize<'de>> Deserialize<'de> for Table<K, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<K, T>(PhantomData<(K, T)>);

impl<'de, K: Key, T: Deserialize<'de>> Visitor<'de> for TableVisitor<K, T> {
    type Value = Table<K, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}",
            Text::fixed("以编号为键的表", "a table keyed by id")
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<K, T>, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, item)) = map.next_entry::<Located<K>, Located<T>>()? {
            let id = Located::new(key.value.into_id(), key.span);
            entries.push(Entry {
                id,
                item: item.value,
                span: item.span,
            });
        }
        Ok(Table::new(entries))
    }
}

impl<K: Key, T: JsonSchema> JsonSchema for Table<K, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Table_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (key, item) = (
            generator.subschema_for::<K>(),
            generator.subschema_for::<T>(),
        );
        json_schema!({
            "type": "object",
            "propertyNames": key,
            "additionalProperties": item,
            "x-tombi-additional-key-label": format!("{}_id", T::schema_name().to_lowercase()),
        })
    }
}
