//! Writing documents: whatever fails at whatever step, nothing is half written, what was
//! there stays, and nothing temporary is left.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use opsplan::cli::output::{File, Foreign, MANIFEST, Storage, create, write};
use proptest::prelude::*;

/// A disk that fails at the chosen step; a write that fails leaves half of the bytes.
#[derive(Default)]
struct Faulty {
    files: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
    steps: Cell<usize>,
    fails_at: Cell<Option<usize>>,
    /// From this step on nothing is done any more, as if the program had been killed.
    stops_at: Cell<Option<usize>>,
}

impl Faulty {
    fn with<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let files = files
            .into_iter()
            .map(|(name, text)| (Path::new("out").join(name), text.into()));
        Self {
            files: RefCell::new(files.collect()),
            ..Self::default()
        }
    }

    fn step(&self) -> io::Result<()> {
        let step = self.steps.get();
        self.steps.set(step + 1);
        let stopped = self.stops_at.get().is_some_and(|last| step >= last);
        if stopped || self.fails_at.get() == Some(step) {
            Err(io::Error::other("no space left"))
        } else {
            Ok(())
        }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.files
            .borrow()
            .get(&Path::new("out").join(name))
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    fn names(&self) -> Vec<String> {
        self.files
            .borrow()
            .keys()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    }
}

impl Storage for Faulty {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.step()?;
        Ok(self.files.borrow().get(path).cloned())
    }

    fn lock(&self, _: &Path) -> io::Result<Box<dyn Any>> {
        self.step()?;
        Ok(Box::new(()))
    }

    fn create_folder(&self, _: &Path) -> io::Result<()> {
        self.step()
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.files.borrow().contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let fails = self.step();
        let written = if fails.is_ok() {
            bytes
        } else {
            &bytes[..bytes.len() / 2]
        };
        self.files
            .borrow_mut()
            .insert(path.to_owned(), written.to_vec());
        fails
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        let bytes = self
            .files
            .borrow_mut()
            .remove(from)
            .ok_or(io::ErrorKind::NotFound)?;
        self.files.borrow_mut().insert(to.to_owned(), bytes);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self
            .stops_at
            .get()
            .is_some_and(|last| self.steps.get() > last)
        {
            return Err(io::Error::other("stopped"));
        }
        self.files
            .borrow_mut()
            .remove(path)
            .map(drop)
            .ok_or(io::ErrorKind::NotFound.into())
    }
}

fn file(name: &str, text: &str) -> File {
    File {
        name: name.to_owned(),
        bytes: text.into(),
    }
}

fn documents(edition: &str) -> [File; 3] {
    ["plan.html", "plan.md", "plan.json"]
        .map(|name| file(name, &format!("{name} of the {edition} edition")))
}

/// Folder with an edition that we wrote.
fn written_before() -> Faulty {
    let storage = Faulty::default();
    write(&storage, Path::new("out"), &documents("old"), Foreign::Keep).unwrap();
    storage.steps.set(0);
    storage
}

#[test]
fn a_fault_at_any_step_leaves_whole_files_and_nothing_temporary() {
    let steps = {
        let storage = written_before();
        write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).unwrap();
        storage.steps.get()
    };
    assert!(steps > 10);
    for step in 0..steps {
        let storage = written_before();
        storage.fails_at.set(Some(step));
        let error =
            write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).unwrap_err();
        assert!(
            error.en.contains("no space left") && error.zh.contains("no space left"),
            "{error:?}"
        );
        assert_eq!(
            storage.names(),
            [MANIFEST, "plan.html", "plan.json", "plan.md"],
            "step {step}"
        );
        for document in documents("old") {
            let text = storage.text(&document.name).unwrap();
            let new = format!("{} of the new edition", document.name);
            assert!(
                text.as_bytes() == document.bytes || text == new,
                "step {step}: {text}"
            );
        }
        storage.fails_at.set(None);
        write(
            &storage,
            Path::new("out"),
            &documents("third"),
            Foreign::Keep,
        )
        .unwrap_or_else(|error| {
            panic!(
                "after a fault at step {step} the folder is no longer ours: {}",
                error.en
            )
        });
    }
}

