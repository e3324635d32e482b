//! Where statements begin and end, for texts that do not parse.

use std::ops::Range;

use super::wide::opens_header;

/// One statement: a table header, or a key with its value, over as many lines as it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// From the first character to the line end, comments included.
    pub(super) range: Range<usize>,
    /// Whether it is a table header.
    pub(super) header: bool,
    /// The bracket or quote that is never closed.
    pub(super) unclosed: Option<usize>,
    /// Where the bracket of a list is missing that begins on the next line.
    pub(super) unopened: Option<usize>,
    /// Which statement is the header of the table to which it belongs.
    pub(super) table: Option<usize>,
}

/// The statements of a text, in order.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut table = None;
    let mut at = 0;
    while at < text.len() {
        let line = line_at(text, at);
        let content = text[line.clone()].trim_start();
        if content.is_empty() || content.starts_with('#') {
            at = line.end;
            continue;
        }
        let start = line.end - content.len();
        let statement = if opens_header(content) {
            table = Some(found.len());
            Statement {
                range: start..line.end,
                header: true,
                unclosed: None,
                unopened: None,
                table: None,
            }
        } else {
            let statement = key_statement(text, start);
            Statement { table, ..statement }
        };
        at = statement.range.end;
        found.push(statement);
    }
    found
}

/// The line that begins at `start`, with its line end.
fn line_at(text: &str, start: usize) -> Range<usize> {
    let length = text[start..]
        .find('\n')
        .map_or(text.len() - start, |newline| newline + 1);
    start..start + length
}

fn key_statement(text: &str, start: usize) -> Statement {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut at = start;
    let end_at = |end, unclosed| Statement {
        range: start..end,
        header: false,
        unclosed,
        unopened: None,
        table: None,
    };
    let bytes = text.as_bytes();
    while at < text.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => match string_end(text, at, quote) {
                Some(end) if !opens_next(&text[at..end]) => {
                    at = end;
                    continue;
                }
                _ => return end_at(next_beginning(text, line_at(text, at).end), Some(at)),
            },
            b'#' => {
                at += text[at..].find('\n').unwrap_or(text.len() - at);
                continue;
            }
            bracket @ (b'[' | b'{') => open.push((bracket, at)),
            b']' | b'}' => {
                open.pop();
            }
            b'\n' => match open.last() {
                None => {
                    let below = list_below(text, start, at);
                    return below.unwrap_or_else(|| end_at(at + 1, None));
                }
                Some(&(bracket, opened))
                    if begins(text, at + 1, bracket, text[start..at].trim_end()) =>
                {
                    return end_at(at + 1, Some(opened));
                }
                Some(_) => {}
            },
            _ => {}
        }
        at += 1;
    }
    end_at(text.len(), open.first().map(|&(_, opened)| opened))
}

/// A key with nothing but elements of a list on the lines below it, whose opening bracket is
/// missing. The key ends at `line_end`.
fn list_below(text: &str, start: usize, line_end: usize) -> Option<Statement> {
    let key = text[start..line_end].split('#').next()?.trim_end();
    let unopened = key
        .ends_with(['=', '\u{FF1D}'])
        .then_some(start + key.len())?;
    let mut end = None;
    let mut at = line_end + 1;
    while at < text.len() {
        let line = line_at(text, at);
        at = line.end;
        let written = &text[line.clone()];
        let content = written.split('#').next().unwrap_or_default().trim();
        if content.is_empty() {
            continue;
        }
        let closes = content.starts_with(']') && end.is_some();
        if !closes && (!is_element(content) || looks_like_key(written)) {
            break;
        }
        end = Some(line.end);
        if content.trim_end_matches(',').ends_with(']') {
            break;
        }
    }
    Some(Statement {
        range: start..end?,
        header: false,
        unclosed: None,
        unopened: Some(unopened),
        table: None,
    })
}

/// Whether a line begins as a value does, and not as a header.
fn is_element(content: &str) -> bool {
    content.starts_with(['"', '\'', '{', '\u{201C}', '\u{2018}', '\u{FF02}'])
        || content.starts_with(|first: char| first.is_ascii_digit())
}

/// One past the closing quote of the string that opens at `start`; a string of one line
/// that is not closed ends with its line, one of several lines has no end.
pub(super) fn string_end(text: &str, start: usize, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let triple = [quote; 3];
    let multi_line = bytes[start..].starts_with(&triple);
    let mut at = start + if multi_line { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' && bytes.get(at + 1) != Some(&b'\n') => at += 1,
            b'\n' if !multi_line => return Some(at),
            byte if byte == quote && !multi_line => return Some(at + 1),
            byte if byte == quote && bytes[at..].starts_with(&triple) => {
                // Up to two quotes may stand right before the closing ones.
                let quotes = bytes[at..]
                    .iter()
                    .take(5)
                    .take_while(|&&byte| byte == quote);
                return Some(at + quotes.count());
            }
            _ => {}
        }
        at += 1;
    }
    (!multi_line).then_some(bytes.len())
}

