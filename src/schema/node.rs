//! serde over a borrowed tree. Hands value types their digits and places, and remembers
//! which key an error belongs to, so that the reader can go on without it.

use std::cell::RefCell;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

use super::error::{Fault, ReadError};
use super::instead::Instead;
use super::key::{Key, Located};
use super::lists::{blank_element, nothing_said, repeated};
use super::place::span_of;
use crate::plan::value::protocol;

/// Keys and elements to pass over, by the offset at which they start.
pub(super) type Skipped = RefCell<Vec<u32>>;

/// One value of the tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'n, 't> {
    pub(super) value: &'n Spanned<DeValue<'t>>,
    pub(super) skipped: &'n Skipped,
}

fn holds(skipped: &Skipped, start: u32) -> bool {
    let skipped = skipped.borrow();
    !skipped.is_empty() && skipped.contains(&start)
}

impl<'n, 't> Node<'n, 't> {
    fn placed<T>(self, result: Result<T, ReadError>) -> Result<T, ReadError> {
        result.map_err(|error| error.at(span_of(self.value)))
    }

    fn visit_table<'de, V: Visitor<'de>>(
        self,
        table: &'n DeTable<'t>,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.placed(visitor.visit_map(Entries {
            written: table.len(),
            entries: table.iter(),
            skipped: self.skipped,
            current: None,
        }))
    }

    fn wrong_type<'de, V: Visitor<'de>>(self, visitor: &V) -> ReadError {
        let found = Unexpected::Other(self.value.get_ref().type_str());
        ReadError::invalid_type(found, visitor).at(span_of(self.value))
    }
}

/// The digits of an integer in base ten.
fn decimal(integer: &DeInteger<'_>) -> String {
    let digits = integer.as_str();
    match integer.radix() {
        10 => digits.to_owned(),
        radix => i64::from_str_radix(digits, radix)
            .map_or_else(|_| digits.to_owned(), |value| value.to_string()),
    }
}

impl<'de> Deserializer<'de> for Node<'_, '_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.value.get_ref() {
            DeValue::String(text) => self.placed(visitor.visit_str(text)),
            DeValue::Integer(integer) => match decimal(integer).parse() {
                Ok(value) => self.placed(visitor.visit_i64(value)),
                Err(_) => Err(self.wrong_type(&visitor)),
            },
            DeValue::Boolean(value) => self.placed(visitor.visit_bool(*value)),
            DeValue::Array(array) => {
                let repeated = repeated(array).into_iter();
                let elements = Elements {
                    elements: array.iter(),
                    repeated: repeated.map(|(again, _)| span_of(again).start).collect(),
                    skipped: self.skipped,
                };
                self.placed(visitor.visit_seq(elements))
            }
            DeValue::Table(table) => self.visit_table(table, visitor),
            DeValue::Float(_) | DeValue::Datetime(_) => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (name, self.value.get_ref()) {
            (protocol::LOCATED, _) => {
                let span = span_of(self.value);
                visitor.visit_seq(Located {
                    parts: [Some(span.start), Some(span.end)],
                    value: Some(self),
                })
            }
            (protocol::DATE_OR_TABLE | protocol::DIGITS_OR_TABLE, DeValue::Table(_)) => {
                visitor.visit_newtype_struct(self)
            }
            (protocol::DIGITS | protocol::DIGITS_OR_TABLE, DeValue::Integer(integer)) => {
                self.placed(visitor.visit_bytes(decimal(integer).as_bytes()))
            }
            (protocol::DIGITS | protocol::DIGITS_OR_TABLE, DeValue::Float(float)) => {
                self.placed(visitor.visit_bytes(float.as_str().as_bytes()))
            }
            (protocol::DATE | protocol::DATE_OR_TABLE, DeValue::Datetime(moment)) => {
                self.placed(visitor.visit_bytes(moment.to_string().as_bytes()))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let table = match self.value.get_ref() {
            DeValue::Table(table) => table,
            // serde would read the fields from the elements of an array.
            DeValue::Array(_) => {
                return self.placed(Err(ReadError::invalid_type(Unexpected::Seq, &visitor)));
            }
            _ => return self.deserialize_any(visitor),
        };
        self.visit_table(table, visitor)
            .map_err(|error| match error.fault() {
                Fault::UnknownKey {
                    key,
                    known,
                    instead: None,
                } => {
                    let instead = Instead::of(key, known, name, table);
                    error.instead(instead)
                }
                Fault::Missing { key, of: None } => {
                    let present = table.keys().map(|key| key.get_ref().to_string()).collect();
                    ReadError::missing(key, name, present).at(span_of(self.value))
                }
                _ => error,
            })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The entries of a table, those to pass over left out. An error that comes out of an
/// entry belongs to it, unless it belongs to something further inside.
struct Entries<'n, 't> {
    written: usize,
    entries: toml::map::Iter<'n, Spanned<DeString<'t>>, Spanned<DeValue<'t>>>,
    skipped: &'n Skipped,
    current: Option<(Key<'n>, &'n Spanned<DeValue<'t>>)>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ReadError> {
        let skipped = self.skipped;
        let Some((key, value)) = self
            .entries
            .find(|(key, _)| !holds(skipped, span_of(key).start))
        else {
            return Ok(None);
        };
        let span = span_of(key);
        let key = Key {
            key: key.get_ref(),
            span,
        };
        self.current = Some((key, value));
        seed.deserialize(key)
            .map(Some)
            .map_err(|error| error.at(span).blame(span.start))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        let (key, value) = self.current.take().expect("serde asks for a key first");
        let span = key.span;
        if let Some(refusal) = nothing_said(key.key, value.get_ref()) {
            return Err(ReadError::custom(refusal)
                .at(span_of(value))
                .blame(span.start));
        }
        let node = Node {
            value,
            skipped: self.skipped,
        };
        seed.deserialize(node)
            .map_err(|error| error.at(span_of(value)).blame(span.start))
    }

    /// How many were written, those to pass over among them.
    fn size_hint(&self) -> Option<usize> {
        Some(self.written)
    }
}

/// The elements of an array, those to pass over and those that repeat another left out.
struct Elements<'n, 't> {
    elements: std::slice::Iter<'n, Spanned<DeValue<'t>>>,
    repeated: Vec<u32>,
    skipped: &'n Skipped,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ReadError> {
        let skipped = self.skipped;
        let Some(value) = self.elements.find(|value| {
            let start = span_of(value).start;
            !holds(skipped, start) && self.repeated.binary_search(&start).is_err()
        }) else {
            return Ok(None);
        };
        if let Some(refusal) = blank_element(value.get_ref()) {
            let place = span_of(value);
            return Err(ReadError::custom(refusal).at(place).blame(place.start));
        }
        let node = Node { value, skipped };
        seed.deserialize(node)
            .map(Some)
            .map_err(|error| error.blame(span_of(value).start))
    }
}
