//! What has to be answered: the unknowns of a report, one question a field, numbered in the
//! order in which the document asks them.

use std::collections::HashMap;

use super::field;
use super::value::Value;
use crate::diagnostic::{FieldPath, Report, Unknown};
use crate::plan::Section;

/// Questions by the section of what they are about, in the order of the plan.
pub(super) struct Questions<'m> {
    pub(super) list: Vec<Question<'m>>,
    number: HashMap<&'m FieldPath, usize>,
}

/// A field that would decide something, and what.
pub(super) struct Question<'m> {
    pub(super) section: Option<Section>,
    pub(super) field: &'m FieldPath,
    pub(super) unknowns: Vec<&'m Unknown>,
}

impl<'m> Questions<'m> {
    pub(super) fn new(report: &'m Report) -> Self {
        let mut place: HashMap<&FieldPath, usize> = HashMap::new();
        let mut list: Vec<Question<'m>> = Vec::new();
        for unknown in &report.unknowns {
            let place = *place.entry(&unknown.missing).or_insert_with(|| {
                list.push(Question {
                    section: field::section(&unknown.missing),
                    field: &unknown.missing,
                    unknowns: Vec::new(),
                });
                list.len() - 1
            });
            list[place].unknowns.push(unknown);
        }
        list.sort_by_key(|question| question.section);
        let numbered = list.iter().enumerate();
        let number = numbered
            .map(|(at, question)| (question.field, at + 1))
            .collect();
        Self { list, number }
    }

    /// Where the question about a field stands, if it is asked.
    pub(super) fn link<'p>(&self, field: &FieldPath) -> Option<Value<'p>> {
        Some(link(*self.number.get(field)?))
    }
}

/// The number of a question, which leads to it.
pub(super) fn link<'p>(number: usize) -> Value<'p> {
    let words = Value::Plain(format!("Q{number}").into());
    Value::Link(Box::new(words), anchor(number))
}

/// Where links to a question lead.
pub(super) fn anchor(number: usize) -> String {
    format!("q{number}")
}
