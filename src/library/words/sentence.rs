//! What a sentence does with a word: whether it asks for it, or forbids it, fights it, asks
//! about it, learns about it, tells of others or of what follows from it.

use serde::Deserialize;

use super::by_letter::end_of;
use super::contains;

/// The words by which a sentence shows what it does with another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sentences {
    pub(super) harmless: Vec<String>,
    forbidding: Vec<String>,
    fighting: Vec<String>,
    next_step: Vec<String>,
    avoiding: Vec<String>,
    detected: Vec<String>,
    evading: Vec<String>,
    negations: Vec<String>,
    negated_through: Vec<String>,
    but_not: Vec<String>,
    merely: Vec<String>,
    undoing: Vec<String>,
    unless_followed_by: Vec<String>,
    learning: Vec<String>,
    how_to: Vec<String>,
    of_others: Vec<String>,
    for_others: Vec<String>,
    how_others: Vec<String>,
    turning: Vec<String>,
    forbidding_after: Vec<String>,
    but_not_after: Vec<String>,
    risky: Vec<String>,
    done_all_the_same: Vec<String>,
    before_after: Vec<String>,
    before_consequences: Vec<String>,
    consequences: Vec<String>,
    conditional: Vec<String>,
    rejecting: Vec<String>,
    bare: Vec<String>,
    english: Vec<String>,
    english_for: Vec<String>,
    /// The words that are looked for: in a list, one stands beside the other.
    #[serde(skip)]
    pub(super) words: Vec<String>,
}

/// A word in a clause: what stands before and after it.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    pub(super) before: &'c str,
    pub(super) after: &'c str,
}

/// Chinese and ASCII marks; `、` and `：` stand within a clause.
pub(super) const ENDS_OF_CLAUSES: [char; 9] = ['，', '。', '；', '！', '？', ',', ';', '\n', '…'];

/// The clauses of a text, without the mark after each.
pub(super) fn clauses(text: &str) -> Vec<&str> {
    let clauses = text.split(ENDS_OF_CLAUSES);
    clauses.filter(|clause| !clause.trim().is_empty()).collect()
}

impl Sentences {
    /// Whether a clause forbids a word in it, defends against it, learns about it, or tells
    /// of what others do.
    pub(super) fn forbid(&self, place: Place<'_>) -> bool {
        let listed = place.before.rsplit_once('、');
        let (list, piece) = listed.map_or(("", place.before), |(list, piece)| (list, piece));
        self.forbids_before(piece, place.after)
            || self.forbids_after(place.after)
            || self.is_punished(place)
            // A further word of a list is under what its first is under.
            || (self.is_bare(piece) && self.is_forbidding_list(list, place.after))
    }

    fn is_forbidding_list(&self, list: &str, after: &str) -> bool {
        let mut items = list.split('、').filter(|item| !item.is_empty());
        items.any(|item| self.forbids_before(item, after) || self.negates_an_action(item))
    }

    /// Whether something is not to be done: 不碰高仿.
    fn negates_an_action(&self, item: &str) -> bool {
        let ends = ends_of(item, &self.negations);
        ends.into_iter()
            .any(|end| starts(&item[end..], &self.negated_through))
    }

    fn forbids_before(&self, before: &str, after: &str) -> bool {
        self.is_negated(before, after)
            || self.is_forbidden(before, after)
            || self.is_fought(before, after)
            || self.is_lesson(before, after)
            || self.is_of_others(before)
            || self.is_denied_in_english(before)
    }

    fn is_denied_in_english(&self, before: &str) -> bool {
        let is_reason = before.trim_end().ends_with(" for") && contains(before, &self.english_for);
        is_reason || contains(before, &self.english)
    }

    /// Whether a claim is denied by what stands right before it.
    pub(super) fn negate(&self, place: Place<'_>) -> bool {
        self.is_negated(place.before, place.after)
    }

    /// A negation right before it, or through words that carry it on.
    fn is_negated(&self, before: &str, after: &str) -> bool {
        if starts(after, &self.unless_followed_by) {
            return false;
        }
        let carried: [&[String]; 3] = [&self.negated_through, &self.bare, &self.words];
        let everywhere = ends_of(before, &self.negations).into_iter();
        let mut negations = everywhere.filter(|end| !ends(&before[..*end], &self.but_not));
        negations.any(|end| is_made_of(&before[end..], &carried))
    }

