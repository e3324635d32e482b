//! All syntax errors of a text, one a mistake.

use std::ops::Range;

use toml::de::DeTable;

use super::message::say;
use super::statement::{Statement, dotted, statements};
use super::Damage;
use crate::diagnostic::{Diagnostic, Rule, Text, rule, text};
use crate::source::{Shelf, SourceFile, Span};

/// OP000: the text is not TOML.
pub static SYNTAX: Rule = rule!("OP000" "syntax" Reading Error always,
    "不是合法的 TOML", "the text is not valid TOML");

/// More rounds than anybody makes mistakes of the kind that needs one.
const ROUNDS: usize = 200;

/// Parses a file. What does not parse is reported, taken out, and the rest is parsed
/// again from the mended text on the shelf.
pub(super) fn parse<'t>(
    shelf: &'t Shelf,
    key_for: &dyn Fn(&str) -> Option<String>,
    findings: &mut Vec<Diagnostic>,
) -> (DeTable<'t>, Vec<Damage>) {
    let file = shelf.file();
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if errors.is_empty() {
        return (table.into_inner(), Vec::new());
    }
    drop(table);
    let mut repair = Repair { file, work: file.text.clone(), damage: Vec::new(), key_for, findings };
    for _ in 0..ROUNDS {
        if !repair.round() {
            break;
        }
    }
    let Repair { work, damage, .. } = repair;
    let (table, _) = DeTable::parse_recoverable(shelf.mend(work));
    (table.into_inner(), damage)
}

struct Repair<'r> {
    file: &'r SourceFile,
    work: String,
    damage: Vec<Damage>,
    key_for: &'r dyn Fn(&str) -> Option<String>,
    findings: &'r mut Vec<Diagnostic>,
}

