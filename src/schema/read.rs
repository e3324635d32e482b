use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::error::ReadError;
use super::exclusive;
use super::incomplete::Incomplete;
use super::item::unread;
use super::no_table::{not_a_table, not_an_item};
use super::node::Skipped;
use super::place::span_of;
use super::rules::STRUCTURE;
use super::wording::{refused_key, unknown_section};
use crate::diagnostic::{Diagnostic, ItemPath, Text, text};
use crate::plan::value::{Choice, Id};
use crate::plan::{Entry, Key, Plan, ReadSections, Section, Shape, Table, Unread};
use crate::source::{Located, Span};
use crate::tree::Tree;

/// Reads a tree into a plan. Every structural error is reported; an item that has some is
/// kept without the fields that hold them.
pub fn read(tree: &Tree<'_>, findings: &mut Vec<Diagnostic>) -> (Plan, Incomplete) {
    let incomplete = Incomplete {
        files: tree.lacks_files,
        ..Incomplete::default()
    };
    let mut reader = Reader {
        tree,
        skipped: Skipped::default(),
        findings,
        incomplete,
    };
    reader.unknown_sections();
    let plan = Plan::read(&mut reader);
    (plan, reader.incomplete)
}

pub(super) struct Reader<'r, 't> {
    tree: &'r Tree<'t>,
    pub(super) skipped: Skipped,
    pub(super) findings: &'r mut Vec<Diagnostic>,
    incomplete: Incomplete,
}

impl<'r, 't> Reader<'r, 't> {
    fn unknown_sections(&mut self) {
        let keys = |section: &Section| [section.shape().alone(*section), Some(section.word())];
        let mut known: Vec<&str> = Section::ALL.iter().flat_map(keys).flatten().collect();
        known.dedup();
        for (key, value) in &self.tree.table {
            if !known.contains(&key.get_ref().as_ref()) && !self.is_damaged(key.get_ref()) {
                self.findings.push(unknown_section(
                    key.get_ref(),
                    &known,
                    value.get_ref(),
                    span_of(key),
                ));
            }
        }
    }

    fn is_damaged(&self, key: &str) -> bool {
        !self.tree.taken_out(&[key]).is_empty()
    }

    /// What was taken out below a path of keys.
    fn taken_out(&self, path: &[&str]) -> Unread {
        let damaged = self.tree.taken_out(path).iter();
        let fields: Option<Vec<_>> = damaged
            .map(|damage| damage.path.get(path.len()).map(|field| Box::from(&**field)))
            .collect();
        fields.map_or(Unread::Anything, unread)
    }

