//! The documentation is run: the examples of a page must raise its check, or stay silent.

use std::collections::BTreeSet;
use std::path::Path;

use opsplan::Compiled;
use opsplan::check::{self, facts, page};
use opsplan::diagnostic::{Family, Language, Rule, Severity};

use crate::tree_of_files::{files, repository, stem};
use crate::world::Memory;

const FOLDER: &str = "docs/checks";
/// The page about codes that are not used any more.
const RETIRED: &str = "retired";
/// A check that cannot be raised alone: when an exception has expired, what it silenced is
/// found again.
const ALONG: [(&str, &str); 1] = [("OP222", "OP125")];
/// A check that finds nothing: it says what nobody can know yet.
const UNKNOWN: [&str; 1] = ["OP208"];

fn compiled(text: &str) -> Compiled<()> {
    Memory::new([("plan.toml", text)]).check("plan.toml")
}

fn file_of(rule: &Rule) -> String {
    format!("{FOLDER}/{}-{}.md", rule.code, rule.name)
}

/// The checks that plans raise; the others are about running the program.
fn rules_of_plans() -> impl Iterator<Item = &'static Rule> {
    let rules = check::rules().into_iter();
    rules.filter(|rule| rule.family != Family::Run)
}

/// What was found, one line a finding, for messages of these tests.
fn told(compiled: &Compiled<()>) -> String {
    let report = &compiled.report;
    let findings = report.findings.iter().map(|finding| {
        let place = compiled
            .sources
            .file(finding.primary.span)
            .position(finding.primary.span.start);
        format!(
            "  {}:{} {} {}\n",
            place.line,
            place.column,
            finding.rule.code,
            finding.message.get(Language::Chinese)
        )
    });
    findings.collect()
}

#[test]
fn every_check_has_a_page_and_every_page_a_check() {
    let pages: BTreeSet<String> = files(FOLDER, "md")
        .iter()
        .map(|(path, _)| stem(path))
        .collect();
    let rules: BTreeSet<String> = check::rules()
        .iter()
        .map(|rule| format!("{}-{}", rule.code, rule.name))
        .collect();
    let without_page: Vec<_> = rules.difference(&pages).collect();
    let without_rule: Vec<_> = pages
        .difference(&rules)
        .filter(|page| *page != RETIRED)
        .collect();
    assert!(
        without_page.is_empty(),
        "write the pages of {without_page:?} in {FOLDER}/"
    );
    assert!(
        without_rule.is_empty(),
        "no check has the pages {without_rule:?}"
    );
}

#[test]
fn pages_begin_with_what_the_registry_says() {
    for rule in check::rules() {
        let first: Vec<&str> = page(rule).text.lines().take(3).collect();
        let right = [
            format!("# {} {}", rule.code, rule.name),
            String::new(),
            facts(rule, Language::English),
        ];
        assert_eq!(
            first,
            right,
            "the first three lines of {} are wrong: write\n\n{}\n",
            file_of(rule),
            right.join("\n")
        );
    }
}

#[test]
fn pages_have_their_sections_in_both_languages() {
    for rule in check::rules() {
        let page = page(rule);
        let headings: Vec<&str> = page
            .text
            .lines()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(
            headings,
            ["## 为什么", "## Why", "## Bad", "## Good"],
            "{}",
            file_of(rule)
        );
        let (chinese, english) = (
            page.in_language(Language::Chinese),
            page.in_language(Language::English),
        );
        assert!(
            !chinese.contains("## Why") && !english.contains("## 为什么"),
            "{}",
            file_of(rule)
        );
        let prose = english.split("\n## Bad").next().unwrap_or_default();
        let stray = prose
            .chars()
            .filter(|letter| ('\u{4e00}'..='\u{9fff}').contains(letter))
            .count();
        assert!(
            stray <= 12,
            "the English part of {} holds {stray} Chinese characters",
            file_of(rule)
        );
    }
}

#[test]
fn bad_examples_raise_their_check_and_nothing_else() {
    for rule in rules_of_plans() {
        let bad = page(rule)
            .example("Bad")
            .unwrap_or_else(|| panic!("{} has no bad example", file_of(rule)));
        let compiled = compiled(bad);
        let codes = compiled
            .report
            .findings
            .iter()
            .map(|finding| finding.rule.code);
        let others = codes
            .clone()
            .filter(|code| *code != rule.code && !ALONG.contains(&(rule.code, code)))
            .count();
        let unknowns = compiled.report.unknowns.iter();
        let unknowns = unknowns.map(|unknown| unknown.rule.code);
        let unknowns = unknowns.filter(|code| UNKNOWN.contains(code));
        let raised = codes.chain(unknowns);
        let raised = raised.filter(|code| *code == rule.code).count();
        assert!(
            raised > 0,
            "the bad example of {} does not raise it:\n{}",
            file_of(rule),
            told(&compiled)
        );
        assert_eq!(
            others,
            0,
            "the bad example of {} raises others:\n{}",
            file_of(rule),
            told(&compiled)
        );
    }
}

#[test]
fn good_examples_are_silent() {
    for rule in rules_of_plans() {
        let good = page(rule)
            .example("Good")
            .unwrap_or_else(|| panic!("{} has no good example", file_of(rule)));
        let compiled = compiled(good);
        assert!(
            compiled.made.is_some(),
            "the good example of {} cannot be read:\n{}",
            file_of(rule),
            told(&compiled)
        );
        assert!(
            !compiled.report.reaches(Severity::Warning),
            "the good example of {}:\n{}",
            file_of(rule),
            told(&compiled)
        );
        let still = compiled
            .report
            .findings
            .iter()
            .any(|finding| finding.rule.code == rule.code);
        assert!(
            !still,
            "the good example of {} raises it:\n{}",
            file_of(rule),
            told(&compiled)
        );
        let undecided = compiled
            .report
            .unknowns
            .iter()
            .find(|unknown| unknown.rule.code == rule.code);
        assert!(
            undecided.is_none(),
            "the good example of {} leaves it undecided: {undecided:?}",
            file_of(rule)
        );
    }
}

/// Blocks of docs/plan-language.md are whole plans unless they say that they are parts.
#[test]
fn whole_plans_of_the_language_page_compile() {
    let page = Path::new("docs/plan-language.md");
    let Ok(text) = std::fs::read_to_string(repository("").join(page)) else {
        return;
    };
    let blocks = text
        .split("```toml\n")
        .skip(1)
        .map(|block| block.split("\n```").next().unwrap_or_default());
    for plan in blocks.filter(|block| !block.starts_with("# part of a plan")) {
        let compiled = compiled(plan);
        assert!(
            !compiled.report.reaches(Severity::Warning),
            "{}:\n{plan}\n{}",
            page.display(),
            told(&compiled)
        );
    }
}
