//! RESOLVED, ANALYSIS, FINDINGS → VIEW. Takes a resolved plan with its answers and its
//! report, gives everything a document says, typed: days, figures, words of lists, names;
//! never words or draws anything, never knows a format.
//!
//! A chapter a file, in the order of `chapters!`. A section that no chapter tells of stands
//! in the document as a table of all its fields (`default.rs`).

mod asked;
mod calendar;
mod conditions;
mod cover;
pub mod cycle;
mod default;
pub mod drawn;
mod eligibility;
mod errors;
mod field;
mod figures;
mod gantt;
mod hierarchy;
mod inner;
mod legend;
mod limit;
mod material;
mod overview;
pub mod part;
mod programs;
mod said;
pub mod sheet;
mod shortfalls;
mod target_more;
mod target_names;
mod target_parts;
pub mod task_groups;
pub mod task_rows;
pub mod value;

#[cfg(test)]
pub(crate) mod tests;

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

pub use cover::Cover;
pub use errors::{ErrorRow, Errors};
use part::Part;
pub use part::{Chapter, Figure};
pub(crate) use routines::NEXT;

use crate::analysis::Analysis;
use crate::diagnostic::{Language, Report, Text};
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
    /// The sections that an extract is made of; none for the whole document.
    pub only: Vec<Section>,
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
    /// The year of the days that are written without one.
    pub plain_year: Option<i32>,
    /// The currency of all amounts, as an ISO code.
    pub currency: &'p str,
    /// The first page.
    pub cover: Cover<'p>,
    /// How a draft stands, or that there are warnings.
    pub standing: Option<Text>,
    /// What is wrong, in a draft.
    pub errors: Option<Errors<'p>>,
    /// What is probably not meant, in any document.
    pub warnings: Option<Errors<'p>>,
    /// What a reader asks first, on one page.
    pub overview: Option<Chapter<'p>>,
    /// The chapters there are, in order.
    pub chapters: Vec<Chapter<'p>>,
    /// All tasks, for lists of them.
    pub tasks: Tasks<'p>,
    /// The sections that it is an extract of; none for the whole document.
    pub only: Vec<Section>,
}

/// Declares the chapters, in the order of the document. `rest` stands for the sections that no
/// other chapter tells of; forms tell once more, on paper to fill in, what a section says.
macro_rules! chapters {
    ($($before:ident)+; rest; $($after:ident)+; forms $($form:ident of $section:ident)+) => {
        $(mod $before;)+
        $(mod $after;)+
        $(mod $form;)+

        fn chapters<'m, 'p>(material: &Material<'m, 'p>) -> Vec<Chapter<'p>> {
            let told: Vec<Section> =
                [$($before::SECTIONS,)+ $($after::SECTIONS,)+].concat();
            let rest = Section::ALL.iter().filter(|section| !told.contains(section));
            let rest = rest.filter(|section| material.is_asked(&[**section]));
            let rest = rest.filter_map(|section| default::chapter(*section, material));
            let before = [$((material.is_asked($before::SECTIONS), $before::chapter as Make),)+];
            let after = [
                $((material.is_asked($after::SECTIONS), $after::chapter as Make),)+
                $((material.is_asked(&[Section::$section]), $form::chapter as Make),)+
            ];
            let make = |(is_asked, make): (bool, Make<'m, 'p>)| {
                is_asked.then(|| make(material)).flatten()
            };
            let before = before.into_iter().filter_map(make);
            before.chain(rest).chain(after.into_iter().filter_map(make)).collect()
        }
    };
}

chapters! {
    store phases events targets organisation products campaigns tasks owners routines timed_day risks;
    rest;
    accepted questions notes;
    forms check_sheet of Tasks inspection of Checklists roster_grid of Rosters job_descriptions of Roles
}

/// Makes a chapter, if the plan says anything for it.
type Make<'m, 'p> = fn(&Material<'m, 'p>) -> Option<Chapter<'p>>;

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
        years: years(resolved),
        tasks: Tasks::new(rows),
        only: &options.only,
    };
    let mut chapters = chapters(&material);
    number_sources(&mut chapters);
    View {
        language: options.language,
        id: options.id.clone(),
        draft,
        crosses_years: material.years.len() > 1,
        plain_year: plain_year(&material.years, resolved),
        currency: currency(resolved),
        cover: cover::cover(resolved),
        standing: errors::standing(&material),
        errors: errors::errors(&material),
        warnings: errors::warnings(&material),
        overview: (options.only.is_empty())
            .then(|| overview::chapter(&material))
            .flatten(),
        chapters,
        tasks: material.tasks,
        only: options.only.clone(),
    }
}

/// Numbers the sources in the order in which the document names them, each once, and lists them.
fn number_sources(chapters: &mut [Chapter<'_>]) {
    let mut numbers = HashMap::new();
    let mut list = Vec::new();
    let parts = chapters.iter_mut().flat_map(|chapter| &mut chapter.parts);
    for part in parts {
        match part {
            Part::Sources(sources) => {
                for source in sources {
                    source.number = *numbers.entry(source.text).or_insert_with(|| {
                        list.push(source.text);
                        list.len()
                    });
                }
            }
            Part::SourceList(all) => *all = std::mem::take(&mut list),
            _ => {}
        }
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

    /// Gives tasks that repeat a row for each of their days.
    pub fn list_each_day(&mut self) {
        self.tasks = self.tasks.each_day();
    }
}

/// Sections whose days are facts and not plans.
const FACTS: [Section; 4] = [
    Section::Stores,
    Section::People,
    Section::Products,
    Section::Programs,
];

/// The years in which planned days lie.
fn years(resolved: &Resolved<'_>) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
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
                    years.insert(day.year());
                }
            });
        });
    });
    years
}

/// The only year of the plan, else the year in which it starts.
fn plain_year(years: &BTreeSet<i32>, resolved: &Resolved<'_>) -> Option<i32> {
    let only = years.first().copied().filter(|_| years.len() == 1);
    only.or_else(|| resolved.span().0.map(|day| day.year()))
}