impl Repair<'_> {
    /// Mends the errors of one parse; false when there are none left. Stops at the first
    /// mistake that makes what follows it unreliable.
    fn round(&mut self) -> bool {
        let errors = DeTable::parse_recoverable(&self.work).1;
        let mut places: Vec<(usize, &str)> = errors
            .iter()
            .map(|error| (error.span().map_or(0, |span| span.start), error.message()))
            .collect();
        places.sort_unstable();
        let statements = statements(&self.work);
        let mut done = 0;
        for (at, message) in &places {
            if *at < done {
                continue;
            }
            let Some(index) = statement_of(&statements, *at) else {
                self.report(Diagnostic::new(&SYNTAX, self.span(*at..*at), say(message)));
                self.work.clear();
                return true;
            };
            let statement = &statements[index];
            self.mend(&statements, index, *at, message);
            done = statement.range.end;
            if statement.header || statement.unclosed.is_some() {
                break;
            }
        }
        !places.is_empty()
    }

    fn mend(&mut self, statements: &[Statement], index: usize, at: usize, message: &str) {
        let statement = &statements[index];
        let range = statement.range.clone();
        let header = statements[..index].iter().rev().find(|other| other.header);
        let header = header.map(|other| header_path(&self.work[other.range.clone()]));
        if statement.header && self.stands_in(range.start) {
            return self.blank(range.start..body_end(statements, index));
        }
        let first_line = self.work[range.clone()].lines().next().unwrap_or_default().to_owned();
        let finding = self.explain(statements, index, at, message);
        self.report(finding);
        let mut path = if statement.header { Vec::new() } else { header.unwrap_or_default() };
        if statement.header {
            path = header_path(&first_line);
        } else if path.len() < 2 && let Some((key, _)) = first_line.split_once(['=', '\u{FF1D}']) {
            path.extend(dotted(key));
        }
        path.truncate(2);
        let mut damage = Damage { span: self.span(range.clone()), path, written: None };
        if !statement.header || !self.stand_in(&range, &mut damage) {
            let end = if statement.header { body_end(statements, index) } else { range.end };
            self.blank(range.start..end);
        }
        self.damage.push(damage);
    }

    /// Whether a header has been mended before: what is wrong with it is not its last key.
    fn stands_in(&self, start: usize) -> bool {
        let start = self.span(start..start).start;
        self.damage.iter().any(|damage| damage.written.is_some() && damage.span.start == start)
    }

    /// Puts a bare key of the same length in place of the last key of a broken header, so
    /// that what stands below it is still read, and read apart from everything else.
    fn stand_in(&mut self, range: &Range<usize>, damage: &mut Damage) -> bool {
        let header = self.work[range.clone()].to_owned();
        let [_, written] = &damage.path[..] else { return false };
        let written = written.clone();
        let (Some(open), Some(close)) = (header.find('.'), header.rfind(']')) else { return false };
        if open >= close || header.starts_with("[[") {
            return false;
        }
        let length = close - open - 1;
        let number = self.damage.len();
        let key = format!("z{number:0width$}", width = length.saturating_sub(1));
        if key.len() != length || length < 2 || self.work.contains(&key) {
            return false;
        }
        self.work.replace_range(range.start + open + 1..range.start + close, &key);
        damage.path[1] = key;
        damage.written = Some(written);
        true
    }

    /// Overwrites with spaces, so that nothing after it moves.
    fn blank(&mut self, range: Range<usize>) {
        let spaces: String = self.work[range.clone()]
            .bytes()
            .map(|byte| if byte == b'\n' || byte == b'\r' { char::from(byte) } else { ' ' })
            .collect();
        self.work.replace_range(range, &spaces);
    }

    fn explain(&self, statements: &[Statement], index: usize, at: usize, message: &str) -> Diagnostic {
        let statement = &statements[index];
        let written = &self.work[statement.range.clone()];
        if let Some((offset, wide, right)) = full_width(written) {
            let start = statement.range.start + offset;
            return self.wide(start..start + wide.len_utf8(), wide, right);
        }
        if let Some(opened) = statement.unclosed {
            return self.unclosed(opened, statement);
        }
        if let Some(key) = bare_chinese_key(written, statement.header) {
            let start = statement.range.start + key.start;
            return self.chinese_key(start..start + key.len(), &written[key]);
        }
        let line_end = written.trim_end().len() + statement.range.start;
        let start = at.clamp(statement.range.start, line_end);
        let length = self.work[start..line_end].chars().next().map_or(0, char::len_utf8);
        let finding = Diagnostic::new(&SYNTAX, self.span(start..start + length), say(message));
        match first_twin(&self.work, statements, index) {
            Some(twin) if message.starts_with("duplicate key") => {
                let twin = self.work[twin.clone()].trim_end().len() + twin.start..twin.start;
                finding.with(self.span(twin.end..twin.start), Text::fixed("第一次出现在这里", "first written here"))
            }
            _ => finding,
        }
    }

    fn wide(&self, range: Range<usize>, wide: char, right: char) -> Diagnostic {
        let span = self.span(range);
        let message = text!(
            "这里是全角符号 `{wide}`,应为半角 `{right}`",
            "the full-width `{wide}` should be a plain `{right}`"
        );
        Diagnostic::new(&SYNTAX, span, message)
            .help(text!(
                "切换到英文输入法,把 `{wide}` 改成 `{right}`",
                "type `{right}` with an English keyboard in place of `{wide}`"
            ))
            .fix(span, right)
    }

    fn unclosed(&self, opened: usize, statement: &Statement) -> Diagnostic {
        let (what_zh, what_en, close) = match self.work.as_bytes()[opened] {
            b'[' => ("列表", "array", "]"),
            b'{' => ("内联表", "inline table", "}"),
            _ => ("文字", "text", "\"\"\""),
        };
        let open = &self.work[opened..=opened];
        let last_line = self.work[..statement.range.end].trim_end().len();
        Diagnostic::new(
            &SYNTAX,
            self.span(opened..opened + 1),
            text!("这个{what_zh}没有结束,缺少 `{close}`", "this {what_en} is never closed: `{close}` is missing"),
        )
        .noting(text!("从这个 `{open}` 开始", "opened by this `{open}`"))
        .with(self.span(last_line..last_line), text!("最晚应在这里结束", "it should end here at the latest"))
        .help(text!("补上 `{close}`", "add the `{close}`"))
    }

    fn chinese_key(&self, range: Range<usize>, key: &str) -> Diagnostic {
        let span = self.span(range);
        let message = text!("中文键名 `{key}` 没有加引号", "the key `{key}` is not ASCII and stands without quotes");
        let finding = Diagnostic::new(&SYNTAX, span, message);
        match (self.key_for)(key) {
            Some(known) => finding
                .help(text!("字段名用英文:是不是要写 `{known}`?", "keys are English: did you mean `{known}`?"))
                .fix(span, known),
            None => finding
                .help(text!("加上引号:`\"{key}\"`", "put it in quotes: `\"{key}\"`"))
                .fix(span, format!("\"{key}\"")),
        }
    }

    fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file.base, range)
    }
}

/// The statement in which an offset lies: the last one that begins before it.
fn statement_of(statements: &[Statement], at: usize) -> Option<usize> {
    statements.partition_point(|statement| statement.range.start <= at).checked_sub(1)
}

/// Where the keys under a header end: at the next header.
fn body_end(statements: &[Statement], index: usize) -> usize {
    let body = statements[index + 1..].iter().take_while(|statement| !statement.header);
    body.last().map_or(statements[index].range.end, |last| last.range.end)
}

