//! All tests that look at the project from outside, in one binary so that it links fast.

mod cli;
mod gallery;
mod generated;
mod plans;
mod schedule;
mod world;
