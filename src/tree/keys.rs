//! Keys that may not stand as they do, and what joins them to their values.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Meant;
use super::keypath::{dotted, header_path};
use super::mistake::{Explained, Mistake, Repair};
use super::written::parses;
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// A line such as `备注：还要确认`: a label, a colon and a text.
    pub(super) fn spoken_pair(&self) -> Option<Explained> {
        let line = self.first_line();
        let written = &self.text[line.clone()];
        let (label, value) = written.split_once(['\u{FF1A}', ':'])?;
        let (label, value) = (label.trim(), value.trim());
        let chinese = |letter: char| matches!(letter, '\u{3400}'..='\u{9FFF}');
        let plain = !value.contains(['"', '\'', '\\', '=', '[', '{', '\u{201C}', '\u{201D}']);
        let Meant::Key(key) = (self.key_for)(&self.table(), label) else {
            return None;
        };
        if !label.starts_with(chinese) || !value.starts_with(chinese) || !plain {
            return None;
        }
        let meant = format!("{key} = \"{value}\"");
        let finding = self.finding(
            line.clone(),
            text!(
                "`{written}` 不是字段的写法",
                "`{written}` is not how a key and its value are written"
            ),
        );
        let help = text!("写成 `{meant}`", "write `{meant}`");
        Some((finding.help(help), Repair::Mend(vec![(line, meant)])))
    }

    /// A key that may not stand without quotes, or that has no value.
    pub(super) fn key(&self) -> Option<Explained> {
        let header = self.statement().header;
        match self.kind() {
            "key with no value" | "missing value for key" if !header => self.no_value(),
            "invalid unquoted key" => self.bare_key(self.word_around(self.at())),
            _ => None,
        }
    }

    /// A key without `=`.
    fn no_value(&self) -> Option<Explained> {
        let line = self.first_line();
        let written = &self.text[line.clone()];
        if let Some(equals) = written.find('=') {
            return self.spaced_key(line.start..line.start + written[..equals].trim_end().len());
        }
        if let Some((key, value)) = written.split_once([' ', '\t']) {
            let end = line.start + key.len();
            let edits = vec![(end..end, " =".to_owned())];
            if !value.trim().is_empty() && self.cures(&edits) {
                let finding = self.finding(
                    line.start..end,
                    text!(
                        "`{key}` 和值之间缺少 `=`",
                        "there is no `=` between `{key}` and its value"
                    ),
                );
                let help = Text::fixed("补上 `=`", "add the `=`");
                return Some((finding.help(help), Repair::Mend(edits)));
            }
        }
        if parses(written) && written.starts_with(['"', '\'']) {
            let message = Text::fixed(
                "这段文字前面没有字段名和 `=`",
                "there is no key and `=` before this text",
            );
            let help = Text::fixed(
                "如果接着上一行，两行一起写在 `\"\"\"` 和 `\"\"\"` 之间",
                "if it goes on from the line above, write both between `\"\"\"` and `\"\"\"`",
            );
            return Some((self.finding(line, message).help(help), Repair::Remove));
        }
        let message = text!(
            "字段 `{written}` 后面缺少 `=` 和值",
            "`{written}` is not followed by `=` and a value"
        );
        Some((self.finding(line, message), Repair::Remove))
    }

    /// A key of several words.
    fn spaced_key(&self, range: Range<usize>) -> Option<Explained> {
        let key = &self.text[range.clone()];
        if key.contains(['"', '\'', '.']) || !key.contains([' ', '\t']) {
            return None;
        }
        let words: Vec<_> = key.split_whitespace().collect();
        if let Some(mark) = words
            .first()
            .filter(|first| !first.contains(char::is_alphanumeric))
        {
            let name = key[mark.len()..].trim_start();
            let edit = (range.start..range.end - name.len(), String::new());
            let finding = self.finding(
                range.start..range.start + mark.len(),
                text!(
                    "字段前面多了 `{mark}`",
                    "there is an extra `{mark}` before the key"
                ),
            );
            let help = text!("删去 `{mark}`", "remove the `{mark}`");
            return Some((finding.help(help), Repair::Mend(vec![edit])));
        }
        let table = self.table();
        let known = words.join("_").to_lowercase();
        let meant = match (self.key_for)(&table, &known) {
            Meant::Key(known) => known,
            Meant::Id if words.iter().all(|word| word.is_ascii()) => words.join("-").to_lowercase(),
            Meant::Id => format!("\"{}\"", words.concat()),
            Meant::Nothing => known,
        };
        let finding = self.finding(
            range.clone(),
            text!(
                "字段名 `{key}` 里有空格",
                "there is a space in the key `{key}`"
            ),
        );
        let help = text!("写成 `{meant}`", "write `{meant}`");
        Some((finding.help(help), Repair::Mend(vec![(range, meant)])))
    }

    /// The word around an offset, as far as a key may reach.
    fn word_around(&self, at: usize) -> Range<usize> {
        let ends = |letter: char| {
            letter.is_whitespace() || ".=[]{},\"'#:\u{FF1D}\u{FF1A}".contains(letter)
        };
        let statement = &self.statement().range;
        let written = &self.text[statement.start..at];
        let start = written.rfind(ends).map_or(statement.start, |before| {
            let length = written[before..].chars().next().map_or(0, char::len_utf8);
            statement.start + before + length
        });
        let end = self.text[at..statement.end]
            .find(ends)
            .map_or(statement.end, |length| at + length);
        start..end
    }

    fn bare_key(&self, range: Range<usize>) -> Option<Explained> {
        let key = &self.text[range.clone()];
        if key.is_empty() {
            return None;
        }
        let meant = (self.key_for)(&self.path_above(range.start), key);
        if key.is_ascii() {
            return self.ascii_key(range, &meant);
        }
        let (message, help, mended) = match meant {
            Meant::Key(known) => (
                text!(
                    "字段名要用英文：`{key}` 应写 `{known}`",
                    "keys are in English: `{key}` is written `{known}`"
                ),
                text!("写成 `{known}`", "write `{known}`"),
                known,
            ),
            Meant::Id => (
                text!(
                    "编号 `{key}` 不是英文，要加引号",
                    "the id `{key}` is not ASCII and has no quotes"
                ),
                text!("加上引号：`\"{key}\"`", "put it in quotes: `\"{key}\"`"),
                format!("\"{key}\""),
            ),
            Meant::Nothing => {
                let message = text!(
                    "字段名要用英文，这里没有名为 `{key}` 的字段",
                    "keys are in English, and there is no key `{key}` here"
                );
                return Some((self.finding(range, message), Repair::Remove));
            }
        };
        let finding = self.finding(range.clone(), message).help(help);
        Some((finding, Repair::Mend(vec![(range, mended)])))
    }

    /// A key of plain letters with a mark in it that needs quotes.
    fn ascii_key(&self, range: Range<usize>, meant: &Meant) -> Option<Explained> {
        let key = &self.text[range.clone()];
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        let plain: Vec<_> = key
            .split(|letter| !allowed(letter))
            .filter(|part| !part.is_empty())
            .collect();
        let plain = plain.join("-").to_lowercase();
        if plain.is_empty() || *meant != Meant::Id {
            return None;
        }
        let finding = self.finding(
            range.clone(),
            text!(
                "编号 `{key}` 里有不能用的符号",
                "the id `{key}` contains a character that is not allowed"
            ),
        );
        let help = text!("写成 `{plain}`", "write `{plain}`");
        Some((finding.help(help), Repair::Mend(vec![(range, plain)])))
    }

    /// The keys above the one at an offset.
    fn path_above(&self, at: usize) -> Vec<String> {
        let above = |keys: &str| {
            let mut keys = dotted(keys);
            keys.pop();
            keys
        };
        let before = &self.text[self.statement().range.start..at];
        if self.statement().header {
            let mut path = header_path(before);
            path.pop();
            return path;
        }
        let Some((key, inside)) = before.split_once('=') else {
            let mut path = self.table();
            path.extend(above(before));
            return path;
        };
        let mut path = self.table();
        path.extend(dotted(key));
        path.extend(above(inside.rsplit(['{', ',']).next().unwrap_or_default()));
        path
    }

    /// A key that stands twice in an inline table.
    pub(super) fn duplicate(&self) -> Option<Explained> {
        if self.kind() != "duplicate key" {
            return None;
        }
        let start = self.statement().range.start;
        let range = self.fault().span.clone();
        let key = self.text.get(range.clone())?;
        let (table, _) = DeTable::parse_recoverable(self.written());
        let name = dotted(key).pop()?;
        let mut twin = None;
        nearest_key(table.get_ref(), &name, range.start - start, &mut twin);
        let message = text!("字段 `{key}` 重复", "the key `{key}` is here twice");
        let mut finding = self.finding(range.clone(), message);
        if let Some(twin) = twin {
            finding = finding.with(
                self.place(start + twin.start..start + twin.end),
                Text::fixed("第一次出现在这里", "first written here"),
            );
        }
        let finding = finding.help(Text::fixed(
            "删去一处，或换一个名字",
            "remove one of the two, or give it another name",
        ));
        Some((finding, Repair::Remove))
    }
}

fn nearest_key(table: &DeTable<'_>, name: &str, before: usize, found: &mut Option<Range<usize>>) {
    for (key, value) in table {
        let span = key.span();
        if key.get_ref() == name
            && span.start < before
            && found.as_ref().is_none_or(|best| best.start < span.start)
        {
            *found = Some(span);
        }
        nearest_in(value, name, before, found);
    }
}

fn nearest_in(
    value: &Spanned<DeValue<'_>>,
    name: &str,
    before: usize,
    found: &mut Option<Range<usize>>,
) {
    match value.get_ref() {
        DeValue::Table(inner) => nearest_key(inner, name, before, found),
        DeValue::Array(items) => items
            .iter()
            .for_each(|item| nearest_in(item, name, before, found)),
        _ => {}
    }
}
