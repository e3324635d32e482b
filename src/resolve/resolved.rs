//! A plan whose references lead somewhere.

use std::ops::Deref;

use chrono::NaiveDate;

use super::calendar::{WorkCalendar, reach};
use super::lookup::{Ambiguous, ItemRef, Lookup, To};
use super::references::{Reference, References};
use super::settle::Unsettled;
use crate::plan::value::{Day, Id};
use crate::plan::{
    AnyItem, Campaign, Entry, Event, Idx, InSection, Owner, Period, Person, Phase, Plan, Ref,
    Referent, Role, Section, Store, Target,
};
use crate::schema::Incomplete;
use crate::source::Located;

/// A plan that knows where its references lead. It reads like the plan itself.
#[derive(Debug)]
pub struct Resolved<'p> {
    /// As it was written.
    pub plan: &'p Plan,
    /// What had to be left out.
    pub incomplete: &'p Incomplete,
    /// All references, with both ends.
    pub references: References<'p>,
    /// Ids that stand in two sections one field may name.
    pub ambiguous: Vec<Ambiguous>,
    /// Days that are counted from others and cannot be worked out.
    pub unsettled: &'p Unsettled,
    /// The work days of the shop.
    pub calendar: WorkCalendar,
    lookup: Lookup<'p>,
    /// The people who hold each post, in their order.
    holders: Vec<Vec<Idx<Person>>>,
}

/// Who owns something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnedBy {
    /// A person.
    Person(Idx<Person>),
    /// A post.
    Role(Idx<Role>),
    /// One that could not be read, or nobody at all.
    Nobody,
}

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetPeriod {
    /// A month, quarter or year.
    Calendar(Period),
    /// A phase.
    Phase(Idx<Phase>),
    /// An event.
    Event(Idx<Event>),
}

/// Resolves a plan.
pub fn resolve<'p>(
    plan: &'p Plan,
    incomplete: &'p Incomplete,
    unsettled: &'p Unsettled,
) -> Resolved<'p> {
    let lookup = Lookup::new(plan, incomplete);
    let references = References::new(plan, &lookup);
    let calendar = WorkCalendar::new(plan.head(), reach(plan));
    let owners = lookup.in_both(Section::People, Section::Roles);
    let mut periods = lookup.in_both(Section::Phases, Section::Events);
    // A phase may be called like its event as long as no target means one of the two.
    periods.retain(|ids| references.to(ids.first).any(|one| one.wanted == PERIODS));
    let ambiguous = owners.into_iter().chain(periods).collect();
    Resolved {
        plan,
        incomplete,
        references,
        ambiguous,
        unsettled,
        calendar,
        holders: holders(plan, &lookup),
        lookup,
    }
}

impl<'p> Deref for Resolved<'p> {
    type Target = &'p Plan;

    fn deref(&self) -> &&'p Plan {
        &self.plan
    }
}

impl<'p> Resolved<'p> {
    /// First and last day of the plan, as far as they are said.
    pub fn span(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
        (day(self.head().start), day(self.head().end))
    }

