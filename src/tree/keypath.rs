//! The keys that lead to a statement.

use std::ops::Range;

use super::statement::Statement;

/// Where the first character that `ends` accepts stands outside quotes; a quote that is
/// never closed is none.
pub(super) fn find_unquoted(text: &str, ends: impl Fn(char) -> bool) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            (closing, Some(opening)) if closing == opening => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) if text[at + 1..].contains(letter) => quote = Some(letter),
            _ if ends(letter) => return Some(at),
            _ => {}
        }
    }
    None
}

/// The parts of a dotted path, as written.
pub(super) fn dotted_parts(path: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    while let Some(length) = find_unquoted(&path[start..], |letter| letter == '.') {
        parts.push(start..start + length);
        start += length + 1;
    }
    parts.push(start..path.len());
    parts
}

/// A key without its quotes.
pub(super) fn unquoted(key: &str) -> String {
    let mut quote = None;
    let mut bare = String::new();
    for letter in key.trim().chars() {
        match (letter, quote) {
            (closing, Some(opening)) if closing == opening => quote = None,
            ('"' | '\'', None) => quote = Some(letter),
            (' ' | '\t', None) => {}
            _ => bare.push(letter),
        }
    }
    bare
}

/// The keys of a dotted path, quotes removed: `tasks."首页"`.
pub(super) fn dotted(path: &str) -> Vec<String> {
    let parts = dotted_parts(path).into_iter();
    parts.map(|part| unquoted(&path[part])).collect()
}

/// Where the keys of a header stand in it: what is inside its brackets.
pub(super) fn header_keys(header: &str) -> Range<usize> {
    let inner = header
        .trim_start()
        .trim_start_matches(['[', '\u{3010}', '\u{FF3B}']);
    let start = header.len() - inner.len();
    let line = inner.lines().next().unwrap_or_default();
    let ends = |letter| matches!(letter, ']' | '\u{3011}' | '\u{FF3D}' | '#');
    start..start + find_unquoted(line, ends).unwrap_or(line.len())
}

/// The keys of a header.
pub(super) fn header_path(header: &str) -> Vec<String> {
    dotted(&header[header_keys(header)])
}

/// The keys before the `=` of a statement; none if there is no `=`.
fn key_path(statement: &str) -> Vec<String> {
    let line = statement.lines().next().unwrap_or_default();
    line.split_once(['=', '\u{FF1D}', '\u{FF1A}'])
        .map(|(key, _)| dotted(key))
        .unwrap_or_default()
}

/// The keys that lead to a statement, its own included.
pub(super) fn path_of(text: &str, statements: &[Statement], index: usize) -> Vec<String> {
    let statement = &statements[index];
    let written = &text[statement.range.clone()];
    if statement.header {
        return header_path(written);
    }
    let mut path = table_of(text, statements, index);
    path.extend(key_path(written));
    path
}

/// The keys of the table to which a statement belongs.
pub(super) fn table_of(text: &str, statements: &[Statement], index: usize) -> Vec<String> {
    let header = statements[index].table.map(|header| &statements[header]);
    header
        .map(|header| header_path(&text[header.range.clone()]))
        .unwrap_or_default()
}

/// The keys of the table to which a key belongs that follows the statements.
pub(super) fn table_after(text: &str, statements: &[Statement]) -> Vec<String> {
    let header = statements.iter().rev().find(|statement| statement.header);
    header
        .map(|header| header_path(&text[header.range.clone()]))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_keys_lose_their_quotes() {
        assert_eq!(dotted("tasks.\"首页.a\".x"), ["tasks", "首页.a", "x"]);
        assert_eq!(dotted(" a . 'b \"' ."), ["a", "b \"", ""]);
        assert_eq!(dotted("it's.\"a"), ["its", "a"]);
    }

    #[test]
    fn headers_end_with_a_bracket_outside_quotes() {
        assert_eq!(header_path("[[a.\"]#\"]] # ]\n"), ["a", "]#"]);
        assert_eq!(header_path("[ a.'b ]\n"), ["a", "b"]);
        assert_eq!(header_path("\u{3010}a # b\r\n"), ["a"]);
        assert_eq!(header_path("["), [""]);
    }
}
