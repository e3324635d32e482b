//! RESOLVED, ANALYSIS, FINDINGS → VIEW. Takes a resolved plan with its answers and its
//! report, gives everything a document says, typed: days, figures, words of lists, names;
//! never words or draws anything, never knows a format.
//!
//! A chapter a file, in the order of `chapters!`. A section that no chapter tells of stands
//! in the document as a table of all its fields (`default.rs`).

mod calendar;
mod cover;
mod default;
pub mod drawn;
mod eligibility;
mod errors;
mod field;
mod figures;
mod gantt;
mod hierarchy;
pub mod part;
pub mod task_groups;
pub mod task_rows;
pub mod value;

#[cfg(test)]
pub(crate) mod tests;

use chrono::{Datelike, NaiveDate};

pub use cover::Cover;
pub use errors::{ErrorRow, Errors};
pub use figures::Figure;
pub use part::Chapter;
pub(crate) use routines::NEXT;

use crate::analysis::Analysis;
use crate::diagnostic::{Language, Report};
use crate::plan::{self, Line, Ref, Said, Section};
use crate::resolve::Resolved;
use crate::source::{Located, Sources, Span};
use part::Part;
use task_groups::Tasks;
use value::{Name, Value};

/// What a document is made for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Its language.
    pub language: Language,
    /// Whether it is marked as a draft and lists the errors of the plan.
    pub draft: bool,
    /// Id of the plan.
    pub id: String,
}

/// Everything a document says.
#[derive(Clone, Debug)]
pub struct View<'p> {
    /// Its language.
    pub language: Language,
    /// Id of the plan.
    pub id: String,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// Whether the days of the plan lie in more than one year.
    pub crosses_years: bool,
    /// The currency of all amounts, as an ISO code.
    pub currency: &'p str,
    /// The first page.
    pub cover: Cover<'p>,
    /// What is wrong, in a draft.
    pub errors: Option<Errors>,
    /// What is probably not meant, in any document.
    pub warnings: Option<Errors>,
    /// Key figures.
    pub figures: Vec<Figure<'p>>,
    /// The chapters there are, in order.
    pub chapters: Vec<Chapter<'p>>,
    /// All tasks, for lists of them.
    pub tasks: Tasks<'p>,
}

/// What a view is made of.
struct Material<'m, 'p> {
    resolved: &'m Resolved<'p>,
    analysis: &'m Analysis<'p>,
    report: &'m Report,
    sources: &'m Sources,
    draft: bool,
    tasks: Tasks<'p>,
}

/// Declares the chapters, in the order of the document. `rest` stands for the sections that no
/// other chapter tells of.
macro_rules! chapters {
    ($($before:ident)+; rest; $($after:ident)+) => {
        $(mod $before;)+
        $(mod $after;)+

        fn chapters<'p>(material: &Material<'_, 'p>) -> Vec<Chapter<'p>> {
            let told: Vec<Section> =
                [$($before::SECTIONS,)+ $($after::SECTIONS,)+].concat();
            let rest = Section::ALL.iter().filter(|section| !told.contains(section));
            let rest = rest.filter_map(|section| default::chapter(*section, material));
            let before = [$($before::chapter(material),)+].into_iter().flatten();
            let after = [$($after::chapter(material),)+].into_iter().flatten();
            before.chain(rest).chain(after).collect()
        }
    };
}

chapters! {
    store phases events targets organisation products campaigns tasks routines risks;
    rest;
    accepted questions notes check_sheet
}

/// Gathers everything that a document says.
pub fn build<'p>(
    resolved: &Resolved<'p>,
    analysis: &Analysis<'p>,
    report: &Report,
    sources: &Sources,
    options: &Options,
) -> View<'p> {
    let draft = options.draft;
    let tasks = Tasks::default();
    let mut material = Material {
        resolved,
        analysis,
        report,
        sources,
        draft,
        tasks,
    };
    material.tasks = Tasks::new(task_rows::rows(&material));
    View {
        language: options.language,
        id: options.id.clone(),
        draft,
        crosses_years: crosses_years(resolved),
        currency: currency(resolved),
        cover: cover::cover(resolved),
        errors: errors::errors(&material),
        warnings: errors::warnings(&material),
        figures: figures::figures(&material),
        chapters: chapters(&material),
        tasks: material.tasks,
    }
}

impl View<'_> {
    /// Keeps the tasks of one owner (id or name), and those whose days may lie between two
    /// days, both included. Tasks without any day are left out as soon as a day is asked
    /// for; a routine keeps the days that lie between.
    pub fn filter_tasks(
        &mut self,
        owner: Option<&str>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) {
        self.tasks = self.tasks.filtered(owner, (from, to));
    }
}

/// The currency of a plan.
fn currency<'p>(resolved: &Resolved<'p>) -> &'p str {
    resolved
        .plan
        .head()
        .currency
        .as_ref()
        .map_or("CNY", |currency| &currency.value)
}

/// Sections whose days are facts and not plans.
const FACTS: [Section; 4] = [
    Section::Stores,
    Section::People,
    Section::Products,
    Section::Programs,
];

/// Whether the days that are planned lie in more than one year.
fn crosses_years(resolved: &Resolved<'_>) -> bool {
    let mut years = Vec::new();
    resolved.plan.each_item(|item| {
        if FACTS.contains(&item.section) {
            return;
        }
        item.item.each(&mut |field, says| {
            if field.key == "allow" {
                return;
            }
            says.say(Span::default(), &mut |said, _| {
                if let Said::Day(day) = said {
                    years.push(day.year());
                }
            });
        });
    });
    years.dedup();
    years.len() > 1
}

/// A text of the plan, unless it is empty.
fn texts(line: &Option<Line>) -> Option<&str> {
    line.as_ref()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
}

/// Texts of the plan, one a line.
fn points(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.trim()).collect()
}

/// The same as values.
fn lines(lines: &[Line]) -> Vec<Value<'_>> {
    points(lines).into_iter().map(Value::plain).collect()
}

/// Each thing once, in order.
fn distinct<T: PartialEq>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for thing in things {
        if !once.contains(&thing) {
            once.push(thing);
        }
    }
    once
}

/// Where things come from, each source once; nothing if none is said.
fn sources<'p>(said: impl IntoIterator<Item = Option<&'p str>>) -> Option<Part<'p>> {
    let sources = distinct(said.into_iter().flatten());
    (!sources.is_empty()).then_some(Part::Sources(sources))
}

/// Owners with their names.
fn owners<'p>(owners: &'p [Located<Ref<plan::Owner>>], resolved: &Resolved<'p>) -> Vec<Name<'p>> {
    let name = |owner: &'p Located<Ref<plan::Owner>>| Name {
        id: owner.id(),
        name: resolved.name_of(owner.id(), <plan::Owner as plan::Referent>::SECTIONS),
    };
    owners.iter().map(name).collect()
}

/// The names of owners.
fn names<'p>(of: &'p [Located<Ref<plan::Owner>>], resolved: &Resolved<'p>) -> Vec<Value<'p>> {
    owners(of, resolved)
        .into_iter()
        .map(|owner| Value::plain(owner.name))
        .collect()
}
