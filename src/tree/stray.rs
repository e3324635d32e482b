//! Characters that cannot be seen and may not stand where they do: control characters,
//! spaces that are none to TOML, byte-order marks, lone carriage returns.

use std::ops::Range;

use super::mending::{Edit, joined};
use super::region::{Kind, line_end, line_start, regions};
use super::statement::{begins_statement, statements};
use super::syntax::{Recovery, SYNTAX};
use crate::diagnostic::{Diagnostic, Text, text};

/// More lone carriage returns than this come from the way in which the file was saved.
const RETURNS: usize = 3;

/// Bytes of a line that are looked at before and after such a character, so that a long line
/// is not read again for each of them.
const NEAR: usize = 200;

/// A run of such characters.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stray {
    range: Range<usize>,
    /// The first of them.
    letter: char,
    /// What to put in their place.
    instead: &'static str,
}

impl Stray {
    fn edit(&self) -> Edit {
        (self.range.clone(), self.instead.to_owned())
    }
}

/// Bytes with which such a character, or one near it, begins: few do in most texts.
const WATCHED: [bool; 256] = {
    let mut watched = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        watched[byte] = matches!(byte, 0..=8 | 0xB..=0x1F | 0x7F | 0xC2 | 0xE1..=0xE3 | 0xEF);
        byte += 1;
    }
    watched
};

/// Whether a text holds any such character, be it where it may stand.
fn suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let watched = bytes.iter().enumerate();
    let mut watched = watched.filter(|(_, byte)| WATCHED[usize::from(**byte)]);
    watched.any(|(at, byte)| match byte {
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => text[at..].chars().next().is_some_and(is_unseen),
    })
}

/// Whether a character may stand nowhere, not in a text or comment either.
fn is_control(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}')
}

