#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that touches files and the clock"
)]

use std::any::Any;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{Duration, NaiveDate, Utc};
use ignore::WalkBuilder;

use super::output::Storage;
use crate::source::{ReadError, World, decode};

/// Largest file, or standard input, that is read.
pub(super) const LIMIT: u64 = 64 * 1024 * 1024;

/// What is locked while documents are written into a folder. It stays there: if it went away,
/// two programs could each hold a lock on a file of this name.
const LOCK: &str = ".opsplan-lock";

/// The world as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk;

impl World for Disk {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(ReadError::NotPlain);
        }
        read_up_to_limit(fs::File::open(path).map_err(unreadable)?)
    }

    fn root(&self, plan: &Path) -> PathBuf {
        // A plan named without a folder has the parent ``, which has no absolute path.
        let plan = self.absolute(plan);
        let absolute = plan.parent().unwrap_or(&plan).to_owned();
        let marked = |mark: &str| absolute.ancestors().find(|above| above.join(mark).exists());
        match marked("opsplan.toml").or_else(|| marked(".git")) {
            Some(root) => root.to_owned(),
            None => absolute,
        }
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
    }

    fn real(&self, path: &Path) -> Option<PathBuf> {
        fs::canonicalize(path).ok()
    }

    fn today(&self, offset_seconds: i32) -> NaiveDate {
        (Utc::now() + Duration::seconds(i64::from(offset_seconds))).date_naive()
    }
}

/// What a path on the command line is.
pub(super) enum Kind {
    File,
    Folder,
    /// A pipe, a terminal, a device: it is read once, as far as the limit.
    Stream,
    Missing,
}

impl Disk {
    pub(super) fn kind(&self, path: &Path) -> Kind {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => Kind::Folder,
            Ok(found) if !found.is_file() => Kind::Stream,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Kind::Missing,
            // Why a file cannot be read is said when it is read.
            Ok(_) | Err(_) => Kind::File,
        }
    }

    /// The text of what is no plain file.
    pub(super) fn read_stream(&self, path: &Path) -> Result<String, ReadError> {
        read_up_to_limit(fs::File::open(path).map_err(unreadable)?)
    }

    /// Every `plan.toml` and `*.plan.toml` below a folder that is neither hidden nor ignored by
    /// git, sorted; and what could not be looked into.
    pub(super) fn plans_below(&self, folder: &Path) -> Vec<Result<PathBuf, (PathBuf, ReadError)>> {
        let mut found = Vec::new();
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            match entry {
                Ok(entry) => {
                    let name = entry.file_name().to_string_lossy();
                    let is_plan = name == "plan.toml" || name.ends_with(".plan.toml");
                    if is_plan && entry.path().is_file() {
                        found.push(Ok(entry.into_path()));
                    }
                }
                Err(error) => {
                    let path = path_of(&error).unwrap_or(folder).to_owned();
                    let error = error
                        .into_io_error()
                        .unwrap_or_else(|| io::ErrorKind::Other.into());
                    found.push(Err((path, ReadError::Other(error))));
                }
            }
        }
        let path = |found: &Result<PathBuf, (PathBuf, ReadError)>| match found {
            Ok(path) | Err((path, _)) => path.clone(),
        };
        found.sort_by_cached_key(path);
        found
    }
}

/// The path that a fault of walking is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

/// A text that is read no further than the limit, however long its source is.
pub(super) fn read_up_to_limit(source: impl Read) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    let mut source = source.take(LIMIT + 1);
    source.read_to_end(&mut bytes).map_err(ReadError::Other)?;
    decode(bytes, LIMIT)
}

fn unreadable(error: io::Error) -> ReadError {
    if error.kind() == io::ErrorKind::NotFound {
        ReadError::Missing
    } else {
        ReadError::Other(error)
    }
}

impl Storage for Disk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match fs::metadata(path) {
            Ok(found) if found.is_file() => fs::read(path).map(Some),
            Ok(_) => Err(io::Error::other("not a plain file")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn lock(&self, folder: &Path) -> io::Result<Box<dyn Any>> {
        let mut options = fs::OpenOptions::new();
        let file = options.write(true).create(true).truncate(false);
        let file = file.open(folder.join(LOCK))?;
        match file.lock() {
            Ok(()) => Ok(Box::new(file)),
            // Some file systems know no locks; there one program at a time has to do.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Box::new(())),
            Err(error) => Err(error),
        }
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::File::create_new(path)?.write_all(bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// Whether the environment has nothing against colours.
pub(super) fn may_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && !is_dumb()
}

/// Whether the terminal can do nothing but print lines.
pub(super) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// Columns of a terminal, as the environment says them, else as it answers itself.
pub(super) fn columns(asked: Option<(terminal_size::Width, terminal_size::Height)>) -> usize {
    let said = std::env::var("COLUMNS").ok();
    let said = said.and_then(|columns| columns.parse().ok());
    let asked = || asked.map(|(width, _)| usize::from(width.0));
    said.or_else(asked).unwrap_or(100).clamp(40, 140)
}

/// The folder in which the program runs, and the one from which GitHub reads paths: that of the
/// workspace, else the repository.
pub(super) fn workspace() -> (PathBuf, Option<PathBuf>) {
    let here = std::env::current_dir().unwrap_or_default();
    let said = std::env::var_os("GITHUB_WORKSPACE").filter(|path| !path.is_empty());
    let repository = || here.ancestors().find(|above| above.join(".git").exists());
    let root = said
        .map(PathBuf::from)
        .or_else(|| repository().map(Path::to_owned));
    (here, root)
}
