//! A programme's rules and the campaigns that are signed up for it: one table of conditions,
//! then in words what is not met or not known.

use super::conditions::{Condition, conditions, sheet};
use super::material::Material;
use super::part::Part;
use super::said::{grouped, points};
use super::value::{DayForm, Value};
use super::{programs, shortfalls};
use crate::analysis::eligibility::{Application, InForce};
use crate::plan::Program;
use crate::plan::value::Day;
use crate::source::Located;

/// So many campaigns stand side by side in one table at the most.
const ABREAST: usize = 6;

/// What holds of each programme with rules, in the order of the campaigns.
pub(super) fn tables<'p>(material: &Material<'_, 'p>, order: &[usize]) -> Vec<Part<'p>> {
    let applications = order.iter().filter_map(|at| {
        let mut all = material.analysis.eligibility.iter();
        all.find(|one| one.campaign.at() == *at && !one.without_rules)
    });
    let programs = grouped(applications, |one| one.program);
    let parts = programs.iter().flat_map(|of_one| program(of_one, material));
    parts.collect()
}

/// A table for the campaigns of each version, then once what the rules say otherwise.
fn program<'p>(applications: &[&Application<'p>], material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let program = &material.resolved.plan.programs[applications[0].program];
    let version = |one: &Application<'p>| one.rules.version.map(std::ptr::from_ref);
    let groups = grouped(applications.iter().copied(), version);
    let tables = groups.iter().flat_map(|group| table(group, material));
    let mut parts: Vec<Part<'p>> = tables.collect();
    if groups.iter().all(|group| group[0].rules.version.is_some()) {
        parts.extend(base(program).map(Part::Note));
    }
    parts.extend(programs::versions(program, material.resolved));
    parts
}

fn table<'p>(group: &[&Application<'p>], material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let program = &material.resolved.plan.programs[group[0].program];
    let rules = group[0].rules;
    let title = Value::plain(program.label());
    let organiser = program
        .organiser
        .map(|organiser| Value::choice(organiser.value));
    let organiser = organiser.map(|who| Value::phrase("主办：{0}", "Organiser: {0}", [who]));
    let meta = [organiser, in_force(rules.dated())]
        .into_iter()
        .flatten()
        .collect();
    let conditions: Vec<Condition<'p>> = conditions(group);
    let sheets = group
        .chunks(ABREAST)
        .map(|some| sheet(&title, &conditions, some, material));
    let mut parts = vec![Part::Heading(title.clone(), meta)];
    parts.extend(sheets.map(Part::Sheet));
    parts.extend(shortfalls::lines(&conditions, group, material));
    parts.extend(notes(rules).map(Part::Note));
    let sources = [rules.source(), program.source.as_ref()];
    let sources = sources.map(|source| source.map(|source| source.trim()));
    parts.extend(super::said::sources(sources));
    parts
}

/// What has to be handed in, when the rules were read, and what else is said of them.
fn notes<'p>(rules: InForce<'p>) -> impl Iterator<Item = Value<'p>> {
    let documents = Value::list(points(rules.documents()).into_iter().map(Value::plain));
    let documents = documents
        .map(|documents| Value::phrase("须提交的资料：{0}", "To hand in: {0}", [documents]));
    let notes = [documents, checked_on(rules), Value::line(rules.note())];
    notes.into_iter().flatten()
}

/// What the rules say apart from their versions: days, papers and note.
fn base<'p>(program: &'p Program) -> Option<Value<'p>> {
    let papers = points(&program.documents).into_iter().map(Value::plain);
    let note = Value::line(program.note.as_ref());
    let said = Value::beside([in_force(program), Value::list(papers), note])?;
    Some(Value::phrase("原规则：{0}", "Rules otherwise: {0}", [said]))
}

/// The days on which rules hold.
fn in_force<'p>(rules: &Program) -> Option<Value<'p>> {
    let day = |day: Located<Day>| Value::Day(day.value.0, DayForm::Full);
    Some(match (rules.from, rules.until) {
        (Some(from), None) => Value::phrase("{0}起有效", "in force from {0}", [day(from)]),
        (None, Some(until)) => Value::phrase("有效至 {0}", "in force until {0}", [day(until)]),
        (Some(from), Some(until)) => Value::phrase(
            "{0}有效",
            "in force {0}",
            [Value::between(day(from), day(until))],
        ),
        (None, None) => return None,
    })
}

fn checked_on<'p>(rules: InForce<'p>) -> Option<Value<'p>> {
    let day = Value::Day(rules.checked_on()?.value.0, DayForm::Full);
    Some(match rules.are_complete() {
        true => Value::phrase(
            "报名条件已写全，查阅于 {0}。",
            "All limits are stated, as read on {0}.",
            [day],
        ),
        false => Value::phrase("规则查阅于 {0}。", "Rules as read on {0}.", [day]),
    })
}
