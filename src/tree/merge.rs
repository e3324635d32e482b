//! The tables of an included file join those of the plan.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::include::INCLUDE;
use crate::diagnostic::{Diagnostic, Text, text};
use crate::source::Span;

/// Adds the items of an included file to the sections of the tree.
pub(super) fn merge<'t>(into: &mut DeTable<'t>, from: DeTable<'t>, findings: &mut Vec<Diagnostic>) {
    for (section, part) in from {
        let name = section.get_ref().as_ref();
        if name == "plan" {
            keep_only_include(&section, &part, findings);
            continue;
        }
        match (into.get_mut(name).map(Spanned::get_mut), part.into_inner()) {
            (Some(DeValue::Table(items)), DeValue::Table(more)) if name != "store" => {
                merge_items(items, more, findings);
            }
            (None, value) => {
                let span = section.span();
                into.insert(section, Spanned::new(span, value));
            }
            (Some(_), _) => {
                let first = into
                    .get_key_value(name)
                    .map(|(key, _)| key.span())
                    .unwrap_or_default();
                findings.push(second(name, section.span(), first));
            }
        }
    }
}

/// Adds what the library has and the plan does not say itself.
pub(super) fn fill<'t>(into: &mut DeTable<'t>, from: DeTable<'t>) {
    for (section, part) in from {
        let items = into.get_mut(section.get_ref().as_ref());
        match (items.map(Spanned::get_mut), part.into_inner()) {
            (Some(DeValue::Table(items)), DeValue::Table(more)) => {
                for (id, item) in more {
                    if !items.contains_key(id.get_ref().as_ref()) {
                        items.insert(id, item);
                    }
                }
            }
            (None, value) => {
                let span = section.span();
                into.insert(section, Spanned::new(span, value));
            }
            (Some(_), _) => {}
        }
    }
}

fn merge_items<'t>(items: &mut DeTable<'t>, more: DeTable<'t>, findings: &mut Vec<Diagnostic>) {
    for (id, item) in more {
        match items.get_key_value(id.get_ref().as_ref()) {
            Some((first, _)) => findings.push(second(id.get_ref(), id.span(), first.span())),
            None => {
                items.insert(id, item);
            }
        }
    }
}

/// An included file may include others; everything else about the plan is said once, in
/// the root file.
fn keep_only_include(
    section: &Spanned<DeString<'_>>,
    part: &Spanned<DeValue<'_>>,
    findings: &mut Vec<Diagnostic>,
) {
    let keys = part
        .get_ref()
        .as_table()
        .into_iter()
        .flat_map(DeTable::keys);
    let include = part.get_ref().get("include");
    if let Some(include) = include.filter(|include| !is_list_of_text(include)) {
        findings.push(Diagnostic::new(
            &INCLUDE,
            Span::new(0, include.span()),
            Text::fixed(
                "`include` 应该是文件名的列表，如 `[\"team.toml\"]`",
                "`include` should be a list of file names, as `[\"team.toml\"]`",
            ),
        ));
    }
    let other = keys
        .filter(|key| key.get_ref() != "include")
        .map(Spanned::span)
        .next();
    if other.is_some() || part.get_ref().as_table().is_none() {
        let span = Span::new(0, other.unwrap_or_else(|| section.span()));
        findings.push(Diagnostic::new(
            &INCLUDE,
            span,
            Text::fixed(
                "被包含的文件里，`[plan]` 只能写 `include`",
                "in an included file `[plan]` may hold nothing but `include`",
            ),
        ));
    }
}

fn is_list_of_text(value: &Spanned<DeValue<'_>>) -> bool {
    let list = value.get_ref().as_array();
    list.is_some_and(|list| list.iter().all(|item| item.get_ref().is_str()))
}

fn second(name: &str, span: Range<usize>, first: Range<usize>) -> Diagnostic {
    let message = text!(
        "`{name}` 在两个文件里各写了一次",
        "`{name}` is defined in two files"
    );
    Diagnostic::new(&INCLUDE, Span::new(0, span), message).with(
        Span::new(0, first),
        Text::fixed("第一次写在这里", "first defined here"),
    )
}
