//! LIBRARY. Takes nothing, gives the rules that ship with the program: holidays, words,
//! parts of plans, as TOML text with dates and sources; never holds a limit in code.

mod calendar;
mod words;

pub use calendar::{Calendar, holidays};
pub use words::{ForbiddenWords, forbidden_words};

/// Parts of plans that `include = ["lib:…"]` may name.
const PLAN_PARTS: [(&str, &str); 1] = [("cn/events-2026", include_str!("cn/events-2026.toml"))];

/// The names of the parts of plans, without `lib:`.
pub fn plan_parts() -> impl Iterator<Item = &'static str> {
    PLAN_PARTS.iter().map(|(name, _)| *name)
}

/// The text of a part of a plan.
pub fn plan_part(name: &str) -> Option<&'static str> {
    PLAN_PARTS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
