//! Mistakes in table headers, and lines that are headers but for their brackets.

use std::ops::Range;

use super::keypath::find_unquoted;
use super::mistake::{Explained, Mistake, Repair};
use super::statement::begins_statement;
use super::wide::opens_header;
use super::{KeyFor, Meant};
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// A header that is not written as one.
    pub(super) fn header(&self) -> Option<Explained> {
        if !self.statement().header {
            return None;
        }
        let line = self.first_line();
        let written = &self.text[line.clone()];
        if let Some(after) = self.after_header(&line) {
            return Some(after);
        }
        let meant = meant_header(written, self.key_for)?;
        self.header_as(line, &meant)
    }

    /// A line that is a header but for its brackets, or for a mark before them.
    pub(super) fn lost_header(&self) -> Option<Explained> {
        if self.statement().header || self.statement().unopened.is_some() {
            return None;
        }
        let line = self.first_line();
        let written = &self.text[line.clone()];
        if line.end < self.statement().range.start + self.written().trim_end().len()
            && self.written().trim_end().contains('\n')
        {
            return None;
        }
        let meant = meant_header(written, self.key_for)?;
        let first = written.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let word = first.split(['.', ':', '\u{FF1A}', ' ', ']']).next()?;
        let is_section = matches!((self.key_for)(&[], word), Meant::Key(_));
        let is_field = matches!((self.key_for)(&self.table(), word), Meant::Key(_));
        let bracketed = written.ends_with([']', '\u{3011}', '\u{FF3D}']);
        let evident = bracketed || (is_section && (meant.contains('.') || !is_field));
        evident.then(|| self.header_as(line, &meant)).flatten()
    }

    /// The finding that a line should be this header.
    fn header_as(&self, line: Range<usize>, meant: &str) -> Option<Explained> {
        let written = &self.text[line.clone()];
        if written == meant {
            return None;
        }
        let count = |mark: char, wide: [char; 2]| {
            written
                .chars()
                .filter(|letter| *letter == mark || wide.contains(letter))
                .count()
        };
        let opened = count('[', ['\u{3010}', '\u{FF3B}']);
        let closed = count(']', ['\u{3011}', '\u{FF3D}']);
        let wanted = if meant.starts_with("[[") { 2 } else { 1 };
        let message = if opened < wanted && closed >= wanted {
            Text::fixed(
                "表头没有开始，缺少 `[`",
                "the table header lacks its opening `[`",
            )
        } else if closed < wanted && opened >= wanted {
            let missing = &"]]"[..wanted - closed];
            text!(
                "表头没有结束，缺少 `{missing}`",
                "the table header is never closed: `{missing}` is missing"
            )
        } else if opened > wanted {
            Text::fixed(
                "表头多了一个 `[`",
                "there is an extra `[` in the table header",
            )
        } else if closed > wanted {
            Text::fixed(
                "表头多了一个 `]`",
                "there is an extra `]` in the table header",
            )
        } else if opened == wanted && closed == wanted && !opens_header(written) {
            let before = written.split('[').next().unwrap_or_default().trim_end();
            text!(
                "表头前面多了 `{before}`",
                "there is an extra `{before}` before the table header"
            )
        } else if opened == 0 {
            Text::fixed(
                "表头要写在方括号 `[ ]` 里",
                "a table header is written in brackets `[ ]`",
            )
        } else if written.trim_matches(['[', ']', ' ']).contains(' ') {
            text!(
                "表头 `{written}` 里有空格",
                "there is a space in the table header `{written}`"
            )
        } else {
            text!(
                "`{written}` 不是表头的写法",
                "`{written}` is not how a table header is written"
            )
        };
        let finding = self
            .finding(line.clone(), message)
            .help(text!("写成 `{meant}`", "write `{meant}`"));
        // Only what differs is replaced.
        let same = |letters: (char, char)| (letters.0 == letters.1).then(|| letters.0.len_utf8());
        let start: usize = written.chars().zip(meant.chars()).map_while(same).sum();
        let (rest, put) = (&written[start..], &meant[start..]);
        let end: usize = rest
            .chars()
            .rev()
            .zip(put.chars().rev())
            .map_while(same)
            .sum();
        let range = line.start + start..line.end - end;
        let edit = (range, put[..put.len() - end].to_owned());
        Some((finding, Repair::Mend(vec![edit])))
    }

    /// What stands on the line of a header after it.
    fn after_header(&self, line: &Range<usize>) -> Option<Explained> {
        let written = &self.text[line.clone()];
        let close = find_unquoted(written, |letter| letter == ']')?;
        let rest = written[close..].trim_start_matches([']', ' ', '\t']);
        let at = line.end - rest.len();
        let first = rest.chars().next()?;
        if rest.contains(']') || written[close..].starts_with("] ]") {
            return None;
        }
        let (range, put, message, help) = if begins_statement(rest) {
            let space = self.text[..at].trim_end().len();
            (
                space..at,
                "\n",
                Text::fixed(
                    "表头后面要换行再写字段",
                    "the keys of a table begin on a new line",
                ),
                Text::fixed("在这里换行", "break the line here"),
            )
        } else if first.is_alphanumeric() {
            (
                at..at,
                "# ",
                Text::fixed("后面的说明要以 `#` 开头", "a note begins with `#`"),
                Text::fixed("在说明前面加上 `#`", "put `#` in front of it"),
            )
        } else if rest.len() == first.len_utf8() {
            (
                at..line.end,
                "",
                text!(
                    "表头后面多了 `{first}`",
                    "there is an extra `{first}` after the header"
                ),
                text!("删去 `{first}`", "remove the `{first}`"),
            )
        } else {
            return None;
        };
        let finding = self.finding(at..line.end, message).help(help);
        Some((finding, Repair::Mend(vec![(range, put.to_owned())])))
    }
}

