//! OP002: a reference that leads nowhere, or to two things.

use crate::check::Context;
use crate::diagnostic::Language::Chinese;
use crate::diagnostic::{Diagnostic, Report, Rule, nearest, rule, text};
use crate::plan::item_path;
use crate::plan::value::Choice;
use crate::resolve::{Ambiguous, Dangling};

pub(in crate::check) static RULE: Rule = rule!("OP002" "dangling-reference" Reading Error always,
    "引用的编号不存在或有歧义", "a reference to nothing, or to two things");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let dangling = context.resolved.dangling.iter().filter(|reference| reference.field != "owners");
    dangling.for_each(|reference| report.find(leads_nowhere(reference)));
    context.resolved.ambiguous.iter().for_each(|ids| report.find(stands_twice(ids)));
}

fn leads_nowhere(reference: &Dangling<'_>) -> Diagnostic {
    let (id, span) = (&reference.id.value, reference.id.span);
    let zh = reference.wanted.iter().map(|section| section.label(Chinese)).collect::<Vec<_>>().join("或");
    let en = reference.wanted.iter().map(|section| section.word()).collect::<Vec<_>>().join("` or `");
    let message = text!("{zh}里没有 `{id}`", "there is no `{id}` in `{en}`");
    let finding = Diagnostic::new(&RULE, span, message).on(&reference.item);
    match nearest(id, reference.known.iter().copied()) {
        Some(meant) => finding.help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?")).fix(span, quoted(reference, meant)),
        None => {
            let section = reference.wanted[0].word();
            finding.help(text!("先写 `[{section}.{id}]`，或改正这里的编号", "add `[{section}.{id}]`, or correct the id here"))
        }
    }
}

/// A key stands bare, a reference in quotes.
fn quoted(reference: &Dangling<'_>, id: &str) -> String {
    let is_key = matches!(reference.field, "targets" | "products" | "stores" | "people");
    if is_key && id.is_ascii() { id.to_owned() } else { format!("\"{id}\"") }
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
