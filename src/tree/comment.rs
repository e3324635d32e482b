//! Comments as other languages write them: `// …`, `/* … */`, `<!-- … -->`. None of these marks
//! may stand outside texts and comments, so they are put right before statements are looked at.

use std::ops::Range;

use super::mending::{Edit, joined};
use super::region::{Kind, line_end, line_start, regions};
use super::statement::statements;
use super::syntax::{Recovery, SYNTAX};
use crate::diagnostic::{Diagnostic, text};

/// How comments begin elsewhere, and how they end if not with their line.
const MARKS: [(&str, Option<&str>); 3] = [("//", None), ("/*", Some("*/")), ("<!--", Some("-->"))];

/// A comment with its marks.
#[derive(Debug, PartialEq, Eq)]
struct Foreign {
    range: Range<usize>,
    open: &'static str,
    /// The mark that closes it, if it is there.
    close: Option<&'static str>,
}

impl Recovery<'_> {
    pub(super) fn mend_comments(&mut self) {
        let text = self.mending.text().to_owned();
        if !MARKS.iter().any(|(open, _)| text.contains(open)) {
            return;
        }
        let mut mended = Vec::new();
        for comment in find(&text) {
            let edits = comment.edits(&text);
            let finding = self.foreign(&text, &comment);
            let (range, put) = joined(&text, &edits).expect("a comment has an edit");
            self.findings.push(finding.fix(self.span(range), put));
            mended.extend(edits);
        }
        self.mending.apply(mended);
    }

    fn foreign(&self, text: &str, comment: &Foreign) -> Diagnostic {
        let open = comment.open;
        let message = text!(
            "说明要以 `#` 开头，不是 `{open}`",
            "a comment begins with `#`, not with `{open}`"
        );
        let help = match comment.close {
            Some(close) if text[comment.range.clone()].contains('\n') => text!(
                "删去 `{open}` 和 `{close}`，每行开头写 `#`",
                "remove `{open}` and `{close}`, and begin each line with `#`"
            ),
            Some(close) => text!(
                "把 `{open}` 改成 `#`，删去 `{close}`",
                "write `#` in place of `{open}`, and remove `{close}`"
            ),
            None => text!("把 `{open}` 改成 `#`", "write `#` in place of `{open}`"),
        };
        let start = comment.range.start;
        let end = line_end(text, start).min(comment.range.end);
        let shown = start..start + text[start..end].trim_end().len();
        Diagnostic::new(&SYNTAX, self.span(shown), message).help(help)
    }
}

/// The comments of a text that is not read, in order.
fn find(text: &str) -> Vec<Foreign> {
    let mut found: Vec<Foreign> = Vec::new();
    for statement in statements(text) {
        for part in regions(text, statement.range) {
            let done = found.last().map_or(0, |last| last.range.end);
            if part.kind == Kind::Open && part.range.end > done {
                let from = part.range.start.max(done);
                comments_in(text, from..part.range.end, &mut found);
            }
        }
    }
    found
}

/// The comments that begin in a part outside texts.
fn comments_in(text: &str, part: Range<usize>, found: &mut Vec<Foreign>) {
    let mut at = part.start;
    while at < part.end {
        let Some(slash) = text[at..part.end].find(['/', '<']) else {
            return;
        };
        let start = at + slash;
        let mark = MARKS
            .iter()
            .find(|(open, _)| text[start..].starts_with(open));
        let mark = mark.filter(|_| may_begin(text, start));
        at = start + 1;
        if let Some((open, close)) = mark {
            let comment = comment_at(text, start, open, *close);
            at = comment.range.end;
            found.push(comment);
        }
    }
}

/// Whether a comment may begin at an offset: `http://` is none, nor is `//` in a line of words.
fn may_begin(text: &str, at: usize) -> bool {
    let before = &text[line_start(text, at)..at];
    let marks = ['=', '[', ']', '{', '}', ',', '"', '\''];
    let apart = |letter: char| letter.is_whitespace() || marks.contains(&letter);
    before.ends_with(apart) && before.contains(marks) || before.trim().is_empty()
}

/// A comment that is not closed before another begins ends with its line.
fn comment_at(
    text: &str,
    start: usize,
    open: &'static str,
    close: Option<&'static str>,
) -> Foreign {
    let rest = &text[start + open.len()..];
    let closed = close.and_then(|close| {
        let inside = rest.split(open).next()?;
        let length = inside.find(close)? + close.len();
        // Of several on one line, what is between them is words.
        let behind = rest[length..].trim_start_matches([' ', '\t']);
        (!behind.starts_with(open)).then_some((close, length))
    });
    let end = match closed {
        Some((_, length)) => start + open.len() + length,
        None => line_end(text, start),
    };
    Foreign {
        range: start..end,
        open,
        close: closed.map(|(close, _)| close),
    }
}

impl Foreign {
    /// The same words behind a `#`, on each line that has some.
    fn edits(&self, text: &str) -> Vec<Edit> {
        let Range { start, end } = self.range;
        let opening = (start..start + self.open.len(), "#".to_owned());
        let Some(close) = self.close else {
            return vec![opening];
        };
        let words_end = start + text[start..end - close.len()].trim_end().len();
        let behind = &text[end..line_end(text, end)];
        let closing = |put: &str| (words_end..end, put.to_owned());
        match (text[start..end].contains('\n'), behind.trim()) {
            (false, "") => vec![opening, closing("")],
            (false, statement) => {
                let words = text[start + self.open.len()..words_end].trim_start();
                vec![(start..end + behind.len(), format!("{statement} # {words}"))]
            }
            (true, behind) => {
                let mut edits = vec![opening];
                edits.extend(lines_below(text, start..words_end));
                edits.push(closing(if behind.is_empty() { "" } else { "\n" }));
                edits
            }
        }
    }
}

/// A `#` before the words of each line but the first, in place of the `*` that may stand there.
fn lines_below(text: &str, comment: Range<usize>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut line = line_end(text, comment.start) + 1;
    while line < comment.end {
        let written = &text[line..line_end(text, line).min(comment.end)];
        let words = written.trim_start_matches([' ', '\t', '*']);
        let indent = written.len() - written.trim_start().len();
        if !words.trim().is_empty() {
            let range = line + indent..line + written.len() - words.len();
            edits.push((range, "# ".to_owned()));
        }
        line += written.len() + 1;
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::super::mending::Mending;
    use super::*;

    fn mended(text: &str) -> String {
        let mut mending = Mending::new(text);
        let found = find(text);
        mending.apply(found.iter().flat_map(|one| one.edits(text)).collect());
        mending.take_text()
    }

    #[test]
    fn words_of_a_comment_stand_behind_a_number_sign() {
        for (written, meant) in [
            ("// a\nb = 1 // c\n", "# a\nb = 1 # c\n"),
            ("/* a */\n", "# a\n"),
            ("/* a */ b = 1 \n", "b = 1 # a\n"),
            ("a = [1, /* 2, */ 3]\n", "a = [1, 3] # 2,\n"),
            ("/*\n * a\n   b\n\n */\nc = 1", "#\n # a\n   # b\nc = 1"),
            ("/* a\nb = 1 */ c = 1", "# a\n# b = 1\n c = 1"),
            ("/* a\nb = 1\n/* c */", "# a\nb = 1\n# c"),
            ("<!-- a -->", "# a"),
            (
                "a = [ // b\n \"//\", // \"c\n]",
                "a = [ # b\n \"//\", # \"c\n]",
            ),
            ("a = http://b.c # // d", "a = http://b.c # // d"),
        ] {
            assert_eq!(mended(written), meant, "{written:?}");
        }
    }
}
