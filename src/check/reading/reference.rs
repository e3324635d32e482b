//! OP002: a reference that leads nowhere, or to two things.

use crate::check::{Context, Reporter, meant};
use crate::diagnostic::Language::Chinese;
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::{Choice, Id, Written};
use crate::plan::{Owner, Referent, Section};
use crate::resolve::{Ambiguous, Reference, Resolved};

pub(in crate::check) static RULE: Rule = rule!("OP002" "dangling-reference" Reading Error always,
    "引用的编号不存在或有歧义", "a reference to nothing, or to two things");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let plan = context.resolved;
    for (number, reference) in plan.dangling().enumerate() {
        if reference.wanted != Owner::SECTIONS {
            leads_nowhere(plan, reference, number, report);
        }
    }
    let led = plan.references.iter().filter(|one| one.to.item().is_some());
    led.for_each(|reference| names_a_refused_key(plan, reference, report));
    plan.ambiguous
        .iter()
        .for_each(|ids| stands_twice(plan, ids, report));
}

fn leads_nowhere(
    plan: &Resolved<'_>,
    reference: &Reference<'_>,
    number: usize,
    report: &mut Reporter<'_>,
) {
    let (id, span, sections) = (reference.id, reference.span, sections(reference.wanted));
    let message = text!("{sections}没有编号 `{id}`", "there is no `{id}` in {sections}"; sections);
    let finding = report.find(&plan.item(reference.from), span, message);
    meant::advise(plan, reference, number, finding);
}

/// `「阶段」和「节点」里都`, `` `phases` or `events` ``.
fn sections(wanted: &[Section]) -> Text {
    let zh: Vec<_> = wanted
        .iter()
        .map(|section| format!("「{}」", section.label(Chinese)))
        .collect();
    let en: Vec<_> = wanted
        .iter()
        .map(|section| format!("`{}`", section.word()))
        .collect();
    let inside = if zh.len() == 1 { "一节里" } else { "里都" };
    Text {
        zh: (zh.join("和") + inside).into(),
        en: en.join(" or ").into(),
    }
}

/// A key that is no id was refused where it stands; where it is referred to, it has to change
/// as well.
fn names_a_refused_key(plan: &Resolved<'_>, reference: &Reference<'_>, report: &mut Reporter<'_>) {
    let Err(refusal) = Id::from_text(reference.id) else {
        return;
    };
    let finding = report.find(&plan.item(reference.from), reference.span, refusal.message);
    if let Some(meant) = refusal.suggestion {
        let meant = meant.trim_matches('"');
        finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(reference.span, meant::quoted(reference, meant));
    }
}

fn stands_twice(plan: &Resolved<'_>, ids: &Ambiguous, report: &mut Reporter<'_>) {
    let (one, other) = (plan.item(ids.first), plan.item(ids.second));
    let (first, second) = (one.section.label(Chinese), other.section.label(Chinese));
    let (word, other_word, id) = (one.section.word(), other.section.word(), &other.id.value);
    let message = text!(
        "编号 `{id}` 在「{first}」和「{second}」里各有一个，引用时无法区分",
        "`{id}` stands in both `{word}` and `{other_word}`: a reference to it is ambiguous"
    );
    report
        .find(&other, other.key_span(), message)
        .with(
            one.key_span(),
            text!("「{first}」里的 `{id}`", "`{id}` in `{word}`"),
        )
        .help(text!("给其中一个换一个编号", "give one of them another id"));
}
