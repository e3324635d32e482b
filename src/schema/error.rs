use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::wording::{
    bare, expected_words, found_words, meant_key, missing, refused, unknown_key, wrong_type,
};
use crate::diagnostic::{Diagnostic, ItemPath, Rule, Text, rule};
use crate::plan::value::Refusal;
use crate::source::Span;

/// OP001: a key the language does not know, a missing key, a value of the wrong type.
pub static STRUCTURE: Rule = rule!("OP001" "unknown-key-or-type" Reading Error always,
    "不认识的字段、缺少字段或类型不对", "an unknown key, a missing key, or a wrong type");

/// OP007: a value that is not written as its kind wants.
pub static FORM: Rule = rule!("OP007" "value-form" Reading Error always,
    "值的写法不对", "a value that is not in its form");

/// Why a value could not be read.
#[derive(Debug)]
pub(super) enum Fault {
    /// A value type refused it.
    Refused(Refusal),
    /// It is of another type.
    WrongType { found: Text, expected: Text },
    /// The table has no such key.
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    /// The table lacks keys: the first of them, and the type and keys of the table.
    Missing {
        key: &'static str,
        of: Option<(&'static str, Vec<String>)>,
    },
    /// Anything else serde says.
    Other(String),
}

/// One structural error, where it stands, and the key or element it belongs to.
#[derive(Debug)]
pub(super) struct ReadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    fault: Fault,
    place: Option<Span>,
    blamed: Option<u32>,
    outermost: Option<u32>,
}

/// The field that an unknown key was probably meant for.
pub(super) enum StandsFor {
    /// This one.
    Field(&'static str),
    /// Nobody knows.
    Anything,
}

impl ReadError {
    fn new(fault: Fault) -> Self {
        Self(Box::new(Inner {
            fault,
            place: None,
            blamed: None,
            outermost: None,
        }))
    }

    /// A table lacks a key.
    pub(super) fn missing(key: &'static str, of: &'static str, present: Vec<String>) -> Self {
        Self::new(Fault::Missing {
            key,
            of: Some((of, present)),
        })
    }

    /// Says where, unless a place further inside is known.
    pub(super) fn at(mut self, place: Span) -> Self {
        self.0.place.get_or_insert(place);
        self
    }

    /// Says whose, unless something further inside is to blame.
    pub(super) fn blame(mut self, start: u32) -> Self {
        self.0.blamed.get_or_insert(start);
        self.0.outermost = Some(start);
        self
    }

    /// The same error of a key.
    pub(super) fn of_key(mut self) -> Self {
        self.0.fault = match self.0.fault {
            Fault::Refused(refusal) => Fault::Refused(bare(refusal)),
            other => other,
        };
        self
    }

    pub(super) fn fault(&self) -> &Fault {
        &self.0.fault
    }

    pub(super) fn blamed(&self) -> Option<u32> {
        self.0.blamed
    }

    /// Where the key of the item starts that holds it.
    pub(super) fn outermost(&self) -> Option<u32> {
        self.0.outermost
    }

    /// What an unknown key of the item stands for; nothing for errors of other kinds.
    pub(super) fn stands_for(&self) -> Option<StandsFor> {
        match &self.0.fault {
            Fault::UnknownKey { key, known } if self.0.blamed == self.0.outermost => {
                Some(meant_key(key, known).map_or(StandsFor::Anything, StandsFor::Field))
            }
            _ => None,
        }
    }

    /// The findings it amounts to: one, or one a missing key.
    pub(super) fn findings(&self, item: &ItemPath) -> Vec<Diagnostic> {
        let place = self.0.place.unwrap_or_default();
        let found = match &self.0.fault {
            Fault::Refused(refusal) => vec![refused(refusal, place)],
            Fault::WrongType { found, expected } => vec![wrong_type(found, expected, place)],
            Fault::UnknownKey { key, known } => vec![unknown_key(key, known, place)],
            Fault::Missing { key, of } => missing(key, of.as_ref(), place),
            Fault::Other(message) => {
                vec![Diagnostic::new(&STRUCTURE, place, Text::unpack(message))]
            }
        };
        found
            .into_iter()
            .map(|finding| finding.on(item.clone()))
            .collect()
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.0.fault)
    }
}

impl std::error::Error for ReadError {}

impl Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self::new(Refusal::unpack(&message).map_or(Fault::Other(message), Fault::Refused))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Fault::WrongType {
            found: found_words(found),
            expected: expected_words(&expected.to_string()),
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownKey {
            key: key.to_owned(),
            known,
        })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Fault::Missing { key, of: None })
    }
}