#[test]
fn the_first_edition_appears_whole_or_not_at_all() {
    for step in 0..20 {
        let storage = Faulty::default();
        storage.fails_at.set(Some(step));
        if write(
            &storage,
            Path::new("out"),
            &documents("first"),
            Foreign::Keep,
        )
        .is_ok()
        {
            break;
        }
        for name in storage.names() {
            assert!(!name.contains("partial"), "step {step}: {name}");
            let whole = name == MANIFEST || storage.text(&name).unwrap().ends_with("first edition");
            assert!(whole, "step {step}: {name}");
        }
    }
}

#[test]
fn a_file_that_is_not_ours_is_kept() {
    let storage = Faulty::with([("plan.md", "mine")]);
    let error = write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).unwrap_err();
    assert_eq!(
        error.en,
        "`out/plan.md` was not made by this program, or was changed since; use `--force` to overwrite it"
    );
    assert_eq!(storage.names(), ["plan.md"]);
    assert_eq!(storage.text("plan.md").unwrap(), "mine");
    write(
        &storage,
        Path::new("out"),
        &documents("new"),
        Foreign::Overwrite,
    )
    .unwrap();
    assert_eq!(
        storage.text("plan.md").unwrap(),
        "plan.md of the new edition"
    );
}

#[test]
fn a_file_that_was_changed_since_is_kept() {
    let storage = written_before();
    storage
        .files
        .borrow_mut()
        .insert("out/plan.html".into(), b"corrected by hand".to_vec());
    write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).unwrap_err();
    assert_eq!(storage.text("plan.html").unwrap(), "corrected by hand");
    assert_eq!(
        storage.text("plan.md").unwrap(),
        "plan.md of the old edition"
    );
}

#[test]
fn new_files_are_not_created_over_others() {
    let storage = Faulty::with([("plan.toml", "mine")]);
    let (first, second) = ([file("a.toml", "a")], [file("plan.toml", "new")]);
    let folders = [
        (Path::new("settings"), &first[..]),
        (Path::new("out"), &second[..]),
    ];
    let error = create(&storage, &folders).unwrap_err();
    assert_eq!(
        error.en,
        "`out/plan.toml` exists already; nothing was changed"
    );
    assert_eq!(storage.names(), ["plan.toml"]);
}

/// What a program that was stopped left beside its files, under the names of today and of
/// before.
#[test]
fn leftovers_are_cleared_away() {
    let mut names = vec![
        ".plan.md.partial".to_owned(),
        ".opsplan-manifest.json.partial".to_owned(),
    ];
    names.extend((1..=100).map(|number| format!(".plan.html.{number}.partial")));
    names.push(".notes.partial".to_owned());
    let storage = Faulty::with(names.iter().map(|name| (&**name, "half a f")));
    write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).unwrap();
    let left = [
        ".notes.partial",
        MANIFEST,
        "plan.html",
        "plan.json",
        "plan.md",
    ];
    assert_eq!(storage.names(), left, "what belongs to no document stays");
}

/// Stopped at any step, and again at any step of the next try, with other documents each time.
#[test]
fn no_two_stops_make_the_program_disown_its_files() {
    let stopped = |storage: &Faulty, edition: &str, step: usize| {
        storage.steps.set(0);
        storage.stops_at.set(Some(step));
        let ended = write(
            storage,
            Path::new("out"),
            &documents(edition),
            Foreign::Keep,
        );
        storage.stops_at.set(None);
        ended.is_err()
    };
    let mut pairs = 0;
    for first in 0.. {
        let storage = written_before();
        if !stopped(&storage, "first", first) {
            break;
        }
        for second in 0.. {
            let storage = written_before();
            stopped(&storage, "first", first);
            let stopped = stopped(&storage, "second", second);
            write(
                &storage,
                Path::new("out"),
                &documents("third"),
                Foreign::Keep,
            )
            .unwrap_or_else(|error| panic!("stopped at {first} and {second}: {}", error.en));
            assert_eq!(
                storage.names(),
                [MANIFEST, "plan.html", "plan.json", "plan.md"]
            );
            if !stopped {
                break;
            }
            pairs += 1;
        }
    }
    assert!(pairs > 100, "{pairs}");
}

proptest! {
    /// A manifest that somebody broke vouches for nothing, and never panics.
    #[test]
    fn any_manifest_can_be_read(manifest in ".{0,200}") {
        let storage = Faulty::with([(MANIFEST, &*manifest), ("plan.md", "mine")]);
        prop_assert!(write(&storage, Path::new("out"), &documents("new"), Foreign::Keep).is_err());
        prop_assert_eq!(storage.text("plan.md").unwrap(), "mine");
    }
}
