//! Expected findings stand in the input, under the line they mean:
//!
//! ```toml
//! quantity = 500
//! # error[OP125] "500" with "{ at_least = 50, at_most = 300 }": 报名 500 件
//! # unknown[OP128] campaigns.x.signup_on
//! # accepted[OP120] "0" with …: the reason of the exception
//! ```
//!
//! Severity, code, the underlined text (its first line), the texts of the other culprits,
//! and a piece of the Chinese message. Everything found must be expected and everything
//! expected must be found. `REWRITE=1 cargo test --test suite fixtures` writes what is
//! found into the fixtures: read every line before you commit it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use opsplan::Compiled;
use opsplan::diagnostic::{Diagnostic, Language, Severity, Unknown};
use opsplan::source::{Sources, Span};

use crate::tree_of_files::{files, local, repository};
use crate::world::Memory;

const FOLDER: &str = "tests/fixtures/check";

/// One thing that was found: its line, what must be written of it, and the message.
struct Found {
    file: PathBuf,
    line: usize,
    head: String,
    message: String,
}

/// One annotation: the line it stands under, and what it says.
#[derive(Clone, Debug)]
struct Expected {
    file: PathBuf,
    line: usize,
    says: String,
}

#[test]
fn every_check_finds_what_its_fixture_says_and_nothing_else() {
    let fixtures: Vec<(String, String)> = files(FOLDER, "toml")
        .into_iter()
        .map(|(path, text)| (local(&path, FOLDER), text))
        .collect();
    let world = Memory::new(
        fixtures
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let rewrite = std::env::var("REWRITE").is_ok();
    let mut failures = Vec::new();
    for (path, _) in fixtures.iter().filter(|(path, _)| !is_part(path)) {
        let compiled = world.check(path);
        let found = found(&compiled, path);
        if rewrite {
            write(&compiled.sources, &found);
        } else {
            failures.extend(differences(&compiled.sources, &found));
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n(to see what is found: REWRITE=1 cargo test --test suite fixtures)",
        failures.join("\n")
    );
}

/// Files in `parts/` are included by fixtures.
fn is_part(path: &str) -> bool {
    path.starts_with("parts/")
}

/// What a fixture finds; that something is left out only where the fixture is about it.
fn found(compiled: &Compiled<()>, fixture: &str) -> Vec<Found> {
    let (sources, report) = (&compiled.sources, &compiled.report);
    let at = |span: Span, head: String, message: &str| Found {
        file: sources.file(span).path.clone(),
        line: sources.file(span).position(span.start).line,
        head,
        message: message.to_owned(),
    };
    let is_meant = |finding: &&Diagnostic| {
        !finding.rule.asked
            || finding.severity > Severity::Info
            || fixture.starts_with(finding.rule.name)
    };
    let findings = report.findings.iter().filter(is_meant).map(|finding| {
        let head = head(finding.severity.word(), finding, sources);
        at(
            finding.primary.span,
            head,
            finding.message.get(Language::Chinese),
        )
    });
    let is_about =
        |unknown: &&Unknown| !unknown.rule.asked || fixture.starts_with(unknown.rule.name);
    let unknowns = report.unknowns.iter().filter(is_about).map(|unknown| {
        let head = format!("# unknown[{}] {}", unknown.rule.code, unknown.missing);
        at(unknown.span, head, unknown.message.get(Language::Chinese))
    });
    let accepted = report.accepted.iter().map(|risk| {
        at(
            risk.finding.primary.span,
            head("accepted", &risk.finding, sources),
            &risk.reason,
        )
    });
    findings.chain(unknowns).chain(accepted).collect()
}

/// `# error[OP125] "500" with "{ at_least = 50, at_most = 300 }"`.
fn head(word: &str, finding: &Diagnostic, sources: &Sources) -> String {
    let others: Vec<_> = finding
        .labels
        .iter()
        .map(|label| quoted(sources.slice(label.span)))
        .collect();
    let with = if others.is_empty() {
        String::new()
    } else {
        format!(" with {}", others.join(", "))
    };
    format!(
        "# {word}[{}] {}{with}",
        finding.rule.code,
        quoted(sources.slice(finding.primary.span))
    )
}

/// The first line of an underlined text, in quotes that it does not hold itself.
fn quoted(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.contains('"') {
        format!("`{line}`")
    } else {
        format!("\"{line}\"")
    }
}

fn is_annotation(line: &str) -> bool {
    let words = ["error", "warning", "info", "unknown", "accepted"];
    let word = line
        .strip_prefix("# ")
        .and_then(|rest| rest.split_once("[OP"))
        .map(|(word, _)| word);
    word.is_some_and(|word| words.contains(&word))
}

fn expected(sources: &Sources) -> Vec<Expected> {
    let mut expected = Vec::new();
    for file in &sources.files {
        let mut line = 0;
        for (index, text) in file.text.lines().enumerate() {
            if is_annotation(text) {
                expected.push(Expected {
                    file: file.path.clone(),
                    line,
                    says: text.to_owned(),
                });
            } else {
                line = index + 1;
            }
        }
    }
    expected
}

fn differences(sources: &Sources, found: &[Found]) -> Vec<String> {
    let mut expected = expected(sources);
    let mut differences = Vec::new();
    for one in found {
        let means = |expected: &Expected| {
            let rest = expected.says.strip_prefix(&one.head);
            let piece = rest.and_then(|rest| {
                if rest.is_empty() {
                    Some("")
                } else {
                    rest.strip_prefix(": ")
                }
            });
            expected.file == one.file
                && expected.line == one.line
                && piece.is_some_and(|piece| one.message.contains(piece))
        };
        match expected.iter().position(means) {
            Some(at) => drop(expected.swap_remove(at)),
            None => differences.push(format!(
                "{}:{}: not expected: {}: {}",
                one.file.display(),
                one.line,
                one.head,
                one.message
            )),
        }
    }
    let missing = expected.iter().map(|one| {
        format!(
            "{}:{}: not found: {}",
            one.file.display(),
            one.line,
            one.says
        )
    });
    differences.extend(missing);
    differences
}

fn write(sources: &Sources, found: &[Found]) {
    let mut by_line: BTreeMap<(&Path, usize), Vec<String>> = BTreeMap::new();
    for one in found {
        by_line
            .entry((&one.file, one.line))
            .or_default()
            .push(format!("{}: {}", one.head, one.message));
    }
    for file in sources
        .files
        .iter()
        .filter(|file| !file.path.to_string_lossy().starts_with("lib:"))
    {
        let mut text = String::new();
        for (index, line) in file
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| !is_annotation(line))
        {
            let annotations = by_line
                .remove(&(file.path.as_path(), index + 1))
                .unwrap_or_default();
            text.extend(
                [line.to_owned()]
                    .into_iter()
                    .chain(annotations)
                    .flat_map(|line| [line, "\n".into()]),
            );
        }
        fs::write(repository(FOLDER).join(&file.path), text).unwrap();
    }
}

/// The names of the checks that have fixtures; what follows `--` tells several apart.
pub(crate) fn names() -> Vec<String> {
    let paths = files(FOLDER, "toml")
        .into_iter()
        .map(|(path, _)| local(&path, FOLDER));
    let names = paths
        .filter(|path| !is_part(path))
        .map(|path| path.trim_end_matches(".toml").to_owned());
    names
        .map(|name| name.split("--").next().unwrap_or_default().to_owned())
        .collect()
}
