use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use super::{Refusal, Written, written};
use crate::diagnostic::{Language, Text};

/// A shop's credit level on platforms that have one (Tmall has none), ordered from a
/// new shop to five golden crowns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    /// The kind of sign.
    pub tier: Tier,
    /// How many signs, 1 to 5; 0 for a new shop.
    pub signs: u8,
}

/// The signs of credit levels, ascending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// No sign yet.
    New,
    /// 心; campaign rules also say 星.
    Heart,
    /// 钻.
    Diamond,
    /// 冠 (blue crowns).
    Crown,
    /// 金冠.
    GoldenCrown,
}

impl Written for Level {
    fn expected() -> Text {
        Text::fixed(
            "店铺信用等级：`\"0\"`（新店）、`\"3心\"`、`\"1钻\"`、`\"2冠\"`、`\"2金冠\"`，数字 1 到 5",
            "a credit level: `\"0\"` (new shop), `\"3心\"`, `\"1钻\"`, `\"2冠\"`, `\"2金冠\"`, with 1 to 5",
        )
    }

    fn from_digits(digits: &str) -> Result<Self, Refusal> {
        let suggestion = (digits == "0").then(|| "\"0\"".to_owned());
        Err(Refusal::wanted::<Self>(digits).suggest(suggestion))
    }

    fn from_text(written: &str) -> Result<Self, Refusal> {
        parse(written).ok_or_else(|| Refusal::wanted::<Self>(written).suggest(meant(written)))
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        self.partial_cmp(other)
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^(0|[1-5](心|星|钻|冠|金冠))$" })
    }
}

written!(Level, "店铺等级 Store level");

impl Level {
    /// That of a new shop.
    pub(crate) const LOWEST: Self = Self {
        tier: Tier::New,
        signs: 0,
    };

    /// Five golden crowns.
    pub(crate) const HIGHEST: Self = Self {
        tier: Tier::GoldenCrown,
        signs: 5,
    };

    /// Whether it is that of a new shop, which has no sign yet.
    pub fn is_new(self) -> bool {
        self.tier == Tier::New
    }

    /// The level in words: `3 心`, `3 hearts`.
    pub fn words(self, language: Language) -> String {
        let signs = self.signs;
        let plural = if signs == 1 { "" } else { "s" };
        match (language, self.tier) {
            (Language::Chinese, Tier::New) => "新店".to_owned(),
            (Language::Chinese, _) => {
                let written = self.to_string();
                format!(
                    "{signs} {}",
                    written.trim_start_matches(|sign: char| sign.is_ascii_digit())
                )
            }
            (_, Tier::New) => "a new shop".to_owned(),
            (_, Tier::Heart) => format!("{signs} heart{plural}"),
            (_, Tier::Diamond) => format!("{signs} diamond{plural}"),
            (_, Tier::Crown) => format!("{signs} crown{plural}"),
            (_, Tier::GoldenCrown) => format!("{signs} golden crown{plural}"),
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = match self.tier {
            Tier::New => return formatter.write_str("0"),
            Tier::Heart => "心",
            Tier::Diamond => "钻",
            Tier::Crown => "冠",
            Tier::GoldenCrown => "金冠",
        };
        write!(formatter, "{}{sign}", self.signs)
    }
}

fn parse(written: &str) -> Option<Level> {
    if written == "0" {
        return Some(Level {
            tier: Tier::New,
            signs: 0,
        });
    }
    let signs = written
        .chars()
        .next()
        .and_then(|first| first.to_digit(10))?;
    let tier = match &written[1..] {
        "心" | "星" => Tier::Heart,
        "钻" => Tier::Diamond,
        "冠" => Tier::Crown,
        "金冠" => Tier::GoldenCrown,
        _ => return None,
    };
    (1..=5).contains(&signs).then_some(Level {
        tier,
        signs: signs as u8,
    })
}

/// `三钻石`, `3钻以上` and `3 钻` mean 3钻.
fn meant(written: &str) -> Option<String> {
    let mut letters = written.chars().filter(|letter| !letter.is_whitespace());
    let signs = match letters.next()? {
        '1' | '一' => 1,
        '2' | '二' | '两' => 2,
        '3' | '三' => 3,
        '4' | '四' => 4,
        '5' | '五' => 5,
        '新' => return Some("\"0\"".to_owned()),
        _ => return None,
    };
    let rest: String = letters.collect();
    let signs_of = [
        ("金冠", "金冠"),
        ("皇冠", "冠"),
        ("冠", "冠"),
        ("钻", "钻"),
        ("心", "心"),
        ("星", "心"),
    ];
    let sign = signs_of
        .iter()
        .find(|(start, _)| rest.starts_with(start))?
        .1;
    Some(format!("\"{signs}{sign}\""))
}
