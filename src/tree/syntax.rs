//! All syntax errors of a text, one a mistake.
//!
//! A text that does not parse is mended in five steps: comments of other languages; characters
//! that cannot be seen; lines that are no statements; each statement by itself, until it parses;
//! what stands twice. So a mistake is looked for in its own statement, and none hides another.

use std::ops::Range;

use toml::de::DeTable;

use super::double::{Doubles, Found};
use super::figure::malformed;
use super::mending::{Edit, Mending, joined, moved};
use super::mistake::{Fault, Mistake, Repair, faults};
use super::statement::{Statement, statements};
use super::stray::has_strays;
use super::{Damage, KeyFor};
use crate::diagnostic::{Diagnostic, Rule, Text, rule};
use crate::source::{Shelf, Span};

/// OP000: the text is not TOML.
pub static SYNTAX: Rule = rule!("OP000" "syntax" Reading Error always,
    "不是合法的 TOML", "the text is not valid TOML");

/// Rounds in which a statement is mended; a mistake takes one. Nobody makes more in one.
const ROUNDS: usize = 40;

/// Parses a file, whose places it gives as they are in the file. A mistake is reported and
/// mended, and the text is parsed again.
pub(super) fn parse<'t>(
    shelf: &'t Shelf,
    key_for: &KeyFor,
    findings: &mut Vec<Diagnostic>,
) -> (DeTable<'t>, Vec<Damage>) {
    let file = shelf.file();
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    let parses = errors.is_empty() && malformed(table.get_ref()).is_empty();
    if parses && !has_strays(&file.text) {
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
    recovery.mend_returns();
    recovery.mend_comments();
    recovery.mend_strays();
    let faulty = recovery.mend_lines();
    recovery.mend_statements(faulty);
    recovery.mend_doubles();
    let Recovery {
        mut mending,
        damage,
        ..
    } = recovery;
    let (table, _) = DeTable::parse_recoverable(shelf.mend(mending.take_text()));
    (
        moved(table.into_inner(), &|range| mending.origin_of(range)),
        damage,
    )
}

pub(super) struct Recovery<'r> {
    pub(super) mending: Mending<'r>,
    base: u32,
    damage: Vec<Damage>,
    pub(super) key_for: &'r KeyFor,
    pub(super) findings: &'r mut Vec<Diagnostic>,
}

