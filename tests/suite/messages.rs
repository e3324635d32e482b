//! The words of the TOML parser: each that is translated is still said by the parser of
//! today, and is said in Chinese.

use std::collections::BTreeSet;

use opsplan::tree::{UNSAID, say, translated};
use toml::de::DeTable;

/// How a message begins, and a text that makes the parser say it.
const PROVOKED: &[(&str, &str)] = &[
    ("duplicate key", "a = 1\na = 2"),
    (
        "carriage return must be followed by newline",
        "a = 1\rb = 2",
    ),
    ("missing opening quote", "a = word\""),
    ("missing comma between array elements", "a = [\"1\" \"2\"]"),
    ("integers with a radix cannot be signed", "a = +0x1"),
    ("radix must be lowercase", "a = 0X1"),
    (
        "missing assignment between key-value pairs",
        "a = { b \"1\" }",
    ),
    ("cannot extend value of type", "a = 1\na.b = 2"),
    ("unexpected leading zero", "a = 01"),
    ("unclosed array table", "[[a"),
    ("missing key for inline table element", "a = { {} }"),
    ("missing inline table opening", "a = }"),
    ("missing escaped value", r#"a = "\q""#),
    ("missing array opening", "a = ]"),
    ("invalid unquoted key", "标题 = 1"),
    ("unquoted keys cannot be empty", "= 1"),
    ("unexpected sign", "a = 0x-1"),
    ("unexpected key or value", "a = \"1\" b"),
    ("unexpected `=` in array", "a = [=]"),
    ("unclosed table", "[a"),
    ("unclosed inline table", "a = {"),
    ("unclosed array", "a = ["),
    ("too few unicode value digits", r#"a = "\u12""#),
    ("string values must be quoted", "a = word"),
    ("redundant numeric sign", "a = +-1"),
    ("redundant integer number prefix", "a = 0d1"),
    ("missing value for key", ".a"),
    ("missing table open", "]"),
    (
        "missing comma between key-value pairs",
        "a = { b = \"1\" c = 2 }",
    ),
    ("keys cannot be multi-line literal strings", "'''a''' = 1"),
    (
        "keys cannot be multi-line basic strings",
        "\"\"\"a\"\"\" = 1",
    ),
    ("key with no value", "a"),
    ("invalid key-value pair", ", a"),
    ("invalid value", r#"a = "\ud800""#),
    ("invalid inline table element", "a = { ] }"),
    ("invalid comment character", "# \u{1}"),
    ("extra comma in inline table", "a = {,}"),
    ("extra comma in array", "a = [,]"),
    (
        "extra assignment between key-value pairs",
        "a = { b = = 1 }",
    ),
    ("extra `=`", "a = = 1"),
    ("`_` may only go between digits", "a = 1_"),
    ("invalid integer", "a = 0dx"),
    ("invalid hexadecimal", "a = 0xg"),
    ("invalid octal", "a = 0o8"),
    ("invalid binary", "a = 0b2"),
    ("invalid float", "a = 1.0x"),
    ("invalid mantissa", "a = .5"),
    ("invalid fraction", "a = 1."),
    ("invalid exponent", "a = 1e"),
    ("invalid date", "a = 2026-02-30"),
    ("invalid time", "a = 25:00:00"),
    ("invalid offset", "a = 2026-01-01T00:00:00+99:00"),
    ("invalid boolean", "a = tru"),
    ("invalid multi-line", "a = \"\"\"\u{1}\"\"\""),
    ("invalid basic string", "a = \"\u{1}\""),
    ("invalid literal string", "a = '\u{1}'"),
];

fn messages(text: &str) -> Vec<String> {
    let (_, errors) = DeTable::parse_recoverable(text);
    errors
        .iter()
        .map(|error| error.message().to_owned())
        .collect()
}

/// The beginning by which a message is translated: the first that fits.
fn translated_by(message: &str) -> Option<&'static str> {
    translated().find(|start| message.starts_with(start))
}

/// The texts that are too long for the table: what lies too deep.
fn too_deep() -> [(&'static str, String); 2] {
    [
        ("cannot recurse further", format!("a = {}", "[".repeat(100))),
        ("recursion limit", format!("a{} = 1", ".a".repeat(100))),
    ]
}

fn provoked() -> impl Iterator<Item = (&'static str, String)> {
    PROVOKED
        .iter()
        .map(|(start, text)| (*start, (*text).to_owned()))
        .chain(too_deep())
}

#[test]
fn every_translated_message_is_still_said() {
    let unsaid: Vec<_> = provoked()
        .map(|(start, text)| (start, messages(&text)))
        .filter(|(start, said)| {
            !said
                .iter()
                .any(|message| translated_by(message) == Some(*start))
        })
        .collect();
    assert!(
        unsaid.is_empty(),
        "the parser says something else: {unsaid:#?}"
    );
}

#[test]
fn every_translated_message_is_provoked() {
    let starts: BTreeSet<_> = translated().collect();
    let provoked: BTreeSet<_> = provoked().map(|(start, _)| start).collect();
    assert_eq!(
        starts, provoked,
        "the list in src/tree/message.rs and the texts of this test differ"
    );
    assert_eq!(
        starts.len(),
        translated().count(),
        "a beginning stands twice"
    );
}

#[test]
fn what_the_parser_says_of_these_texts_is_said_in_chinese() {
    for (_, text) in provoked() {
        for message in messages(&text) {
            let said = say(&message).zh;
            assert!(!said.contains(UNSAID), "{text:?}: {said}");
        }
    }
}
