use std::sync::LazyLock;

use serde::Deserialize;

/// Words for actions that the law forbids, with their source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenWords {
    /// When the law was published.
    pub published_on: toml::value::Date,
    /// Since when it holds.
    pub in_force_from: toml::value::Date,
    /// The law and its article.
    pub source: String,
    /// The words.
    pub words: Vec<String>,
    /// Words that make a clause a prohibition if they stand before the action.
    pub prohibitions: Vec<String>,
    /// The same for words after it.
    pub prohibitions_after: Vec<String>,
    /// Phrases that hold the letters of a word by chance.
    pub harmless: Vec<String>,
}

/// Chinese and ASCII marks; `、` and `：` stand within a clause.
const ENDS_OF_CLAUSES: [char; 8] = [
    '\u{FF0C}', '\u{3002}', '\u{FF1B}', '\u{FF01}', '\u{FF1F}', ',', ';', '\n',
];

static FORBIDDEN: LazyLock<ForbiddenWords> = LazyLock::new(|| {
    let text = super::entry("cn/forbidden-words")
        .expect("the list is embedded")
        .text;
    toml::from_str(text).expect("the embedded words are tested")
});

/// The embedded list.
pub fn forbidden_words() -> &'static ForbiddenWords {
    &FORBIDDEN
}

impl ForbiddenWords {
    /// The first forbidden word in a text whose clause does not forbid it.
    pub fn find<'w>(&'w self, text: &str) -> Option<&'w str> {
        text.split(ENDS_OF_CLAUSES)
            .find_map(|clause| self.find_in_clause(clause))
    }

    fn find_in_clause<'w>(&'w self, clause: &str) -> Option<&'w str> {
        let mut clause = clause.to_owned();
        for phrase in &self.harmless {
            clause = clause.replace(phrase, " ");
        }
        let everywhere = self
            .words
            .iter()
            .flat_map(|word| clause.match_indices(word).map(move |(at, _)| (at, word)));
        let contains = |part: &str, words: &[String]| words.iter().any(|word| part.contains(word));
        let asked_for = everywhere.filter(|(at, word)| {
            !contains(&clause[..*at], &self.prohibitions)
                && !contains(&clause[at + word.len()..], &self.prohibitions_after)
        });
        asked_for.min().map(|(_, word)| word.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prohibition_is_no_forbidden_action() {
        assert_eq!(forbidden_words().find("每天刷单 10 单左右"), Some("刷单"));
        assert_eq!(forbidden_words().find("培训：严禁刷单、炒信"), None);
        assert_eq!(forbidden_words().find("检查刷新页面"), None);
        assert_eq!(forbidden_words().find("店员手册：刷单禁止"), None);
        assert_eq!(forbidden_words().find("整治刷单行为"), None);
    }

    #[test]
    fn a_prohibition_is_of_its_own_clause() {
        assert_eq!(
            forbidden_words().find("严禁私单，每天刷单 10 单"),
            Some("刷单")
        );
        assert_eq!(forbidden_words().find("严禁刷单,改为补单"), Some("补单"));
        assert_eq!(forbidden_words().find("刷单不要超过 10 单"), Some("刷单"));
        assert_eq!(forbidden_words().find("防水手链刷单"), Some("刷单"));
    }

    #[test]
    fn letters_of_other_words_are_no_forbidden_action() {
        assert_eq!(forbidden_words().find("洗刷单品首图"), None);
        assert_eq!(forbidden_words().find("印刷单页"), None);
        assert_eq!(forbidden_words().find("洗刷单品首图、刷单"), Some("刷单"));
    }
}
