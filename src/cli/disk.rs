#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that touches files and the clock"
)]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{Duration, NaiveDate, Utc};
use ignore::WalkBuilder;

use super::output::Storage;
use crate::source::{ReadError, World, decode};

/// Largest file, or standard input, that is read.
pub(super) const LIMIT: u64 = 64 * 1024 * 1024;

/// The world as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk;

impl World for Disk {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let size = fs::metadata(path).map_err(unreadable)?.len();
        if size > LIMIT {
            return Err(ReadError::TooLarge { size, limit: LIMIT });
        }
        decode(fs::read(path).map_err(unreadable)?, LIMIT)
    }

    fn list(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let mut plans = Vec::new();
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            let entry = entry.map_err(|error| ReadError::Other(io::Error::other(error)))?;
            let name = entry.file_name().to_string_lossy();
            if (name == "plan.toml" || name.ends_with(".plan.toml")) && entry.path().is_file() {
                plans.push(entry.into_path());
            }
        }
        plans.sort();
        Ok(plans)
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

fn unreadable(error: io::Error) -> ReadError {
    if error.kind() == io::ErrorKind::NotFound {
        ReadError::Missing
    } else {
        ReadError::Other(error)
    }
}

impl Storage for Disk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
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

/// Whether colours are not forbidden by `NO_COLOR`.
pub(super) fn no_color_is_unset() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Columns of the terminal, as the shell says them, between 60 and 140.
pub(super) fn columns() -> usize {
    let said = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    said.unwrap_or(100).clamp(60, 140)
}
