//! Files under 300 lines, functions under 60, tests not counted; each exception has its
//! reason.

use crate::tree_of_files::{files, local, without_tests};

const FILE: usize = 300;
const FUNCTION: usize = 60;

/// What may be longer: a file, or a file and a function, and why.
const LONGER: &[(&str, &str)] = &[
    (
        "src/tree/mistake.rs",
        "one short method a kind of mistake, asked one after the other",
    ),
    (
        "src/tree/bare.rs value",
        "one question a kind of value, the first that fits answers",
    ),
    (
        "src/tree/header.rs header_as",
        "one message a fault of a header",
    ),
    (
        "src/cli/args.rs",
        "all words of the command line with their help stand in one file",
    ),
    (
        "src/cli/output.rs",
        "all that makes writing whole or not at all stands in one file",
    ),
    (
        "src/render/draw/chart.rs",
        "bars and line of one chart, which share their columns and labels",
    ),
    ("src/render/page.rs", "one short function a kind of part"),
    (
        "src/render/wording.rs",
        "the wording of every kind of value, one short method a kind",
    ),
    (
        "src/plan/value/amount.rs",
        "figure, range and about share their reading and their schema",
    ),
];

/// The functions of a source with their lengths; a function ends where a brace stands as
/// deep as it began.
fn functions(source: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        if line.ends_with(';') {
            continue; // A trait asks for it; the body stands elsewhere.
        }
        let depth = line.len() - line.trim_start().len();
        let Some((before, name)) = line.split_once("fn ") else {
            continue;
        };
        if !before.trim().split(' ').all(|word| {
            word.is_empty() || word.starts_with("pub") || word == "const" || word == "in"
        }) {
            continue;
        }
        let ends =
            |line: &&str| line.trim_start() == "}" && line.len() - line.trim_start().len() == depth;
        if let Some(length) = lines[start..].iter().position(ends) {
            let name_end = name.find(['(', '<']).unwrap_or(name.len());
            found.push((&name[..name_end], length + 1));
        }
    }
    found
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the exceptions are printed with their reasons"
)]
fn long_files_and_functions_have_a_reason() {
    let mut long = Vec::new();
    for (path, text) in files("src", "rs") {
        let (name, source) = (local(&path, ""), without_tests(&text));
        let lines = source.lines().count();
        if lines > FILE {
            long.push((name.clone(), lines));
        }
        let functions = functions(source)
            .into_iter()
            .filter(|(_, lines)| *lines > FUNCTION);
        long.extend(functions.map(|(function, lines)| (format!("{name} {function}"), lines)));
    }
    for (name, lines) in &long {
        let reason = LONGER
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, reason)| *reason);
        println!(
            "{name}: {lines} lines: {}",
            reason.unwrap_or("no reason given")
        );
    }
    let without: Vec<_> = long
        .iter()
        .filter(|(name, _)| !LONGER.iter().any(|(known, _)| known == name))
        .collect();
    assert!(
        without.is_empty(),
        "shorten, or give a reason in tests/suite/size.rs: {without:?}"
    );
    let done: Vec<_> = LONGER
        .iter()
        .filter(|(known, _)| !long.iter().any(|(name, _)| name == known))
        .collect();
    assert!(
        done.is_empty(),
        "no longer long, take them out of the list: {done:?}"
    );
}
