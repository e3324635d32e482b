//! The tests that look at the whole: registry, pages, fixtures, the one-way flow, sizes,
//! the command line and its documents.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures, pages and sources from the disk")]

mod cli;
mod docs;
mod fixtures;
mod flow;
mod gallery;
mod plans;
mod registry;
mod schedule;
mod size;
mod tree_of_files;
mod world;
