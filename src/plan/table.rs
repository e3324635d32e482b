use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Deref, Index, IndexMut};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::value::Id;
use super::{InSection, Key};
use crate::diagnostic::{FieldPath, ItemPath, Text};
use crate::source::{Located, Span};

/// One named item of a section; it reads like the item itself.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Its key, and where the key stands.
    pub id: Located<Id>,
    /// The item.
    pub item: T,
    /// Where the item stands: its inline table, or the header of its table.
    pub span: Span,
    /// Whether it is a table that stands alone, `[plan]` or `[store]`, and has no id but that.
    pub stands_alone: bool,
    /// What it says and could not be read.
    pub unread: Unread,
}

/// What could not be read of an item: it is not known, and not missing either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unread {
    /// Everything was read.
    #[default]
    Nothing,
    /// These fields.
    Fields(Vec<Box<str>>),
    /// Nobody knows what else it says.
    Anything,
}

impl Unread {
    /// Says that a field was written and nobody knows what it comes to.
    pub(crate) fn add(&mut self, field: &str) {
        match self {
            Self::Nothing => *self = Self::Fields(vec![field.into()]),
            Self::Fields(fields) => fields.push(field.into()),
            Self::Anything => {}
        }
    }

    /// Whether a field was written and could not be read.
    pub fn holds(&self, field: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Fields(fields) => fields.iter().any(|one| **one == *field),
            Self::Anything => true,
        }
    }
}

impl<T> Deref for Entry<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

impl<T: InSection> Entry<T> {
    /// How findings and exceptions name it.
    pub fn path(&self) -> ItemPath {
        T::SECTION.path_of(&self.id, self.stands_alone)
    }

    /// One of its fields.
    pub fn field(&self, key: &'static str) -> FieldPath {
        self.path().field(key)
    }

    /// Its title, or its id.
    pub fn label(&self) -> &str {
        self.item
            .title()
            .map_or(&self.id.value, |title| &title.value)
    }

    /// Where to point when it is the thing itself that is wrong: its key.
    pub fn key_span(&self) -> Span {
        self.id.span
    }
}

/// The number of an item in its section.
pub struct Idx<T>(u32, PhantomData<fn() -> T>);

impl<T> Idx<T> {
    /// The item at a position of its section.
    pub fn new(at: usize) -> Self {
        Self(
            u32::try_from(at).expect("a file of 64 MiB holds fewer items"),
            PhantomData,
        )
    }

    /// Its position.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Idx<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Idx<T> {}

impl<T> PartialEq for Idx<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Idx<T> {}

impl<T> Hash for Idx<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.0)
    }
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

    /// The items with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (Idx<T>, &Entry<T>)> {
        self.entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (Idx::new(at), entry))
    }
}

impl<K, T> IndexMut<usize> for Table<K, T> {
    fn index_mut(&mut self, at: usize) -> &mut Entry<T> {
        &mut self.entries[at]
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

impl<K, T> Index<Idx<T>> for Table<K, T> {
    type Output = Entry<T>;

    fn index(&self, index: Idx<T>) -> &Entry<T> {
        &self.entries[index.at()]
    }
}

impl<K, T> Index<usize> for Table<K, T> {
    type Output = Entry<T>;

    fn index(&self, at: usize) -> &Entry<T> {
        &self.entries[at]
    }
}

impl<'t, K, T> IntoIterator for &'t Table<K, T> {
    type Item = &'t Entry<T>;
    type IntoIter = std::slice::Iter<'t, Entry<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
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
            Text::fixed("若干项，每一项有自己的编号", "a table keyed by id")
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<K, T>, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, item)) = map.next_entry::<Located<K>, Located<T>>()? {
            entries.push(Entry {
                id: Located::new(key.value.into_id(), key.span),
                item: item.value,
                span: item.span,
                stands_alone: false,
                unread: Unread::Nothing,
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
