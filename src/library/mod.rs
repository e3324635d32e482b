//! LIBRARY. Takes nothing, gives the rules that ship with the program: holidays, words,
//! parts of plans, as TOML text with dates and sources; never holds a limit in code.

mod calendar;
mod original_price;
mod words;

pub use calendar::{Calendar, fixed_by_law, holidays};
pub use original_price::{OriginalPrice, original_price};
pub use words::{
    AdvertisingWords, Claims, ForbiddenWords, Found, Group, OnlyBeside, advertising_words,
    forbidden_words,
};

/// An embedded file.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it is, Chinese and English.
    pub about: (&'static str, &'static str),
    /// Its text, with dates and sources.
    pub text: &'static str,
    /// Whether a plan may include it as `lib:NAME`.
    pub includable: bool,
}

/// All embedded files.
pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "cn/calendar-2026",
        about: (
            "2026 年法定节假日与调休（自动生效）",
            "statutory holidays and make-up days of 2026 (always in force)",
        ),
        text: include_str!("cn/calendar-2026.toml"),
        includable: false,
    },
    Entry {
        name: "cn/events-2026",
        about: (
            "2026 年法定节日作为计划节点（include = [\"lib:cn/events-2026\"]）",
            "the holidays of 2026 as events of a plan",
        ),
        text: include_str!("cn/events-2026.toml"),
        includable: true,
    },
    Entry {
        name: "cn/forbidden-words",
        about: (
            "违规行为用词及依据（OP160）",
            "words for forbidden actions and their source (OP160)",
        ),
        text: include_str!("cn/forbidden-words.toml"),
        includable: false,
    },
    Entry {
        name: "cn/advertising-words",
        about: (
            "广告慎用词及依据（OP165）",
            "words that advertising may not use, or only with proof (OP165)",
        ),
        text: include_str!("cn/advertising-words.toml"),
        includable: false,
    },
    Entry {
        name: "cn/original-price",
        about: (
            "原价须真实成交的依据与天数（OP112）",
            "what the law asks of an original price (OP112)",
        ),
        text: include_str!("cn/original-price.toml"),
        includable: false,
    },
];

/// The entry with a name.
pub fn entry(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

/// What an embedded file says.
fn embedded<T: for<'de> serde::Deserialize<'de>>(name: &str) -> T {
    let text = entry(name).expect("the file is embedded").text;
    toml::from_str(text).expect("what is embedded is tested")
}
