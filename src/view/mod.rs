//! RESOLVED, ANALYSIS, FINDINGS → VIEW. Takes a resolved plan with its answers and its
//! report, gives everything a document says, typed: days, figures, words of lists, names;
//! never words or draws anything, never knows a format.
//!
//! A chapter a file, in the order of `chapters!`. A section that no chapter tells of stands
//! in the document as a table of all its fields (`default.rs`).

mod asked;
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
mod limit;
mod material;
mod overview;
pub mod part;
mod said;
pub mod sheet;
pub mod task_groups;
pub mod task_rows;
pub mod value;

#[cfg(test)]
pub(crate) mod tests;

use chrono::{Datelike, NaiveDate};

pub use cover::Cover;
pub use errors::{ErrorRow, Errors};
pub use part::{Chapter, Figure};
pub(crate) use routines::NEXT;

use crate::analysis::Analysis;
use crate::diagnostic::{Language, Report};
use crate::plan::{Said, Section};
use crate::resolve::Resolved;
use crate::source::{Sources, Span};
use asked::Questions;
use material::Material;
use said::currency;
use task_groups::Tasks;

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
    /// What a reader asks first, on one page.
    pub overview: Option<Chapter<'p>>,
    /// The chapters there are, in order.
    pub chapters: Vec<Chapter<'p>>,
    /// All tasks, for lists of them.
    pub tasks: Tasks<'p>,
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
    store phases events targets organisation products campaigns tasks owners routines risks;
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
    let rows = task_rows::rows(resolved, &analysis.schedule);
    let material = Material {
        resolved,
        analysis,
        report,
        sources,
        draft,
        questions: Questions::new(report),
        tasks: Tasks::new(rows),
    };
    View {
        language: options.language,
        id: options.id.clone(),
        draft,
        crosses_years: crosses_years(resolved),
        currency: currency(resolved),
        cover: cover::cover(resolved),
        errors: errors::errors(&material),
        warnings: errors::warnings(&material),
        overview: overview::chapter(&material),
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
