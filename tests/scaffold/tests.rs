use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::run;

const CHECK: [&str; 4] = ["check", "campaigns", "colour-clash", "OP999"];
const SECTION: [&str; 5] = ["section", "colours", "colour", "Colour", "颜色"];

/// What the scaffold looks at, copied from the project.
fn project() -> TempDir {
    let copy = TempDir::new().unwrap();
    for folder in [
        "src/check",
        "src/plan",
        "docs/checks",
        "tests/fixtures/check",
    ] {
        for path in files(Path::new(env!("CARGO_MANIFEST_DIR")), folder) {
            let to = copy.path().join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path), to).unwrap();
        }
    }
    copy
}

/// All files below a folder, relative to the root.
fn files(root: &Path, folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root.join(folder)).unwrap().map(Result::unwrap);
    let below = entries.flat_map(|entry| {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            files(root, &path)
        } else {
            BTreeSet::from([path])
        }
    });
    below.collect()
}

fn text(project: &TempDir, path: &str) -> String {
    fs::read_to_string(project.path().join(path)).unwrap()
}

/// The files that a run adds, by comparing the project before and after.
fn added(project: &TempDir, arguments: &[&str]) -> Vec<String> {
    let all = || -> BTreeSet<String> {
        ["src", "docs", "tests"]
            .iter()
            .flat_map(|folder| files(project.path(), folder))
            .collect()
    };
    let before = all();
    run(project.path(), arguments).unwrap();
    all().difference(&before).cloned().collect()
}

fn lines_added(before: &str, after: &str) -> Vec<String> {
    let known: BTreeSet<&str> = before.lines().collect();
    let new = after.lines().filter(|line| !known.contains(line));
    new.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_check_gets_three_files_and_a_word_at_the_end_of_its_family() {
    let project = project();
    let list = text(&project, "src/check/mod.rs");
    let page = "docs/checks/OP999-colour-clash.md";
    let source = "src/check/campaigns/colour_clash.rs";
    let fixture = "tests/fixtures/check/colour-clash.toml";
    assert_eq!(added(&project, &CHECK), [page, source, fixture]);
    for file in [page, source, fixture] {
        let text = text(&project, file);
        assert!(
            text.contains("OP999") && !text.contains("__"),
            "{file}: {text}"
        );
    }
    let after = text(&project, "src/check/mod.rs");
    let family = after.split("\n    campaigns {").nth(1).unwrap();
    let words: Vec<&str> = family
        .split('}')
        .next()
        .unwrap()
        .split_whitespace()
        .collect();
    assert_eq!(words.last(), Some(&"colour_clash"));
    assert_eq!(lines_added(&list, &after).len(), 1, "one line is touched");
}

#[test]
fn a_section_gets_a_file_and_an_entry_at_the_end_of_the_list() {
    let project = project();
    let list = text(&project, "src/plan/mod.rs");
    assert_eq!(added(&project, &SECTION), ["src/plan/colour.rs"]);
    let source = text(&project, "src/plan/colour.rs");
    assert!(
        source.contains("pub struct Colour {") && !source.contains("__"),
        "{source}"
    );
    let after = text(&project, "src/plan/mod.rs");
    assert_eq!(
        lines_added(&list, &after),
        [
            "/// `[colours]`",
            "Colours colours in colour: Colour by Id, (title) [Many] \"颜色\" \"Colours, keyed by id.\"",
            "\"颜色，以编号为键。\";",
        ]
    );
}

#[test]
fn what_is_taken_is_refused_and_nothing_is_written() {
    let project = project();
    let retired = text(&project, "docs/checks/retired.md");
    let retired = retired
        .lines()
        .find_map(|line| line.strip_prefix("| OP"))
        .unwrap();
    let retired = format!("OP{}", &retired[..3]);
    fs::write(project.path().join("tests/fixtures/check/stray.toml"), "").unwrap();
    let before = files(project.path(), "src");
    let list = text(&project, "src/check/mod.rs");
    for arguments in [
        &["check", "campaigns", "colour-clash", "OP125"][..],
        &["check", "campaigns", "colour-clash", &retired],
        &["check", "campaigns", "colour-clash", "OP9999"],
        &["check", "campaigns", "quantity-range", "OP999"],
        &["check", "campaigns", "Colour", "OP999"],
        &["check", "campaigns", "stray", "OP999"],
        &["check", "colours", "colour-clash", "OP999"],
        &["section", "events", "colour", "Colour", "颜色"],
        &["section", "colours", "event", "Colour", "颜色"],
        &["section", "colours", "colour", "Event", "颜色"],
        &["section", "colours", "colour", "colour", "颜色"],
        &["chek"],
    ] {
        assert!(run(project.path(), arguments).is_err(), "{arguments:?}");
    }
    assert_eq!(files(project.path(), "src"), before);
    assert_eq!(text(&project, "src/check/mod.rs"), list);
}
