//! What chapters are made of.

use super::drawn::{Bands, Chart, Tree};
pub use super::sheet::{Below, Cell, Column, Detail, Fit, Heading, Row, RowKind, Sheet, Tone};
use super::value::Value;
use crate::diagnostic::Text;

/// A chapter of the document.
#[derive(Clone, Debug)]
pub struct Chapter<'p> {
    /// Unique in the document: `store`, `phases` …
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// What is in it, for the table of contents.
    pub what: Text,
    /// Whether it is a form for paper: landscape, and in no list of texts.
    pub is_form: bool,
    /// What it says, in order.
    pub parts: Vec<Part<'p>>,
}

impl Chapter<'_> {
    /// Whether it goes on over several pages, judged by the rows of its tables.
    pub fn is_long(&self) -> bool {
        const PAGES: usize = 30;
        let rows = self.parts.iter().flat_map(|part| match part {
            Part::Sheet(sheet) => sheet.rows.as_slice(),
            _ => &[],
        });
        let lines: usize = rows.map(|row| 1 + usize::from(!row.below.is_empty())).sum();
        lines > PAGES && !self.is_form
    }
}

/// A part of a chapter.
#[derive(Clone, Debug)]
pub enum Part<'p> {
    /// A heading, and what stands small beside it.
    Heading(Value<'p>, Vec<Value<'p>>),
    /// A sentence that leads into the chapter.
    Lead(Value<'p>),
    /// Something said about the part before it.
    Note(Value<'p>),
    /// A text of the plan with its line breaks.
    Prose(Value<'p>),
    /// Where things come from.
    Sources(Vec<Source<'p>>),
    /// All sources of the document.
    SourceList(Vec<&'p str>),
    /// Lines one below the other, each of things side by side.
    Lines(Vec<Vec<Value<'p>>>),
    /// Facts with their labels.
    Facts(Vec<Fact<'p>>),
    /// Key figures, at a glance.
    Cards(Vec<Figure<'p>>),
    /// Parts side by side, a column each.
    Beside(Vec<Vec<Part<'p>>>),
    /// A table.
    Sheet(Sheet<'p>),
    /// Drawings below each other that share a time axis.
    Bands(Bands<'p>),
    /// Bars and lines by month.
    Chart(Chart),
    /// Who reports to whom.
    Tree(Tree<'p>),
    /// A month to tick off by hand: what, and how often.
    Month(Vec<(&'p str, Value<'p>)>),
}

/// A source, with its number in the list of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'p> {
    /// From 1 on; given when the chapters are put together.
    pub number: usize,
    /// As the plan says.
    pub text: &'p str,
}

/// A fact with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<'p> {
    /// What it is about.
    pub label: Text,
    /// What it is.
    pub value: Value<'p>,
}

impl<'p> Fact<'p> {
    /// A fact, if there is anything to say.
    pub fn new(label: Text, value: Option<Value<'p>>) -> Option<Self> {
        Some(Self {
            label,
            value: value?,
        })
    }
}

/// One key figure.
#[derive(Clone, Debug)]
pub struct Figure<'p> {
    /// What it is about.
    pub label: Text,
    /// The figure.
    pub value: Value<'p>,
    /// Of what.
    pub unit: Text,
    /// What it is made of.
    pub more: Option<Value<'p>>,
    /// Whether it asks to be looked at.
    pub is_alert: bool,
}

impl<'p> Figure<'p> {
    /// A figure.
    pub fn new(label: Text, value: Value<'p>, unit: Text) -> Self {
        Self {
            label,
            value,
            unit,
            more: None,
            is_alert: false,
        }
    }

    /// A number of things, if there are any.
    pub fn counted(label: Text, count: usize, unit: Text) -> Option<Self> {
        (count > 0).then(|| Self::new(label, Value::count(count), unit))
    }

    /// What it is made of.
    pub fn more(mut self, more: Option<Value<'p>>) -> Self {
        self.more = more;
        self
    }
}
