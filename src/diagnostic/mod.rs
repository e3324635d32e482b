//! FINDINGS AS DATA. Takes what the stages found, gives one ordered list of findings
//! and unknowns with levels and exceptions applied, never prints.
//!
//! Invariant: words, colours and formats come last, in [`emit`].

pub mod emit;
mod exception;
mod finding;
mod nearest;
mod path;
mod report;
mod rule;
pub mod run;
mod text;
mod words;

pub use exception::{Accepted, EXPIRED, Exception, USELESS};
pub use finding::{CriterionRef, Diagnostic, Fix, Label, Unknown};
pub use nearest::{listed, nearest};
pub use path::{FieldPath, ItemPath};
pub use report::Report;
pub(crate) use rule::rule;
pub use rule::{Family, Rule, Severity};
pub(crate) use text::text;
pub use text::{Language, Text};
pub use words::{InWords, decimals, thousands, with_cents, with_cents_if_any};
pub(crate) use words::{Inserted, set_off};