/// Whether the quotes that close a text of several lines were meant to open the next one:
/// there is nothing but a key before them on their line.
fn opens_next(text: &str) -> bool {
    let last = text.rsplit_once('\n').map_or("", |(_, last)| last);
    let before = last.trim_end_matches(['"', '\'']).trim_end();
    before.len() < last.len() && before.ends_with('=') && looks_like_key(before)
}

/// Whether the line at `start` begins a table or a key although a bracket is open. Keys
/// may follow inside `{`, but only after a comma.
fn begins(text: &str, start: usize, bracket: u8, before: &str) -> bool {
    let line = &text[line_at(text, start)];
    let inside_table = bracket == b'{' && before.ends_with([',', '{']);
    looks_like_header(line) || (!inside_table && looks_like_key(line))
}

fn looks_like_header(line: &str) -> bool {
    let content = line.split('#').next().unwrap_or_default().trim();
    let Some(inner) = content
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return false;
    };
    let inner = inner.trim_start_matches('[').trim_end_matches(']');
    inner.starts_with(|first: char| first.is_alphabetic()) && !inner.contains(',')
}

fn looks_like_key(line: &str) -> bool {
    let content = line.trim_start();
    let Some((key, _)) = content.split_once('=') else {
        return false;
    };
    let in_key = |c: char| {
        c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'' | ' ' | '\t' | '·')
    };
    let balanced = key.matches('"').count() % 2 == 0 && key.matches('\'').count() % 2 == 0;
    balanced && !key.trim().is_empty() && key.chars().all(in_key) && !key.trim().contains(' ')
}

/// Whether a line begins a table or a key.
pub(super) fn begins_statement(line: &str) -> bool {
    looks_like_header(line) || looks_like_key(line)
}

/// The next line from `from` on that begins a table or a key.
fn next_beginning(text: &str, from: usize) -> usize {
    let mut at = from;
    while at < text.len() {
        let line = line_at(text, at);
        if begins_statement(&text[line.clone()]) {
            return at;
        }
        at = line.end;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, bool)> {
        statements(text)
            .iter()
            .map(|s| (text[s.range.clone()].trim(), s.unclosed.is_some()))
            .collect()
    }

    #[test]
    fn an_unclosed_array_ends_before_the_next_key_or_table() {
        let text = "a = [ 1,\n  2,\nb = 1\n[tasks.x]\nc = { d = 1\ne = \"]\"\n";
        assert_eq!(
            texts(text),
            [
                ("a = [ 1,\n  2,", true),
                ("b = 1", false),
                ("[tasks.x]", false),
                ("c = { d = 1", true),
                ("e = \"]\"", false)
            ]
        );
    }

    #[test]
    fn elements_below_a_key_are_its_value() {
        let text = "a =\n  \"x\", # y\n\n  \"z\",\n]\nb = 1\nc =\nd = \"e\"\nf =\n\"g\" = 1\n";
        let found = statements(text);
        let written: Vec<_> = found.iter().map(|s| text[s.range.clone()].trim()).collect();
        assert_eq!(
            written,
            [
                "a =\n  \"x\", # y\n\n  \"z\",\n]",
                "b = 1",
                "c =",
                "d = \"e\"",
                "f =",
                "\"g\" = 1"
            ]
        );
        let unopened: Vec<_> = found.iter().filter_map(|s| s.unopened).collect();
        assert_eq!(unopened, [3]);
    }

    #[test]
    fn arrays_and_strings_over_several_lines_are_one_statement() {
        let text = "a = [ # [\n  \"x = 1\",\n]\nb = '''\nc = 1\n'''\nd = {\n e = 1,\n f = 2 }\n";
        assert_eq!(texts(text).len(), 3);
        assert!(texts(text).iter().all(|(_, unclosed)| !unclosed));
    }

    #[test]
    fn a_string_ends_with_its_last_quote_or_its_line() {
        let text = "a = [\"\"\"b\"\"\"\", \"\"\"\"\"\", \"#\"]\nc = \"d\\\ne = 1\n";
        let whole = [
            ("a = [\"\"\"b\"\"\"\", \"\"\"\"\"\", \"#\"]", false),
            ("c = \"d\\", false),
            ("e = 1", false),
        ];
        assert_eq!(texts(text), whole);
    }
}