/// Whether a character cannot be seen and is no space to TOML.
pub(super) fn is_unseen(letter: char) -> bool {
    is_control(letter)
        || is_zero_width(letter)
        || (letter.is_whitespace() && !matches!(letter, ' ' | '\t' | '\n' | '\r'))
        || matches!(letter, '\u{80}'..='\u{9F}')
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The characters of a statement, or of the space between two, that may not stand there.
fn find(text: &str, range: Range<usize>) -> Vec<Stray> {
    let mut found = Vec::new();
    if !suspicious(&text[range.clone()]) {
        return found;
    }
    for region in regions(text, range) {
        let open = region.kind == Kind::Open;
        let wrong = if open { is_unseen } else { is_control };
        let mut at = region.range.start;
        while let Some(length) = text[at..region.range.end].find(wrong) {
            let start = at + length;
            let rest = &text[start..region.range.end];
            at = start + rest.find(|letter| !wrong(letter)).unwrap_or(rest.len());
            let instead = if open {
                between(text, start..at)
            } else {
                Some("")
            };
            found.extend(instead.map(|instead| Stray {
                letter: rest.chars().next().unwrap_or_default(),
                range: start..at,
                instead,
            }));
        }
    }
    found
}

/// What should stand between keys, marks and values in place of such characters; nothing if
/// they belong to a text that lacks its quotes.
fn between(text: &str, range: Range<usize>) -> Option<&'static str> {
    let run = &text[range.clone()];
    let (before, after) = around(text, &range);
    let breaks = |letter| {
        matches!(
            letter,
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    if run.contains(breaks) && !before.trim().is_empty() && begins_statement(after) {
        return Some("\n");
    }
    if run
        .chars()
        .all(|letter| is_zero_width(letter) || is_control(letter))
    {
        return Some("");
    }
    let is_letter = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    if before.ends_with(is_letter) && after.starts_with(is_letter) {
        return if before.contains('=') { None } else { Some("") };
    }
    let apart = |letter: char| !letter.is_whitespace();
    Some(if before.ends_with(apart) && after.starts_with(apart) {
        " "
    } else {
        ""
    })
}

/// What stands before and after a range on its line, as far as it matters.
fn around<'t>(text: &'t str, range: &Range<usize>) -> (&'t str, &'t str) {
    let from = text.floor_char_boundary(range.start.saturating_sub(NEAR));
    let to = text.floor_char_boundary(text.len().min(range.end + NEAR));
    let before = text[from..range.start].rsplit('\n').next();
    let after = text[range.end..to].split('\n').next();
    (before.unwrap_or_default(), after.unwrap_or_default())
}

/// Carriage returns that end no line as TOML ends lines.
fn lone_returns(text: &str) -> Vec<Stray> {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !(0..bytes.len()).any(|at| is_lone(&at)) {
        return Vec::new();
    }
    let no_lines = !text.contains('\n');
    let mut found = Vec::new();
    for region in regions(text, 0..text.len()) {
        for at in region.range.filter(is_lone) {
            let rest = &text[at + 1..];
            let ends_line = around(text, &(at..at + 1))
                .1
                .chars()
                .all(|letter| letter == '\r')
                && rest.trim_start_matches('\r').starts_with('\n');
            let breaks = no_lines
                || region.kind == Kind::Open
                || around(text, &(at..at + 1))
                    .1
                    .split('\r')
                    .next()
                    .is_some_and(begins_statement);
            found.push(Stray {
                range: at..at + 1,
                letter: '\r',
                instead: if breaks && !ends_line { "\n" } else { "" },
            });
        }
    }
    found
}

pub(super) fn has_strays(text: &str) -> bool {
    suspicious(text) && !(lone_returns(text).is_empty() && find(text, 0..text.len()).is_empty())
}

impl Recovery<'_> {
    pub(super) fn mend_returns(&mut self) {
        let found = lone_returns(self.mending.text());
        if found.len() > RETURNS {
            self.report_strays(&found, found.len());
        } else {
            found
                .iter()
                .for_each(|one| self.report_strays(std::slice::from_ref(one), 1));
        }
        self.mending.apply(found.iter().map(Stray::edit).collect());
    }

    /// Takes out what cannot be seen. In a line that lacks its `#` it is text.
    pub(super) fn mend_strays(&mut self) {
        let text = self.mending.text().to_owned();
        if !suspicious(&text) {
            return;
        }
        let statements = statements(&text);
        let mut found = Vec::new();
        let mut from = 0;
        for (index, statement) in statements.iter().enumerate() {
            let range = &statement.range;
            if self.mistake(&text, &statements, index, &[]).is_note() {
                found.extend(find(&text, from..line_start(&text, range.start).max(from)));
            } else {
                found.extend(find(&text, from..range.start));
                found.extend(find(&text, range.clone()));
            }
            from = range.end;
        }
        found.extend(find(&text, from..text.len()));
        let mut rest = &found[..];
        while let Some(first) = rest.first() {
            let end = line_end(&text, first.range.start);
            let (line, after) = rest.split_at(rest.partition_point(|one| one.range.start < end));
            self.report_strays(line, 1);
            rest = after;
        }
        self.mending.apply(found.iter().map(Stray::edit).collect());
    }

    /// One finding about characters of one line, or about many that are one mistake.
    fn report_strays(&mut self, found: &[Stray], count: usize) {
        let Some(first) = found.first() else {
            return;
        };
        let name = named(first.letter);
        let (zh, en) = (&name.zh, &name.en);
        let message = if count > 1 {
            text!(
                "这里有看不见的字符：{zh}，全文共 {count} 处",
                "there is an invisible character here: {en}, one of {count} in the file"
            )
        } else {
            text!(
                "这里有看不见的字符：{zh}",
                "there is an invisible character here: {en}"
            )
        };
        let help = match first.instead {
            "\n" => Text::fixed("改成换行", "break the line here"),
            " " => Text::fixed("改成普通空格", "write a plain space"),
            _ => Text::fixed("删去这个字符", "remove it"),
        };
        let edits: Vec<_> = found.iter().map(Stray::edit).collect();
        let mut finding =
            Diagnostic::new(&SYNTAX, self.span(first.range.clone()), message).help(help);
        if let Some((range, replacement)) = joined(self.mending.text(), &edits) {
            finding = finding.fix(self.span(range), replacement);
        }
        self.findings.push(finding);
    }
}