fn header_path(header: &str) -> Vec<String> {
    let line = header.trim().trim_start_matches(['[', '【']);
    let end = line.find([']', '】', '#']).unwrap_or(line.len());
    let mut path = dotted(&line[..end]);
    path.truncate(2);
    path
}

/// An earlier statement with the same header, or the same key below the same header.
fn first_twin(text: &str, statements: &[Statement], index: usize) -> Option<Range<usize>> {
    let key = |statement: &Statement| {
        let written = &text[statement.range.clone()];
        if statement.header { header_key(written) } else { written.split('=').next().unwrap_or_default().trim().to_owned() }
    };
    let this = &statements[index];
    let within = statements[..index].iter().rev();
    let mut same_table = within.take_while(|other| this.header || !other.header);
    let wanted = key(this);
    same_table.find(|other| other.header == this.header && key(other) == wanted).map(|other| other.range.clone())
}

fn header_key(written: &str) -> String {
    written.split('#').next().unwrap_or_default().trim().to_owned()
}

/// Characters of Chinese keyboards and what TOML wants in their place. The full-width forms
/// of ASCII are written as escapes: they look like ASCII, and tools turn them into it.
const WIDE: [(char, char); 22] = [
    ('\u{FF1D}', '='), ('\u{FF0C}', ','), ('、', ','), ('“', '"'), ('”', '"'), ('‘', '\''), ('’', '\''),
    ('【', '['), ('】', ']'), ('\u{FF3B}', '['), ('\u{FF3D}', ']'), ('\u{FF5B}', '{'), ('\u{FF5D}', '}'), ('\u{FF03}', '#'),
    ('\u{FF0E}', '.'), ('。', '.'), ('\u{FF0D}', '-'), ('\u{FF3F}', '_'), ('\u{FF1A}', '='), ('\u{FF02}', '"'), ('\u{FF07}', '\''), ('\u{3000}', ' '),
];

/// The first full-width character outside quotes and comments, and its plain form.
fn full_width(statement: &str) -> Option<(usize, char, char)> {
    let mut quote = None;
    for (at, letter) in statement.char_indices() {
        match (letter, quote) {
            ('\n', _) => quote = None,
            (closing, Some(opening)) if closing == opening => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) => quote = Some(letter),
            ('#', None) => return None,
            (digit @ '\u{FF10}'..='\u{FF19}', None) => {
                let value = digit as u32 - '\u{FF10}' as u32;
                return Some((at, digit, char::from_digit(value, 10)?));
            }
            _ => {
                if let Some((wide, right)) = WIDE.iter().find(|(wide, _)| *wide == letter) {
                    return Some((at, *wide, *right));
                }
            }
        }
    }
    None
}

/// The range of the first bare key that is not ASCII.
fn bare_chinese_key(statement: &str, header: bool) -> Option<Range<usize>> {
    let keys = if header {
        &statement[..statement.find([']', '#']).unwrap_or(statement.len())]
    } else {
        &statement[..statement.find('=')?]
    };
    let mut quote = None;
    let mut start = None;
    for (at, letter) in keys.char_indices() {
        match (letter, quote) {
            (closing, Some(opening)) if closing == opening => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) => quote = Some(letter),
            ('.' | '[' | ' ' | '\t', None) => {
                if start.is_some_and(|from: usize| !keys[from..at].is_ascii()) {
                    break;
                }
                start = None;
            }
            _ => {
                start.get_or_insert(at);
            }
        }
    }
    let from = start?;
    let end = keys[from..].find(['.', ' ', '\t', '"', '\'']).map_or(keys.len(), |length| from + length);
    (!keys[from..end].is_ascii()).then_some(from..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let mut findings = Vec::new();
        parse(&Shelf::new("plan.toml", text.to_owned()), &|_| None, &mut findings);
        findings.into_iter().map(|finding| finding.message.en.into_owned()).collect()
    }

    #[test]
    fn only_full_width_characters_are_called_full_width() {
        assert_eq!(messages("a \u{FF1D} 1\n"), ["the full-width `\u{FF1D}` should be a plain `=`"]);
        assert_eq!(messages("a = \u{FF11}\n"), ["the full-width `\u{FF11}` should be a plain `1`"]);
        assert!(messages("a = [1, 2\nb = 1 2\n").iter().all(|message| !message.contains("full-width")));
    }

    #[test]
    fn a_header_broken_outside_its_last_key_is_reported_once() {
        assert_eq!(messages("[tas键ks.home-page]\na = 1\n").len(), 1);
        assert_eq!(messages("[tasks.home-page]x]\na = 1\n[tasks.b]\nc = 1\n").len(), 1);
    }
}
