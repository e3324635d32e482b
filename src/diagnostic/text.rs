use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

/// The languages of messages and documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// One message in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// A message that needs no formatting.
    pub const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self {
            zh: Cow::Borrowed(zh),
            en: Cow::Borrowed(en),
        }
    }

    /// The same words in both languages: an id, a figure, a quotation.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Self {
            zh: Cow::Owned(words.clone()),
            en: Cow::Owned(words),
        }
    }

    /// The message in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }

    /// The message on one line: line breaks and other control characters of what a plan says
    /// are shown as escapes.
    pub fn on_one_line(self) -> Self {
        Self {
            zh: escaped(self.zh, char::is_control),
            en: escaped(self.en, char::is_control),
        }
    }

    /// One string that carries both languages through interfaces that know only
    /// strings, such as serde's errors. [`Text::unpack`] is its inverse, but for control
    /// characters, which come back as escapes: they would be taken for the parts' ends.
    pub fn pack(&self) -> String {
        let Self { zh, en } = self.clone().on_one_line();
        format!("{PACKED}{zh}{PACKED}{en}")
    }

    /// The message that [`Text::pack`] made, or the same words in both languages.
    pub fn unpack(packed: &str) -> Self {
        let parts = packed
            .strip_prefix(PACKED)
            .and_then(|rest| rest.split_once(PACKED));
        match parts {
            Some((zh, en)) => Self {
                zh: zh.to_owned().into(),
                en: en.to_owned().into(),
            },
            None => Self::same(packed),
        }
    }
}

/// Words in which the characters to hide are written as escapes.
pub(super) fn escaped<'w>(
    words: impl Into<Cow<'w, str>>,
    is_hidden: impl Fn(char) -> bool,
) -> Cow<'w, str> {
    let words = words.into();
    if !words.contains(&is_hidden) {
        return words;
    }
    let mut shown = String::with_capacity(words.len());
    for letter in words.chars() {
        if is_hidden(letter) {
            shown.extend(letter.escape_default())
        } else {
            shown.push(letter)
        }
    }
    Cow::Owned(shown)
}

/// A control character, which no packed words contain.
const PACKED: char = '\u{1}';

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.pack())
    }
}

/// A message in Chinese and English, side by side where it is raised, so that the
/// compiler sees to it that both exist and both can be formatted. Names after `;` are
/// values [in words](super::InWords): each language takes in its own, set off by a space
/// where a figure follows Chinese words.
macro_rules! text {
    ($zh:literal, $en:literal $(, $name:ident = $value:expr)* $(; $($words:ident),+)? $(,)?) => {{
        $(let $name = &$value;)*
        $crate::diagnostic::Text {
            zh: $crate::diagnostic::text!(@ Chinese $zh $($($words)+)?),
            en: $crate::diagnostic::text!(@ English $en $($($words)+)?),
        }
    }};
    (@ $language:ident $message:literal) => { format!($message).into() };
    (@ $language:ident $message:literal $($words:ident)+) => {{
        $(let $words = $crate::diagnostic::Inserted::new(&$words, $crate::diagnostic::Language::$language);)+
        $crate::diagnostic::set_off(format!($message)).into()
    }};
}
pub(crate) use text;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_keeps_both_languages() {
        let message = text!("缺少 {key}", "{key} is missing", key = "title");
        assert_eq!(Text::unpack(&message.pack()), message);
        assert_eq!(Text::unpack("plain"), Text::same("plain"));
        let control = Text::same("a\u{1}b\u{2}");
        assert_eq!(Text::unpack(&control.pack()), Text::same("a\\u{1}b\\u{2}"));
    }

    #[test]
    fn a_message_stays_on_one_line() {
        let title = "a\nb\u{1b}";
        let message = text!("任务「{title}」", "the task {title}").on_one_line();
        assert_eq!(
            (&*message.zh, &*message.en),
            ("任务「a\\nb\\u{1b}」", "the task a\\nb\\u{1b}")
        );
    }
}
