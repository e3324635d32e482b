use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::Session;
use super::disk::{self, Kind};
use crate::Input;
use crate::source::{ReadError, World, normal};

/// A plan that was asked for, or why there is none at a path.
#[derive(Debug)]
pub(super) enum Asked {
    Plan(Input),
    Unreadable(PathBuf, ReadError),
    NoPlan(PathBuf),
}

impl Asked {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Plan(input) => &input.path,
            Self::Unreadable(path, _) | Self::NoPlan(path) => path,
        }
    }
}

/// The plans that paths name, each file once: files as they are, folders by what is below them.
pub(super) fn collect(
    session: &Session<'_>,
    paths: &[PathBuf],
    stdin_filename: &Path,
) -> Vec<Asked> {
    let mut seen = HashSet::new();
    let asked = paths
        .iter()
        .flat_map(|path| below(session, path, stdin_filename));
    let is_new = |asked: &Asked| seen.insert(real(session, asked.path()));
    asked.filter(is_new).collect()
}

/// The file that a path leads to, whatever it is called.
fn real(session: &Session<'_>, path: &Path) -> PathBuf {
    let plain = || normal(&session.disk.absolute(path));
    session.disk.real(path).unwrap_or_else(plain)
}

/// What one path of the command line names.
fn below(session: &Session<'_>, path: &Path, stdin_filename: &Path) -> Vec<Asked> {
    if path == Path::new("-") {
        let text = disk::read_up_to_limit(std::io::stdin().lock());
        return vec![read(session, stdin_filename, text)];
    }
    match session.disk.kind(path) {
        Kind::File | Kind::Missing => vec![Asked::Plan(input(session, path.to_owned(), None))],
        Kind::Stream => vec![read(session, path, session.disk.read_stream(path))],
        Kind::Folder => folder(session, path),
    }
}

fn folder(session: &Session<'_>, path: &Path) -> Vec<Asked> {
    let found = session.disk.plans_below(path);
    if found.is_empty() {
        return vec![Asked::NoPlan(path.to_owned())];
    }
    let asked = found.into_iter().map(|found| match found {
        Ok(path) => Asked::Plan(input(session, tidy(&path), None)),
        Err((path, error)) => Asked::Unreadable(path, error),
    });
    asked.collect()
}

/// `./plan.toml` reads better as `plan.toml`.
fn tidy(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// A plan whose text was read already.
fn read(session: &Session<'_>, path: &Path, text: Result<String, ReadError>) -> Asked {
    match text {
        Ok(text) => Asked::Plan(input(session, path.to_owned(), Some(text))),
        Err(error) => Asked::Unreadable(path.to_owned(), error),
    }
}

fn input(session: &Session<'_>, path: PathBuf, text: Option<String>) -> Input {
    let id = default_id(&normal(&session.disk.absolute(&path)));
    Input { path, text, id }
}

/// The name of the folder of a `plan.toml`, else the stem of the file; documents are put
/// into a folder of this name.
fn default_id(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .map(|folder| folder.to_string_lossy().into_owned());
    let id = match name.strip_suffix(".toml").unwrap_or(&name) {
        "plan" => folder.unwrap_or_default(),
        stem => stem.strip_suffix(".plan").unwrap_or(stem).to_owned(),
    };
    if names_a_folder(&id) {
        id
    } else {
        "plan".to_owned()
    }
}

/// Whether a folder of this name lies below the one it is created in, on every system.
fn names_a_folder(id: &str) -> bool {
    let is_forbidden = |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | ':');
    !id.contains(is_forbidden) && !id.trim_matches(['.', ' ']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_named_after_its_folder_or_file() {
        assert_eq!(
            default_id(Path::new("/plans/nail-tools/plan.toml")),
            "nail-tools"
        );
        assert_eq!(default_id(Path::new("/plans/autumn.plan.toml")), "autumn");
        assert_eq!(default_id(Path::new("/plans/autumn.toml")), "autumn");
    }

    #[test]
    fn no_name_leads_out_of_the_folder_of_documents() {
        for path in [
            "/plans/...toml",
            "/plans/.toml",
            "/..plan.toml",
            "/plan.toml",
            "/a/b\\..\\c.toml",
            "/a\n/plan.toml",
        ] {
            assert_eq!(default_id(Path::new(path)), "plan", "{path}");
        }
    }
}
