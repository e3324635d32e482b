//! Whatever is done to a plan, the program answers: it never panics, its findings are in
//! order, and every place lies in its file.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use opsplan::diagnostic::{Diagnostic, Label};
use opsplan::source::Sources;
use opsplan::tree::UNSAID;
use proptest::prelude::*;

use crate::world::Memory;

/// A change of a text, at some part of its length.
#[derive(Clone, Debug)]
enum Change {
    Delete(f64, usize),
    Insert(f64, &'static str),
    Replace(f64, &'static str),
    SwapLines(f64, f64),
    DuplicateLine(f64),
}

/// What is typed by mistake: marks of TOML and of Chinese keyboards.
const TYPED: [&str; 32] = [
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "\n",
    "\r",
    "\\",
    "\u{0}",
    "\u{FF1D}",
    "\u{FF0C}",
    "\u{201C}",
    "\u{201D}",
    "\u{3010}",
    "\u{3011}",
    "\u{FF1A}",
    "\u{3000}",
    "\u{FF15}",
    "标题",
    "2026-02-30",
    " = 1",
    "\u{1F600}",
    "\n[tasks.首页]\n",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = || 0.0..1.0_f64;
    let typed = || prop::sample::select(&TYPED[..]);
    let change = prop_oneof![
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (at(), typed()).prop_map(|(at, text)| Change::Insert(at, text)),
        (at(), typed()).prop_map(|(at, text)| Change::Replace(at, text)),
        (at(), at()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        at().prop_map(Change::DuplicateLine),
    ];
    prop::collection::vec(change, 1..8)
}

fn changed(plan: &str, changes: &[Change]) -> String {
    let mut text = plan.to_owned();
    for change in changes {
        let place = |at: f64| text.floor_char_boundary((text.len() as f64 * at) as usize);
        match *change {
            Change::Delete(at, length) => {
                let start = place(at);
                let end = text.floor_char_boundary((start + length).min(text.len()));
                text.replace_range(start..end, "");
            }
            Change::Insert(at, typed) => text.insert_str(place(at), typed),
            Change::Replace(at, typed) => {
                let start = place(at);
                let length = text[start..].chars().next().map_or(0, char::len_utf8);
                text.replace_range(start..start + length, typed);
            }
            Change::SwapLines(one, other) => {
                let mut lines: Vec<_> = text.split_inclusive('\n').collect();
                let line = |at: f64| (lines.len() as f64 * at) as usize;
                let (one, other) = (line(one), line(other));
                if one.max(other) < lines.len() {
                    lines.swap(one, other);
                }
                text = lines.concat();
            }
            Change::DuplicateLine(at) => {
                let mut lines: Vec<_> = text.split_inclusive('\n').collect();
                let line = (lines.len() as f64 * at) as usize;
                if let Some(copy) = lines.get(line).copied() {
                    lines.insert(line, copy);
                }
                text = lines.concat();
            }
        }
    }
    text
}

/// The plans that ship with the program.
fn plans() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let mut plans: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("plan.toml"))
        .collect();
    plans.sort();
    plans
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

fn inside(label: &Label, sources: &Sources) -> bool {
    let file = sources.file(label.span);
    let (start, end) = (label.span.start - file.base, label.span.end - file.base);
    start <= end && end as usize <= file.text.len() && file.text.is_char_boundary(start as usize)
}

fn well_placed(finding: &Diagnostic, sources: &Sources) -> bool {
    let fix_inside = finding
        .fix
        .as_ref()
        .is_none_or(|fix| inside(&Label::new(fix.span, Default::default()), sources));
    inside(&finding.primary, sources)
        && finding.labels.iter().all(|label| inside(label, sources))
        && fix_inside
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_is_done_to_a_plan_the_program_answers(
        plan in prop::sample::select(plans()),
        changes in changes(),
    ) {
        let text = changed(&plan, &changes);
        let compiled = Memory::new([("plan.toml", &*text)]).compile(|_| ());
        let findings = &compiled.report.findings;
        prop_assert!(findings.is_sorted_by_key(|finding| finding.primary.span));
        for finding in findings {
            prop_assert!(well_placed(finding, &compiled.sources), "{finding:?}");
            prop_assert!(!finding.message.zh.contains(UNSAID), "not said in Chinese: {}", finding.message.en);
            prop_assert!(!finding.message.zh.is_empty() && !finding.message.en.contains('\n'), "{:?}", finding.message);
        }
        let unparsed = toml::Table::from_str(&text).is_err();
        prop_assert!(!unparsed || !findings.is_empty(), "a text that is no TOML passes");
    }
}
