//! All tests that see the program from outside, in one binary.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures and the environment themselves")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod accepters;
mod bad_input;
mod mutations;
#[cfg(feature = "outside-tools")]
mod outside_tools;
mod schema;
mod world;
mod writing;
