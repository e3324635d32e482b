use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::instead::{Instead, as_list, meant_key};
use super::rules::STRUCTURE;
use super::wording::{
    bare, expected_words, found_words, missing, refused, unknown_key, wrong_type,
};
use crate::diagnostic::{Diagnostic, ItemPath, Text};

use crate::plan::value::Refusal;
use crate::source::Span;

/// Why a value could not be read.
#[derive(Debug)]
pub(super) enum Fault {
    /// A value type refused it.
    Refused(Refusal),
    /// It is of another type.
    WrongType {
        found: Text,
        expected: Text,
        meant: Option<String>,
    },
    /// The table has no such key.
    UnknownKey {
        key: String,
        known: &'static [&'static str],
        instead: Option<Instead>,
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

    /// The same error of an unknown key, with what would stand there instead.
    pub(super) fn instead(mut self, with: Instead) -> Self {
        if let Fault::UnknownKey { instead, .. } = &mut self.0.fault {
            *instead = Some(with);
        }
        self
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
            Fault::UnknownKey { key, known, .. } if self.0.blamed == self.0.outermost => {
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
            Fault::WrongType {
                found,
                expected,
                meant,
            } => vec![wrong_type(found, expected, meant.as_deref(), place)],
            Fault::UnknownKey {
                key,
                known,
                instead,
            } => {
                let instead = instead.as_ref().unwrap_or(&Instead::TheKeyAlone);
                vec![unknown_key(key, known, instead, place)]
            }
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
            meant: match found {
                Unexpected::Str(text) if expected.to_string() == "a sequence" => as_list(text),
                _ => None,
            },
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
            instead: None,
        })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Fault::Missing { key, of: None })
    }
}
