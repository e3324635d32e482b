//! Keys and tables that stand twice or may not stand as they do.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Meant;
use super::message::say;
use super::mistake::{Explained, Mistake, Repair};
use super::statement::{dotted, header_path, path_of};
use crate::diagnostic::{Text, text};

impl Mistake<'_> {
    /// A key that may not stand without quotes.
    pub(super) fn key(&self) -> Option<Explained> {
        let at = self.span.start;
        let written = self.written();
        if self.kind() == "key with no value" && !self.statement().header {
            let start = self.statement().range.start;
            let key = self.text[start..at.max(start)]
                .lines()
                .next()
                .unwrap_or_default()
                .trim_end();
            let message = text!(
                "`{key}` 后面缺少 `=` 和值",
                "`{key}` is not followed by `=` and a value"
            );
            return Some((
                self.finding(start..start + key.len(), message),
                Repair::Remove,
            ));
        }
        if self.kind() != "invalid unquoted key" {
            return None;
        }
        if let Some(mark) = ["//", "--", ";", "/*"]
            .into_iter()
            .find(|mark| written.starts_with(mark))
        {
            let start = self.statement().range.start;
            let finding = self
                .finding(
                    start..start + mark.len(),
                    text!(
                        "注释要以 `#` 开头，不是 `{mark}`",
                        "a comment begins with `#`, not with `{mark}`"
                    ),
                )
                .fix((self.place)(start..start + mark.len()), "#");
            return Some((
                finding,
                Repair::Mend(vec![(start..start + mark.len(), "#".to_owned())]),
            ));
        }
        if self.text[at..].starts_with(':') {
            let finding = self
                .finding(
                    at..at + 1,
                    Text::fixed(
                        "键和值之间要写 `=`，不是 `:`",
                        "a key and its value are joined by `=`, not by `:`",
                    ),
                )
                .fix((self.place)(at..at + 1), " =");
            return Some((finding, Repair::Mend(vec![(at..at + 1, " =".to_owned())])));
        }
        self.bare_key(self.word_around(at))
    }

    /// The word around an offset, as far as a key may reach.
    fn word_around(&self, at: usize) -> Range<usize> {
        let ends = |letter: char| letter.is_whitespace() || ".=[]{},\"'#:".contains(letter);
        let start = self.text[..at].rfind(ends).map_or(0, |before| before + 1);
        let end = self.text[at..]
            .find(ends)
            .map_or(self.text.len(), |length| at + length);
        start.max(self.statement().range.start)..end
    }

    fn bare_key(&self, range: Range<usize>) -> Option<Explained> {
        let key = &self.text[range.clone()];
        if key.is_empty() || key.is_ascii() {
            return None;
        }
        let message = text!(
            "中文键名 `{key}` 没有加引号",
            "the key `{key}` is not ASCII and stands without quotes"
        );
        let finding = self.finding(range.clone(), message);
        let (help, mended) = match (self.key_for)(&self.path_above(range.start), key) {
            Meant::Key(known) => (
                text!(
                    "字段名用英文：是不是要写 `{known}`？",
                    "keys are English: did you mean `{known}`?"
                ),
                known,
            ),
            Meant::Id => (
                text!("加上引号：`\"{key}\"`", "put it in quotes: `\"{key}\"`"),
                format!("\"{key}\""),
            ),
            Meant::Nothing => {
                let help = Text::fixed(
                    "字段名用英文，这里没有叫这个名字的字段",
                    "keys are English, and there is none of this name here",
                );
                return Some((finding.help(help), Repair::Remove));
            }
        };
        Some((
            finding
                .help(help)
                .fix((self.place)(range.clone()), &*mended),
            Repair::Mend(vec![(range, mended)]),
        ))
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
            path.extend(
                dotted(before)
                    .split_last()
                    .map(|(_, above)| above.to_vec())
                    .unwrap_or_default(),
            );
            return path;
        };
        let mut path = self.path();
        let key = inside.rsplit(['{', ',']).next().unwrap_or_default();
        path.extend(
            dotted(key)
                .split_last()
                .map(|(_, above)| above.to_vec())
                .unwrap_or_default(),
        );
        path
    }

    /// A key or a table that stands there already.
    pub(super) fn duplicate(&self) -> Option<Explained> {
        let message = match self.kind() {
            "duplicate key" if self.statement().header => {
                Text::fixed("这个表重复了：前面已经写过", "the table stands here twice")
            }
            "duplicate key" => {
                Text::fixed("键重复了：同一处已有这个键", "the key stands here twice")
            }
            message if message.starts_with("cannot extend value") => say(message),
            _ => return None,
        };
        let range = self.word_around(self.span.start);
        let range = if range.is_empty() {
            self.visible()
        } else {
            range
        };
        let finding = self.finding(range.clone(), message);
        let finding = match self.twin(&range) {
            Some(twin) => finding.with(
                (self.place)(twin),
                Text::fixed("第一次出现在这里", "first written here"),
            ),
            None => finding,
        };
        let finding = finding.help(Text::fixed(
            "删去一处，或换一个名字",
            "remove one of the two, or give it another name",
        ));
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
        let mut earlier = (0..self.index)
            .filter(|other| path_of(self.text, self.statements, *other).starts_with(&path));
        let twin = &self.statements[earlier.next()?];
        let written = self.text[twin.range.clone()]
            .lines()
            .next()
            .unwrap_or_default();
        let length = written
            .split(if twin.header { '#' } else { '=' })
            .next()
            .unwrap_or_default()
            .trim_end()
            .len();
        Some(twin.range.start..twin.range.start + length)
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
