use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::span_of;
use crate::diagnostic::{Diagnostic, Rule, rule, text};
use crate::plan::{EXCLUSIVE_KEYS, Entry, Section};

/// OP003: two keys that exclude each other.
pub static EXCLUSIVE: Rule = rule!("OP003" "forbidden-combination" Reading Error always,
    "互相排斥的字段写在了一起", "keys that cannot be used together");

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
                "`{one}` and `{other}` cannot be used together"
            );
            let finding = Diagnostic::new(&EXCLUSIVE, one_span, message)
                .with(
                    other_span,
                    text!(
                        "与这里的 `{other}` 只能写一个",
                        "not together with this `{other}`"
                    ),
                )
                .help(text!("留下一个，删去另一个", "keep one of the two"))
                .on(section.item(id));
            Some(finding)
        })
        .collect()
}

/// Takes out the item that stands alone as well, if there is one: beside `[store]` there is
/// no `[stores.store]`.
pub(super) fn take_twice<T>(
    section: Section,
    alone: Option<&Entry<T>>,
    keyed: &mut Vec<Entry<T>>,
) -> Option<Diagnostic> {
    let alone = alone?;
    let again = keyed
        .iter()
        .position(|entry| entry.id.value == alone.id.value)?;
    Some(twice(section, alone, &keyed.remove(again)))
}

fn twice<T>(section: Section, alone: &Entry<T>, keyed: &Entry<T>) -> Diagnostic {
    let (short, long) = (&*alone.id.value, section.item(&keyed.id.value));
    let message = text!(
        "`[{short}]` 和 `[{long}]` 是同一项，不能同时写",
        "`[{short}]` and `[{long}]` are the same item and cannot be used together"
    );
    Diagnostic::new(&EXCLUSIVE, keyed.id.span, message)
        .with(
            alone.id.span,
            text!(
                "与这里的 `[{short}]` 只能写一个",
                "not together with this `[{short}]`"
            ),
        )
        .help(text!(
            "留下一个；如果是两项，给它另一个编号",
            "keep one of the two; if they are two things, give this one another id"
        ))
        .on(long)
}

fn key_span(table: &DeTable<'_>, key: &str) -> Option<crate::source::Span> {
    table.get_key_value(key).map(|(key, _)| span_of(key))
}
