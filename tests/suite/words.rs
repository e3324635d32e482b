//! Sentences as plans hold them, each with what is said about it: words that ask for something
//! forbidden (OP160), words that advertising may not use (OP165), or nothing.

use crate::world::Memory;

/// The lines of all corpora, each with the finding, the field and the sentence. `-` is harmless; `?`
/// asks for something that no law forbids, or that may mean something else, and is passed over.
fn lines() -> Vec<String> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/words")).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// What is found in a plan with a sentence in one of its fields.
fn found(field: &str, sentence: &str) -> Vec<&'static str> {
    let (section, key) = field.split_once('.').unwrap();
    let value = match key {
        "checklist" | "duties" | "focus" => format!("[{sentence:?}]"),
        _ => format!("{sentence:?}"),
    };
    let text = format!("[plan]\ntitle = \"t\"\n\n[{section}.one]\n{key} = {value}\n");
    let report = Memory::new([("plan.toml", &*text)]).compile(|_| ()).report;
    let codes = report.findings.iter().map(|finding| finding.rule.code);
    assert!(codes.clone().all(|code| code != "OP001"), "{text}");
    codes
        .filter(|code| ["OP160", "OP165"].contains(code))
        .collect()
}

#[test]
fn each_sentence_gets_what_it_is_marked_with() {
    for line in lines() {
        let mut parts = line.splitn(3, ' ');
        let [mark, field, sentence] = std::array::from_fn(|_| parts.next().unwrap());
        let mut found = found(field, sentence);
        found.dedup();
        let expected: &[&str] = if mark.starts_with("OP") { &[mark] } else { &[] };
        assert_eq!(found, expected, "{line}");
    }
}
