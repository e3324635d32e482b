use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::error::{Fault, ReadError, STRUCTURE, refused_key, unknown_key};
use super::exclusive;
use super::node::{Node, Skipped, span_of};
use crate::diagnostic::{Diagnostic, text};
use crate::plan::value::{Choice, Id};
use crate::plan::{Entry, Key, Plan, ReadSections, Section, Table, item_path};
use crate::source::{Located, Span};
use crate::tree::Tree;

/// What had to be left out of a plan because it could not be read.
#[derive(Debug, Default)]
pub struct Incomplete {
    /// Items that were cut out; references to them are not dangling.
    pub items: Vec<(Section, Id)>,
    /// Sections of which something is missing: what is counted, summed or found absent
    /// in them is unknown.
    pub sections: Vec<Section>,
    /// `[plan]` itself could not be read: nothing else is checked.
    pub head: bool,
    /// `[store]` could not be read.
    pub store: bool,
    /// An included file could not be read: what is not known may stand there.
    pub files: bool,
}

impl Incomplete {
    /// Whether something of a section is missing.
    pub fn lacks(&self, section: Section) -> bool {
        self.files || self.sections.contains(&section) || (section == Section::Stores && self.store)
    }

    /// Whether nothing is missing at all.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && !self.head && !self.store && !self.files
    }
}

/// Reads a tree into a plan. Every structural error is reported; an item that has one is
/// cut out, and the rest is read.
pub fn read(tree: &Tree<'_>, findings: &mut Vec<Diagnostic>) -> (Plan, Incomplete) {
    let mut reader = Reader {
        tree,
        skipped: Skipped::default(),
        findings,
        incomplete: Incomplete::default(),
    };
    reader.unknown_sections();
    let plan = Plan::read(&mut reader);
    let mut incomplete = reader.incomplete;
    incomplete.head |= plan.plan.is_none();
    incomplete.files = tree.lacks_files;
    (plan, incomplete)
}

/// More errors than one item can have that anybody reads to the end.
const MOST_ERRORS: usize = 100;

struct Reader<'r, 't> {
    tree: &'r Tree<'t>,
    skipped: Skipped,
    findings: &'r mut Vec<Diagnostic>,
    incomplete: Incomplete,
}

impl<'r, 't> Reader<'r, 't> {
    fn unknown_sections(&mut self) {
        let mut known = vec!["plan", "store"];
        known.extend(Section::ALL.iter().map(|section| section.word()));
        for key in self.tree.table.keys() {
            if !known.contains(&key.get_ref().as_ref()) && !self.is_damaged(key.get_ref()) {
                self.findings
                    .push(unknown_key(key.get_ref(), &known, span_of(key)));
            }
        }
    }

    fn is_damaged(&self, key: &str) -> bool {
        self.tree
            .damaged
            .iter()
            .any(|damage| damage.path.first().is_some_and(|first| first == key))
    }

    /// Whether something was taken out of an item.
    fn is_item_damaged(&self, section: &str, id: &str) -> bool {
        self.tree
            .damaged
            .iter()
            .any(|damage| damage.path == [section, id])
    }

    /// Reads one thing; on errors, all of them are reported and there is nothing.
    fn item<T: for<'de> Deserialize<'de>>(
        &mut self,
        value: &Spanned<DeValue<'t>>,
        path: &str,
        damaged: bool,
    ) -> Option<T> {
        let mut errors = 0;
        let item = loop {
            match T::deserialize(Node {
                value,
                skipped: &self.skipped,
            }) {
                Ok(item) => break (errors == 0 && !damaged).then_some(item),
                Err(error) => {
                    errors += 1;
                    self.report(&error, path, damaged);
                    if errors == MOST_ERRORS || !self.skip(error.blamed()) {
                        break None;
                    }
                }
            }
        };
        self.skipped.get_mut().clear();
        item
    }

    /// Goes on without the key or element to blame; false if that has been tried.
    fn skip(&mut self, blamed: Option<u32>) -> bool {
        let skipped = self.skipped.get_mut();
        match blamed {
            Some(start) if !skipped.contains(&start) => {
                skipped.push(start);
                true
            }
            _ => false,
        }
    }

    /// A table touched by a syntax error gets no "missing key".
    fn report(&mut self, error: &ReadError, path: &str, damaged: bool) {
        if !(damaged && matches!(error.fault(), Fault::Missing { .. })) {
            self.findings.extend(error.findings(path));
        }
    }

