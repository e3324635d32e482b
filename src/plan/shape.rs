use super::Section;
use super::value::Choice;

/// How a section is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A table that stands once: `[plan]`.
    One,
    /// Items keyed by id: `[phases.opening]`.
    Many,
    /// The same, or a table that stands for the only item: `[store]`.
    ManyOr(Short),
}

/// The short form of a section that holds one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Its key.
    pub key: &'static str,
    /// What it is, Chinese and English.
    pub about: (&'static str, &'static str),
}

impl Shape {
    /// The key under which an item stands without an id, if there is one.
    pub fn alone(self, section: Section) -> Option<&'static str> {
        match self {
            Self::One => Some(section.word()),
            Self::Many => None,
            Self::ManyOr(short) => Some(short.key),
        }
    }
}