/// What such a character is called.
fn named(letter: char) -> Text {
    let number = letter as u32;
    match letter {
        '\u{3000}' => text!(
            "全角空格 U+{number:04X}",
            "a full-width space, U+{number:04X}"
        ),
        '\u{A0}' | '\u{202F}' => text!(
            "不换行空格 U+{number:04X}",
            "a no-break space, U+{number:04X}"
        ),
        '\u{200B}' => text!(
            "零宽空格 U+{number:04X}",
            "a zero-width space, U+{number:04X}"
        ),
        '\u{FEFF}' => text!(
            "字节顺序标记 U+{number:04X}",
            "a byte-order mark, U+{number:04X}"
        ),
        '\u{2028}' | '\u{2029}' | '\u{85}' => text!(
            "行分隔符 U+{number:04X}",
            "a line separator, U+{number:04X}"
        ),
        '\r' => text!(
            "单独的回车符 U+{number:04X}",
            "a lone carriage return, U+{number:04X}"
        ),
        _ if letter.is_whitespace() && !is_control(letter) => text!(
            "特殊空格 U+{number:04X}",
            "a space of another kind, U+{number:04X}"
        ),
        _ if letter.is_control() => text!(
            "控制字符 U+{number:04X}",
            "a control character, U+{number:04X}"
        ),
        _ => text!(
            "零宽字符 U+{number:04X}",
            "a character without width, U+{number:04X}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        let mut mended = text.to_owned();
        for stray in find(text, 0..text.len()).into_iter().rev() {
            mended.replace_range(stray.range, stray.instead);
        }
        mended
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out_or_made_a_space() {
        for (written, meant) in [
            ("\u{3000}\u{3000}", ""),
            ("a\u{3000}= 1\u{A0}", "a = 1"),
            ("a = 2026-04-01\u{A0}10:00:00", "a = 2026-04-01 10:00:00"),
            ("a\u{200B}b = 1", "ab = 1"),
            ("a = 1\u{2028}b = 2", "a = 1\nb = 2"),
            ("a = 1\u{2028}", "a = 1"),
            (
                "a = \"\u{3000}\u{1}\" # \u{7F}\u{FEFF}",
                "a = \"\u{3000}\" # \u{FEFF}",
            ),
            (
                "a = \u{201C}\u{4E3B}\u{3000}\u{56FE}\u{201D}",
                "a = \u{201C}\u{4E3B}\u{3000}\u{56FE}\u{201D}",
            ),
            (
                "a = \u{4E3B}\u{3000}\u{56FE}",
                "a = \u{4E3B}\u{3000}\u{56FE}",
            ),
            ("[a.\u{4E3B}\u{3000}\u{56FE}]", "[a.\u{4E3B}\u{56FE}]"),
        ] {
            assert_eq!(mended(written), meant, "{written:?}");
        }
    }

    #[test]
    fn lone_returns_end_lines_or_go() {
        let instead = |text: &str| {
            let found = lone_returns(text).into_iter();
            found.map(|stray| stray.instead).collect::<Vec<_>>()
        };
        assert_eq!(instead("a = 1\r\nb = 2\n"), [""; 0]);
        assert_eq!(instead("a = 1\rb = 2\n"), ["\n"]);
        assert_eq!(instead("# a\rb = 2\r"), ["\n", "\n"]);
        assert_eq!(instead("# a\rb\nc = \"\r\"\n"), ["", ""]);
        assert_eq!(instead("a = 1\r\r\nb = 2\r\r\r\n"), ["", "", ""]);
    }
}