    /// The references that lead nowhere, by place.
    pub fn dangling(&self) -> impl Iterator<Item = &Reference<'p>> {
        self.references
            .iter()
            .filter(|reference| reference.to == To::Nothing)
    }

    /// Where a reference leads.
    pub fn follow<T: Referent>(&self, reference: &Ref<T>) -> To {
        self.lookup.find(T::SECTIONS, reference)
    }

    /// The number of the item a reference leads to, if it can be read.
    pub fn find<'r, T: InSection + Referent>(
        &self,
        reference: impl Into<Option<&'r Located<Ref<T>>>>,
    ) -> Option<Idx<T>> {
        let item = self.follow(&reference.into()?.value).item()?;
        Some(Idx::new(item.at))
    }

    /// The item a reference leads to, if it can be read.
    pub fn get<'r, T: InSection + Referent>(
        &self,
        reference: impl Into<Option<&'r Located<Ref<T>>>>,
    ) -> Option<&'p Entry<T>> {
        self.find(reference)
            .map(|index| &T::table(self.plan)[index.at()])
    }

    /// The label of the item a reference leads to, else the reference as written.
    pub fn name<T: Referent>(&self, reference: &'p Located<Ref<T>>) -> &'p str {
        self.name_of(reference.id(), T::SECTIONS)
    }

    /// The item of some sections that an id leads to, if it can be read.
    pub fn item_of(&self, id: &str, sections: &[Section]) -> Option<ItemRef> {
        self.lookup.find(sections, id).item()
    }

    /// The label of that item.
    pub fn label_of(&self, id: &str, sections: &[Section]) -> Option<&'p str> {
        Some(self.item(self.item_of(id, sections)?).label())
    }

    /// The same, else the id.
    pub fn name_of(&self, id: &'p Id, sections: &[Section]) -> &'p str {
        self.label_of(id, sections).unwrap_or(id)
    }

    /// Who a reference to an owner leads to.
    pub fn owner(&self, reference: &Ref<Owner>) -> OwnedBy {
        match self.follow(reference).item() {
            Some(ItemRef {
                section: Section::People,
                at,
            }) => OwnedBy::Person(Idx::new(at)),
            Some(ItemRef { at, .. }) => OwnedBy::Role(Idx::new(at)),
            None => OwnedBy::Nobody,
        }
    }

    /// The people who hold a post, in their order.
    pub fn holders(&self, role: Idx<Role>) -> &[Idx<Person>] {
        &self.holders[role.at()]
    }

    /// What a target is for; nothing if its key leads nowhere.
    pub fn period(&self, target: &Entry<Target>) -> Option<TargetPeriod> {
        if let Some(period) = Period::parse(&target.id) {
            return Some(TargetPeriod::Calendar(period));
        }
        match self.lookup.find(PERIODS, &target.id).item()? {
            ItemRef {
                section: Section::Phases,
                at,
            } => Some(TargetPeriod::Phase(Idx::new(at))),
            ItemRef { at, .. } => Some(TargetPeriod::Event(Idx::new(at))),
        }
    }

    /// The last day of a phase, where it is stated; an open-ended one lasts as long as the
    /// plan.
    pub fn end_of(&self, phase: &Phase) -> Option<Located<Day>> {
        let is_open_ended = phase.open_ended.is_some_and(|open| open.value);
        let head = self.plan.head();
        // A plan that ends before it starts is another mistake.
        let is_after_start =
            |end: &Located<Day>| head.start.is_none_or(|start| start.value <= end.value);
        let plan_end = head.end.filter(is_after_start).filter(|_| is_open_ended);
        phase.end.day().or(plan_end)
    }

    /// First and last day of a phase. Nothing where they are not known, or reversed.
    pub fn days_of(&self, phase: &Phase) -> Option<(NaiveDate, NaiveDate)> {
        let (first, last) = (phase.start.day()?.value.0, self.end_of(phase)?.value.0);
        (first <= last).then_some((first, last))
    }

    /// The shop of a campaign: the one it names, or the only one there is.
    pub fn store_of(&self, campaign: &Entry<Campaign>) -> Option<&'p Entry<Store>> {
        match (&campaign.store, &*self.plan.stores) {
            (Some(store), _) => self.get(store),
            _ if campaign.unread.holds("store") => None,
            (None, [only]) if !self.incomplete.lacks(Section::Stores) => Some(only),
            _ => None,
        }
    }

    /// The day on which the first shop opens, if all say theirs.
    pub fn first_opening(&self) -> Option<Located<Day>> {
        let opened: Option<Vec<_>> = self.stores.iter().map(|store| store.opened_on).collect();
        let opened = opened.filter(|_| !self.incomplete.lacks(Section::Stores))?;
        opened.into_iter().min_by_key(|day| day.value)
    }

    /// An item of any section.
    ///
    /// # Panics
    /// Never for the ends of references.
    pub fn item(&self, item: ItemRef) -> AnyItem<'p> {
        self.plan
            .item(item.section, item.at)
            .expect("references lead to items")
    }
}

/// The people who hold each post, each once.
fn holders(plan: &Plan, lookup: &Lookup<'_>) -> Vec<Vec<Idx<Person>>> {
    let mut holders = vec![Vec::new(); plan.roles.len()];
    for (at, person) in plan.people.numbered() {
        for role in &person.roles {
            let post = lookup.find(&[Section::Roles], role.id()).item();
            if let Some(post) = post
                && holders[post.at].last() != Some(&at)
            {
                holders[post.at].push(at);
            }
        }
    }
    holders
}

/// The sections whose ids one field may name together.
const PERIODS: &[Section] = &[Section::Phases, Section::Events];
