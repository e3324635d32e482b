use std::collections::HashMap;
use std::fmt::Write;

use super::{Found, Manner, visible};
use crate::diagnostic::{Language, Unknown};

/// What could not be decided, one line for each missing field, which stands at its end; one line
/// each where everything is wanted.
pub(super) fn write(out: &mut String, found: &Found<'_>, manner: &Manner) {
    let unknowns = &found.report.unknowns;
    let Some(first) = unknowns.first().filter(|_| manner.most_unknowns > 0) else {
        return;
    };
    let path = found.sources.file(first.span).path.display().to_string();
    let path = visible::words(&path);
    let count = unknowns.len();
    let head = match manner.language {
        Language::Chinese => format!("{path}：{count} 项无法判断，补上右侧字段后即可判断"),
        Language::English => {
            format!("{path}: {count} cannot be decided; the field on the right would decide")
        }
    };
    writeln!(out, "{head}").expect("writing to a string cannot fail");
    let folded = fold(unknowns, manner.most_unknowns);
    let mut shown = 0;
    for (unknown, alike) in folded.iter().take(manner.most_unknowns) {
        line(out, unknown, *alike, manner.language);
        shown += alike + 1;
    }
    let more = count - shown;
    if more > 0 {
        let more = match manner.language {
            Language::Chinese => format!("  … 还有 {more} 项（用 -v 全部列出）"),
            Language::English => format!("  … {more} more (-v lists them all)"),
        };
        writeln!(out, "{more}").expect("writing to a string cannot fail");
    }
    out.push('\n');
}

/// The first unknown of each missing field and how many more wait for it; each alone if all are
/// wanted.
fn fold(unknowns: &[Unknown], most: usize) -> Vec<(&Unknown, usize)> {
    if most == usize::MAX {
        return unknowns.iter().map(|unknown| (unknown, 0)).collect();
    }
    let mut folded: Vec<(&Unknown, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for unknown in unknowns {
        let place = *places
            .entry(unknown.missing.to_string())
            .or_insert(folded.len());
        match folded.get_mut(place) {
            Some((_, alike)) => *alike += 1,
            None => folded.push((unknown, 0)),
        }
    }
    folded
}

fn line(out: &mut String, unknown: &Unknown, alike: usize, language: Language) {
    let missing = unknown.missing.to_string();
    let (code, missing) = (unknown.rule.code, visible::words(&missing));
    let message = visible::line(unknown.message.get(language));
    let more = match (alike, language) {
        (0, _) => String::new(),
        (more, Language::Chinese) => format!("（另有 {more} 项同此）"),
        (more, Language::English) => format!(" (and {more} more)"),
    };
    writeln!(out, "  ? {code} {message}{more}  ← {missing}")
        .expect("writing to a string cannot fail");
}
