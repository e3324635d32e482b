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
    /// Words before which a text forbids the action rather than asking for it.
    pub prohibitions: Vec<String>,
}

static FORBIDDEN: LazyLock<ForbiddenWords> = LazyLock::new(|| {
    let text = super::entry("cn/forbidden-words").expect("the list is embedded").text;
    toml::from_str(text).expect("the embedded words are tested")
});

/// The embedded list.
pub fn forbidden_words() -> &'static ForbiddenWords {
    &FORBIDDEN
}

impl ForbiddenWords {
    /// The first forbidden word in a text that no word of prohibition precedes.
    pub fn find<'w>(&'w self, text: &str) -> Option<&'w str> {
        self.words
            .iter()
            .filter_map(|word| text.find(word.as_str()).map(|at| (at, word.as_str())))
            .filter(|(at, _)| !self.prohibitions.iter().any(|word| text[..*at].contains(word)))
            .min()
            .map(|(_, word)| word)
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
    }
}
