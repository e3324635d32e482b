use std::io;
use std::path::{Component, Path, PathBuf};

use chrono::NaiveDate;

use super::Span;

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
    /// The bytes are a text of another encoding than UTF-8.
    NotUtf8(Box<NotUtf8>),
    /// The bytes are UTF-16, as some editors save "Unicode".
    Utf16,
    /// The bytes are no text: a document of an office program, a picture.
    NotText,
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

/// How files of Word and Excel (new and old), PDF, PNG, JPEG and GIF begin.
const DOCUMENTS: [&[u8]; 6] = [
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0",
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF89a",
];

/// A text that is not UTF-8.
#[derive(Debug)]
pub struct NotUtf8 {
    /// What can be read of it; for the rest stands `\u{FFFD}`.
    pub text: String,
    /// The first byte that cannot be read, in the file as in the text; a byte-order mark does
    /// not count.
    pub at: usize,
}

impl NotUtf8 {
    /// What stands for the first bytes that cannot be read.
    pub fn span(&self) -> Span {
        Span::new(0, self.at..self.at + char::REPLACEMENT_CHARACTER.len_utf8())
    }
}

/// Bytes of a file as text, which is UTF-8.
pub fn decode(bytes: Vec<u8>, limit: u64) -> Result<String, ReadError> {
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    if DOCUMENTS.iter().any(|first| bytes.starts_with(first)) {
        return Err(ReadError::NotText);
    }
    if is_utf16(&bytes) {
        return Err(ReadError::Utf16);
    }
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(&text).len();
        let at = error.utf8_error().valid_up_to() - mark;
        ReadError::NotUtf8(Box::new(NotUtf8 { text, at }))
    })
}

/// Whether bytes begin with the mark of UTF-16, or hold a zero in every other place.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
    };
    let half = bytes.len() / 2;
    let every_other = half > 0 && (0..2).any(|from| zeros(from).count() * 2 > half);
    let mark = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    mark || (every_other && zeros(0).count().min(zeros(1).count()) == 0)
}