    fn entry<K: Key, T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        section: Section,
        (key, value): (&Spanned<DeString<'t>>, &Spanned<DeValue<'t>>),
        beside: &DeTable<'t>,
    ) -> Option<Entry<T>> {
        let name: &str = key.get_ref();
        let path = section.item(name);
        let id = K::from_text(name).map_or_else(
            |refusal| {
                let is_taken = |id: &str| beside.contains_key(id);
                self.findings
                    .push(refused_key(refusal, span_of(key), is_taken));
                self.lacks(section);
                Id(name.into())
            },
            Key::into_id,
        );
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            self.findings.push(not_an_item(section, name, value));
            self.incomplete.items.push((section, id));
            return None;
        }
        self.findings.extend(exclusive::find(section, name, value));
        let taken_out = self.taken_out(&[section.word(), name]);
        let (item, unread) = self.item(value, &path, taken_out);
        if unread != Unread::Nothing {
            self.lacks(section);
        }
        let id = Located::new(id, span_of(key));
        Some(Entry {
            id,
            item,
            span: span_of(value),
            stands_alone: false,
            unread,
        })
    }

    fn lacks(&mut self, section: Section) {
        if !self.incomplete.sections.contains(&section) {
            self.incomplete.sections.push(section);
        }
    }

    fn lacks_items(&mut self, section: Section) {
        self.lacks(section);
        self.incomplete.cut.push(section);
    }

    /// The items of which nothing is left are known all the same.
    fn removed<K: Key, T>(&mut self, section: Section, entries: &[Entry<T>]) {
        let damaged = self.tree.taken_out(&[section.word()]);
        if damaged.is_empty() {
            return;
        }
        let left: HashSet<&str> = entries.iter().map(|entry| &*entry.id.value.0).collect();
        let ids = damaged.iter().filter_map(|damage| damage.path.get(1));
        let ids = ids.filter_map(|id| K::from_text(id).ok().map(Key::into_id));
        let gone = ids.filter(|id| !left.contains(&*id.0));
        self.incomplete.items.extend(gone.map(|id| (section, id)));
    }

    /// The table that stands alone under a key, if it does.
    fn alone<T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        section: Section,
        name: &'static str,
    ) -> Option<Entry<T>> {
        let taken_out = self.taken_out(&[name]);
        let (item, span, unread) = match self.tree.table.get_key_value(name) {
            Some((_, value)) => {
                let (item, unread) = self.item(value, &ItemPath::alone(name), taken_out);
                (item, span_of(value), unread)
            }
            None if taken_out != Unread::Nothing => {
                (T::default(), Span::default(), Unread::Anything)
            }
            None => return None,
        };
        if unread != Unread::Nothing {
            self.lacks(section);
        }
        let id = Located::new(Id(name.into()), span);
        Some(Entry {
            id,
            item,
            span,
            stands_alone: true,
            unread,
        })
    }

    /// What a section of one table cannot do without is its title. The type lets it be left
    /// out, so that the rest of the table is read all the same.
    fn required(&mut self, section: Section) {
        let name = section.word();
        let Some((_, value)) = self.tree.table.get_key_value(name) else {
            return;
        };
        let DeValue::Table(table) = value.get_ref() else {
            return;
        };
        let has_title = table.contains_key(section.title_key());
        if !has_title && self.taken_out(&[name]) == Unread::Nothing {
            let present = table.keys().map(|key| key.get_ref().to_string()).collect();
            let missing = ReadError::missing(section.title_key(), section.type_name(), present)
                .at(span_of(value));
            self.findings
                .extend(missing.findings(&ItemPath::alone(name)));
        }
    }

    /// What stands for a table that every plan has and this one lacks.
    fn nowhere<T: Default>(&mut self, section: Section, name: &'static str) -> Entry<T> {
        let is_empty = self.tree.table.is_empty() && self.tree.damaged.is_empty();
        let message = if is_empty {
            Text::fixed(
                "文件里还没有内容；`#` 开头的行只是说明",
                "there is nothing in this file yet; lines that begin with `#` are comments",
            )
        } else {
            text!("缺少 `[{name}]` 一节", "the section `[{name}]` is missing")
        };
        self.findings.push(
            Diagnostic::new(&STRUCTURE, Span::default(), message).help(text!(
                "在文件开头写 `[{name}]`，下一行写 `title = \"运营计划\"`",
                "begin the file with `[{name}]`, and on the next line `title = \"Operations plan\"`"
            )),
        );
        self.lacks(section);
        let id = Located::new(Id(name.into()), Span::default());
        let (span, unread) = (Span::default(), Unread::Anything);
        Entry {
            id,
            item: T::default(),
            span,
            stands_alone: true,
            unread,
        }
    }

    fn entries<K: Key, T: for<'de> Deserialize<'de> + Default>(
        &mut self,
        section: Section,
    ) -> Vec<Entry<T>> {
        let name = section.word();
        let Some((_, value)) = self.tree.table.get_key_value(name) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.findings.push(not_a_table(name, span_of(value)));
            self.lacks_items(section);
            return Vec::new();
        };
        table
            .iter()
            .filter_map(|entry| self.entry::<K, T>(section, entry, table))
            .collect()
    }
}

impl ReadSections for Reader<'_, '_> {
    fn table<K: Key, T>(&mut self, section: Section) -> Table<K, T>
    where
        T: for<'de> Deserialize<'de> + Default,
    {
        let alone = section.shape().alone(section);
        let mut entries: Vec<Entry<T>> = alone
            .and_then(|name| self.alone(section, name))
            .into_iter()
            .collect();
        if section.shape() == Shape::One {
            let name = section.word();
            if entries.is_empty() {
                entries.push(self.nowhere(section, name));
            }
            self.required(section);
            return Table::new(entries);
        }
        let mut keyed = self.entries::<K, T>(section);
        if let Some(twice) = exclusive::take_twice(section, entries.first(), &mut keyed) {
            self.findings.push(twice);
            self.lacks_items(section);
        }
        entries.extend(keyed);
        self.removed::<K, T>(section, &entries);
        let cut_out = self.incomplete.items.iter().any(|(of, _)| *of == section);
        if cut_out || self.taken_out(&[section.word()]) == Unread::Anything {
            self.lacks_items(section);
        } else if self.is_damaged(section.word()) {
            self.lacks(section);
        }
        Table::new(entries)
    }
}
