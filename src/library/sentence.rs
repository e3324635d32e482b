//! What a sentence does with a word: whether it asks for it, or forbids it, looks for it,
//! learns about it, tells of others.

use serde::Deserialize;

/// The words by which a sentence shows what it does with another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sentences {
    pub(super) harmless: Vec<String>,
    forbidding: Vec<String>,
    avoiding: Vec<String>,
    detected: Vec<String>,
    evading: Vec<String>,
    negations: Vec<String>,
    negated_through: Vec<String>,
    but_not: Vec<String>,
    unless_followed_by: Vec<String>,
    learning: Vec<String>,
    how_to: Vec<String>,
    of_others: Vec<String>,
    for_others: Vec<String>,
    how_others: Vec<String>,
    turning: Vec<String>,
    forbidding_after: Vec<String>,
    but_not_after: Vec<String>,
    before_after: Vec<String>,
    conditional: Vec<String>,
    rejecting: Vec<String>,
    bare: Vec<String>,
    english: Vec<String>,
}

/// A word in a clause: what stands before and after it.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    pub(super) before: &'c str,
    pub(super) after: &'c str,
}

/// Chinese and ASCII marks; `、` and `：` stand within a clause.
const ENDS_OF_CLAUSES: [char; 9] = ['，', '。', '；', '！', '？', ',', ';', '\n', '…'];

/// The clauses of a text, with the mark after each.
pub(super) fn clauses(text: &str) -> Vec<&str> {
    let clauses = text.split(ENDS_OF_CLAUSES);
    clauses.filter(|clause| !clause.trim().is_empty()).collect()
}

impl Sentences {
    /// Whether a clause forbids a word in it, defends against it, learns about it, or tells
    /// of what others do.
    pub(super) fn forbid(&self, place: Place<'_>, words: &[String]) -> bool {
        let listed = place.before.rsplit_once('、');
        let (list, piece) = listed.map_or(("", place.before), |(list, piece)| (list, piece));
        self.forbids_before(piece, place.after, words)
            || self.forbids_after(place.after)
            // A further word of a list is under what its first is under.
            || (self.is_bare(piece, words) && self.is_forbidding_list(list, place.after, words))
    }

    fn is_forbidding_list(&self, list: &str, after: &str, words: &[String]) -> bool {
        let mut items = list.split('、').filter(|item| !item.is_empty());
        items.any(|item| self.forbids_before(item, after, words) || self.negates_an_action(item))
    }

    /// Whether something is not to be done: 不碰高仿.
    fn negates_an_action(&self, item: &str) -> bool {
        let ends = ends_of(item, &self.negations);
        ends.into_iter()
            .any(|end| starts(&item[end..], &self.negated_through))
    }

    fn forbids_before(&self, before: &str, after: &str, words: &[String]) -> bool {
        self.is_negated(before, after, words)
            || self.is_forbidden(before, after)
            || self.is_lesson(before, after)
            || self.is_of_others(before)
            || contains(&before.to_lowercase(), &self.english)
    }

    /// A negation right before it, or through words that carry it on.
    fn is_negated(&self, before: &str, after: &str, words: &[String]) -> bool {
        let mut but_not = self.but_not.iter();
        if but_not.any(|phrase| before.ends_with(phrase.as_str()))
            || starts(after, &self.unless_followed_by)
        {
            return false;
        }
        let carried = [&self.negated_through, &self.bare, words];
        let everywhere = ends_of(before, &self.negations);
        everywhere
            .into_iter()
            .any(|end| is_made_of(&before[end..], &carried))
    }

    /// A prohibition, a defence, a report anywhere before it, from which nothing turns.
    fn is_forbidden(&self, before: &str, after: &str) -> bool {
        self.forbidding.iter().any(|word| {
            let Some(at) = before.rfind(word.as_str()) else {
                return false;
            };
            let between = &before[at + word.len()..];
            let but_not = self
                .but_not
                .iter()
                .any(|phrase| before.ends_with(phrase.as_str()));
            let is_evasion = self.avoiding.contains(word)
                && (contains(between, &self.detected) || contains(after, &self.detected));
            let follows = word.starts_with('不') && starts(after, &self.unless_followed_by);
            !but_not && !is_evasion && !follows && !contains(between, &self.turning)
        })
    }

    fn is_lesson(&self, before: &str, after: &str) -> bool {
        let lesson = last_of(before, &self.learning);
        lesson.is_some_and(|end| !contains(&before[end..], &self.turning))
            && !contains(after, &self.how_to)
    }

    /// Whether others are said to do it: 同行靠刷单, 恶意刷单; not where it is done to them or
    /// with them, as in 给竞品刷单.
    fn is_of_others(&self, before: &str) -> bool {
        let subject = without_ends(before, &self.how_others);
        let rest = without_ends(subject, &self.of_others);
        rest.len() < subject.len()
            && !self
                .for_others
                .iter()
                .any(|word| rest.ends_with(word.as_str()))
    }

    fn forbids_after(&self, after: &str) -> bool {
        let lower = after.to_lowercase();
        if contains(&lower, &self.english) {
            return true;
        }
        self.forbidding_after.iter().any(|word| {
            let Some(at) = after.find(word.as_str()) else {
                return false;
            };
            let (between, rest) = after.split_at(at);
            !starts(rest, &self.but_not_after)
                && !contains(between, &self.evading)
                && !contains(between, &self.before_after)
                && !contains(between, &self.turning)
        })
    }

    /// Whether a clause only names things, as a further item of a list does.
    pub(super) fn is_bare(&self, clause: &str, words: &[String]) -> bool {
        let letters: String = clause.chars().filter(|letter| is_letter(*letter)).collect();
        is_made_of(&letters, &[&self.bare, words])
    }

    /// Whether a clause only says when, and the next one says that it is rejected.
    pub(super) fn is_rejected_by(
        &self,
        clause: &str,
        next: Option<&str>,
        words: &[String],
    ) -> bool {
        let is_condition = contains(clause, &self.conditional) || self.is_bare(clause, words);
        is_condition && next.is_some_and(|next| contains(next, &self.rejecting))
    }

    /// Whether a text forbids, looks for or teaches what stands below it.
    pub(super) fn forbids_what_follows(&self, heading: &str) -> bool {
        contains(heading, &self.forbidding)
            || contains(heading, &self.learning)
            || contains(&heading.to_lowercase(), &self.english)
            || contains(heading, &self.forbidding_after)
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii_digit()
}

fn contains(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

fn starts(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

/// Where some words end in a text, wherever they stand.
fn ends_of(text: &str, words: &[String]) -> Vec<usize> {
    let all = words.iter().flat_map(|word| {
        let places = text.match_indices(word.as_str());
        places.map(|(at, word)| at + word.len())
    });
    all.collect()
}

fn last_of(text: &str, words: &[String]) -> Option<usize> {
    ends_of(text, words).into_iter().max()
}

/// A text without some words at its end.
fn without_ends<'t>(mut text: &'t str, words: &[String]) -> &'t str {
    while let Some(rest) = words
        .iter()
        .find_map(|word| text.strip_suffix(word.as_str()))
    {
        text = rest;
    }
    text
}

/// Whether a text consists of some words and of marks alone.
fn is_made_of(text: &str, lists: &[&[String]]) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !is_letter(first) {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let mut longest = 0;
        for word in lists.iter().flat_map(|list| list.iter()) {
            if rest.starts_with(word.as_str()) {
                longest = longest.max(word.len());
            }
        }
        if longest == 0 {
            return false;
        }
        rest = &rest[longest..];
    }
    true
}
