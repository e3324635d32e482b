//! What a syntax error is, in the words of people, and how to go on after it.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::message::say;
use super::statement::{Statement, dotted, header_path, path_of};
use super::syntax::SYNTAX;
use super::{Damage, KeyFor, Meant, wide};
use crate::diagnostic::{Diagnostic, Text, text};
use crate::source::Span;

/// How to go on after a mistake.
pub(super) enum Repair {
    /// These replacements say what was meant.
    Mend(Vec<(Range<usize>, String)>),
    /// The statement is taken out.
    Remove,
}

/// A syntax error in its statement. All ranges are those of the text that was parsed.
pub(super) struct Mistake<'m> {
    pub(super) text: &'m str,
    pub(super) table: &'m DeTable<'m>,
    pub(super) statements: &'m [Statement],
    /// Which of them is to blame.
    pub(super) index: usize,
    pub(super) span: Range<usize>,
    pub(super) message: &'m str,
    pub(super) key_for: &'m KeyFor,
    /// The place in the file of a range of the text.
    pub(super) place: &'m dyn Fn(Range<usize>) -> Span,
}

type Explained = (Diagnostic, Repair);

impl Mistake<'_> {
    /// The finding, and how to go on.
    pub(super) fn explain(&self) -> Explained {
        let special = self
            .wide()
            .or_else(|| self.unclosed())
            .or_else(|| self.unclosed_line())
            .or_else(|| self.control())
            .or_else(|| self.key())
            .or_else(|| self.duplicate())
            .or_else(|| self.header())
            .or_else(|| self.value());
        special.unwrap_or_else(|| (self.finding(self.visible(), say(self.message)), Repair::Remove))
    }

    /// What is lost when the statement is taken out.
    pub(super) fn damage(&self) -> Damage {
        let mut path = self.path();
        path.truncate(2);
        Damage { span: (self.place)(self.statement().range.clone()), path }
    }

    fn finding(&self, range: Range<usize>, message: Text) -> Diagnostic {
        Diagnostic::new(&SYNTAX, (self.place)(range), message)
    }

    /// The parser's message without what it expected.
    fn kind(&self) -> &str {
        self.message.split(", expected ").next().unwrap_or_default()
    }

    fn statement(&self) -> &Statement {
        &self.statements[self.index]
    }

    /// The keys that lead to the statement, its own included.
    fn path(&self) -> Vec<String> {
        path_of(self.text, self.statements, self.index)
    }

    /// The statement as written.
    fn written(&self) -> &str {
        &self.text[self.statement().range.clone()]
    }

    /// Where the last line of the statement ends, without the line end.
    fn last(&self) -> usize {
        self.statement().range.start + self.written().trim_end().len()
    }

    /// The span of the error, or the character at it, inside the statement.
    fn visible(&self) -> Range<usize> {
        let start = self.span.start.clamp(self.statement().range.start, self.last());
        if self.span.end > start && self.span.end <= self.last() {
            return start..self.span.end;
        }
        let length = self.text[start..self.last()].chars().next().map_or(0, char::len_utf8);
        start..start + length
    }

    /// The line of the error from the start of the statement.
    fn up_to_line_end(&self) -> &str {
        let at = self.span.start.clamp(self.statement().range.start, self.statement().range.end);
        let end = self.text[at..self.statement().range.end].find('\n').map_or(self.statement().range.end, |length| at + length);
        &self.text[self.statement().range.start..end]
    }

    fn wide(&self) -> Option<Explained> {
        if self.bare_value().is_some_and(|value| self.text[value].starts_with(is_han)) {
            return None;
        }
        let start = self.statement().range.start;
        let found = wide::find(self.up_to_line_end());
        let (first, last) = (found.first()?, found.last()?);
        let (wide, plain) = (first.written, first.plain);
        let whole = start + first.at..start + last.at + last.written.len_utf8();
        let mut replacement = String::new();
        let mut done = whole.start;
        for mark in &found {
            replacement.push_str(&self.text[done..start + mark.at]);
            replacement.push(mark.plain);
            done = start + mark.at + mark.written.len_utf8();
        }
        let message = text!(
            "这里是全角符号 `{wide}`,应为半角 `{plain}`",
            "the full-width `{wide}` should be a plain `{plain}`"
        );
        let finding = self
            .finding(whole.start..whole.start + wide.len_utf8(), message)
            .help(text!(
                "切换到英文输入法,把 `{wide}` 改成 `{plain}`",
                "type `{plain}` with an English keyboard in place of `{wide}`"
            ))
            .fix((self.place)(whole), replacement);
        let mend = found.iter().map(|mark| {
            let at = start + mark.at;
            (at..at + mark.written.len_utf8(), mark.plain.to_string())
        });
        Some((finding, Repair::Mend(mend.collect())))
    }

    fn unclosed(&self) -> Option<Explained> {
        let opened = self.statement().unclosed?;
        let opening = &self.text[opened..];
        let (what_zh, what_en, open, close) = match opening.as_bytes()[0] {
            b'[' => ("列表", "array", "[", "]"),
            b'{' => ("内联表", "inline table", "{", "}"),
            b'\'' => ("文字", "text", "'''", "'''"),
            _ => ("文字", "text", "\"\"\"", "\"\"\""),
        };
        let message = text!("这个{what_zh}没有结束,缺少 `{close}`", "this {what_en} is never closed: `{close}` is missing");
        let finding = self
            .finding(opened..opened + open.len(), message)
            .noting(text!("从这个 `{open}` 开始", "opened by this `{open}`"))
            .with((self.place)(self.last()..self.last()), text!("最晚应在这里结束", "it should end here at the latest"))
            .help(text!("补上 `{close}`", "add the `{close}`"));
        Some((finding, Repair::Remove))
    }

    /// Text on one line whose closing quote is missing.
    fn unclosed_line(&self) -> Option<Explained> {
        let quote = match self.kind() {
            "invalid basic string" => '"',
            "invalid literal string" => '\'',
            _ => return None,
        };
        let at = self.span.start;
        if !self.text[at..].trim_start_matches('\r').is_empty() && !self.text[at..].starts_with(['\r', '\n']) {
            return None;
        }
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let opened = line + self.text[line..at].rfind(quote)?;
        let finding = self
            .finding(
                opened..at,
                text!("这段文字没有结束,缺少 `{quote}`", "this text is never closed: `{quote}` is missing"),
            )
            .help(text!("在文字末尾补上 `{quote}`", "add a `{quote}` where the text ends"));
        Some((finding, Repair::Remove))
    }

    /// A control character, which nobody can see.
    fn control(&self) -> Option<Explained> {
        let at = self.span.start;
        let letter = self.text.get(at..)?.chars().next().filter(|letter| letter.is_control() && !"\r\n\t".contains(*letter))?;
        let number = letter as u32;
        let message = text!(
            "这里有看不见的控制字符 U+{number:04X}",
            "there is an invisible control character here, U+{number:04X}"
        );
        let range = at..at + letter.len_utf8();
        let finding = self.finding(range.clone(), message);
        let finding = finding.help(Text::fixed("删去这个字符", "remove it")).fix((self.place)(range), "");
        Some((finding, Repair::Remove))
    }

    /// A key that may not stand without quotes.
    fn key(&self) -> Option<Explained> {
        let at = self.span.start;
        let written = self.written();
        if self.kind() == "key with no value" && !self.statement().header {
            let start = self.statement().range.start;
            let key = self.text[start..at.max(start)].lines().next().unwrap_or_default().trim_end();
            let message = text!("`{key}` 后面缺少 `=` 和值", "`{key}` is not followed by `=` and a value");
            return Some((self.finding(start..start + key.len(), message), Repair::Remove));
        }
        if self.kind() != "invalid unquoted key" {
            return None;
        }
        if let Some(mark) = ["//", "--", ";", "/*"].into_iter().find(|mark| written.starts_with(mark)) {
            let start = self.statement().range.start;
            let finding = self
                .finding(
                    start..start + mark.len(),
                    text!("注释要以 `#` 开头,不是 `{mark}`", "a comment begins with `#`, not with `{mark}`"),
                )
                .fix((self.place)(start..start + mark.len()), "#");
            return Some((finding, Repair::Mend(vec![(start..start + mark.len(), "#".to_owned())])));
        }
        if self.text[at..].starts_with(':') {
            let finding = self
                .finding(at..at + 1, Text::fixed("键和值之间要写 `=`,不是 `:`", "a key and its value are joined by `=`, not by `:`"))
                .fix((self.place)(at..at + 1), " =");
            return Some((finding, Repair::Mend(vec![(at..at + 1, " =".to_owned())])));
        }
        self.bare_key(self.word_around(at))
    }

    /// The word around an offset, as far as a key may reach.
    fn word_around(&self, at: usize) -> Range<usize> {
        let ends = |letter: char| letter.is_whitespace() || ".=[]{},\"'#:".contains(letter);
        let start = self.text[..at].rfind(ends).map_or(0, |before| before + 1);
        let end = self.text[at..].find(ends).map_or(self.text.len(), |length| at + length);
        start.max(self.statement().range.start)..end
    }

    fn bare_key(&self, range: Range<usize>) -> Option<Explained> {
        let key = &self.text[range.clone()];
        if key.is_empty() || key.is_ascii() {
            return None;
        }
        let message = text!("中文键名 `{key}` 没有加引号", "the key `{key}` is not ASCII and stands without quotes");
        let finding = self.finding(range.clone(), message);
        let (help, mended) = match (self.key_for)(&self.path_above(range.start), key) {
            Meant::Key(known) => {
                (text!("字段名用英文:是不是要写 `{known}`?", "keys are English: did you mean `{known}`?"), known)
            }
            Meant::Id => {
                (text!("加上引号:`\"{key}\"`", "put it in quotes: `\"{key}\"`"), format!("\"{key}\""))
            }
            Meant::Nothing => {
                let help = Text::fixed(
                    "字段名用英文,这里没有叫这个名字的字段",
                    "keys are English, and there is none of this name here",
                );
                return Some((finding.help(help), Repair::Remove));
            }
        };
        Some((finding.help(help).fix((self.place)(range.clone()), &*mended), Repair::Mend(vec![(range, mended)])))
    }

    /// The keys above the one at an offset.
    fn path_above(&self, at: usize) -> Vec<String> {
        let before = &self.text[self.statement().range.start..at];
        if self.statement().header {
            let mut path = header_path(before);
            path.pop();
            return path;
        }
        let Some((_, inside)) = before.split_once('=') else {
            let own = dotted(self.written().split('=').next().unwrap_or_default()).len();
            let mut path = self.path();
            path.truncate(path.len().saturating_sub(own));
            path.extend(dotted(before).split_last().map(|(_, above)| above.to_vec()).unwrap_or_default());
            return path;
        };
        let mut path = self.path();
        let key = inside.rsplit(['{', ',']).next().unwrap_or_default();
        path.extend(dotted(key).split_last().map(|(_, above)| above.to_vec()).unwrap_or_default());
        path
    }

    /// A key or a table that stands there already.
    fn duplicate(&self) -> Option<Explained> {
        let message = match self.kind() {
            "duplicate key" if self.statement().header => Text::fixed("这个表重复了:前面已经写过", "the table stands here twice"),
            "duplicate key" => Text::fixed("键重复了:同一处已有这个键", "the key stands here twice"),
            message if message.starts_with("cannot extend value") => say(message),
            _ => return None,
        };
        let range = self.word_around(self.span.start);
        let range = if range.is_empty() { self.visible() } else { range };
        let finding = self.finding(range.clone(), message);
        let finding = match self.twin(&range) {
            Some(twin) => finding.with((self.place)(twin), Text::fixed("第一次出现在这里", "first written here")),
            None => finding,
        };
        let finding = finding.help(Text::fixed("删去一处,或换一个名字", "remove one of the two, or give it another name"));
        Some((finding, Repair::Remove))
    }

    /// What stands there already: an earlier statement with the same keys, or the nearest
    /// key of the same name inside the same one.
    fn twin(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let in_value = self.text[self.statement().range.start..range.start].contains('=');
        if in_value && !self.statement().header {
            let key = dotted(&self.text[range.clone()]).pop()?;
            let mut found = None;
            nearest_key(self.table, &key, range.start, &mut found);
            return found;
        }
        let path = self.path();
        let mut earlier = (0..self.index).filter(|other| path_of(self.text, self.statements, *other).starts_with(&path));
        let twin = &self.statements[earlier.next()?];
        let written = self.text[twin.range.clone()].lines().next().unwrap_or_default();
        let length = written.split(if twin.header { '#' } else { '=' }).next().unwrap_or_default().trim_end().len();
        Some(twin.range.start..twin.range.start + length)
    }

    fn header(&self) -> Option<Explained> {
        let close = match self.kind() {
            "unclosed table" => "]",
            "unclosed array table" => "]]",
            _ => return None,
        };
        let line = self.written().split('#').next().unwrap_or_default().trim_end();
        let end = self.statement().range.start + line.len();
        let missing = if line.ends_with(']') { "]" } else { close };
        let finding = self
            .finding(self.statement().range.start..end, text!("表头没有结束,缺少 `{missing}`", "the table header is never closed: `{missing}` is missing"))
            .help(text!("在末尾补上 `{missing}`", "add `{missing}` at its end"))
            .fix((self.place)(end..end), missing);
        Some((finding, Repair::Mend(vec![(end..end, missing.to_owned())])))
    }

    /// A value that needs quotes, or is written in another way than TOML's.
    fn value(&self) -> Option<Explained> {
        let range = self.bare_value()?;
        let value = &self.text[range.clone()];
        if value.is_empty() {
            let equals = self.text[..range.start].rfind('=')?;
            let message = Text::fixed("`=` 后面没有值", "there is no value after the `=`");
            return Some((self.finding(equals..equals + 1, message), Repair::Remove));
        }
        if value.contains(['=', '"', '\'']) {
            let message = Text::fixed("两项之间缺少逗号 `,`", "a `,` is missing between two entries");
            return Some((self.finding(range, message), Repair::Remove));
        }
        let finding = match written_date(value) {
            Some(Ok(date)) => self
                .finding(range.clone(), text!("`{value}` 不是日期的写法", "`{value}` is not how a date is written"))
                .help(text!("写成 `{date}`", "write `{date}`"))
                .fix((self.place)(range), date.to_string()),
            Some(Err(())) => {
                self.finding(range, text!("日历上没有 `{value}` 这一天", "there is no `{value}` in the calendar"))
            }
            None => match thousands(value) {
                Some(number) => self
                    .finding(range.clone(), text!("数字 `{value}` 里不能有逗号", "a number such as `{value}` has no commas"))
                    .help(text!("写成 `{number}`", "write `{number}`"))
                    .fix((self.place)(range), number),
                None => self
                    .finding(range.clone(), text!("`{value}` 没有加引号", "`{value}` stands without quotes"))
                    .help(text!("加上引号:`\"{value}\"`", "put it in quotes: `\"{value}\"`"))
                    .fix((self.place)(range), format!("\"{value}\"")),
            },
        };
        Some((finding, Repair::Remove))
    }

    /// The value in which the error lies, if it is a bare word and the error is about that.
    fn bare_value(&self) -> Option<Range<usize>> {
        const ABOUT: [&str; 6] =
            ["string values must be quoted", "invalid boolean", "invalid date", "invalid time", "invalid value", "missing value"];
        let at = self.span.start.min(self.statement().range.end);
        let separated = self.message.starts_with("unexpected key or value") && self.text[at..].starts_with(',');
        if self.statement().header || !(separated || ABOUT.iter().any(|about| self.message.starts_with(about))) {
            return None;
        }
        let start = self.text[..at].rfind(['=', '[', '{', ',', '\n']).map_or(0, |before| before + 1);
        let start = start.max(self.statement().range.start);
        let ends: &[char] = if separated { &['\n', '#'] } else { &['\n', '#', ',', ']', '}'] };
        let end = self.text[start..self.statement().range.end].find(ends).map_or(self.statement().range.end, |end| start + end);
        let written = &self.text[start..end];
        let start = start + (written.len() - written.trim_start().len());
        let range = start..start + written.trim().len();
        (!separated || thousands(&self.text[range.clone()]).is_some()).then_some(range)
    }
}

