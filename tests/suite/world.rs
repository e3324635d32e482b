//! A world in memory: files, a limit and a date.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use opsplan::diagnostic::Language;
use opsplan::source::{ReadError, World, decode};
use opsplan::view::{self, View};
use opsplan::{Analysed, Compiled, Completeness, Input, Options, compile};

/// Files by path; everything lies below `/shop`.
pub(crate) struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
    pub(crate) limit: u64,
}

impl Memory {
    pub(crate) fn new<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec()));
        Self {
            files: files.collect(),
            limit: 8 << 20,
        }
    }

    pub(crate) fn bytes(path: &str, bytes: &[u8]) -> Self {
        Self {
            files: [(PathBuf::from(path), bytes.to_vec())].into(),
            limit: 8 << 20,
        }
    }

    /// The same world with one more file.
    pub(crate) fn and(mut self, path: &str, bytes: &[u8]) -> Self {
        self.files.insert(path.into(), bytes.to_vec());
        self
    }

    /// Compiles the file `plan.toml`.
    pub(crate) fn compile<T>(&self, make: impl FnOnce(&Analysed<'_, '_>) -> T) -> Compiled<T> {
        let input = Input {
            path: "plan.toml".into(),
            text: None,
            id: "plan".into(),
        };
        let as_of = NaiveDate::from_ymd_opt(2026, 5, 1);
        compile(
            self,
            input,
            Options {
                as_of,
                completeness: Completeness::Hidden,
            },
            make,
        )
    }

    /// Compiles a file as of 2026-06-01 and keeps everything that was found.
    pub(crate) fn check(&self, path: &str) -> Compiled<()> {
        self.analyse(path, |_| ())
    }

    /// The same, and makes something of it.
    pub(crate) fn analyse<T>(
        &self,
        path: &str,
        make: impl FnOnce(&Analysed<'_, '_>) -> T,
    ) -> Compiled<T> {
        let input = Input {
            path: path.into(),
            text: None,
            id: "plan".into(),
        };
        let as_of = NaiveDate::from_ymd_opt(2026, 6, 1);
        compile(
            self,
            input,
            Options {
                as_of,
                completeness: Completeness::Shown,
            },
            make,
        )
    }
}

impl World for Memory {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let bytes = self.files.get(path).ok_or(ReadError::Missing)?;
        decode(bytes.clone(), self.limit)
    }

    fn root(&self, _: &Path) -> PathBuf {
        "/shop".into()
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        Path::new("/shop").join(path)
    }

    fn today(&self, _: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()
    }
}

/// The view of a plan in a language.
pub(crate) fn view<'p>(plan: &Analysed<'_, 'p>, language: Language, draft: bool) -> View<'p> {
    let options = view::Options {
        language,
        draft,
        id: "plan".to_owned(),
        only: Vec::new(),
    };
    view::build(
        plan.resolved,
        plan.analysis,
        plan.report,
        plan.sources,
        &options,
    )
}
