//! Files of the repository that tests look at.

use std::fs;
use std::path::{Path, PathBuf};

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All files below a folder of the repository with an extension, sorted, with their texts.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&repository(folder), extension, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("the folder of a test is there") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

/// The path of a file below a folder of the repository, with slashes.
pub(crate) fn local(path: &Path, folder: &str) -> String {
    let below = path.strip_prefix(repository(folder)).unwrap();
    below.to_string_lossy().replace('\\', "/")
}

/// The name of a file without folder and extension.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The lines of a source file before its tests.
pub(crate) fn without_tests(source: &str) -> &str {
    source.split("\n#[cfg(test)]").next().unwrap_or_default()
}
