//! Writing documents: whole or not at all, and never over a file that is not ours.

use std::any::Any;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::shown;
use crate::diagnostic::{Text, text};

/// What writing needs of the world outside. `cli` implements it on the disk; tests
/// implement it with faults.
pub trait Storage {
    /// The bytes of a plain file; nothing if there is none, an error if it is no plain file.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;
    /// Waits until nobody else writes into a folder, and keeps others waiting until what is
    /// given back is dropped.
    fn lock(&self, folder: &Path) -> io::Result<Box<dyn Any>>;
    /// Creates a folder and those above it.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Writes a file where there is none; [`io::ErrorKind::AlreadyExists`] if there is one,
    /// be it a link that leads nowhere.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
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
    /// While files are being replaced: what they are replaced by. Should the program stop
    /// half way, both are ours.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    replacing: BTreeMap<String, String>,
}

impl Manifest {
    fn vouches_for(&self, name: &str, bytes: &[u8]) -> bool {
        let hash = hash(bytes);
        [&self.files, &self.replacing]
            .iter()
            .any(|made| made.get(name) == Some(&hash))
    }
}

/// Name of the manifest.
pub const MANIFEST: &str = ".opsplan-manifest.json";

/// Writes files into a folder. Each is written beside its place and then moved there, so
/// that it appears whole; if one cannot be written, none is moved. The manifest knows of
/// every file before it is moved, and forgets what it replaced afterwards. Only one program
/// at a time writes into a folder, so that what stands in it belongs together.
pub fn write(
    storage: &dyn Storage,
    folder: &Path,
    files: &[File],
    foreign: Foreign,
) -> Result<(), Text> {
    storage
        .create_folder(folder)
        .map_err(|error| cannot_write(folder, &error))?;
    let _alone = storage
        .lock(folder)
        .map_err(|error| cannot_write(folder, &error))?;
    let mut manifest = read_manifest(storage, folder)?;
    settle(storage, folder, &mut manifest)?;
    if foreign == Foreign::Keep {
        refuse_foreign(storage, folder, files, &manifest)?;
    }
    clear_leftovers(storage, folder, files);
    let beside = write_beside(storage, folder, files)?;
    manifest.replacing.extend(
        files
            .iter()
            .map(|file| (file.name.clone(), hash(&file.bytes))),
    );
    let moved = write_manifest(storage, folder, &mut manifest)
        .and_then(|()| put(storage, folder, files, &beside));
    if moved.is_err() {
        clean(storage, &beside);
        return moved;
    }
    manifest.files.append(&mut manifest.replacing);
    write_manifest(storage, folder, &mut manifest)
}

/// A program that was stopped half way left some files as they were and some as they were to
/// be. What stands there now is what we made last, whichever it is.
fn settle(storage: &dyn Storage, folder: &Path, manifest: &mut Manifest) -> Result<(), Text> {
    for (name, made) in std::mem::take(&mut manifest.replacing) {
        let path = folder.join(&name);
        let there = storage
            .read(&path)
            .map_err(|error| cannot_read(&path, &error))?;
        if there.is_some_and(|bytes| hash(&bytes) == made) {
            manifest.files.insert(name, made);
        }
    }
    Ok(())
}

/// Writes new files into folders; if any of them is there already, none is written.
pub fn create(storage: &dyn Storage, folders: &[(&Path, &[File])]) -> Result<(), Text> {
    let files = || {
        let all = folders.iter();
        all.flat_map(|(folder, files)| files.iter().map(|file| folder.join(&file.name)))
    };
    for path in files() {
        if storage
            .read(&path)
            .map_err(|error| cannot_read(&path, &error))?
            .is_some()
        {
            let path = shown(&path);
            return Err(text!(
                "`{path}` 已经存在，没有改动任何文件",
                "`{path}` exists already; nothing was changed"
            ));
        }
    }
    let mut beside = Vec::new();
    for (folder, files) in folders {
        storage
            .create_folder(folder)
            .map_err(|error| cannot_write(folder, &error))?;
        clear_leftovers(storage, folder, files);
        match write_beside(storage, folder, files) {
            Ok(paths) => beside.extend(paths),
            Err(why) => {
                clean(storage, &beside);
                return Err(why);
            }
        }
    }
    let moved = files().zip(&beside).try_for_each(|(place, beside)| {
        let moved = storage.rename(beside, &place);
        moved.map_err(|error| cannot_write(&place, &error))
    });
    moved.inspect_err(|_| clean(storage, &beside))
}

