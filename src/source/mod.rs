//! TEXT. Takes paths, gives the texts of files and where things stand in them,
//! never knows what the texts mean.
//!
//! Invariant: files and the clock come in through [`World`] and nowhere else.

mod files;
mod shelf;
mod span;
mod world;

pub use files::{Position, SourceFile, Sources, Utf16Position};
pub use shelf::Shelf;
pub use span::{Located, Span};
pub use world::{NotUtf8, ReadError, World, decode, normal};
