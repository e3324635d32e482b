//! All tests that see the program from outside, in one binary.

mod bad_input;
mod world;
