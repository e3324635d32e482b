//! Where things of the tree stand.

use toml::Spanned;

use crate::source::Span;

/// Tree offsets are global already.
pub(super) fn span_of<T>(spanned: &Spanned<T>) -> Span {
    Span::new(0, spanned.span())
}