impl Recovery<'_> {
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.base, self.mending.origin_of(range))
    }

    /// Lines that are no statements: words without `#`, headers without their brackets. Says
    /// where the statements with faults stand, if no such line was among them.
    fn mend_lines(&mut self) -> Option<Vec<Range<usize>>> {
        let text = self.mending.text().to_owned();
        let statements = statements(&text);
        let (mut edits, mut faulty) = (Vec::new(), Vec::new());
        for index in 0..statements.len() {
            let faults = faults(&text, &statements[index].range);
            if !faults.is_empty() {
                let mistake = self.mistake(&text, &statements, index, &faults);
                let found = mistake.line();
                edits.extend(self.report(&text, found));
                faulty.push(statements[index].range.clone());
            }
        }
        if edits.is_empty() {
            return Some(faulty);
        }
        self.mending.apply(edits);
        None
    }

    /// Mends statements until each parses by itself.
    fn mend_statements(&mut self, mut touched: Option<Vec<Range<usize>>>) {
        for round in 1..=ROUNDS {
            let text = self.mending.text().to_owned();
            let statements = statements(&text);
            let mut edits = Vec::new();
            for index in 0..statements.len() {
                let range = &statements[index].range;
                if touched
                    .as_ref()
                    .is_none_or(|touched| touches(touched, range))
                {
                    let faults = faults(&text, range);
                    if !faults.is_empty() {
                        edits.extend(self.mend(
                            &text,
                            &statements,
                            index,
                            &faults,
                            round == ROUNDS,
                        ));
                    }
                }
            }
            if edits.is_empty() {
                return;
            }
            touched = Some(self.mending.apply(edits));
        }
    }

    /// Reports the first mistakes of a statement, and says how to go on.
    fn mend(
        &mut self,
        text: &str,
        statements: &[Statement],
        index: usize,
        faults: &[Fault],
        last: bool,
    ) -> Vec<Edit> {
        let mistake = self.mistake(text, statements, index, faults);
        // What was put there does not help, and has been reported.
        let found = if self.mending.was_put(faults[0].span.start) {
            Vec::new()
        } else {
            mistake.explain()
        };
        let removes = found
            .iter()
            .all(|(_, repair)| !matches!(repair, Repair::Mend(_)));
        let damage = (removes || last).then(|| mistake.damage());
        let range = with_body(statements, index);
        let edits = self.report(text, found);
        let Some(damage) = damage else {
            return edits;
        };
        if last && !removes {
            self.give_up(damage.span);
        }
        self.damage.push(damage);
        vec![(range, String::new())]
    }

    /// Raises findings with their fixes; the edits of those that are mended.
    fn report(&mut self, text: &str, found: Vec<(Diagnostic, Repair)>) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (mut finding, repair) in found {
            if let Some((range, replacement)) = joined(text, repair.edits()) {
                finding = finding.fix(self.span(range), replacement);
            }
            self.findings.push(finding);
            if let Repair::Mend(mended) = repair {
                edits.extend(mended);
            }
        }
        edits
    }

    /// Takes out what stands twice.
    fn mend_doubles(&mut self) {
        for _ in 0..ROUNDS {
            let text = self.mending.text().to_owned();
            let (table, errors) = DeTable::parse_recoverable(&text);
            if errors.is_empty() {
                return;
            }
            drop(table);
            let statements = statements(&text);
            let doubles = Doubles::new(&text, &statements, self.key_for);
            let mut edits = Vec::new();
            for Found {
                index,
                until,
                span,
                message,
                mended,
            } in doubles.find(&errors)
            {
                let mistake = self.mistake(&text, &statements, index, &[]);
                let damage = mistake.damage();
                let mut finding = mistake.finding(span.clone(), message);
                if let Some(first) = doubles.first(index, &span) {
                    finding = finding.with(
                        self.span(first),
                        Text::fixed("第一次出现在这里", "first written here"),
                    );
                }
                let removed = statements[index].range.start..until;
                match mended {
                    Some(mended) => {
                        let finding = finding.help(doubles.header_help(&mended.1));
                        edits.extend(
                            self.report(&text, vec![(finding, Repair::Mend(vec![mended]))]),
                        );
                    }
                    None => {
                        self.findings.push(finding.help(Text::fixed(
                            "删去一处，或换一个名字",
                            "remove one of the two, or give it another name",
                        )));
                        self.damage.push(damage);
                        edits.push((removed, String::new()));
                    }
                }
            }
            if edits.is_empty() {
                break;
            }
            self.mending.apply(edits);
        }
        let end = self.mending.text().len();
        self.give_up(self.span(end..end));
    }

    /// Says that not all mistakes may have been found.
    fn give_up(&mut self, at: Span) {
        let message = Text::fixed(
            "语法错误太多，后面的没有再找",
            "too many syntax errors: the rest was not looked for",
        );
        let help = Text::fixed(
            "先改正前面的，再检查一次",
            "mend those above, then check again",
        );
        self.findings
            .push(Diagnostic::new(&SYNTAX, at, message).help(help));
    }

    pub(super) fn mistake<'m>(
        &'m self,
        text: &'m str,
        statements: &'m [Statement],
        index: usize,
        faults: &'m [Fault],
    ) -> Mistake<'m> {
        Mistake {
            text,
            statements,
            index,
            faults,
            key_for: self.key_for,
            mending: &self.mending,
            base: self.base,
        }
    }
}

/// The range of a statement, with the keys below it if it is a header.
fn with_body(statements: &[Statement], index: usize) -> Range<usize> {
    let Range { start, end } = statements[index].range;
    let body = statements[index + 1..]
        .iter()
        .take_while(|statement| !statement.header);
    let body = body.take(if statements[index].header {
        usize::MAX
    } else {
        0
    });
    start..body.last().map_or(end, |last| last.range.end)
}

/// Whether a range touches one of some that are in order.
fn touches(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|touched| touched.end < range.start);
    ranges
        .get(next)
        .is_some_and(|touched| touched.start <= range.end)
}
