//! TOML 1.1 syntax, which other tools do not read yet.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Rule, Text, rule};
use crate::source::{SourceFile, Span};

/// OP221: syntax of TOML 1.1.
pub static TOML11: Rule = rule!("OP221" "toml-1-1" Files Warning always,
    "用了 TOML 1.1 的写法，其他工具可能读不懂", "TOML 1.1 syntax, which other tools may not read");

/// Finds TOML 1.1 syntax in a table whose offsets are those of the file.
pub(super) fn find(table: &DeTable<'_>, file: &SourceFile, findings: &mut Vec<Diagnostic>) {
    for value in table.values() {
        find_in(value, file, findings);
    }
}

fn find_in(value: &Spanned<DeValue<'_>>, file: &SourceFile, findings: &mut Vec<Diagnostic>) {
    match value.get_ref() {
        DeValue::Table(table) => {
            let written = &file.text[value.span()];
            if written.starts_with('{') {
                inline_table(table, written, value.span().start, file, findings);
            }
            find(table, file, findings);
        }
        DeValue::Array(array) => array.iter().for_each(|item| find_in(item, file, findings)),
        DeValue::String(Cow::Owned(_)) => {
            let written = &file.text[value.span()];
            if let Some(at) = new_escape(written) {
                let start = value.span().start + at;
                findings.push(finding(
                    file,
                    start..start + 2,
                    Text::fixed(
                        "`\\e` 和 `\\x` 转义是 TOML 1.1 的写法",
                        "the escapes `\\e` and `\\x` are TOML 1.1",
                    ),
                ));
            }
        }
        DeValue::Datetime(moment) if moment.time.is_some_and(|time| time.second.is_none()) => {
            findings.push(finding(
                file,
                value.span(),
                Text::fixed(
                    "不写秒的时间是 TOML 1.1 的写法",
                    "a time without seconds is TOML 1.1",
                ),
            ));
        }
        _ => {}
    }
}

fn inline_table(
    table: &DeTable<'_>,
    written: &str,
    start: usize,
    file: &SourceFile,
    findings: &mut Vec<Diagnostic>,
) {
    let inner = written.trim_end_matches('}').trim_end();
    if inner.ends_with(',') {
        let comma = start + inner.len() - 1;
        findings.push(finding(
            file,
            comma..comma + 1,
            Text::fixed(
                "花括号末尾的逗号是 TOML 1.1 的写法",
                "a comma at the end of an inline table is TOML 1.1",
            ),
        ));
    } else if written.contains('\n') && breaks_between(table, written, start) {
        findings.push(finding(
            file,
            start..start + 1,
            Text::fixed(
                "花括号跨行是 TOML 1.1 的写法",
                "an inline table over several lines is TOML 1.1",
            ),
        ));
    }
}

/// Whether a line break stands between the values of an inline table; inside an array or
/// a text of several lines it is TOML 1.0.
fn breaks_between(table: &DeTable<'_>, written: &str, start: usize) -> bool {
    let inside: usize = table
        .values()
        .filter(|value| !matches!(value.get_ref(), DeValue::Table(_)))
        .map(|value| {
            let span = value.span();
            written[span.start - start..span.end - start]
                .matches('\n')
                .count()
        })
        .sum();
    written.matches('\n').count() > inside
}

/// The offset of an escape that only TOML 1.1 has.
fn new_escape(written: &str) -> Option<usize> {
    let mut after_backslash = false;
    for (at, letter) in written.char_indices() {
        if after_backslash && matches!(letter, 'e' | 'x') {
            return Some(at - 1);
        }
        after_backslash = letter == '\\' && !after_backslash;
    }
    None
}

fn finding(file: &SourceFile, range: std::ops::Range<usize>, message: Text) -> Diagnostic {
    Diagnostic::new(&TOML11, Span::new(file.base, range), message).help(Text::fixed(
        "改用 TOML 1.0 的写法，taplo、VS Code 等工具才能打开",
        "write it in TOML 1.0, so that taplo, VS Code and others can read it",
    ))
}
