//! opsplan compiles and validates operations plans.
pub mod analysis;
pub mod diagnostic;
pub mod library;
pub mod plan;
pub mod render;
pub mod resolve;
pub mod schema;
pub mod source;
pub mod tree;
pub mod view;
