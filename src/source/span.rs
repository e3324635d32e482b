use std::ops::{Deref, Range};

/// A stretch of text as a pair of global byte offsets, end exclusive.
///
/// Each file of a run has a base, so that one pair of numbers also says which file
/// it is; the root plan has base 0. See [`Sources`](super::Sources).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range in a file with the given base.
    pub fn new(base: u32, range: Range<usize>) -> Self {
        let at = |offset: usize| base.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        Self {
            start: at(range.start),
            end: at(range.end),
        }
    }

    /// The range of global offsets.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value together with where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where; the span of a TOML string includes its quotes.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
