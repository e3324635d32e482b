//! Words that a plan should not use, each with the law that says so: actions that are forbidden,
//! and claims that advertising may not make.

mod advertising;
mod by_letter;
mod forbidden;
mod sentence;

pub use advertising::{AdvertisingWords, Claims, advertising_words};
pub use forbidden::{ForbiddenWords, Found, Group, OnlyBeside, forbidden_words};

/// Whether a text holds one of some words.
fn contains(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}
