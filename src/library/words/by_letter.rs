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
        let words = words.into_iter();
        let words = words.flat_map(|(word, of)| {
            let spelled = spelled_out(&word).into_iter();
            spelled.map(move |word| (word, of))
        });
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

    /// A text with a blank in place of each word, the longest where several begin.
    pub(super) fn blanked(&self, text: &str) -> String {
        let mut blanked = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let words = self.beginning_with(letter).iter();
            let end = words.filter_map(|(word, _)| end_of(word, rest)).max();
            blanked.push(if end.is_some() { ' ' } else { letter });
            rest = &rest[end.unwrap_or(letter.len_utf8())..];
        }
        blanked
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

/// Of places that overlap, the one that begins first, and of these the longest.
pub(super) fn apart<T>(mut places: Vec<((usize, usize), T)>) -> Vec<((usize, usize), T)> {
    places.sort_by_key(|((from, to), _)| (*from, std::cmp::Reverse(*to)));
    let mut end = 0;
    places.retain(|((from, to), _)| {
        let is_apart = *from >= end;
        if is_apart {
            end = *to;
        }
        is_apart
    });
    places
}

/// Where the bit of a letter stands.
fn place(letter: char) -> (usize, u64) {
    let number = u32::from(letter);
    ((number / 64 % 64) as usize, 1 << (number % 64))
}

/// How many Chinese letters or foreign words may stand for `…`.
const GAP: usize = 6;

/// What ends a gap: the marks after which something else is said, what denies it, and what makes
/// favourable reviews a rate, goods or a flood of them: 好评率, 好评款, 好评如潮.
const ENDS_OF_GAPS: &str = "，。；！？、,;.\n不没未勿禁率款潮";

/// What an amount consists of beside its figures: 刷够 20 单, 刷 5～10 个好评.
const FIGURES: &str = "0123456789一二两三四五六七八九十百千几";
const BESIDE_FIGURES: &str = " .-–~～至到约近满够足了个条份出上来万多";

/// Whether a text holds one of some words.
pub(super) fn holds(text: &str, words: &[String]) -> bool {
    let mut places = text.char_indices().map(|(at, _)| &text[at..]);
    places.any(|rest| words.iter().any(|word| end_of(word, rest).is_some()))
}

/// Where a word ends that begins a text; `…` stands for a few letters, `#` for an amount,
/// `{a|b}` for either.
pub(super) fn end_of(word: &str, text: &str) -> Option<usize> {
    let Some(at) = word.find(['…', '#', '{']) else {
        return text.starts_with(word).then_some(word.len());
    };
    let (first, rest) = word.split_at(at);
    let after = text.strip_prefix(first)?;
    let end_behind = |gap: usize, last: &str| {
        let end = end_of(last, after.get(gap..)?)?;
        Some(first.len() + gap + end)
    };
    if let Some(last) = rest.strip_prefix('#') {
        return end_behind(amount(after)?, last);
    }
    if let Some((choices, last)) = choices(rest) {
        let ends = choices.filter_map(|choice| end_behind(end_of(choice, after)?, last));
        return ends.max();
    }
    let last = rest.trim_start_matches('…');
    gaps(after).find_map(|gap| end_behind(gap, last))
}

/// What may stand at the start of a word that begins with a choice, and what follows it.
fn choices(word: &str) -> Option<(impl Iterator<Item = &str>, &str)> {
    let (choices, last) = word.strip_prefix('{')?.split_once('}')?;
    Some((choices.split('|'), last))
}

/// A word once for each of the choices with which it begins.
fn spelled_out(word: &str) -> Vec<String> {
    match choices(word) {
        Some((choices, last)) => choices.map(|choice| format!("{choice}{last}")).collect(),
        None => vec![word.to_owned()],
    }
}

/// The lengths of what may stand for `…` at the start of a text.
fn gaps(text: &str) -> impl Iterator<Item = usize> {
    let (mut words, mut last) = (0, ' ');
    let ends = text.char_indices().map_while(move |(at, letter)| {
        let goes_on = letter.is_ascii_alphanumeric() && last.is_ascii_alphanumeric();
        words += usize::from(letter != ' ' && !goes_on);
        last = letter;
        let is_within = words <= GAP && !ENDS_OF_GAPS.contains(letter);
        is_within.then_some(at + letter.len_utf8())
    });
    std::iter::once(0).chain(ends)
}

/// The length of the amount that begins a text.
fn amount(text: &str) -> Option<usize> {
    let is_part = |letter| FIGURES.contains(letter) || BESIDE_FIGURES.contains(letter);
    let length = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let has_figures = text[..length].contains(|letter| FIGURES.contains(letter));
    has_figures.then_some(length)
}
