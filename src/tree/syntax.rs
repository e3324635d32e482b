//! All syntax errors of a text, one a mistake.

use std::ops::Range;

use toml::de::DeTable;

use super::mending::{Mending, moved};
use super::mistake::{Mistake, Repair};
use super::statement::{Statement, statements};
use super::{Damage, KeyFor};
use crate::diagnostic::{Diagnostic, Rule, Text, rule};
use crate::source::{Shelf, SourceFile, Span};

/// OP000: the text is not TOML.
pub static SYNTAX: Rule = rule!("OP000" "syntax" Reading Error always,
    "不是合法的 TOML", "the text is not valid TOML");

/// More rounds than anybody makes mistakes of the kind that needs one.
const ROUNDS: usize = 200;

/// Bytes that are parsed again at the most: a large file that is no plan gets fewer rounds.
const AGAIN: usize = 64 << 20;

/// Parses a file, whose places it gives as they are in the file. A mistake is reported and
/// mended, and the text is parsed again.
pub(super) fn parse<'t>(
    shelf: &'t Shelf,
    key_for: &KeyFor,
    findings: &mut Vec<Diagnostic>,
) -> (DeTable<'t>, Vec<Damage>) {
    let file = shelf.file();
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if errors.is_empty() {
        return (table.into_inner(), Vec::new());
    }
    drop((table, errors));
    let mut recovery = Recovery {
        mending: Mending::new(&file.text),
        base: file.base,
        damage: Vec::new(),
        key_for,
        findings,
    };
    let rounds = (AGAIN / file.text.len().max(1)).clamp(8, ROUNDS);
    if (0..rounds).all(|_| recovery.round()) {
        recovery.give_up(file);
    }
    let Recovery {
        mending, damage, ..
    } = recovery;
    let (table, _) = DeTable::parse_recoverable(shelf.mend(mending.text()));
    (
        moved(table.into_inner(), &|range| mending.origin_of(range)),
        damage,
    )
}

struct Recovery<'r> {
    mending: Mending<'r>,
    base: u32,
    damage: Vec<Damage>,
    key_for: &'r KeyFor,
    findings: &'r mut Vec<Diagnostic>,
}

impl Recovery<'_> {
    /// Says that not all mistakes may have been found.
    fn give_up(&mut self, file: &SourceFile) {
        let end = Span::new(self.base, file.text.len()..file.text.len());
        let message = Text::fixed(
            "语法错误太多，后面的没有再找",
            "too many syntax errors: the rest was not looked for",
        );
        let help = Text::fixed(
            "先改正前面的，再检查一次",
            "mend those above, then check again",
        );
        self.findings
            .push(Diagnostic::new(&SYNTAX, end, message).help(help));
    }

    /// Mends the mistakes of one parse; false when there are none left. Stops at the first
    /// mistake that makes what follows it unreliable.
    fn round(&mut self) -> bool {
        let text = self.mending.text();
        let (table, mut errors) = DeTable::parse_recoverable(&text);
        errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
        let statements = statements(&text);
        let mut edits = Vec::new();
        let mut next = 0;
        for error in &errors {
            let span = error.span().unwrap_or_default();
            let at = span.start;
            let Some(index) = culprit(&statements, next, at) else {
                continue;
            };
            let statement = &statements[index];
            let mistake = Mistake {
                text: &text,
                table: table.get_ref(),
                statements: &statements,
                index,
                span,
                message: error.message(),
                key_for: self.key_for,
                place: &|range| Span::new(self.base, self.mending.origin_of(range)),
            };
            let (finding, repair) = match mistake.explain() {
                // What was put there does not help either, and has been reported.
                _ if self.mending.has_edit_at(at) => (None, Repair::Remove),
                (finding, repair) => (Some(finding), repair),
            };
            self.findings.extend(finding);
            match repair {
                Repair::Mend(mended) => edits.extend(mended),
                Repair::Remove => {
                    self.damage.push(mistake.damage());
                    edits.push((removed(&statements, index), String::new()));
                }
            }
            next = index + 1;
            if statement.header || statement.unclosed.is_some() {
                break;
            }
        }
        let edits: Vec<_> = edits
            .into_iter()
            .map(|(range, text)| (self.mending.origin_of(range), text))
            .collect();
        let any = !edits.is_empty();
        edits
            .into_iter()
            .for_each(|(range, text)| self.mending.replace(range, text));
        any
    }
}

/// The statement to blame for an error, from `next` on: the one in which it lies, or one
/// before it that is never closed.
fn culprit(statements: &[Statement], next: usize, at: usize) -> Option<usize> {
    let within = statements
        .partition_point(|statement| statement.range.start <= at)
        .checked_sub(1)?;
    let candidates = statements
        .get(next..=within)
        .filter(|candidates| !candidates.is_empty())?;
    let unclosed = candidates
        .iter()
        .position(|statement| statement.unclosed.is_some());
    Some(unclosed.map_or(within, |index| next + index))
}

/// A statement, with the keys below it if it is a header.
fn removed(statements: &[Statement], index: usize) -> Range<usize> {
    let range = statements[index].range.clone();
    if !statements[index].header {
        return range;
    }
    let body = statements[index + 1..]
        .iter()
        .take_while(|statement| !statement.header);
    range.start..body.last().map_or(range.end, |last| last.range.end)
}
