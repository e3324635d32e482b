//! The tests that look at the whole: registry, pages, fixtures, the one-way flow, sizes.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures, pages and sources from the disk")]

mod docs;
mod fixtures;
mod flow;
mod registry;
mod size;
mod tree_of_files;
mod world;
