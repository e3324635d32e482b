//! The first stage alone, for what is measured behind it.

use opsplan::source::Shelf;
use opsplan::tree::Tree;
use opsplan::{schema, tree};

use crate::pipeline::Nothing;

/// A shelf that holds one text.
pub(crate) fn shelf(text: &str) -> Shelf {
    Shelf::new("plan.toml", text.to_owned())
}

/// The first stage.
pub(crate) fn load(shelf: &Shelf) -> Tree<'_> {
    let mut findings = Vec::new();
    let tree = tree::load(&Nothing, shelf, &schema::key_for_label, &mut findings);
    assert!(findings.is_empty(), "a generated plan has no syntax errors");
    tree
}
