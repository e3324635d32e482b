//! OP002: a reference that leads nowhere, or to two things.

use crate::check::Context;
use crate::diagnostic::Language::Chinese;
use crate::diagnostic::{Diagnostic, Report, Rule, nearest, rule, text};
use crate::plan::item_path;
use crate::plan::value::Choice;
use crate::resolve::{Ambiguous, Dangling, Resolved};

pub(in crate::check) static RULE: Rule = rule!("OP002" "dangling-reference" Reading Error always,
    "引用的编号不存在或有歧义", "a reference to nothing, or to two things");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let dangling = context
        .resolved
        .dangling
        .iter()
        .filter(|reference| reference.field != "owners");
    dangling.for_each(|reference| report.find(leads_nowhere(context.resolved, reference)));
    context
        .resolved
        .ambiguous
        .iter()
        .for_each(|ids| report.find(stands_twice(ids)));
}

fn leads_nowhere(resolved: &Resolved<'_>, reference: &Dangling<'_>) -> Diagnostic {
    let (id, span) = (&reference.id.value, reference.id.span);
    let zh = reference
        .wanted
        .iter()
        .map(|section| section.label(Chinese))
        .collect::<Vec<_>>()
        .join("或");
    let en = reference
        .wanted
        .iter()
        .map(|section| section.word())
        .collect::<Vec<_>>()
        .join("` or `");
    let message = text!("{zh}里没有 `{id}`", "there is no `{id}` in `{en}`");
    let finding = Diagnostic::new(&RULE, span, message).on(&reference.item);
    if reference.field == "targets" && looks_like_a_period(id) {
        return finding.help(text!(
            "月份写成 `2026-05`，季度写成 `2026-Q2`",
            "months are written `2026-05`, quarters `2026-Q2`"
        ));
    }
    match meant(resolved, reference) {
        Some(meant) => finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(span, quoted(reference, meant)),
        None => {
            let (section, id) = (reference.wanted[0].word(), key(id));
            finding.help(text!(
                "先写 `[{section}.{id}]`，或改正这里的编号",
                "add `[{section}.{id}]`, or correct the id here"
            ))
        }
    }
}

/// The id that was meant: that of the item whose title stands there, else the nearest.
pub(in crate::check) fn meant<'p>(
    resolved: &Resolved<'p>,
    reference: &Dangling<'p>,
) -> Option<&'p str> {
    // References after the first hundred come without known ids, and get no suggestion.
    if reference.known.is_empty() {
        return None;
    }
    let mut titled = None;
    resolved.plan.each_item(|section, _, id, item| {
        let is_meant = || {
            item.title()
                .is_some_and(|title| title.trim() == &*reference.id.value.0)
        };
        if titled.is_none() && reference.wanted.contains(&section) && is_meant() {
            titled = Some(&*id.value.0);
        }
    });
    titled.or_else(|| nearest(&reference.id.value, reference.known.iter().copied()))
}

/// A year, a hyphen, and a number that is no month or quarter as they are written.
fn looks_like_a_period(id: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = id
        .split_once('-')
        .filter(|(year, _)| year.len() == 4 && digits(year));
    parts.is_some_and(|(_, part)| digits(part.trim_start_matches(['q', 'Q'])))
}

/// An id as it stands in a table header.
fn key(id: &str) -> String {
    if id.is_ascii() {
        id.to_owned()
    } else {
        format!("\"{id}\"")
    }
}

/// A key stands bare, a reference in quotes.
fn quoted(reference: &Dangling<'_>, id: &str) -> String {
    let is_key = matches!(
        reference.field,
        "targets" | "products" | "stores" | "people"
    );
    if is_key { key(id) } else { format!("\"{id}\"") }
}

fn stands_twice(ids: &Ambiguous<'_>) -> Diagnostic {
    let ((first, one), (second, other)) = (ids.first, ids.second);
    let (first_zh, second_zh) = (first.label(Chinese), second.label(Chinese));
    let id = &other.value;
    let (first_word, second_word) = (first.word(), second.word());
    Diagnostic::new(&RULE, other.span, text!(
        "`{id}` 既是{first_zh}又是{second_zh}，引用它时分不清",
        "`{id}` stands in both `{first_word}` and `{second_word}`: a reference to it says neither"
    ))
    .with(one.span, text!("{first_zh} `{id}`", "`{id}` in `{first_word}`"))
    .help(text!("给其中一个换一个编号", "give one of them another id"))
    .on(item_path(second, id))
}
