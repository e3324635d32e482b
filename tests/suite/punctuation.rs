//! Chinese texts have full-width punctuation: messages, labels, templates, pages, plans, and
//! what is printed of them.

use std::path::Path;

use crate::tree_of_files::{files, local, without_tests};

/// Marks that stand in Chinese in their full-width form, `，` `；` `：` `？` `！` `（` `）`.
const MARKS: &[char] = &[',', ';', ':', '?', '!', '(', ')'];

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}')
}

/// A line without what stands in it as code.
fn without_code(line: &str) -> String {
    let spans = line.split('`').enumerate();
    let words = spans.map(|(at, span)| if at % 2 == 0 { span } else { "" });
    words.collect::<Vec<_>>().join("`")
}

/// Whether a text has more Chinese letters than words of Latin ones.
fn speaks_chinese(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    let words = words.filter(|word| !word.is_empty()).count();
    text.chars().filter(|letter| is_chinese(*letter)).count() > words
}

/// A half-width mark beside a Chinese letter.
fn has_half_width(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| {
        let [first, second] = [pair[0], pair[1]];
        (is_chinese(first) && MARKS.contains(&second))
            || (MARKS.contains(&first) && is_chinese(second))
    })
}

/// The texts of a line that are wrong: what stands in quotes or in a cell of a table is a text
/// of its own.
fn wrong(line: &str) -> Vec<String> {
    let line = without_code(line);
    let is_pattern = line.contains("?) ?") || line.contains(")$");
    let is_comment = line.trim_start().starts_with("//");
    let is_command = line.starts_with("::");
    if is_pattern || is_comment || is_command {
        return Vec::new();
    }
    let texts = line.split(['"', '|', '<', '>']);
    let wrong = texts.filter(|text| speaks_chinese(text) && has_half_width(text));
    wrong.map(str::to_owned).collect()
}

fn is_english(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    name.contains(".en.") || name == "README.md"
}

#[test]
fn half_width_marks_are_told_in_chinese_only() {
    for (line, count) in [
        ("message = \"写了年份,没写月份\"", 1),
        ("text!(\"「甲」（示例）\", \"“甲”, an example\")", 0),
        ("text!(\"甲(示例)\", \"甲, an example\")", 1),
        ("as 七折 (in Chinese), or", 0),
        ("写成 `甲,乙`，不要写成：a, b", 0),
        ("| 甲:乙 | words |", 1),
    ] {
        assert_eq!(wrong(line).len(), count, "{line}");
    }
}

#[test]
fn punctuation_of_chinese_is_full_width() {
    let folders = [
        ("src", "rs"),
        ("src/library", "toml"),
        ("templates", "html"),
        ("templates", "md"),
        ("templates", "toml"),
        ("docs", "md"),
        ("plans", "toml"),
        ("plans", "md"),
        ("plans", "txt"),
        ("tests/gallery", "txt"),
        ("benches", "rs"),
    ];
    let mut found = Vec::new();
    let readme = crate::tree_of_files::repository("README.zh-CN.md");
    let readme = (readme.clone(), std::fs::read_to_string(readme).unwrap());
    let all = folders.iter().flat_map(|(folder, end)| files(folder, end));
    for (path, text) in all.chain([readme]).filter(|(path, _)| !is_english(path)) {
        for (at, line) in without_tests(&text).lines().enumerate() {
            let name = local(&path, "");
            found.extend(
                wrong(line)
                    .iter()
                    .map(|text| format!("{name}:{}: {text}", at + 1)),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
