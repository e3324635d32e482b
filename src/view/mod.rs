//! RESOLVED, ANALYSIS, FINDINGS → VIEW. Takes a resolved plan with its answers and its
//! report, gives everything a document says, worded and measured, in one language; never
//! knows a format.
//!
//! One file per section. A section that a plan lacks is absent. These are the only types
//! that templates may see; every drawing is finished here, templates only write it.

mod axis;
mod campaigns;
mod chart;
mod contents;
mod cover;
mod drawing;
mod eligibility;
mod errors;
mod events;
mod field;
mod figures;
mod format;
mod gantt;
mod marks;
mod notes;
mod organisation;
mod phases;
mod products;
mod questions;
mod risks;
mod store;
mod strip;
mod targets;
mod task_groups;
mod tasks;
mod tree;

#[cfg(test)]
pub(crate) mod tests;

use chrono::NaiveDate;
use serde::Serialize;

pub use campaigns::{CampaignRow, Campaigns, Outcome};
pub use contents::Chapter;
pub use cover::Cover;
pub use drawing::{Anchor, Drawing, Length, Shape};
pub use eligibility::{Eligibility, LimitRow};
pub use errors::{ErrorRow, Errors};
pub use events::{EventRow, Events};
pub use figures::Figure;
pub use format::Date;
pub use gantt::Bands;
pub use notes::Notes;
pub use organisation::{Organisation, PersonRow, RoleRow};
pub use phases::{PhaseRow, Phases};
pub use products::{ProductRow, Products};
pub use questions::{Question, QuestionGroup, Questions};
pub use risks::Risk;
pub use store::Shop;
pub use targets::{TargetRow, Targets};
pub use task_groups::{Owner, Week};
pub use tasks::{Length as TaskLength, Routine, Status, TaskDay, TaskRow, Tasks};

use crate::analysis::Analysis;
use crate::diagnostic::{Language, Report};
use crate::plan::{self, Line, Ref};
use crate::resolve::Resolved;
use crate::source::{Located, Sources};
use format::Wording;

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
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// Its language.
    pub language: Language,
    /// Id of the plan.
    pub id: String,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// Whether days are written with their year.
    pub with_years: bool,
    /// The first page.
    pub cover: Cover,
    /// What is wrong, in a draft.
    pub errors: Option<Errors>,
    /// What is probably not meant, in any document.
    pub warnings: Option<Errors>,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// The chapters there are, in order.
    pub chapters: Vec<Chapter>,
    /// Shops and their market.
    pub shops: Option<Vec<Shop>>,
    /// Phases and the Gantt chart.
    pub phases: Option<Phases>,
    /// Days that matter.
    pub events: Option<Events>,
    /// Targets.
    pub targets: Option<Targets>,
    /// Posts and people.
    pub organisation: Option<Organisation>,
    /// Products.
    pub products: Option<Products>,
    /// Campaigns.
    pub campaigns: Option<Campaigns>,
    /// Tasks.
    pub tasks: Option<Tasks>,
    /// Accepted risks.
    pub risks: Option<Vec<Risk>>,
    /// Open questions.
    pub questions: Option<Questions>,
    /// What the document assumes.
    pub notes: Notes,
    #[serde(skip)]
    wording: Wording,
}

/// A fact with the key of its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label stands in the locale files under this key.
    pub key: &'static str,
    /// What it is.
    pub value: String,
}

impl Fact {
    fn new(key: &'static str, value: String) -> Self {
        Self { key, value }
    }
}

/// Something the plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Name {
    /// Its id.
    pub id: String,
    /// For people.
    pub name: String,
}

/// Words and measures everything that a document says.
pub fn build(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    report: &Report,
    sources: &Sources,
    options: &Options,
) -> View {
    let wording = Wording::new(resolved, options.language);
    let mut view = View {
        language: options.language,
        id: options.id.clone(),
        draft: options.draft,
        with_years: wording.crosses_years(),
        cover: cover::cover(resolved, &wording),
        errors: errors::errors(report, sources, &wording).filter(|_| options.draft),
        warnings: errors::warnings(report, sources, options.draft, &wording),
        figures: figures::figures(resolved, analysis, report, &wording),
        chapters: Vec::new(),
        shops: store::shops(resolved, &wording),
        phases: phases::phases(resolved, analysis, &wording),
        events: events::events(resolved, &wording),
        targets: targets::targets(resolved, &wording),
        organisation: organisation::organisation(resolved, &wording),
        products: products::products(resolved, &wording),
        campaigns: campaigns::campaigns(resolved, analysis, report, &wording),
        tasks: tasks::tasks(resolved, analysis, &wording),
        risks: risks::risks(resolved, report, &wording),
        questions: questions::questions(resolved, report, &wording),
        notes: notes::notes(resolved, &wording),
        wording,
    };
    view.chapters = view.contents();
    view
}

impl View {
    /// Keeps the tasks of one owner (id or name), and those whose days may lie between two
    /// days, both included. Tasks without any day are left out as soon as a day is asked
    /// for; a routine keeps the days that lie between.
    pub fn filter_tasks(
        &mut self,
        owner: Option<&str>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) {
        let filtered = self
            .tasks
            .as_ref()
            .map(|tasks| tasks.filtered(owner, (from, to), &self.wording));
        self.tasks = filtered.filter(|tasks| !tasks.rows.is_empty());
    }
}

/// A text of the plan.
fn line(line: &Option<Line>) -> Option<String> {
    line.as_ref()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
}

/// Texts of the plan.
fn lines(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// Each text once, in order.
fn distinct(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut once = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

/// Owners with their names.
fn names(owners: &[Located<Ref<plan::Owner>>], resolved: &Resolved<'_>) -> Vec<Name> {
    let name = |owner: &Located<Ref<plan::Owner>>| {
        let label = resolved
            .follow(owner)
            .item()
            .map(|item| resolved.item(item).label());
        let id = owner.id().to_string();
        Name {
            name: label.map_or_else(|| id.clone(), str::to_owned),
            id,
        }
    };
    owners.iter().map(name).collect()
}
