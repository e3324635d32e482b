//! What the measurements call: the floor, and the check of one plan.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use opsplan::source::{ReadError, World};
use opsplan::{Input, Options, compile};
use toml::de::DeTable;

/// A world in which there is nothing but the plan that is measured.
pub(crate) struct Nothing;

impl World for Nothing {
    fn read(&self, _: &Path) -> Result<String, ReadError> {
        Err(ReadError::Missing)
    }

    fn root(&self, _: &Path) -> PathBuf {
        PathBuf::new()
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn today(&self, _: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 1).unwrap_or_default()
    }
}

/// The least that any reader of the text has to do: parse it, and let go of the tree.
pub(crate) fn floor(text: &str) {
    drop(black_box(
        DeTable::parse(text).expect("a generated plan is TOML"),
    ));
}

/// The whole check of one plan, letting go of everything included.
pub(crate) fn check(text: &str) {
    let input = Input {
        path: "plan.toml".into(),
        text: Some(text.to_owned()),
        id: "plan".to_owned(),
    };
    let compiled = compile(&Nothing, input, Options::default(), |_| ());
    assert_eq!(
        black_box(compiled).report.findings,
        [],
        "a generated plan is clean"
    );
}
