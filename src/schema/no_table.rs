//! Sections and items that are no tables.

use toml::Spanned;
use toml::de::DeValue;

use super::place::span_of;
use super::rules::STRUCTURE;
use crate::diagnostic::{Diagnostic, ItemPath, text};
use crate::plan::Section;
use crate::plan::value::Choice;
use crate::source::Span;

/// An item is a table of its own.
pub(super) fn not_an_item(section: Section, id: &str, value: &Spanned<DeValue<'_>>) -> Diagnostic {
    let word = section.word();
    let path = section.item(id);
    let help = match value.get_ref() {
        DeValue::Array(_) => text!(
            "写成 `[{path}]`，只用一层方括号",
            "write `[{path}]`, with single brackets"
        ),
        _ => text!(
            "写成 `[{word}.编号]`，再在下面写 `{id}`",
            "write `[{word}.some-id]`, and `{id}` below it"
        ),
    };
    let message = text!(
        "`{path}` 应写成一节，里面写这一项的字段",
        "`{path}` should be a table with the keys of one item"
    );
    Diagnostic::new(&STRUCTURE, span_of(value), message)
        .help(help)
        .on(path)
}

pub(super) fn not_a_table(section: &'static str, span: Span) -> Diagnostic {
    let message = text!(
        "`{section}` 里应是若干项，每一项有自己的编号",
        "`{section}` should be a table keyed by id"
    );
    Diagnostic::new(&STRUCTURE, span, message)
        .on(ItemPath::alone(section))
        .help(text!(
            "写成 `[{section}.编号]`，每一项一个表头",
            "write `[{section}.some-id]`, one header an item"
        ))
}
