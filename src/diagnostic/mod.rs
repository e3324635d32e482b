//! FINDINGS AS DATA. Takes what the stages found, gives one ordered list of findings
//! and unknowns with levels and exceptions applied, never prints.
//!
//! Invariant: words, colours and formats come last, in [`emit`].

pub mod emit;
mod finding;
mod report;
mod rule;
mod text;

pub use finding::{Diagnostic, Fix, Label, Unknown};
pub use report::{Accepted, EXPIRED, Exception, Report, USELESS};
pub(crate) use rule::rule;
pub use rule::{Family, Rule, Severity};
pub(crate) use text::text;
pub use text::{Language, Text, nearest};
