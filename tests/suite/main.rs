//! All tests that look at the project from outside, in one binary so that it links fast.

#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests read files from the disk, say what they found, and fail by panicking"
)]

mod cli;
mod docs;
mod fixtures;
mod flow;
mod gallery;
mod generated;
mod plans;
mod registry;
mod schedule;
mod size;
mod tree_of_files;
mod world;
