//! The fixed words of documents: one TOML file a language, the same keys in each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Language;

/// Words by group and key: `words.chapter.store`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct Words(BTreeMap<String, BTreeMap<String, String>>);

const CHINESE: &str = include_str!("../../templates/locale/zh-CN.toml");
const ENGLISH: &str = include_str!("../../templates/locale/en.toml");

static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| {
    [CHINESE, ENGLISH].map(|text| toml::from_str(text).expect("the embedded words are tested"))
});

/// The words of a language.
pub(super) fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &WORDS[0],
        Language::English => &WORDS[1],
    }
}

impl Words {
    /// A word; its key where there is none, which a test rules out.
    pub(super) fn get<'w>(&'w self, group: &str, key: &'w str) -> &'w str {
        self.0
            .get(group)
            .and_then(|group| group.get(key))
            .map_or(key, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(words: &Words) -> Vec<(&str, &str)> {
        words
            .0
            .iter()
            .flat_map(|(group, words)| words.keys().map(|key| (group.as_str(), key.as_str())))
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_words() {
        assert_eq!(
            keys(words(Language::Chinese)),
            keys(words(Language::English))
        );
    }

    #[test]
    fn every_word_says_something() {
        for language in [Language::Chinese, Language::English] {
            let empty = words(language)
                .0
                .values()
                .flat_map(BTreeMap::iter)
                .find(|(_, word)| word.is_empty());
            assert_eq!(empty, None);
        }
    }

    #[test]
    fn every_word_is_used() {
        let templates = crate::render::template::all_text();
        // Groups that are looked up by a key of the view.
        let looked_up = [
            "chapter", "fact", "figure", "metric", "product", "outcome", "task",
        ];
        for (group, key) in keys(words(Language::Chinese)) {
            let used =
                looked_up.contains(&group) || templates.contains(&format!("words.{group}.{key}"));
            assert!(used, "words.{group}.{key} stands in no template");
        }
    }
}
