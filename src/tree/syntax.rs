//! All syntax errors of a text, one a mistake.
//!
//! A text that does not parse is mended in four steps: characters that cannot be seen; lines
//! that are no statements; each statement by itself, until it parses; what stands twice. So a
//! mistake is looked for in its own statement, and no mistake hides another.

use std::ops::Range;

use toml::de::DeTable;

use super::double::{Doubles, Found};
use super::figure::malformed;
use super::mending::{Edit, Mending, joined, moved};
use super::mistake::{Fault, Mistake, Repair, faults};
use super::region::{line_end, line_start};
use super::statement::{Statement, statements};
use super::stray::{self, Stray};
use super::{Damage, KeyFor};
use crate::diagnostic::{Diagnostic, Rule, Text, rule, text};
use crate::source::{Shelf, Span};

/// OP000: the text is not TOML.
pub static SYNTAX: Rule = rule!("OP000" "syntax" Reading Error always,
    "不是合法的 TOML", "the text is not valid TOML");

/// Rounds in which a statement is mended; a mistake takes one. Nobody makes more in one.
const ROUNDS: usize = 40;

/// More lone carriage returns than this come from the way in which the file was saved.
const RETURNS: usize = 3;

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
    recovery.mend_strays();
    recovery.mend_lines();
    recovery.mend_statements();
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

fn has_strays(text: &str) -> bool {
    stray::suspicious(text)
        && !(stray::lone_returns(text).is_empty() && stray::find(text, 0..text.len()).is_empty())
}

struct Recovery<'r> {
    mending: Mending<'r>,
    base: u32,
    damage: Vec<Damage>,
    key_for: &'r KeyFor,
    findings: &'r mut Vec<Diagnostic>,
}

impl Recovery<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.base, self.mending.origin_of(range))
    }

    fn mend_returns(&mut self) {
        let found = stray::lone_returns(self.mending.text());
        if found.len() > RETURNS {
            self.report_strays(&found, found.len());
        } else {
            found.iter().for_each(|one| self.report_strays(std::slice::from_ref(one), 1));
        }
        self.mending.apply(found.iter().map(Stray::edit).collect());
    }

    /// Takes out what cannot be seen. In a line that lacks its `#` it is text.
    fn mend_strays(&mut self) {
        let text = self.mending.text().to_owned();
        if !stray::suspicious(&text) {
            return;
        }
        let statements = statements(&text);
        let mut found = Vec::new();
        let mut from = 0;
        for (index, statement) in statements.iter().enumerate() {
            let range = &statement.range;
            if self.mistake(&text, &statements, index, &[]).is_note() {
                found.extend(stray::find(&text, from..line_start(&text, range.start).max(from)));
            } else {
                found.extend(stray::find(&text, from..range.start));
                found.extend(stray::find(&text, range.clone()));
            }
            from = range.end;
        }
        found.extend(stray::find(&text, from..text.len()));
        let mut rest = &found[..];
        while let Some(first) = rest.first() {
            let end = line_end(&text, first.range.start);
            let (line, after) = rest.split_at(rest.partition_point(|one| one.range.start < end));
            self.report_strays(line, 1);
            rest = after;
        }
        self.mending.apply(found.iter().map(Stray::edit).collect());
    }

    /// One finding about characters of one line, or about many that are one mistake.
    fn report_strays(&mut self, found: &[Stray], count: usize) {
        let Some(first) = found.first() else {
            return;
        };
        let name = stray::named(first.letter);
        let (zh, en) = (&name.zh, &name.en);
        let message = if count > 1 {
            text!(
                "这里有看不见的字符：{zh}，全文共 {count} 处",
                "there is an invisible character here: {en}, one of {count} in the file"
            )
        } else {
            text!(
                "这里有看不见的字符：{zh}",
                "there is an invisible character here: {en}"
            )
        };
        let help = match first.instead {
            "\n" => Text::fixed("改成换行", "break the line here"),
            " " => Text::fixed("改成普通空格", "write a plain space"),
            _ => Text::fixed("删去这个字符", "remove it"),
        };
        let edits: Vec<_> = found.iter().map(Stray::edit).collect();
        let mut finding = Diagnostic::new(&SYNTAX, self.span(first.range.clone()), message).help(help);
        if let Some((range, replacement)) = joined(self.mending.text(), &edits) {
            finding = finding.fix(self.span(range), replacement);
        }
        self.findings.push(finding);
    }

    /// Lines that are no statements: words without `#`, headers without their brackets.
    fn mend_lines(&mut self) {
        let text = self.mending.text().to_owned();
        let statements = statements(&text);
        let mut edits = Vec::new();
        for index in 0..statements.len() {
            if edits.last().is_some_and(|(range, _): &Edit| range.start >= statements[index].range.start) {
                continue;
            }
            let faults = faults(&text, &statements[index].range);
            if !faults.is_empty() {
                let mistake = self.mistake(&text, &statements, index, &faults);
                let found = mistake.line();
                edits.extend(self.report(&text, found));
            }
        }
        self.mending.apply(edits);
    }

    /// Mends statements until each parses by itself.
    fn mend_statements(&mut self) {
        let mut touched: Option<Vec<Range<usize>>> = None;
        for round in 1..=ROUNDS {
            let text = self.mending.text().to_owned();
            let statements = statements(&text);
            let mut edits = Vec::new();
            for index in 0..statements.len() {
                let range = &statements[index].range;
                if touched.as_ref().is_none_or(|touched| touches(touched, range)) {
                    let faults = faults(&text, range);
                    if !faults.is_empty() {
                        edits.extend(self.mend(&text, &statements, index, &faults, round == ROUNDS));
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
        let removes = found.iter().all(|(_, repair)| !matches!(repair, Repair::Mend(_)));
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
            for Found { index, until, span, message, mended } in doubles.find(&errors) {
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
                        edits.extend(self.report(&text, vec![(finding, Repair::Mend(vec![mended]))]));
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

    fn mistake<'m>(
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
    let body = statements[index + 1..].iter().take_while(|statement| !statement.header);
    let body = body.take(if statements[index].header { usize::MAX } else { 0 });
    start..body.last().map_or(end, |last| last.range.end)
}

/// Whether a range touches one of some that are in order.
fn touches(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let next = ranges.partition_point(|touched| touched.end < range.start);
    ranges.get(next).is_some_and(|touched| touched.start <= range.end)
}
