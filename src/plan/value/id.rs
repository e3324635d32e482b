use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;

use serde_json::{Value as Json, json};

use super::{Refusal, Written, written};
use crate::diagnostic::{Text, text};

/// The key of a named thing: ASCII kebab-case, or Chinese in quotes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub Box<str>);

/// The key of a target: a month `2026-04`, a quarter `2026-Q2`, a year `2026`, or the
/// id of a phase or an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodId(pub Id);

/// Longest id, in characters.
const LONGEST: usize = 64;

const PATTERN: &str = "^([a-z0-9]+(-[a-z0-9]+)*|[A-Za-z0-9·_-]*[\\u2E80-\\u2FFF\\u3021-\\u9FFF][A-Za-z0-9\\u2E80-\\u2FFF\\u3021-\\u9FFF·_-]*)$";

const PERIOD_PATTERN: &str = "^([a-z0-9]+(-[a-z0-9]+)*|[0-9]{4}-Q[1-4]|[A-Za-z0-9·_-]*[\\u2E80-\\u2FFF\\u3021-\\u9FFF][A-Za-z0-9\\u2E80-\\u2FFF\\u3021-\\u9FFF·_-]*)$";

impl Written for Id {
    fn expected() -> Text {
        Text::fixed(
            "编号：小写字母、数字和连字符（如 `home-page`），或加引号的中文",
            "an id: lower-case letters, digits and hyphens (`home-page`), or Chinese in quotes",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        Err(Refusal::wanted::<Self>(digits).suggest(format!("\"{digits}\"")))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        if is_kebab(written) || is_chinese(written) {
            return Ok(Self(written.into()));
        }
        let shown = written.escape_debug();
        let refusal = match written.chars().find(|&letter| !may_stand(letter)) {
            _ if written.is_empty() => {
                Refusal::new(Text::fixed("编号不能为空", "an id may not be empty"))
            }
            _ if written.chars().count() > LONGEST => Refusal::new(text!(
                "编号超过 {LONGEST} 个字",
                "the id is longer than {LONGEST} characters"
            )),
            Some(' ' | '\u{3000}') => Refusal::new(text!(
                "编号 `{shown}` 里有空格",
                "there is a space in the id `{shown}`"
            )),
            Some(wrong) => {
                let wrong = wrong.escape_debug();
                Refusal::new(text!(
                    "编号 `{shown}` 里不能有 `{wrong}`",
                    "the id `{shown}` may not contain `{wrong}`"
                ))
            }
            None => Refusal::wanted::<Self>(written),
        };
        Err(refusal.suggest(meant(written)))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "string", "maxLength": LONGEST, "pattern": PATTERN })
    }
}

written!(Id, "编号 Id");

impl Written for PeriodId {
    fn expected() -> Text {
        Text::fixed(
            "月份 `2026-04`、季度 `2026-Q2`、年份 `2026`，或阶段、节点的编号",
            "a month `2026-04`, a quarter `2026-Q2`, a year `2026`, or the id of a phase or an event",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        Id::from_digits(digits).map(Self)
    }

    /// Whatever is no period may be the id of a phase or an event, if there is such a one.
    fn from_text(written: &str) -> Result<Self, Refusal> {
        Id::any(written).map(Self)
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "string", "maxLength": LONGEST, "pattern": PERIOD_PATTERN })
    }
}

written!(PeriodId, "时段 Period");

impl Id {
    /// An id that is looked up. One that has not the form of an id leads nowhere, and which one
    /// is meant is seen from those there are.
    pub(in crate::plan) fn any(written: &str) -> Result<Self, Refusal> {
        if written.is_empty() {
            return Self::from_text(written);
        }
        Ok(Self(written.into()))
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for PeriodId {
    type Target = Id;

    fn deref(&self) -> &Id {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_kebab(written: &str) -> bool {
    written.len() <= LONGEST
        && written.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

fn is_chinese(written: &str) -> bool {
    written.chars().count() <= LONGEST
        && written.chars().any(is_han)
        && written.chars().all(may_stand)
}

/// The same ranges as the published pattern: CJK radicals to the unified ideographs,
/// without the ideographic space and Chinese punctuation.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{2FFF}' | '\u{3021}'..='\u{9FFF}')
}

fn may_stand(letter: char) -> bool {
    is_han(letter) || letter.is_ascii_alphanumeric() || matches!(letter, '·' | '_' | '-')
}

/// The same words in kebab-case, in quotes, if that is all that is wrong.
fn meant(written: &str) -> Option<String> {
    let kebab: String = written
        .trim()
        .chars()
        .map(|letter| {
            if matches!(letter, ' ' | '_' | '.' | '/') {
                '-'
            } else {
                letter.to_ascii_lowercase()
            }
        })
        .collect();
    if is_kebab(&kebab) {
        return Some(format!("\"{kebab}\""));
    }
    Some(kebab)
        .filter(|kebab| is_chinese(kebab))
        .map(|kebab| format!("\"{kebab}\""))
}
