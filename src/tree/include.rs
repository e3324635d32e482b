//! Plans of several files: tables merge by id.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mending::moved;
use super::merge::{fill, merge};
use super::{KeyFor, Tree, syntax, toml11};
use crate::diagnostic::{Diagnostic, ItemPath, Rule, Text, rule, text};
use crate::library;
use crate::source::{ReadError, Shelf, SourceFile, Span, World, normal};

/// OP220: an include that cannot be followed.
pub static INCLUDE: Rule = rule!("OP220" "include" Files Error always yields_to ["OP007"],
    "包含的文件有问题", "an included file cannot be used");

/// Files that include each other in a row, the plan counted. Nobody has more than a handful.
const DEEPEST: usize = 16;

/// Reads a plan and everything it includes into one tree. `shelf` holds the file the
/// user named; included files are put beside it. `key_for` knows the keys that Chinese
/// labels stand for.
pub fn load<'t>(
    world: &dyn World,
    shelf: &'t Shelf,
    key_for: &KeyFor,
    findings: &mut Vec<Diagnostic>,
) -> Tree<'t> {
    let root = shelf.file();
    let (table, damaged) = syntax::parse(shelf, key_for, findings);
    toml11::find(&table, root, findings);
    let includes = includes(&table);
    let mut tree = Tree {
        table,
        damaged,
        lacks_files: false,
    };
    if !includes.is_empty() {
        let workspace = normal(&world.root(&root.path));
        let mut chain = vec![plain(world, &root.path)];
        let mut loading = Loading {
            world,
            workspace,
            shelf,
            key_for,
            findings,
            seen: chain.iter().cloned().collect(),
            library: Vec::new(),
            lacks_files: false,
        };
        for include in &includes {
            loading.follow(include, &root.path, &mut chain, &mut tree);
        }
        for part in loading.library {
            fill(&mut tree.table, part);
        }
        tree.lacks_files = loading.lacks_files;
    }
    tree.damaged.sort();
    tree
}

/// How the names of the library begin.
const LIBRARY: &str = "lib:";

struct Loading<'l, 't> {
    world: &'l dyn World,
    workspace: PathBuf,
    /// That of the file that was read last.
    shelf: &'t Shelf,
    key_for: &'l KeyFor,
    findings: &'l mut Vec<Diagnostic>,
    seen: HashSet<PathBuf>,
    /// Parts of the library, which yield to what the plan says in any of its files.
    library: Vec<DeTable<'t>>,
    lacks_files: bool,
}

struct Include {
    name: String,
    span: Span,
}

