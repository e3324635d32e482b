//! The list of checks as a whole.

use std::collections::BTreeSet;

use opsplan::check;
use opsplan::diagnostic::{Family, Language, Rule, Severity};
use opsplan::source::Sources;

use crate::fixtures;
use crate::tree_of_files::{files, local, repository};
use crate::world::Memory;

/// Codes that are not used any more; docs/checks/retired.md says why.
const RETIRED: [&str; 12] = [
    "OP005", "OP006", "OP027", "OP028", "OP029", "OP083", "OP102", "OP106", "OP136", "OP173",
    "OP211", "OP213",
];

#[test]
fn codes_are_sorted_unique_and_in_form() {
    let codes: Vec<&str> = check::rules().iter().map(|rule| rule.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    for code in codes {
        let digits = code.strip_prefix("OP").unwrap_or_default();
        assert!(
            digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit()),
            "{code}"
        );
    }
}

#[test]
fn names_are_unique_and_kebab_case() {
    let mut seen = BTreeSet::new();
    for rule in check::rules() {
        let part_is_plain = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert!(
            rule.name.split('-').all(part_is_plain),
            "{} is not kebab-case",
            rule.name
        );
        assert!(seen.insert(rule.name), "{} is used twice", rule.name);
        assert!(check::rule(rule.name) == Some(rule) && check::rule(rule.code) == Some(rule));
    }
}

#[test]
fn titles_are_one_line_without_a_full_stop() {
    for rule in check::rules() {
        for title in [
            rule.title.get(Language::Chinese),
            rule.title.get(Language::English),
        ] {
            assert!(
                !title.is_empty() && !title.contains('\n') && !title.ends_with(['.', '。']),
                "{}: {title}",
                rule.code
            );
        }
    }
}

#[test]
fn retired_codes_stay_retired() {
    let page = std::fs::read_to_string(repository("docs/checks/retired.md")).unwrap();
    for code in RETIRED {
        assert!(
            check::rule(code).is_none(),
            "{code} is retired and may not be used again"
        );
        assert!(
            page.contains(&format!("| {code} |")),
            "docs/checks/retired.md does not list {code}"
        );
    }
    let listed = page.lines().filter(|line| line.starts_with("| OP")).count();
    assert_eq!(
        listed,
        RETIRED.len(),
        "docs/checks/retired.md and the list in this test differ"
    );
}

/// The checks that plans raise; the others are about running the program.
fn rules_of_plans() -> impl Iterator<Item = &'static Rule> {
    let rules = check::rules().into_iter();
    rules.filter(|rule| rule.family != Family::Run)
}

#[test]
fn every_check_has_a_fixture_and_every_fixture_a_check() {
    let names: BTreeSet<String> = rules_of_plans().map(|rule| rule.name.to_owned()).collect();
    let fixtures: BTreeSet<String> = fixtures::names().into_iter().collect();
    let without: Vec<_> = names.difference(&fixtures).collect();
    let stray: Vec<_> = fixtures.difference(&names).collect();
    assert!(
        without.is_empty(),
        "add tests/fixtures/check/<name>.toml for {without:?}"
    );
    assert!(stray.is_empty(), "no check has the fixtures {stray:?}");
}

#[test]
fn every_fixture_raises_its_check() {
    for rule in rules_of_plans() {
        let path = format!("tests/fixtures/check/{}.toml", rule.name);
        let text = std::fs::read_to_string(repository(&path)).unwrap_or_default();
        assert!(
            text.contains(&format!("[{}]", rule.code)),
            "{path} never raises {}",
            rule.code
        );
    }
}

#[test]
fn good_plans_have_no_error_and_no_warning() {
    let files: Vec<(String, String)> = files("plans", "toml")
        .into_iter()
        .map(|(path, text)| (local(&path, ""), text))
        .collect();
    let is_good = |path: &&str| path.ends_with("/plan.toml") && !path.contains("-as-written/");
    let good: Vec<&str> = files
        .iter()
        .map(|(path, _)| &**path)
        .filter(is_good)
        .collect();
    assert!(good.len() > 5, "{good:?}");
    for plan in good {
        let world = Memory::new(
            files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str())),
        );
        let compiled = world.check(plan);
        let bad = compiled
            .report
            .findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning);
        let told: Vec<String> = bad
            .map(|finding| line(&compiled.sources, finding))
            .collect();
        assert!(
            compiled.made.is_some() && told.is_empty(),
            "{plan} is not clean:\n{}",
            told.join("\n")
        );
    }
}

fn line(sources: &Sources, finding: &opsplan::diagnostic::Diagnostic) -> String {
    let place = sources
        .file(finding.primary.span)
        .position(finding.primary.span.start);
    format!(
        "  {} {} {}",
        place.line,
        finding.rule.code,
        finding.message.get(Language::Chinese)
    )
}
