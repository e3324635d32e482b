use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::span_of;
use crate::diagnostic::{Diagnostic, Rule, rule, text};
use crate::plan::{EXCLUSIVE_KEYS, Section};

/// OP003: two keys that exclude each other.
pub static EXCLUSIVE: Rule = rule!("OP003" "forbidden-combination" Reading Error always,
    "互相排斥的字段写在了一起", "keys that exclude each other");

/// Finds the keys of one item that exclude each other.
pub(super) fn find(section: Section, id: &str, item: &Spanned<DeValue<'_>>) -> Vec<Diagnostic> {
    let DeValue::Table(table) = item.get_ref() else {
        return Vec::new();
    };
    let pairs = EXCLUSIVE_KEYS.iter().filter(|(of, ..)| *of == section);
    pairs
        .filter_map(|(_, one, other)| {
            let (one_span, other_span) = (key_span(table, one)?, key_span(table, other)?);
            let message = text!(
                "`{one}` 和 `{other}` 不能同时写",
                "`{one}` and `{other}` exclude each other"
            );
            let finding = Diagnostic::new(&EXCLUSIVE, one_span, message)
                .with(
                    other_span,
                    text!("和这里的 `{other}` 冲突", "excluded by this `{other}`"),
                )
                .help(text!("留下一个，删去另一个", "keep one of the two"))
                .on(section.item(id));
            Some(finding)
        })
        .collect()
}

fn key_span(table: &DeTable<'_>, key: &str) -> Option<crate::source::Span> {
    table.get_key_value(key).map(|(key, _)| span_of(key))
}
