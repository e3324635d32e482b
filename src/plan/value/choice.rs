//! Words from a fixed list, each with its labels in both languages.

use std::borrow::Cow;

use super::Refusal;
use crate::diagnostic::{InWords, Language, nearest, text};

/// One word of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As written in a plan.
    pub word: &'static str,
    /// Chinese label.
    pub zh: &'static str,
    /// English label.
    pub en: &'static str,
    /// What it means, Chinese.
    pub about_zh: &'static str,
    /// What it means, English.
    pub about_en: &'static str,
}

impl InWords for Word {
    fn words(&self, language: Language) -> Cow<'_, str> {
        match language {
            Language::Chinese => self.zh.into(),
            Language::English => self.en.into(),
        }
    }
}

/// A value from a fixed list of words; declared with `choice!`.
pub trait Choice: Copy + 'static {
    /// The list, in the order of the variants.
    const WORDS: &'static [Word];
    /// What the list is of, in both languages.
    const TITLE: (&'static str, &'static str);

    /// Position in the list.
    fn index(self) -> usize;

    /// The value at a position of the list.
    fn at(index: usize) -> Option<Self>;

    /// Its entry in the list.
    fn entry(self) -> &'static Word {
        &Self::WORDS[self.index()]
    }

    /// As written in a plan.
    fn word(self) -> &'static str {
        self.entry().word
    }

    /// For people.
    fn label(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.entry().zh,
            Language::English => self.entry().en,
        }
    }
}

/// Reads a word; a label in either language leads to the word it belongs to.
pub(crate) fn read<C: Choice>(written: &str) -> Result<C, Refusal> {
    let words = C::WORDS;
    if let Some(index) = words.iter().position(|word| word.word == written) {
        return C::at(index).ok_or_else(|| refuse::<C>(written));
    }
    Err(refuse::<C>(written))
}

fn refuse<C: Choice>(written: &str) -> Refusal {
    let (zh, en) = C::TITLE;
    let labels = |word: &Word| [word.word, word.zh, word.en];
    let near = nearest(written, C::WORDS.iter().flat_map(labels));
    let meant = near.and_then(|near| C::WORDS.iter().find(|word| labels(word).contains(&near)));
    let list: Vec<_> = C::WORDS
        .iter()
        .map(|word| format!("`{}`", word.word))
        .collect();
    let list = list.join(" ");
    Refusal::new(text!(
        "{zh}没有 `{written}` 这个取值，可用 {list}",
        "there is no {en} `{written}`; available: {list}"
    ))
    .suggest(meant.map(|word| format!("\"{}\"", word.word)))
}

/// Declares a list of words: the enum, its words and labels, reading and schema.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($title_zh:literal, $title_en:literal) {
            $( $variant:ident = $word:literal $zh:literal $en:literal, $about_zh:literal, $about_en:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = $about_en] $variant, )+
        }

        impl $crate::plan::value::Choice for $name {
            const WORDS: &'static [$crate::plan::value::Word] = &[ $(
                $crate::plan::value::Word {
                    word: $word, zh: $zh, en: $en, about_zh: $about_zh, about_en: $about_en,
                },
            )+ ];
            const TITLE: (&'static str, &'static str) = ($title_zh, $title_en);

            fn index(self) -> usize {
                self as usize
            }

            fn at(index: usize) -> Option<Self> {
                [ $( Self::$variant, )+ ].get(index).copied()
            }
        }

        impl $crate::diagnostic::InWords for $name {
            fn words(&self, language: $crate::diagnostic::Language) -> std::borrow::Cow<'_, str> {
                $crate::plan::value::Choice::label(*self, language).into()
            }
        }

        impl $crate::plan::Says for $name {
            fn say<'p>(
                &'p self,
                place: $crate::source::Span,
                hear: &mut dyn FnMut($crate::plan::Said<'p>, $crate::source::Span),
            ) {
                hear($crate::plan::Said::Word($crate::plan::value::Choice::entry(*self)), place);
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str($crate::plan::value::choice::WordVisitor(std::marker::PhantomData))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::plan::value::choice::schema::<$name>()
            }
        }
    };
}
pub(crate) use choice;

/// Reads the word of a [`Choice`].
pub(crate) struct WordVisitor<C>(pub(crate) std::marker::PhantomData<C>);

impl<C: Choice> serde::de::Visitor<'_> for WordVisitor<C> {
    type Value = C;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (zh, en) = C::TITLE;
        let example = C::WORDS[0].word;
        write!(
            formatter,
            "{}",
            text!(
                "{zh}（加引号的词，如 `\"{example}\"`）",
                "{en} (a word in quotes, such as `\"{example}\"`)"
            )
        )
    }

    fn visit_str<E: serde::de::Error>(self, written: &str) -> Result<C, E> {
        read(written).map_err(E::custom)
    }
}

/// The published schema of a [`Choice`]: one `const` a word, with labels.
pub(crate) fn schema<C: Choice>() -> schemars::Schema {
    let words: Vec<_> = C::WORDS
        .iter()
        .map(|word| {
            serde_json::json!({
                "const": word.word,
                "title": format!("{} {}", word.zh, word.en),
                "description": format!("{}\n{}", word.about_zh, word.about_en),
            })
        })
        .collect();
    let (zh, en) = C::TITLE;
    schemars::json_schema!({
        "title": format!("{zh} {en}"),
        "description": format!("{zh}\n{en}"),
        "type": "string",
        "oneOf": words,
    })
}
