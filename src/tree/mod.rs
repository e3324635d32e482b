//! TEXT → TREE. Takes the text of a plan and what it includes, gives one TOML tree in
//! which every key and value knows its place, and all syntax errors at once; never
//! knows what the keys mean.
//!
//! Invariant: one mistake, one finding. A broken statement is reported once, taken out
//! of the text without moving anything else, and the rest is read again.

mod include;
mod message;
mod statement;
mod syntax;
mod toml11;

pub use include::{INCLUDE, load};
pub(crate) use include::why_unreadable;
pub use message::{UNSAID, say};
pub use syntax::SYNTAX;
pub use toml11::TOML11;

use toml::de::DeTable;

use crate::source::Span;

/// A plan as a tree.
#[derive(Debug, Default)]
pub struct Tree<'t> {
    /// All sections, those of included files among them, with global offsets.
    pub table: DeTable<'t>,
    /// Where syntax errors stood. What is read from these stretches is not to be trusted.
    pub damaged: Vec<Damage>,
}

/// A stretch of text that held a syntax error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The broken statement.
    pub span: Span,
    /// The keys that lead to it: `["tasks", "home-page"]`; two at most.
    pub path: Vec<String>,
    /// The id as it was written, where a stand-in took its place in `path`.
    pub written: Option<String>,
}
