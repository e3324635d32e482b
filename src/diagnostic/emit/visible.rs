//! Text of plans as terminals and logs may show it: what would move the cursor, end the
//! line or turn the reading direction is written out.

use std::borrow::Cow;

use crate::diagnostic::text::escaped;

/// Words on one line, every hidden character escaped.
pub(super) fn words(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden)
}

/// A whole file, every hidden character replaced by a visible one of the same length, so
/// that spans stay right. Tabs and line ends stay.
pub(super) fn snippet(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| is_hidden(letter) && !matches!(letter, '\n' | '\t')) {
        return Cow::Borrowed(text);
    }
    let mut letters = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let ends_line = letter == '\n' || letter == '\r' && letters.peek() == Some(&'\n');
        shown.push(if ends_line || letter == '\t' || !is_hidden(letter) {
            letter
        } else {
            stand_in(letter)
        });
    }
    Cow::Owned(shown)
}

fn stand_in(letter: char) -> char {
    match letter.len_utf8() {
        1 => '?',
        2 => '\u{BF}',
        _ => '\u{FFFD}',
    }
}

/// Control characters, line separators, and marks that turn the reading direction.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_out() {
        assert_eq!(
            words("a\n::error::\u{1b}[2J\u{202E}"),
            "a\\n::error::\\u{1b}[2J\\u{202e}"
        );
        assert_eq!(words("美甲工具"), "美甲工具");
    }

    #[test]
    fn snippets_keep_their_length_and_lines() {
        let text = "a\u{1b}b\r\n\tc\rd\u{85}\u{61C}\u{202E}\n";
        let shown = snippet(text);
        assert_eq!(shown, "a?b\r\n\tc?d\u{BF}\u{BF}\u{FFFD}\n");
        assert_eq!(shown.len(), text.len());
    }
}
