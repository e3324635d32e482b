//! A text with its mistakes mended, and the way back to what was written.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A range of a text, and what is put in its place.
pub(super) type Edit = (Range<usize>, String);

/// A text after some rounds of edits. Every round is a layer of its own, so that a place is
/// led back through as many searches as there were rounds.
#[derive(Debug)]
pub(super) struct Mending<'o> {
    text: Cow<'o, str>,
    layers: Vec<Layer>,
}

/// The edits of one round in order of place; none overlap.
#[derive(Debug)]
struct Layer(Vec<Moved>);

#[derive(Debug)]
struct Moved {
    was: Range<usize>,
    now: Range<usize>,
}

impl<'o> Mending<'o> {
    pub(super) fn new(original: &'o str) -> Self {
        Self {
            text: Cow::Borrowed(original),
            layers: Vec::new(),
        }
    }

    /// The text as mended so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Applies edits of the text as it is now, and says which ranges of the new text they
    /// touch. An edit that overlaps one before it is left out.
    pub(super) fn apply(&mut self, mut edits: Vec<Edit>) -> Vec<Range<usize>> {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len());
        let mut moved = Vec::with_capacity(edits.len());
        let mut done = 0;
        for (was, replacement) in edits {
            if was.start < done {
                continue;
            }
            text.push_str(&self.text[done..was.start]);
            let start = text.len();
            text.push_str(&replacement);
            done = was.end;
            let now = start..text.len();
            moved.push(Moved { was, now });
        }
        text.push_str(&self.text[done..]);
        self.text = Cow::Owned(text);
        let touched = moved.iter().map(|edit| edit.now.clone()).collect();
        self.layers.push(Layer(moved));
        touched
    }

    /// Whether an offset of the text lies in what was put there.
    pub(super) fn was_put(&self, offset: usize) -> bool {
        let mut offset = offset;
        self.layers.iter().rev().any(|layer| {
            let put = layer.put_at(offset).is_some();
            offset = layer.start(offset);
            put
        })
    }

    /// Where a range of the text lies in the original. An end inside what was put there is the
    /// end of what was replaced, a start its start.
    pub(super) fn origin_of(&self, range: Range<usize>) -> Range<usize> {
        let layers = || self.layers.iter().rev();
        let start = layers().fold(range.start, |at, layer| layer.start(at));
        let end = layers().fold(range.end, |at, layer| layer.end(at));
        start..end.max(start)
    }

    /// The text, once nothing is led back any more.
    pub(super) fn take_text(&mut self) -> String {
        std::mem::take(&mut self.text).into_owned()
    }
}

impl Layer {
    fn put_at(&self, offset: usize) -> Option<&Moved> {
        let next = self.0.partition_point(|edit| edit.now.end <= offset);
        self.0.get(next).filter(|edit| edit.now.start <= offset)
    }

    fn start(&self, offset: usize) -> usize {
        if let Some(put) = self.put_at(offset) {
            return put.was.start;
        }
        let next = self.0.partition_point(|edit| edit.now.end <= offset);
        match next.checked_sub(1).map(|last| &self.0[last]) {
            Some(before) => before.was.end + (offset - before.now.end),
            None => offset,
        }
    }

    fn end(&self, offset: usize) -> usize {
        let next = self.0.partition_point(|edit| edit.now.start < offset);
        match next.checked_sub(1).map(|last| &self.0[last]) {
            Some(before) => before.was.end + offset.saturating_sub(before.now.end),
            None => offset,
        }
    }
}

/// Edits of a text as one that does the same; none if there are no edits.
pub(super) fn joined(text: &str, edits: &[Edit]) -> Option<Edit> {
    let (first, last) = (edits.first()?, edits.last()?);
    let mut replacement = String::new();
    let mut done = first.0.start;
    for (range, put) in edits {
        replacement.push_str(text.get(done..range.start)?);
        replacement.push_str(put);
        done = range.end;
    }
    Some((first.0.start..last.0.end, replacement))
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn offsets_lead_back_to_what_was_written() {
        let mut mending = Mending::new("[tasks.首页]\na = 1\n");
        let edits = vec![(15..21, String::new()), (7..13, "\"首页\"".to_owned())];
        assert_eq!(mending.apply(edits), [7..15, 17..17]);
        assert_eq!(mending.text(), "[tasks.\"首页\"]\n");
        assert_eq!(mending.origin_of(7..15), 7..13);
        assert_eq!(mending.origin_of(16..17), 14..15);
        assert!(mending.was_put(9) && !mending.was_put(15));
        mending.apply(vec![(0..15, String::new())]);
        assert_eq!(mending.text(), "]\n");
        assert_eq!(mending.origin_of(0..1), 13..14);
    }

    #[test]
    fn a_value_does_not_reach_into_what_was_taken_out_behind_it() {
        let mut mending = Mending::new("a = 1  \n");
        mending.apply(vec![(5..7, String::new())]);
        assert_eq!(mending.text(), "a = 1\n");
        assert_eq!(mending.origin_of(4..5), 4..5);
        assert_eq!(mending.origin_of(5..6), 7..8);
    }

    proptest! {
        #[test]
        fn what_was_not_replaced_is_found_again(
            rounds in prop::collection::vec(
                prop::collection::vec((0..40_usize, 0..4_usize, "[xyz]{0,3}"), 0..6),
                0..4,
            ),
        ) {
            let original: String = ('A'..='Z').collect();
            let mut mending = Mending::new(&original);
            for round in rounds {
                let length = mending.text().len();
                let edits = round.into_iter().map(|(start, length_of_edit, text)| {
                    let start = start.min(length);
                    (start..(start + length_of_edit).min(length), text)
                });
                mending.apply(edits.collect());
            }
            for (at, letter) in mending.text().char_indices() {
                let origin = mending.origin_of(at..at + 1);
                prop_assert_eq!(mending.was_put(at), letter.is_lowercase());
                if letter.is_uppercase() {
                    prop_assert_eq!(&original[origin], letter.to_string());
                }
            }
        }
    }
}