    fn entry<K: Key, T: for<'de> Deserialize<'de>>(
        &mut self,
        section: Section,
        key: &Spanned<DeString<'t>>,
        value: &Spanned<DeValue<'t>>,
    ) -> Option<Entry<T>> {
        let name: &str = key.get_ref();
        let path = item_path(section, name);
        let id = K::from_text(name);
        if let Err(refusal) = &id {
            self.findings.push(refused_key(refusal, span_of(key)));
        }
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            self.findings.push(not_an_item(section, name, value));
            self.incomplete
                .items
                .extend(id.ok().map(|id| (section, id.into_id())));
            return None;
        }
        self.findings.extend(exclusive::find(section, name, value));
        let item = self.item(value, &path, self.is_item_damaged(section.word(), name));
        let id = id.ok().map(Key::into_id);
        match (id, item) {
            (Some(id), Some(item)) => Some(Entry {
                id: Located::new(id, span_of(key)),
                item,
                span: span_of(value),
            }),
            (id, _) => {
                self.incomplete.items.extend(id.map(|id| (section, id)));
                None
            }
        }
    }

    /// The items of which nothing is left are known all the same.
    fn removed<K: Key>(&mut self, section: Section) {
        let paths = self.tree.damaged.iter().map(|damage| &damage.path[..]);
        let ids = paths.filter_map(|path| match path {
            [of, id] if of == section.word() => K::from_text(id).ok().map(Key::into_id),
            _ => None,
        });
        self.incomplete.items.extend(ids.map(|id| (section, id)));
    }
}

impl ReadSections for Reader<'_, '_> {
    fn one<T: for<'de> Deserialize<'de>>(&mut self, name: &'static str) -> Option<Located<T>> {
        let damaged = self.is_damaged(name);
        let item = match self.tree.table.get_key_value(name) {
            Some((_, value)) => {
                let span = span_of(value);
                let item = self.item(value, name, damaged);
                item.map(|item| Located::new(item, span))
            }
            None if name == "plan" && !damaged => {
                let message = text!("缺少 `[plan]` 一节", "the section `[plan]` is missing");
                self.findings
                    .push(
                        Diagnostic::new(&STRUCTURE, Span::default(), message).help(text!(
                            "在文件开头写 `[plan]` 和 `title = \"…\"`",
                            "begin the file with `[plan]` and `title = \"…\"`"
                        )),
                    );
                None
            }
            None if !damaged => return None,
            None => None,
        };
        if item.is_none() && name == "store" {
            self.incomplete.store = true;
        }
        item
    }

    fn table<K: Key, T: for<'de> Deserialize<'de>>(&mut self, section: Section) -> Table<K, T> {
        let name = section.word();
        let entries = match self.tree.table.get_key_value(name) {
            None => Vec::new(),
            Some((_, value)) => match value.get_ref() {
                DeValue::Table(table) => self.entries::<K, T>(section, table),
                _ => {
                    self.findings.push(not_a_table(name, span_of(value)));
                    self.incomplete.sections.push(section);
                    Vec::new()
                }
            },
        };
        self.removed::<K>(section);
        let damaged = self.is_damaged(name);
        if damaged || self.incomplete.items.iter().any(|(of, _)| *of == section) {
            self.incomplete.sections.push(section);
        }
        Table::new(entries)
    }
}

impl<'t> Reader<'_, 't> {
    fn entries<K: Key, T: for<'de> Deserialize<'de>>(
        &mut self,
        section: Section,
        table: &DeTable<'t>,
    ) -> Vec<Entry<T>> {
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            match self.entry::<K, T>(section, key, value) {
                Some(entry) => entries.push(entry),
                None if !self.incomplete.sections.contains(&section) => {
                    self.incomplete.sections.push(section)
                }
                None => {}
            }
        }
        entries
    }
}

/// An item is a table of its own.
fn not_an_item(section: Section, id: &str, value: &Spanned<DeValue<'_>>) -> Diagnostic {
    let word = section.word();
    let path = item_path(section, id);
    let help = match value.get_ref() {
        DeValue::Array(_) => text!(
            "写成 `[{path}]`，只用一层方括号",
            "write `[{path}]`, with single brackets"
        ),
        _ => text!(
            "写成 `[{word}.编号]`，再在下面写 `{id}`",
            "write `[{word}.some-id]`, and `{id}` below it"
        ),
    };
    let message = text!(
        "`{path}` 应该是一个表，里面写这一项的字段",
        "`{path}` should be a table with the keys of one item"
    );
    Diagnostic::new(&STRUCTURE, span_of(value), message)
        .help(help)
        .on(path)
}

fn not_a_table(section: &str, span: Span) -> Diagnostic {
    let message = text!(
        "`{section}` 应该是以编号为键的表",
        "`{section}` should be a table keyed by id"
    );
    Diagnostic::new(&STRUCTURE, span, message)
        .on(section)
        .help(text!(
            "写成 `[{section}.编号]`，每一项一个表头",
            "write `[{section}.some-id]`, one header an item"
        ))
}