    /// A prohibition anywhere before it, from which nothing turns: not 不能只靠刷单.
    fn is_forbidden(&self, before: &str, after: &str) -> bool {
        self.is_under(&self.forbidding, before, |word, between| {
            let is_undone = starts(after, &self.unless_followed_by)
                || starts(between, &self.merely)
                || starts(between, &self.fighting);
            !(word.starts_with('不') && is_undone)
        })
    }

    /// A defence, a search, a report, an end of it anywhere before it, unless something else
    /// is done after that, or its detection is what is to be avoided.
    fn is_fought(&self, before: &str, after: &str) -> bool {
        self.is_under(&self.fighting, before, |word, between| {
            let is_evasion = self.avoiding.iter().any(|avoiding| avoiding == word)
                && (contains(between, &self.detected) || contains(after, &self.detected));
            !is_evasion && !ends(between, &self.next_step)
        })
    }

    fn is_under(&self, words: &[String], before: &str, holds: impl Fn(&str, &str) -> bool) -> bool {
        let mut words = words.iter().filter(|_| !ends(before, &self.but_not));
        words.any(|word| {
            let Some(at) = before.rfind(word.as_str()) else {
                return false;
            };
            let (sooner, between) = (&before[..at], &before[at + word.len()..]);
            let is_undone = ends(sooner, &self.undoing) && !ends(sooner, &self.but_not);
            !is_undone && !contains(between, &self.turning) && holds(word, between)
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
        rest.len() < subject.len() && !ends(rest, &self.for_others)
    }

    fn forbids_after(&self, after: &str) -> bool {
        if contains(after, &self.english) {
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

    /// Whether a clause goes on with what follows from it: 刷单即辞退, 刷单会被降权.
    fn is_punished(&self, place: Place<'_>) -> bool {
        starts(
            without_starts(place.after, &self.before_consequences),
            &self.consequences,
        ) && !contains(place.before, &self.avoiding)
    }

    /// Whether a clause tells of a risk, and the next that it is taken: 风险高，谨慎操作.
    pub(super) fn is_done_all_the_same(&self, place: Place<'_>, next: &[&str]) -> bool {
        let is_taken = |clause: &&str| contains(clause, &self.done_all_the_same);
        contains(place.after, &self.risky) && next.iter().any(is_taken)
    }

    /// Whether a clause only names things, as a further item of a list does.
    pub(super) fn is_bare(&self, clause: &str) -> bool {
        is_made_of(clause, &[&self.bare, &self.words])
    }

    /// Whether a clause only says when, and its end or a clause after it that it is rejected.
    pub(super) fn is_rejected(&self, clause: &str, place: Place<'_>, next: &[&str]) -> bool {
        let is_turned = contains(place.before, &self.turning);
        let is_condition = contains(clause, &self.conditional) && !is_turned;
        // 乙方刷单的，…
        let is_noun = !place.after.is_empty() && self.is_bare(place.after);
        let rejects = |clause: &&str| contains(clause, &self.rejecting);
        (is_condition && rejects(&place.after))
            || (is_condition || is_noun || self.is_bare(clause)) && next.iter().any(rejects)
    }

    /// Whether a text forbids, looks for or teaches what stands below it.
    pub(super) fn forbids_what_follows(&self, heading: &str) -> bool {
        contains(heading, &self.forbidding)
            || contains(heading, &self.fighting)
            || contains(heading, &self.learning)
            || contains(&heading.to_lowercase(), &self.english)
            || contains(heading, &self.forbidding_after)
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii_digit()
}

fn starts(text: &str, words: &[String]) -> bool {
    longest(text, words).is_some()
}

fn ends(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.ends_with(word.as_str()))
}

/// The length of the longest word that begins a text.
fn longest(text: &str, words: &[String]) -> Option<usize> {
    words.iter().filter_map(|word| end_of(word, text)).max()
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

/// A text without some words and blanks at its start.
fn without_starts<'t>(text: &'t str, words: &[String]) -> &'t str {
    let mut rest = text.trim_start();
    while let Some(end) = longest(rest, words) {
        rest = rest[end..].trim_start();
    }
    rest
}

/// Whether a text consists of some words and of marks alone.
fn is_made_of(text: &str, lists: &[&[String]]) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !is_letter(first) {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let words = lists.iter().filter_map(|list| longest(rest, list));
        let Some(end) = words.max() else {
            return false;
        };
        rest = &rest[end..];
    }
    true
}