impl<'t> Loading<'_, 't> {
    fn follow(
        &mut self,
        include: &Include,
        from: &Path,
        chain: &mut Vec<PathBuf>,
        tree: &mut Tree<'t>,
    ) {
        let Some((path, text)) = self.open(include, from, chain) else {
            return;
        };
        self.shelf = self.shelf.put(path.clone(), text);
        let file = self.shelf.file();
        let (table, damaged) = syntax::parse(self.shelf, self.key_for, self.findings);
        toml11::find(&table, file, self.findings);
        let base = file.base as usize;
        let table = moved(table, &|range| range.start + base..range.end + base);
        tree.damaged.extend(damaged);
        if include.name.starts_with(LIBRARY) {
            self.library.push(table);
            return;
        }
        let inner = includes(&table);
        merge(&mut tree.table, table, self.findings);
        let place = plain(self.world, &path);
        chain.push(place.clone());
        self.seen.insert(place);
        for include in &inner {
            self.follow(include, &path, chain, tree);
        }
        chain.pop();
    }

    /// The path and text of an include, or a finding that says why there is none.
    fn open(
        &mut self,
        include: &Include,
        from: &Path,
        chain: &[PathBuf],
    ) -> Option<(PathBuf, String)> {
        let name = &include.name;
        if let Some(entry) = name.strip_prefix(LIBRARY) {
            let Some(found) = library::entry(entry).filter(|entry| entry.includable) else {
                return self.lose(
                    include,
                    text!(
                        "内置规则库里没有 `{name}` 可以包含，能包含的见 `opsplan library`",
                        "the built-in library has no `{name}` to include; `opsplan library` lists what it has"
                    ),
                );
            };
            return self
                .once(include, PathBuf::from(name))
                .map(|path| (path, found.text.to_owned()));
        }
        let path = from.parent().unwrap_or(Path::new("")).join(name);
        if Path::new(name).is_absolute() || self.leaves(&path) {
            return self.lose(
                include,
                text!(
                    "`{name}` 在工作目录之外，不能包含",
                    "`{name}` lies outside the workspace and cannot be included"
                ),
            );
        }
        if chain.contains(&plain(self.world, &path)) {
            return self.refuse(
                include,
                text!("`{name}` 循环包含", "`{name}` includes itself in a loop"),
            );
        }
        if chain.len() >= DEEPEST {
            return self.lose(
                include,
                text!(
                    "`{name}` 没有读：文件一个包含一个，最多 {DEEPEST} 个",
                    "`{name}` is not read: at most {DEEPEST} files may include each other in a row"
                ),
            );
        }
        let path = self.once(include, path)?;
        match self.world.read(&path) {
            Ok(text) => Some((path, text)),
            Err(error) => self.lose(include, why_unreadable(name, &error)),
        }
    }

    /// Whether a path lies outside the workspace, as written or by the links on its way.
    fn leaves(&self, path: &Path) -> bool {
        let real = self.world.real(path).zip(self.world.real(&self.workspace));
        !normal(&self.world.absolute(path)).starts_with(&self.workspace)
            || real.is_some_and(|(path, workspace)| !path.starts_with(workspace))
    }

    /// The path, unless the plan includes it already.
    fn once(&mut self, include: &Include, path: PathBuf) -> Option<PathBuf> {
        if !self.seen.contains(&plain(self.world, &path)) {
            return Some(path);
        }
        let name = &include.name;
        self.refuse(
            include,
            text!("`{name}` 被包含了两次", "`{name}` is included twice"),
        )
    }

    /// Refuses an include whose items are missing now.
    fn lose<T>(&mut self, include: &Include, message: Text) -> Option<T> {
        self.lacks_files = true;
        self.refuse(include, message)
    }

    fn refuse<T>(&mut self, include: &Include, message: Text) -> Option<T> {
        self.findings
            .push(Diagnostic::new(&INCLUDE, include.span, message).on(ItemPath::alone("plan")));
        None
    }
}

/// Why a file could not be read, in words.
pub(crate) fn why_unreadable(name: &str, error: &ReadError) -> Text {
    match error {
        ReadError::Missing => text!("找不到文件 `{name}`", "there is no file `{name}`"),
        ReadError::TooLarge { limit } => {
            let limit = match limit >> 20 {
                0 => format!("{limit} B"),
                large => format!("{large} MiB"),
            };
            text!(
                "文件 `{name}` 超过 {limit} 的上限",
                "the file `{name}` is larger than the limit of {limit}"
            )
        }
        ReadError::NotPlain => text!(
            "`{name}` 不是普通文件，不能读取",
            "`{name}` is not a regular file and cannot be read"
        ),
        ReadError::NotUtf8(fault) => {
            let file = SourceFile::new(name, fault.text.clone(), 0);
            let place = file.position(fault.span().start);
            let (line, column) = (place.line, place.column);
            text!(
                "文件 `{name}` 第 {line} 行第 {column} 列不是 UTF-8 编码，请另存为 UTF-8",
                "the file `{name}` is not UTF-8 at line {line}, column {column}: save it as UTF-8"
            )
        }
        ReadError::Utf16 => text!(
            "文件 `{name}` 是 UTF-16 编码，请另存为 UTF-8",
            "the file `{name}` is UTF-16: save it as UTF-8"
        ),
        ReadError::NotText => text!(
            "`{name}` 不是文本文件；Word、Excel、PDF 和图片无法读取",
            "`{name}` is not a text file: Word, Excel and PDF documents and pictures cannot be read"
        ),
        ReadError::Other(error) => {
            text!(
                "无法读取 `{name}`：{error}",
                "cannot read `{name}`: {error}"
            )
        }
    }
}

/// The texts of `[plan] include`.
fn includes(table: &DeTable<'_>) -> Vec<Include> {
    let list = table
        .get("plan")
        .and_then(|plan| plan.get_ref().get("include"))
        .map(Spanned::get_ref);
    let Some(DeValue::Array(list)) = list else {
        return Vec::new();
    };
    list.iter()
        .filter_map(|item| {
            let name = item.get_ref().as_str()?.to_owned();
            Some(Include {
                name,
                span: Span::new(0, item.span()),
            })
        })
        .collect()
}

/// The one path by which a file is known.
fn plain(world: &dyn World, path: &Path) -> PathBuf {
    world
        .real(path)
        .unwrap_or_else(|| normal(&world.absolute(path)))
}
