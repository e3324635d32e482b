use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use super::{Refusal, Written, written};
use crate::diagnostic::{Text, text};

/// The version of the plan language that a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageVersion(pub i64);

impl LanguageVersion {
    /// The version that this program reads.
    pub const CURRENT: i64 = 1;
}

impl Written for LanguageVersion {
    fn expected() -> Text {
        Text::fixed(
            "计划语言的版本，目前是 `1`",
            "a version of the plan language, which is `1` today",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        let current = Self::CURRENT;
        match digits.parse() {
            Ok(version) if (1..=current).contains(&version) => Ok(Self(version)),
            Ok(version) if version > current => Err(Refusal::new(text!(
                "这份计划用的是第 {version} 版计划语言，本程序只认识第 {current} 版",
                "this plan is written in version {version} of the plan language; this program knows version {current}"
            ))
            .help(Text::fixed(
                "升级 opsplan 后再检查；其余问题可能只是新写法",
                "update opsplan; what else is found may only be newer language",
            ))),
            _ => Err(Refusal::wanted::<Self>(digits).suggest(current.to_string())),
        }
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        let number = written.trim().trim_start_matches('v').to_owned();
        Err(Refusal::wanted::<Self>(written).suggest(number))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.0.partial_cmp(&other.0)
    }

    fn schema() -> Json {
        json!({ "type": "integer", "minimum": 1, "maximum": Self::CURRENT })
    }
}

written!(LanguageVersion, "语言版本 Language version");
