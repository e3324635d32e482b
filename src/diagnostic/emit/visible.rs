//! Text of plans as terminals and logs may show it: what would move the cursor, end the
//! line or turn the reading direction is written out.

use std::borrow::Cow;

use crate::diagnostic::text::escaped;

/// Characters that a message shows before and after what is left out of its middle.
const MOST: (usize, usize) = (260, 140);

/// Words on one line, every hidden character escaped.
pub fn words(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden)
}

/// A message: on one line, and cut in its middle if what it quotes is endless.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    let (before, after) = MOST;
    let start = text
        .char_indices()
        .nth(before)
        .map_or(text.len(), |(at, _)| at);
    let end = text
        .char_indices()
        .rev()
        .nth(after - 1)
        .map_or(0, |(at, _)| at);
    if text[start..].len() <= after || start >= end {
        return words(text);
    }
    Cow::Owned(format!(
        "{} … {}",
        words(&text[..start]),
        words(&text[end..])
    ))
}

/// What a log may show: neither form in which a runner of GitHub takes commands, `::` at the
/// start of a line and `##[` anywhere.
pub(super) fn without_commands(text: String) -> String {
    let begins = |line: &str| line.trim_start().starts_with("::");
    if !text.contains("##[") && !text.lines().any(begins) {
        return text;
    }
    let lines = text.split_inclusive('\n').map(|line| {
        let line = line.replace("##[", "#\\u{23}[");
        if begins(&line) {
            line.replacen("::", "\\u{3a}:", 1)
        } else {
            line
        }
    });
    lines.collect()
}

/// A stretch of a file, every hidden character replaced by a visible one of the same length, so
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
    fn endless_messages_lose_their_middle() {
        let message = format!("任务「{}」没有负责人", "字".repeat(5000));
        let shown = line(&message);
        assert!(
            shown.starts_with("任务「字字") && shown.ends_with("字」没有负责人"),
            "{shown}"
        );
        assert_eq!(shown.chars().count(), 260 + 3 + 140);
        let short = "字".repeat(400);
        assert_eq!(line(&short), short);
    }

    #[test]
    fn no_text_is_a_command_of_a_runner() {
        let text = "a ##[error]x\n  ::error::x\n##[group]::y\n".to_owned();
        let shown = without_commands(text);
        assert_eq!(
            shown,
            "a #\\u{23}[error]x\n  \\u{3a}:error::x\n#\\u{23}[group]::y\n"
        );
        assert!(!without_commands("###[a".to_owned()).contains("##["));
    }

    #[test]
    fn snippets_keep_their_length_and_lines() {
        let text = "a\u{1b}b\r\n\tc\rd\u{85}\u{61C}\u{202E}\n";
        let shown = snippet(text);
        assert_eq!(shown, "a?b\r\n\tc?d\u{BF}\u{BF}\u{FFFD}\n");
        assert_eq!(shown.len(), text.len());
    }
}
