//! Looking through a text once for many words.

use foldhash::{HashMap, HashMapExt};

/// Words by the letter with which they begin, each with what belongs to it, so that a text is
/// looked through once for all of them.
#[derive(Clone, Debug)]
pub(super) struct ByLetter<T> {
    words: HashMap<char, Vec<(String, T)>>,
    /// A bit for each 4,096th letter: most letters that begin no word are told by it alone.
    begun: [u64; 64],
}

impl<T> Default for ByLetter<T> {
    fn default() -> Self {
        Self {
            words: HashMap::new(),
            begun: [0; 64],
        }
    }
}

impl<T: Copy> ByLetter<T> {
    pub(super) fn of(words: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut by_letter = Self::default();
        for (word, of) in words {
            if let Some(letter) = word.chars().next() {
                by_letter.words.entry(letter).or_default().push((word, of));
                let (row, bit) = place(letter);
                by_letter.begun[row] |= bit;
            }
        }
        by_letter
    }

    fn beginning_with(&self, letter: char) -> &[(String, T)] {
        let (row, bit) = place(letter);
        if self.begun[row] & bit == 0 {
            return &[];
        }
        self.words.get(&letter).map_or(&[], Vec::as_slice)
    }

    /// Whether a text holds a letter with which a word begins: most hold none.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        let mut letters = text.chars().map(|letter| letter.to_ascii_lowercase());
        letters.any(|letter| !self.beginning_with(letter).is_empty())
    }

    /// Whether a text holds a word up to its `…`.
    pub(super) fn is_begun_in(&self, text: &str) -> bool {
        let begins =
            |word: &str, rest: &str| rest.starts_with(word.split('…').next().unwrap_or(word));
        text.char_indices().any(|(from, letter)| {
            let words = self.beginning_with(letter);
            words.iter().any(|(word, _)| begins(word, &text[from..]))
        })
    }

    /// Where words begin and end in a text, from left to right.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = ((usize, usize), T)> {
        text.char_indices().flat_map(move |(from, letter)| {
            let words = self.beginning_with(letter).iter();
            words.filter_map(move |(word, of)| {
                let length = end_of(word, &text[from..])?;
                Some(((from, from + length), *of))
            })
        })
    }
}

/// Where the bit of a letter stands.
fn place(letter: char) -> (usize, u64) {
    let number = u32::from(letter);
    ((number / 64 % 64) as usize, 1 << (number % 64))
}

/// How many letters may stand for `…`.
const GAP: usize = 6;

/// Where a word ends that begins a text; `…` stands for a few letters.
fn end_of(word: &str, text: &str) -> Option<usize> {
    let Some((first, last)) = word.split_once('…') else {
        return text.starts_with(word).then_some(word.len());
    };
    let rest = text.strip_prefix(first)?;
    let gap = rest.find(last)?;
    let is_near = rest[..gap].chars().count() <= GAP;
    is_near.then_some(first.len() + gap + last.len())
}