/// The header that a line was meant to be: its keys, whatever brackets and marks they stand in.
pub(super) fn meant_header(line: &str, key_for: &KeyFor) -> Option<String> {
    const AROUND: &[char] = &[
        '[', ']', '(', ')', '<', '>', '{', '}', '\u{3010}', '\u{3011}', '\u{FF3B}', '\u{FF3D}',
        '\u{FF08}', '\u{FF09}', '\u{300A}', '\u{300B}', '\u{3014}', '\u{3015}', '\u{300C}',
        '\u{300D}',
    ];
    let line = line.trim();
    let bare = line.trim_start_matches(['-', '*', '\u{2022}', '\u{B7}', '>', '+', '#', ' ', '\t']);
    let bare = bare.trim_end_matches([
        ':', '\u{FF1A}', ',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}', ' ',
    ]);
    let keys = bare.trim_matches(|letter| AROUND.contains(&letter) || letter == ' ');
    if keys.is_empty() || find_unquoted(keys, |letter| "=[]{}#".contains(letter)).is_some() {
        return None;
    }
    let mut parts = parts(keys);
    // Without brackets, a line with a colon may be a note as well, such as `TODO: ask`.
    let is_known = |word: &str| match key_for(&[], word) {
        Meant::Key(key) => key == word || !word.is_ascii(),
        _ => false,
    };
    if !line.contains(AROUND) && !parts.first().is_some_and(|first| is_known(first)) {
        return None;
    }
    // A section and the id that follows it with no dot.
    if let [only] = parts[..]
        && let Some((section, id)) =
            only.split_once(|letter: char| letter.is_whitespace() || letter == '\u{B7}')
        && is_known(section)
    {
        parts = vec![section, id.trim()];
    }
    let mut path = Vec::new();
    let mut words = Vec::new();
    for part in parts {
        let (key, word) = meant_key(&path, part, key_for)?;
        path.push(key);
        words.push(word);
    }
    let array = words.len() > 2 && (line.contains("[[") || line.contains("]]"));
    let keys = words.join(".");
    Some(if array {
        format!("[[{keys}]]")
    } else {
        format!("[{keys}]")
    })
}

/// The keys of a header, whatever stands between them.
fn parts(keys: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = keys;
    let between = |letter: char| {
        matches!(
            letter,
            '.' | ':'
                | '/'
                | '\\'
                | ','
                | '>'
                | '\u{FF1A}'
                | '\u{3002}'
                | '\u{FF0E}'
                | '\u{3001}'
                | '\u{FF0C}'
                | '\u{FF0F}'
        )
    };
    while let Some(at) = find_unquoted(rest, between) {
        parts.push(rest[..at].trim());
        rest = rest[at..].trim_start_matches(|letter| between(letter) || letter == ' ');
    }
    parts.push(rest.trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// A key of a header, and how it is written.
fn meant_key(path: &[String], part: &str, key_for: &KeyFor) -> Option<(String, String)> {
    if let Some(inside) = part.strip_prefix(['"', '\'']) {
        let inside = inside.trim_end_matches(['"', '\'']);
        let plain = !inside.is_empty() && !inside.contains(['"', '\'', '\\']);
        return plain.then(|| (inside.to_owned(), format!("\"{inside}\"")));
    }
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if part.chars().all(plain) {
        return Some((part.to_owned(), part.to_owned()));
    }
    let joined = part.split_whitespace().collect::<Vec<_>>().join("-");
    if joined.chars().all(plain) {
        let id = joined.to_lowercase();
        return Some((id.clone(), id));
    }
    if !joined
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\u{B7}'))
    {
        return None;
    }
    match key_for(path, &joined) {
        Meant::Key(key) => Some((key.clone(), key)),
        Meant::Id => Some((joined.clone(), format!("\"{joined}\""))),
        Meant::Nothing => None,
    }
}
