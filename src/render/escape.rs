//! Text that is no markup in Markdown.

use std::borrow::Cow;

use minijinja::value::Value;

/// Text without what would hide in it: control characters but for line ends and tabs, line
/// separators, and marks that turn the reading direction become spaces.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(is_hidden) {
        Cow::Owned(text.replace(is_hidden, " "))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_hidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
        || matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text for one line of Markdown: nothing in it is markup, newlines become spaces. A space
/// at its end stays: labels such as `Source: ` stand before other text.
pub(super) fn escape(text: &str) -> String {
    let end = if text.ends_with(' ') { " " } else { "" };
    escape_line(&lines_of(text).join(" ")) + end
}

/// Text for a cell of a table: newlines become breaks.
pub(super) fn cell(value: &Value) -> Value {
    if value.is_safe() || value.is_none() {
        return value.clone();
    }
    let text = value.to_string();
    let lines: Vec<String> = lines_of(&text).into_iter().map(escape_line).collect();
    Value::from_safe_string(lines.join("<br>"))
}

/// Text in paragraphs, with its line breaks.
pub(super) fn paragraphs(text: &str) -> Value {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty());
    let written = paragraphs.filter(|lines| !lines.is_empty()).map(|lines| {
        let lines: Vec<String> = lines.iter().map(|line| escape_line(line)).collect();
        lines.join("<br>\n")
    });
    Value::from_safe_string(written.collect::<Vec<_>>().join("\n\n"))
}

/// Text between backticks, where nothing but them is markup.
pub(super) fn code(text: &str) -> Value {
    let line = lines_of(text).join(" ").replace('`', "'");
    Value::from_safe_string(without_commands(&line))
}

/// Text of which a runner of GitHub takes nothing for a command once a log shows it: neither
/// `##[` anywhere nor `::` at the start of a line.
pub(super) fn without_commands(text: &str) -> String {
    let lines = text.replace("##[", "## [");
    let lines = lines.split('\n').map(|line| {
        if line.trim_start().starts_with("::") {
            format!("'{line}")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Lines without the space around them; empty ones left out.
fn lines_of(text: &str) -> Vec<&str> {
    text.split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

fn escape_line(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let letters: Vec<char> = line.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let around = [
            at.checked_sub(1).and_then(|before| letters.get(before)),
            letters.get(at + 1),
        ];
        match letter {
            // Where lines break is up to the page that shows the Markdown.
            '\u{a0}' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '[' | ']' | '~' | '$' => escaped.extend(['\\', letter]),
            // Inside a word it is no emphasis.
            '_' if around
                .iter()
                .any(|side| !side.is_some_and(|side| side.is_alphanumeric())) =>
            {
                escaped.push_str("\\_")
            }
            '#' | '-' | '+' | '=' | ':' if at == 0 => escaped.extend(['\\', letter]),
            '.' | ')' if begins_list(&letters, at) => escaped.extend(['\\', letter]),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Whether a dot or parenthesis after digits would begin a numbered list.
fn begins_list(letters: &[char], at: usize) -> bool {
    let ends = letters.get(at + 1).is_none_or(|next| next.is_whitespace());
    ends && at > 0 && letters[..at].iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let cases = [
            ("a|b", "a\\|b"),
            ("`code`", "\\`code\\`"),
            ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
            ("[x](y)", "\\[x\\](y)"),
            ("*a* _b_ snake_case", "\\*a\\* \\_b\\_ snake_case"),
            ("# head", "\\# head"),
            ("- item", "\\- item"),
            ("1. one", "1\\. one"),
            ("12) one", "12\\) one"),
            ("2.5%", "2.5%"),
            ("one\n# two\r\n- three", "one # two - three"),
            ("5%~15%", "5%\\~15%"),
            ("Source: ", "Source: "),
            (" ", " "),
        ];
        for (text, escaped) in cases {
            assert_eq!(escape(text), escaped, "{text}");
        }
    }

    #[test]
    fn nothing_hides_in_a_text() {
        assert_eq!(
            visible("a\u{0}b\u{1b}[2J\u{202E}c\r\n\td"),
            "a b [2J c \n\td"
        );
    }

    #[test]
    fn cells_keep_their_lines() {
        assert_eq!(cell(&Value::from("a|\n# b")).to_string(), "a\\|<br>\\# b");
    }
}
