//! The JSON Schema of `plan/`, and the reading of a tree against the same types. Takes a
//! tree, gives a plan, every structural error, and what had to be left out; never looks
//! one thing up in another.
//!
//! The types of `plan/` are the one source of both: [`published`] derives the schema that
//! editors use, and [`part()`] that of included files; [`read`] deserialises with serde, collecting errors instead of stopping.
//! A property test holds the two together.

mod aliases;
mod error;
mod exclusive;
mod incomplete;
mod instead;
mod item;
mod key;
mod lists;
mod no_table;
mod node;
mod part;
mod place;
mod published;
mod read;
mod rules;
mod wording;

pub use exclusive::EXCLUSIVE;
pub use incomplete::Incomplete;
pub use part::part;
pub use published::{followed, key_for_label, published, text};
pub use read::read;
pub use rules::{FORM, STRUCTURE};
