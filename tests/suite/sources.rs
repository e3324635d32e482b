//! docs/sources.md says where the source documents stand: every plan, item and finding that it
//! names must be there.

use std::fs;

use crate::tree_of_files::repository;

/// The rows of the page, each with its cells.
fn rows() -> Vec<Vec<String>> {
    let page = fs::read_to_string(repository("docs/sources.md")).expect("the page of sources");
    let lines = page.lines().filter(|line| line.starts_with("| "));
    let cells = |line: &str| line.trim_matches('|').split('|').map(cell).collect();
    lines.map(cells).collect()
}

fn cell(text: &str) -> String {
    text.trim().to_owned()
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// The row of a line of the page.
fn row<'a>(rows: &'a [Vec<String>], name: &str) -> Option<&'a Vec<String>> {
    rows.iter().find(|row| row[0] == name)
}

/// Whether a reference such as `plan#section.item`, or a plan alone, leads to something.
fn leads_somewhere(reference: &str) -> bool {
    let (plan, path) = reference.split_once('#').unwrap_or((reference, ""));
    let Ok(text) = fs::read_to_string(repository(&format!("plans/{plan}/plan.toml"))) else {
        return false;
    };
    let table: toml::Value = toml::from_str(&text).expect("a shipped plan is TOML");
    let mut keys = path.split('.').filter(|key| !key.is_empty());
    keys.try_fold(&table, |value, key| value.get(key)).is_some()
}

/// Whether a plan that a cell names is expected to raise a check.
fn is_found(code: &str, place: &str) -> bool {
    quoted(place).any(|reference| {
        let plan = reference.split('#').next().unwrap_or_default();
        let expected = repository(&format!("plans/{plan}/expected/findings.en.txt"));
        let findings = fs::read_to_string(expected).unwrap_or_default();
        let mut lines = findings
            .lines()
            .map(|line| line.trim_start_matches([' ', '?']));
        lines.any(|line| line.starts_with(code))
    })
}

#[test]
fn every_reference_leads_to_an_item_of_a_plan() {
    for row in rows() {
        let place = row.iter().skip(1).flat_map(|cell| quoted(cell));
        for reference in place.filter(|quoted| !quoted.starts_with("OP")) {
            let known = reference == "missing" || leads_somewhere(reference);
            assert!(known, "{}: `{reference}` is in no plan", row[0]);
        }
    }
}

#[test]
fn every_contradiction_is_found_as_the_page_says() {
    for row in rows().iter().filter(|row| row.len() == 5) {
        for code in quoted(&row[4]) {
            let found = is_found(code, &row[3]);
            assert!(found, "{}: {code} is not expected in {}", row[0], row[3]);
        }
    }
}

#[test]
fn every_document_and_line_has_a_row() {
    let rows = rows();
    let documents = "000-1 000-2 000-3 000-4 000-5 001 002 003 004"
        .split(' ')
        .map(str::to_owned);
    let contents = (1..=14).map(|part| format!("A{part}.1"));
    let contradictions = (1..=40).map(|number| format!("B{number:02}"));
    for name in documents.chain(contents).chain(contradictions) {
        let place = row(&rows, &name).map(|row| row[row.len().min(4) - 1].as_str());
        assert!(
            place.is_some_and(|place| !place.is_empty()),
            "{name} has no row, or no place"
        );
    }
}
