//! Writing documents: whole or not at all, and never over a file that is not ours.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diagnostic::{Text, text};

/// What writing needs of the world outside. `cli` implements it on the disk; tests
/// implement it with faults.
pub trait Storage {
    /// The bytes of a file; nothing if there is none.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;
    /// Creates a folder and those above it.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Writes a file.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Name inside the folder.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// What to do with files that are not ours, or were changed since we wrote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Leave them, and write nothing.
    Keep,
    /// Overwrite them.
    Overwrite,
}

/// Which files of a folder we made, with the hashes of what we made.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Manifest {
    version: String,
    files: BTreeMap<String, String>,
}

/// Name of the manifest.
pub const MANIFEST: &str = ".opsplan-manifest.json";

/// Writes files into a folder. Each is written beside its place and then moved there, so
/// that it appears whole; if one cannot be written, none is moved.
pub fn write(storage: &dyn Storage, folder: &Path, files: &[File], foreign: Foreign) -> Result<(), Text> {
    let mut manifest = read_manifest(storage, folder)?;
    if foreign == Foreign::Keep {
        refuse_foreign(storage, folder, files, &manifest)?;
    }
    let moved = place(storage, folder, files, |file| {
        manifest.files.insert(file.name.clone(), hash(&file.bytes));
    });
    if manifest.files.is_empty() {
        return moved;
    }
    let noted = write_manifest(storage, folder, manifest);
    moved.and(noted)
}

/// Writes new files into a folder; if any of them is there already, none is written.
pub fn create(storage: &dyn Storage, folder: &Path, files: &[File]) -> Result<(), Text> {
    for file in files {
        let path = folder.join(&file.name);
        if storage.read(&path).map_err(|error| cannot_read(&path, &error))?.is_some() {
            let path = path.display();
            return Err(text!("`{path}` 已经存在,没有改动任何文件", "`{path}` exists already; nothing was changed"));
        }
    }
    place(storage, folder, files, |_| {})
}

/// Writes files beside their places and then moves them there.
fn place(storage: &dyn Storage, folder: &Path, files: &[File], mut placed: impl FnMut(&File)) -> Result<(), Text> {
    storage.create_folder(folder).map_err(|error| cannot_write(folder, &error))?;
    let beside: Vec<PathBuf> = files.iter().map(|file| folder.join(format!(".{}.partial", file.name))).collect();
    let written = files.iter().zip(&beside).try_for_each(|(file, beside)| {
        storage.write(beside, &file.bytes).map_err(|error| cannot_write(&folder.join(&file.name), &error))
    });
    let moved = written.and_then(|()| {
        files.iter().zip(&beside).try_for_each(|(file, beside)| {
            let place = folder.join(&file.name);
            storage.rename(beside, &place).map_err(|error| cannot_write(&place, &error))?;
            placed(file);
            Ok(())
        })
    });
    if moved.is_err() {
        // What is left over may not be there at all; the first error is the one to tell.
        beside.iter().for_each(|path| drop(storage.remove(path)));
    }
    moved
}

fn read_manifest(storage: &dyn Storage, folder: &Path) -> Result<Manifest, Text> {
    let path = folder.join(MANIFEST);
    let bytes = storage.read(&path).map_err(|error| cannot_read(&path, &error))?;
    // A manifest that cannot be read vouches for nothing.
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

fn write_manifest(storage: &dyn Storage, folder: &Path, mut manifest: Manifest) -> Result<(), Text> {
    manifest.version = env!("CARGO_PKG_VERSION").to_owned();
    let mut bytes = serde_json::to_vec_pretty(&manifest).expect("plain data can be written as JSON");
    bytes.push(b'\n');
    let (place, beside) = (folder.join(MANIFEST), folder.join(format!("{MANIFEST}.partial")));
    let written = storage.write(&beside, &bytes).and_then(|()| storage.rename(&beside, &place));
    written.map_err(|error| {
        drop(storage.remove(&beside));
        cannot_write(&place, &error)
    })
}

fn refuse_foreign(storage: &dyn Storage, folder: &Path, files: &[File], manifest: &Manifest) -> Result<(), Text> {
    for file in files {
        let path = folder.join(&file.name);
        let Some(bytes) = storage.read(&path).map_err(|error| cannot_read(&path, &error))? else { continue };
        let ours = manifest.files.get(&file.name).is_some_and(|made| *made == hash(&bytes));
        if !ours && bytes != file.bytes {
            let path = path.display();
            return Err(text!(
                "`{path}` 不是本程序生成的,或生成后被改过;确认可以覆盖请加 `--force`",
                "`{path}` was not made by this program, or was changed since; `--force` overwrites it"
            ));
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn cannot_write(path: &Path, error: &io::Error) -> Text {
    let path = path.display();
    text!("写不了 `{path}`:{error}", "cannot write `{path}`: {error}")
}

fn cannot_read(path: &Path, error: &io::Error) -> Text {
    let path = path.display();
    text!("读不了 `{path}`:{error}", "cannot read `{path}`: {error}")
}
