//! TEXT → TREE. Takes the text of a plan and what it includes, gives one TOML tree in
//! which every key and value knows its place, and all syntax errors at once; never
//! knows what the keys mean. [`cursor`] says where in a text somebody is typing.
//!
//! Invariant: one mistake, one finding. A mistake is reported once and mended (what was
//! meant is put in its place, or the statement is taken out), the text is read again, and
//! all places are led back to the text as it was written.

mod bare;
mod bracket;
mod comment;
pub mod cursor;
mod double;
mod figure;
mod header;
mod include;
mod inner;
mod keypath;
mod keys;
mod mark;
mod mending;
mod merge;
mod message;
mod mistake;
mod note;
mod quote;
mod region;
mod statement;
mod stray;
mod syntax;
mod token;
mod toml11;
mod wide;
mod written;

pub(crate) use include::why_unreadable;
pub use include::{INCLUDE, load};
pub use message::{UNSAID, say, translated};
pub use syntax::SYNTAX;
pub use toml11::TOML11;

use toml::de::DeTable;

use crate::source::Span;

/// A plan as a tree.
#[derive(Debug, Default)]
pub struct Tree<'t> {
    /// All sections, those of included files among them, with global offsets.
    pub table: DeTable<'t>,
    /// What had to be taken out of the tables that are left, in order of its path.
    pub damaged: Vec<Damage>,
    /// Whether an included file could not be read.
    pub lacks_files: bool,
}

impl Tree<'_> {
    /// What was taken out at a path of keys, three at most, and below it.
    pub fn taken_out(&self, path: &[&str]) -> &[Damage] {
        let start = self.damaged.partition_point(|damage| {
            damage
                .path
                .iter()
                .map(String::as_str)
                .lt(path.iter().copied())
        });
        let below = self.damaged[start..]
            .iter()
            .take_while(|damage| damage.is_below(path));
        &self.damaged[start..start + below.count()]
    }
}

/// What a word means as a key below a path of keys.
pub type KeyFor = dyn Fn(&[String], &str) -> Meant;

/// What was meant by a word that stands as a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The key whose label it is: `标题` below `["plan"]` is `title`.
    Key(String),
    /// The id of an item.
    Id,
    /// Nothing that is known.
    Nothing,
}

/// A statement that had to be taken out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damage {
    /// The keys that lead to it: `["tasks", "home-page", "start"]`; three at most.
    pub path: Vec<String>,
    /// Where it stood.
    pub span: Span,
}

impl Damage {
    fn is_below(&self, path: &[&str]) -> bool {
        let keys = self.path.iter().map(String::as_str);
        self.path.len() >= path.len() && keys.take(path.len()).eq(path.iter().copied())
    }
}
