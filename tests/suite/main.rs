//! All tests that see the program from outside, in one binary.

mod accepters;
mod bad_input;
mod mutations;
#[cfg(feature = "outside-tools")]
mod outside_tools;
mod schema;
mod world;
mod writing;
