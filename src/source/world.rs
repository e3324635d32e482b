use std::io;
use std::path::{Component, Path, PathBuf};

use chrono::NaiveDate;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// The file is larger than the limit, in bytes.
    TooLarge {
        /// Largest size that is read.
        limit: u64,
    },
    /// The bytes are not UTF-8; the offset of the first wrong byte.
    NotUtf8(usize),
    /// There is something of this name, but it is no plain file: a folder, a pipe, a device.
    NotPlain,
    /// Any other failure of the operating system.
    Other(io::Error),
}

/// Everything the pipeline may ask of the world outside: files and the date.
///
/// `cli` implements it on the disk; tests implement it in memory and with faults.
pub trait World: Sync {
    /// The text of a plain file as it stands, a byte-order mark included.
    fn read(&self, path: &Path) -> Result<String, ReadError>;

    /// The folder that includes of this plan may not leave, as an absolute path.
    fn root(&self, plan: &Path) -> PathBuf;

    /// A path from the root of the file system, without touching any file.
    fn absolute(&self, path: &Path) -> PathBuf;

    /// Where a path leads once all links are followed; nothing if it leads nowhere. A world
    /// without links need not say.
    fn real(&self, _: &Path) -> Option<PathBuf> {
        None
    }

    /// Today, in the time zone of the plan (seconds east of UTC).
    fn today(&self, offset_seconds: i32) -> NaiveDate;
}

/// A path without `.` and `..`, as far as they can be taken out.
pub fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            other => plain.push(other),
        }
        plain
    })
}

/// Bytes of a file as text, which is UTF-8.
pub fn decode(bytes: Vec<u8>, limit: u64) -> Result<String, ReadError> {
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    String::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.utf8_error().valid_up_to()))
}
