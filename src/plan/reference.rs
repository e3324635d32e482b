use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer};
use serde_json::Value as Json;

use super::value::{Choice, Id, Refusal, Written, WrittenVisitor, protocol};
use super::{Said, Says, Section};
use crate::diagnostic::Text;
use crate::source::Span;

/// What a reference may lead to: items of one section, or of several.
pub trait Referent {
    /// The sections whose ids may stand there.
    const SECTIONS: &'static [Section];
    /// Part of the name of the reference's schema.
    const NAME: &'static str;
}

/// Whoever may own something: a person or a post.
#[derive(Clone, Copy, Debug)]
pub enum Owner {}

impl Referent for Owner {
    const SECTIONS: &'static [Section] = &[Section::People, Section::Roles];
    const NAME: &'static str = "Owner";
}

/// The id of a `T`, as written; what it leads to is found in a resolved plan.
pub struct Ref<T> {
    id: Id,
    to: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    fn new(id: Id) -> Self {
        Self {
            id,
            to: PhantomData,
        }
    }

    /// The id.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// The id alone.
    pub(super) fn into_id(self) -> Id {
        self.id
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self::new(self.id.clone())
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(formatter)
    }
}

impl<T> fmt::Display for Ref<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(formatter)
    }
}

impl<T> Deref for Ref<T> {
    type Target = Id;

    fn deref(&self) -> &Id {
        &self.id
    }
}

impl<T: Referent> Says for Ref<T> {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Reference(&self.id, T::SECTIONS), place);
    }

    fn refers() -> bool {
        true
    }
}

impl<T> Written for Ref<T> {
    fn expected() -> Text {
        Id::expected()
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        Id::from_digits(digits).map(Self::new)
    }

    fn from_text(text: &str) -> Result<Self, Refusal> {
        Id::any(text).map(Self::new)
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.id.compare(&other.id)
    }

    fn schema() -> Json {
        Id::schema()
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DIGITS, WrittenVisitor(PhantomData))
    }
}

/// The schema of an id that says where it leads.
impl<T: Referent> JsonSchema for Ref<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Ref_{}", T::NAME).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Id::json_schema(generator);
        let sections: Vec<&str> = T::SECTIONS.iter().map(|section| section.word()).collect();
        schema.insert("x-opsplan-refers".to_owned(), sections.into());
        schema
    }
}