/// Writes files beside their places, all or none.
fn write_beside(
    storage: &dyn Storage,
    folder: &Path,
    files: &[File],
) -> Result<Vec<PathBuf>, Text> {
    let mut beside = Vec::new();
    for file in files {
        match write_temporary(storage, folder, &file.name, &file.bytes) {
            Ok(path) => beside.push(path),
            Err(error) => {
                clean(storage, &beside);
                return Err(cannot_write(&folder.join(&file.name), &error));
            }
        }
    }
    Ok(beside)
}

/// Writes a file under a name that nothing has yet: neither a link nor the file of somebody
/// else is written through.
fn write_temporary(
    storage: &dyn Storage,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    let path = temporary(folder, name, None);
    match storage.write_new(&path, bytes) {
        Ok(()) => Ok(path),
        Err(error) => {
            if error.kind() != io::ErrorKind::AlreadyExists {
                clean(storage, &[path]);
            }
            Err(error)
        }
    }
}

/// Where a file is written before it is moved to its place.
fn temporary(folder: &Path, name: &str, number: Option<usize>) -> PathBuf {
    let name = name.trim_start_matches('.');
    let number = number.map(|number| format!(".{number}"));
    folder.join(format!(".{name}{}.partial", number.unwrap_or_default()))
}

/// Removes what a program that was stopped left beside its files. Nobody else is writing, so
/// these are nobody's. Earlier versions numbered them.
fn clear_leftovers(storage: &dyn Storage, folder: &Path, files: &[File]) {
    let names = files.iter().map(|file| &*file.name);
    for name in names.chain([MANIFEST]) {
        let _ = storage.remove(&temporary(folder, name, None));
        let mut numbered = (1..).map(|number| temporary(folder, name, Some(number)));
        while numbered
            .next()
            .is_some_and(|path| storage.remove(&path).is_ok())
        {}
    }
}

/// Moves what was written beside the files to their places.
fn put(
    storage: &dyn Storage,
    folder: &Path,
    files: &[File],
    beside: &[PathBuf],
) -> Result<(), Text> {
    files.iter().zip(beside).try_for_each(|(file, beside)| {
        let place = folder.join(&file.name);
        storage
            .rename(beside, &place)
            .map_err(|error| cannot_write(&place, &error))
    })
}

/// Removes what was written beside. It may not be there at all; the first error is the one
/// to tell.
fn clean(storage: &dyn Storage, beside: &[PathBuf]) {
    beside.iter().for_each(|path| drop(storage.remove(path)));
}

fn read_manifest(storage: &dyn Storage, folder: &Path) -> Result<Manifest, Text> {
    let path = folder.join(MANIFEST);
    let bytes = storage
        .read(&path)
        .map_err(|error| cannot_read(&path, &error))?;
    // A manifest that cannot be read vouches for nothing.
    Ok(bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}

fn write_manifest(
    storage: &dyn Storage,
    folder: &Path,
    manifest: &mut Manifest,
) -> Result<(), Text> {
    manifest.version = env!("CARGO_PKG_VERSION").to_owned();
    let mut bytes = serde_json::to_vec_pretty(manifest).expect("plain data can be written as JSON");
    bytes.push(b'\n');
    let place = folder.join(MANIFEST);
    let beside = write_temporary(storage, folder, MANIFEST, &bytes)
        .map_err(|error| cannot_write(&place, &error))?;
    storage.rename(&beside, &place).map_err(|error| {
        clean(storage, &[beside]);
        cannot_write(&place, &error)
    })
}

fn refuse_foreign(
    storage: &dyn Storage,
    folder: &Path,
    files: &[File],
    manifest: &Manifest,
) -> Result<(), Text> {
    for file in files {
        let path = folder.join(&file.name);
        let Some(bytes) = storage
            .read(&path)
            .map_err(|error| cannot_read(&path, &error))?
        else {
            continue;
        };
        if !manifest.vouches_for(&file.name, &bytes) && bytes != file.bytes {
            let path = shown(&path);
            return Err(text!(
                "`{path}` 不是本程序生成的，或生成后被改过；确认可以覆盖请加 `--force`",
                "`{path}` was not made by this program, or was changed since; use `--force` to overwrite it"
            ));
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn cannot_write(path: &Path, error: &io::Error) -> Text {
    let path = shown(path);
    text!(
        "无法写入 `{path}`：{error}",
        "cannot write `{path}`: {error}"
    )
}

fn cannot_read(path: &Path, error: &io::Error) -> Text {
    let path = shown(path);
    text!(
        "无法读取 `{path}`：{error}",
        "cannot read `{path}`: {error}"
    )
}
