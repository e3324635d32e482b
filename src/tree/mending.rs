//! A text with its mistakes mended, and the way back to what was written.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Replacements in a text, by where they begin in it; none overlap.
#[derive(Debug)]
pub(super) struct Mending<'o> {
    original: &'o str,
    edits: BTreeMap<usize, (usize, String)>,
}

impl<'o> Mending<'o> {
    pub(super) fn new(original: &'o str) -> Self {
        Self {
            original,
            edits: BTreeMap::new(),
        }
    }

    /// Replaces a range of the original; what was replaced inside it before is forgotten.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits
            .retain(|start, (end, _)| *end <= range.start || *start >= range.end);
        self.edits.insert(range.start, (range.end, text.into()));
    }

    /// The text as mended so far.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.original.len());
        let mut done = 0;
        for (start, (end, replacement)) in &self.edits {
            text.push_str(&self.original[done..*start]);
            text.push_str(replacement);
            done = *end;
        }
        text.push_str(&self.original[done..]);
        text
    }

    /// Whether an offset of the mended text lies in a replacement.
    pub(super) fn has_edit_at(&self, offset: usize) -> bool {
        let replaced = self.edits.get(&self.origin(offset));
        replaced.is_some_and(|(end, text)| !text.is_empty() && self.origin(offset + 1) == *end)
    }

    /// Where an offset of the mended text lies in the original; inside a replacement it is
    /// the start of what was replaced.
    pub(super) fn origin(&self, offset: usize) -> usize {
        let (mut mended, mut original) = (0, 0);
        for (start, (end, replacement)) in &self.edits {
            let begins = mended + (start - original);
            if offset < begins {
                break;
            }
            let ends = begins + replacement.len();
            if offset < ends {
                return *start;
            }
            (mended, original) = (ends, *end);
        }
        original + (offset - mended)
    }

    /// Where a range of the mended text lies in the original.
    pub(super) fn origin_of(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin(range.start);
        start..self.origin(range.end).max(start)
    }
}

/// The same table with other offsets.
pub(super) fn moved<'t>(
    table: DeTable<'t>,
    to: &dyn Fn(Range<usize>) -> Range<usize>,
) -> DeTable<'t> {
    let entry = |(key, value): (Spanned<_>, Spanned<DeValue<'t>>)| {
        (
            Spanned::new(to(key.span()), key.into_inner()),
            moved_value(value, to),
        )
    };
    table.into_iter().map(entry).collect()
}

fn moved_value<'t>(
    value: Spanned<DeValue<'t>>,
    to: &dyn Fn(Range<usize>) -> Range<usize>,
) -> Spanned<DeValue<'t>> {
    let span = to(value.span());
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved(table, to)),
        DeValue::Array(mut array) => {
            for item in array.iter_mut() {
                let nothing = Spanned::new(0..0, DeValue::Boolean(false));
                *item = moved_value(std::mem::replace(item, nothing), to);
            }
            DeValue::Array(array)
        }
        scalar => scalar,
    };
    Spanned::new(span, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_what_was_written() {
        let mut mending = Mending::new("[tasks.首页]\na = 1\n");
        mending.replace(7..13, "\"首页\"");
        mending.replace(15..21, "");
        assert_eq!(mending.text(), "[tasks.\"首页\"]\n");
        assert_eq!(mending.origin_of(7..15), 7..13);
        assert_eq!(mending.origin(16), 14);
        mending.replace(0..15, "");
        assert_eq!(mending.text(), "");
        assert_eq!(mending.origin(0), 21);
    }
}
