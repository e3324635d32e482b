//! All tests that look at the project from outside, in one binary so that it links fast.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read fixtures, sources and the environment themselves"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod accepters;
mod advice;
mod bad_input;
#[cfg(feature = "browser")]
mod browser;
mod catalogue;
mod circles;
mod corpus;
mod cli;
mod docs;
mod document;
mod document_rules;
mod eligibility;
mod everything;
mod fields;
mod figures;
mod fixtures;
mod flow;
mod gallery;
mod generated;
mod library;
mod messages;
mod money;
mod mutations;
mod oracles;
mod outside;
#[cfg(feature = "outside-tools")]
mod outside_tools;
mod people;
mod plans;
mod price;
mod punctuation;
mod instructions;
mod references;
mod registry;
mod run;
mod schedule;
mod schema;
mod schema_walk;
mod settle;
mod size;
mod sources;
mod spoken;
mod targets;
mod stock;
mod syntax;
mod tree_of_files;
mod width;
mod words;
mod world;
mod writing;
