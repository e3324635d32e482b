//! OP002: a reference that leads nowhere, or to two things.

use crate::check::Context;
use crate::diagnostic::Language::Chinese;
use crate::diagnostic::{Diagnostic, Report, Rule, nearest, rule, text};
use crate::plan::value::Choice;
use crate::plan::{Line, Owner, Referent, Section, item_path};
use crate::resolve::{Ambiguous, Reference, Resolved};

pub(in crate::check) static RULE: Rule = rule!("OP002" "dangling-reference" Reading Error always,
    "引用的编号不存在或有歧义", "a reference to nothing, or to two things");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Report) {
    let plan = context.resolved;
    let dangling = plan.dangling().enumerate();
    dangling
        .filter(|(_, reference)| reference.wanted != Owner::SECTIONS)
        .for_each(|(number, reference)| report.find(leads_nowhere(plan, reference, number)));
    plan.ambiguous
        .iter()
        .for_each(|ids| report.find(stands_twice(ids)));
}

fn leads_nowhere(plan: &Resolved<'_>, reference: &Reference<'_>, number: usize) -> Diagnostic {
    let (id, span) = (reference.id, reference.span);
    let zh: Vec<_> = reference
        .wanted
        .iter()
        .map(|section| section.label(Chinese))
        .collect();
    let en: Vec<_> = reference
        .wanted
        .iter()
        .map(|section| section.word())
        .collect();
    let (zh, en) = (zh.join("或"), en.join("` or `"));
    let message = text!("{zh}里没有 `{id}`", "there is no `{id}` in `{en}`");
    let finding = Diagnostic::new(&RULE, span, message).on(plan.item(reference.from).path());
    if reference.field == Section::Targets.word() && looks_like_a_period(id) {
        return finding.help(text!(
            "月份写成 `2026-05`，季度写成 `2026-Q2`",
            "months are written `2026-05`, quarters `2026-Q2`"
        ));
    }
    match meant(plan, reference, number) {
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

/// References to nothing that get suggestions: looking for the nearest of all ids each time
/// would make a plan with thousands of them slow.
const MOST_SUGGESTIONS: usize = 100;

/// The id that was meant: that of the item whose title stands there, else the nearest.
pub(in crate::check) fn meant<'p>(
    plan: &Resolved<'p>,
    reference: &Reference<'p>,
    number: usize,
) -> Option<&'p str> {
    if number >= MOST_SUGGESTIONS {
        return None;
    }
    let (mut titled, mut known) = (None, Vec::new());
    plan.plan.each_item(|item| {
        if !reference.wanted.contains(&item.section) {
            return;
        }
        let id: &str = item.id;
        let is_meant = |title: &Line| title.trim() == &**reference.id;
        if titled.is_none() && item.item.title().is_some_and(is_meant) {
            titled = Some(id);
        }
        known.push((item.section, id));
    });
    known.sort_by_key(|(section, _)| reference.wanted.iter().position(|one| one == section));
    titled.or_else(|| nearest(reference.id, known.into_iter().map(|(_, id)| id)))
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
fn quoted(reference: &Reference<'_>, id: &str) -> String {
    if reference.is_key {
        key(id)
    } else {
        format!("\"{id}\"")
    }
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
