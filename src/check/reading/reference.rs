//! OP002: a reference that leads nowhere, or to two things.

use crate::check::{Context, Reporter};
use crate::diagnostic::Language::Chinese;
use crate::diagnostic::{Rule, Text, nearest, rule, text};
use crate::plan::value::Choice;
use crate::plan::{Line, Owner, Referent, Section};
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
    let message = text!("{sections}里没有 `{id}`", "there is no `{id}` in `{sections}`"; sections);
    let finding = report.find(&plan.item(reference.from), span, message);
    if reference.field == Section::Targets.word() && looks_like_a_period(id) {
        finding.help(text!(
            "月份写成 `2026-05`，季度写成 `2026-Q2`",
            "months are written `2026-05`, quarters `2026-Q2`"
        ));
    } else if let Some(meant) = meant(plan, reference, number) {
        finding
            .help(text!("是不是要写 `{meant}`？", "did you mean `{meant}`?"))
            .fix(span, quoted(reference, meant));
    } else {
        let (section, id) = (reference.wanted[0].word(), key(id));
        finding.help(text!(
            "先写 `[{section}.{id}]`，或改正这里的编号",
            "add `[{section}.{id}]`, or correct the id here"
        ));
    }
}

fn sections(wanted: &[Section]) -> Text {
    let zh: Vec<_> = wanted
        .iter()
        .map(|section| section.label(Chinese))
        .collect();
    let en: Vec<_> = wanted.iter().map(|section| section.word()).collect();
    Text {
        zh: zh.join("或").into(),
        en: en.join("` or `").into(),
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

fn stands_twice(plan: &Resolved<'_>, ids: &Ambiguous, report: &mut Reporter<'_>) {
    let (one, other) = (plan.item(ids.first), plan.item(ids.second));
    let (first, second) = (one.section.label(Chinese), other.section.label(Chinese));
    let (word, other_word, id) = (one.section.word(), other.section.word(), &other.id.value);
    let message = text!(
        "`{id}` 既是{first}又是{second}，引用它时分不清",
        "`{id}` stands in both `{word}` and `{other_word}`: a reference to it says neither"
    );
    report
        .find(&other, other.key_span(), message)
        .with(
            one.key_span(),
            text!("{first} `{id}`", "`{id}` in `{word}`"),
        )
        .help(text!("给其中一个换一个编号", "give one of them another id"));
}
