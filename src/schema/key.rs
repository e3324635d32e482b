//! Keys of the tree, and values with their places, as serde reads them.

use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::error::ReadError;
use crate::plan::value::protocol;
use crate::source::Span;

/// A key of the tree.
#[derive(Clone, Copy)]
pub(super) struct Key<'n> {
    pub(super) key: &'n str,
    pub(super) span: Span,
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor
            .visit_str(self.key)
            .map_err(|error: ReadError| error.of_key().at(self.span))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == protocol::LOCATED {
            return visitor.visit_seq(Located {
                parts: [Some(self.span.start), Some(self.span.end)],
                value: Some(self),
            });
        }
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map enum identifier ignored_any option struct
    }
}

/// A value with its place, as the sequence that `Located` asks for.
pub(super) struct Located<D> {
    pub(super) parts: [Option<u32>; 2],
    pub(super) value: Option<D>,
}

impl<'de, D: Deserializer<'de, Error = ReadError>> SeqAccess<'de> for Located<D> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ReadError> {
        if let Some(part) = self.parts.iter_mut().find_map(Option::take) {
            let part: U32Deserializer<ReadError> = part.into_deserializer();
            return seed.deserialize(part).map(Some);
        }
        self.value
            .take()
            .map(|value| seed.deserialize(value))
            .transpose()
    }
}
