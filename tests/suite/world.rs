//! A world in memory: a map of files, a fixed day.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use opsplan::source::{ReadError, World, decode};
use opsplan::{Completeness, Compiled, Input, Options, compile};

/// Largest file that is read, as on the disk.
const LIMIT: u64 = 64 << 20;

/// Files by path, the day, and the folder that includes may not leave.
#[derive(Clone, Debug)]
pub struct Memory {
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    pub today: NaiveDate,
    pub root: PathBuf,
}

impl Memory {
    /// A world without files on 2026-06-01, rooted at `/plans`.
    pub fn new() -> Self {
        Self { files: BTreeMap::new(), today: day(2026, 6, 1), root: "/plans".into() }
    }

    /// Adds a file.
    pub fn with(mut self, path: impl AsRef<Path>, content: impl Into<Vec<u8>>) -> Self {
        let path = self.absolute(path.as_ref());
        self.files.insert(path, content.into());
        self
    }

    /// Compiles a file of this world and shows everything.
    pub fn compile(&self, path: impl Into<PathBuf>) -> Compiled<()> {
        let input = Input { path: path.into(), text: None, id: "test".into() };
        let options = Options { as_of: Some(self.today), completeness: Completeness::Shown };
        compile(self, input, options, |_| ())
    }
}

/// A date that exists.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

impl World for Memory {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let file = self.files.get(&self.absolute(path)).ok_or(ReadError::Missing)?;
        decode(file.clone(), LIMIT)
    }

    fn list(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let folder = self.absolute(folder);
        let is_plan = |path: &&PathBuf| path.starts_with(&folder) && path.to_string_lossy().ends_with("plan.toml");
        Ok(self.files.keys().filter(is_plan).cloned().collect())
    }

    fn root(&self, _: &Path) -> PathBuf {
        self.root.clone()
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    fn today(&self, _: i32) -> NaiveDate {
        self.today
    }
}
