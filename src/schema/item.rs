//! Reading one item: all its errors, and what is left of it without the keys that hold them.

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeValue;

use super::error::{Fault, ReadError, StandsFor};
use super::lists::find_repeated;
use super::node::Node;
use super::place::span_of;
use super::read::Reader;
use super::rules::STRUCTURE;
use crate::diagnostic::{Diagnostic, ItemPath, Text, text};
use crate::plan::value::Choice;
use crate::plan::{Period, Section, Unread};
use crate::source::Span;

/// More errors than one item can have that anybody reads to the end.
const MOST_ERRORS: usize = 100;

impl<'t> Reader<'_, 't> {
    /// Reads one thing. All errors are reported; what comes back lacks the fields that hold
    /// them, and says which.
    pub(super) fn item<T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        value: &Spanned<DeValue<'t>>,
        path: &ItemPath,
        taken_out: Unread,
    ) -> (T, Unread) {
        find_repeated(value, path, self.findings);
        match T::deserialize(Node {
            value,
            skipped: &self.skipped,
        }) {
            Ok(item) => (item, taken_out),
            Err(first) => {
                let bad = self.errors::<T>(first, value, path, taken_out != Unread::Nothing);
                let (item, unread) = self.without::<T>(value, &bad);
                (item, merged(taken_out, unread))
            }
        }
    }

    /// Reports an error and all that are found when the key or element to blame is passed
    /// over; the keys of the item that hold them, each with the field it stands for.
    fn errors<T: for<'de> Deserialize<'de>>(
        &mut self,
        first: ReadError,
        value: &Spanned<DeValue<'t>>,
        path: &ItemPath,
        damaged: bool,
    ) -> Vec<Bad> {
        let mut bad = Vec::new();
        let mut next = Some(first);
        while let Some(error) = next {
            if bad.len() == MOST_ERRORS {
                self.findings.push(too_many(span_of(value), path));
                break;
            }
            self.report(&error, path, damaged);
            bad.push(Bad {
                start: error.outermost(),
                stands_for: error.stands_for(),
            });
            if !self.skip(error.blamed()) {
                break;
            }
            next = T::deserialize(Node {
                value,
                skipped: &self.skipped,
            })
            .err();
        }
        self.skipped.get_mut().clear();
        bad
    }

    /// The same item without the keys that hold errors.
    fn without<T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        value: &Spanned<DeValue<'t>>,
        bad: &[Bad],
    ) -> (T, Unread) {
        self.skipped
            .get_mut()
            .extend(bad.iter().filter_map(|bad| bad.start));
        let item = T::deserialize(Node {
            value,
            skipped: &self.skipped,
        });
        self.skipped.get_mut().clear();
        match item {
            Ok(item) => (item, unread_of(value, bad)),
            Err(_) => (T::default(), Unread::Anything),
        }
    }

    /// Goes on without the key or element to blame; false if that has been tried.
    fn skip(&mut self, blamed: Option<u32>) -> bool {
        let skipped = self.skipped.get_mut();
        match blamed {
            Some(start) if !skipped.contains(&start) => {
                skipped.push(start);
                true
            }
            _ => false,
        }
    }

    /// A table touched by a syntax error gets no "missing key".
    fn report(&mut self, error: &ReadError, path: &ItemPath, damaged: bool) {
        if damaged && matches!(error.fault(), Fault::Missing { .. }) {
            return;
        }
        let help = match error.fault() {
            Fault::UnknownKey { key, .. } => period_in_parts(path, key),
            _ => None,
        };
        let found = error.findings(path).into_iter();
        self.findings.extend(found.map(|finding| match &help {
            Some(help) => finding.help(help.clone()),
            None => finding,
        }));
    }
}

/// How a month or a quarter is written whose year and number stand as keys of their own:
/// `[targets.2026.04]`.
fn period_in_parts(path: &ItemPath, key: &str) -> Option<Text> {
    let period = format!("{}-{key}", path.id.as_ref()?);
    let is_meant = path.section == Section::Targets.word() && Period::parse(&period).is_some();
    is_meant.then(|| {
        text!(
            "年份和月份写在一起：`[targets.{period}]`",
            "year and month are written together: `[targets.{period}]`"
        )
    })
}

/// Says that not everything was said.
fn too_many(place: Span, path: &ItemPath) -> Diagnostic {
    let message = text!(
        "这一项的错误超过 {MOST_ERRORS} 处，其余的改正后再查",
        "more than {MOST_ERRORS} mistakes in one item; correct these to see the rest"
    );
    Diagnostic::new(&STRUCTURE, place, message).on(path.clone())
}

/// A key that holds an error: where it starts, and the field it was meant for, if that is
/// another.
struct Bad {
    start: Option<u32>,
    stands_for: Option<StandsFor>,
}

/// The fields of an item that its bad keys stand for.
fn unread_of(item: &Spanned<DeValue<'_>>, bad: &[Bad]) -> Unread {
    let DeValue::Table(table) = item.get_ref() else {
        return Unread::Anything;
    };
    let mut fields = Vec::new();
    for one in bad {
        let key = table
            .keys()
            .find(|key| Some(span_of(key).start) == one.start);
        match (&one.stands_for, key) {
            (Some(StandsFor::Field(field)), _) => fields.push(Box::from(*field)),
            (None, Some(key)) => fields.push(Box::from(key.get_ref().as_ref())),
            (Some(StandsFor::Anything), _) | (None, None) => return Unread::Anything,
        }
    }
    unread(fields)
}

/// What could not be read, if these are the fields.
pub(super) fn unread(fields: Vec<Box<str>>) -> Unread {
    if fields.is_empty() {
        Unread::Nothing
    } else {
        Unread::Fields(fields)
    }
}

fn merged(one: Unread, other: Unread) -> Unread {
    match (one, other) {
        (Unread::Nothing, only) | (only, Unread::Nothing) => only,
        (Unread::Fields(fields), Unread::Fields(more)) => {
            Unread::Fields(fields.into_iter().chain(more).collect())
        }
        _ => Unread::Anything,
    }
}