fn nearest_key(table: &DeTable<'_>, name: &str, before: usize, found: &mut Option<Range<usize>>) {
    for (key, value) in table {
        let span = key.span();
        if key.get_ref() == name && span.start < before && found.as_ref().is_none_or(|best| best.start < span.start) {
            *found = Some(span);
        }
        nearest_in(value, name, before, found);
    }
}

fn nearest_in(value: &Spanned<DeValue<'_>>, name: &str, before: usize, found: &mut Option<Range<usize>>) {
    match value.get_ref() {
        DeValue::Table(inner) => nearest_key(inner, name, before, found),
        DeValue::Array(items) => items.iter().for_each(|item| nearest_in(item, name, before, found)),
        _ => {}
    }
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}')
}

/// The date that three numbers mean, a year first; an error if the calendar has no such day.
fn written_date(value: &str) -> Option<Result<NaiveDate, ()>> {
    let separators = value.trim_matches(|letter: char| letter.is_ascii_digit() || "日号".contains(letter));
    if separators.chars().any(|letter| !letter.is_ascii_digit() && !"-/.年月 ".contains(letter)) {
        return None;
    }
    let numbers = value.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = numbers.map_while(|part| part.parse().ok()).collect();
    let [year @ 1000..=9999, month, day] = numbers[..] else { return None };
    Some(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).ok_or(()))
}

/// A number with commas between thousands, without them.
fn thousands(value: &str) -> Option<String> {
    let (whole, _) = value.split_once('.').unwrap_or((value, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = groups.peekable();
    let in_form = digits(first) && first.len() <= 3 && rest.peek().is_some() && rest.all(|part| digits(part) && part.len() == 3);
    in_form.then(|| value.replace(',', ""))
}
