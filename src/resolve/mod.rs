//! PLAN → RESOLVED. Takes a plan, gives the same plan with typed links instead of names,
//! the work calendar, and the recurrences unrolled; remembers every reference that leads
//! nowhere; never judges.

mod calendar;
mod item;
mod lookup;
mod recurrence;

use chrono::NaiveDate;

pub use calendar::WorkCalendar;
pub use item::{
    Campaign, CampaignLinks, Event, Idx, Item, Link, Owner, Person, PersonLinks, Phase, PhaseLinks,
    Product, Program, Role, RoleLinks, Store, Target, TargetLinks, TargetPeriod, Task, TaskLinks,
};
pub use lookup::{Ambiguous, Dangling};
pub use recurrence::occurrences;

use crate::plan::{Head, Plan, Section};
use crate::schema::Incomplete;
use lookup::Lookup;

/// A plan whose references are links.
#[derive(Debug)]
pub struct Resolved<'p> {
    /// As it was written.
    pub plan: &'p Plan,
    /// `[plan]`.
    pub head: &'p Head,
    /// What had to be left out.
    pub incomplete: &'p Incomplete,
    /// Shops; `[store]` alone is the shop with the path `store`.
    pub stores: Vec<Store<'p>>,
    /// Phases.
    pub phases: Vec<Phase<'p>>,
    /// Targets, without their parts.
    pub targets: Vec<Target<'p>>,
    /// Posts.
    pub roles: Vec<Role<'p>>,
    /// People.
    pub people: Vec<Person<'p>>,
    /// Products.
    pub products: Vec<Product<'p>>,
    /// Campaign programmes.
    pub programs: Vec<Program<'p>>,
    /// Campaigns.
    pub campaigns: Vec<Campaign<'p>>,
    /// Tasks.
    pub tasks: Vec<Task<'p>>,
    /// Events.
    pub events: Vec<Event<'p>>,
    /// References that lead nowhere.
    pub dangling: Vec<Dangling<'p>>,
    /// Ids that stand in two sections one field may name.
    pub ambiguous: Vec<Ambiguous<'p>>,
    /// The work days of the shop.
    pub calendar: WorkCalendar,
}

/// Resolves a plan whose `[plan]` could be read.
pub fn resolve<'p>(plan: &'p Plan, head: &'p Head, incomplete: &'p Incomplete) -> Resolved<'p> {
    let mut lookup = Lookup::new(plan, incomplete);
    let tasks = item::tasks(plan, &mut lookup);
    let campaigns = item::campaigns(plan, &mut lookup);
    let phases = item::phases(plan, &mut lookup);
    let targets = item::targets(plan, &mut lookup);
    let roles = item::roles(plan, &mut lookup);
    let people = item::people(plan, &mut lookup);
    let calendar = WorkCalendar::new(head, reach(plan, head));
    let ambiguous = lookup.ambiguous();
    Resolved {
        plan,
        head,
        incomplete,
        stores: item::stores(plan),
        phases,
        targets,
        roles,
        people,
        products: item::plain(&plan.products),
        programs: item::plain(&plan.programs),
        campaigns,
        tasks,
        events: item::plain(&plan.events),
        dangling: lookup.dangling,
        ambiguous,
        calendar,
    }
}

impl<'p> Resolved<'p> {
    /// First and last day of the plan, as far as they are said.
    pub fn span(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let day = |day: &Option<crate::source::Located<crate::plan::value::Day>>| {
            day.map(|day| day.value.0)
        };
        (day(&self.head.start), day(&self.head.end))
    }

    /// The shop of a campaign: the one it names, or the only one there is.
    pub fn store_of(&self, campaign: &Campaign<'_>) -> Option<&Store<'p>> {
        match (&campaign.links.store, &self.stores[..]) {
            // `[store]` stands before the shops of `[stores]` and has no id to be named by.
            (Some(link), stores) => stores
                .iter()
                .filter(|store| store.id.is_some())
                .nth(link.to?.at()),
            (None, [only]) if !self.incomplete.lacks(Section::Stores) => Some(only),
            _ => None,
        }
    }
}

/// The first and the last day that the plan states for its phases and tasks, and for itself.
fn reach(plan: &Plan, head: &Head) -> Option<(NaiveDate, NaiveDate)> {
    let tasks = plan
        .tasks
        .iter()
        .flat_map(|task| [task.item.start, task.item.due, task.item.around]);
    let phases = plan
        .phases
        .iter()
        .flat_map(|phase| [phase.item.start, phase.item.end]);
    let days = || {
        tasks
            .clone()
            .chain(phases.clone())
            .chain([head.start, head.end])
            .flatten()
            .map(|day| day.value.0)
    };
    days().min().zip(days().max())
}
