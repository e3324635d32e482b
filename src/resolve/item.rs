use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;

use super::lookup::Lookup;
use crate::plan::value::Id;
use crate::plan::{self, Entry, InSection, Period, Plan, Section, Table, item_path};
use crate::source::{Located, Span};

/// The number of an item in its section.
pub struct Idx<T>(u32, PhantomData<fn() -> T>);

impl<T> Idx<T> {
    pub(crate) fn new(at: usize) -> Self {
        Self(
            u32::try_from(at).expect("a file of 64 MiB holds fewer items"),
            PhantomData,
        )
    }

    /// As an index into the vector of its section.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Idx<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Idx<T> {}

impl<T> PartialEq for Idx<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Idx<T> {}

impl<T> Hash for Idx<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.0)
    }
}

/// A reference: where it stands, and what it leads to; nothing if it leads nowhere or to
/// an item that could not be read.
#[derive(Debug)]
pub struct Link<'p, T> {
    /// As written.
    pub id: &'p Located<Id>,
    /// The item.
    pub to: Option<Idx<T>>,
}

impl<T> Clone for Link<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Link<'_, T> {}

/// Who owns a task or a campaign.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'p> {
    /// A person.
    Person(Link<'p, plan::Person>),
    /// A post.
    Role(Link<'p, plan::Role>),
    /// Neither.
    Nobody(&'p Located<Id>),
}

impl<'p> Owner<'p> {
    /// The owner's id, as written.
    pub fn id(&self) -> &'p Located<Id> {
        match self {
            Self::Person(link) => link.id,
            Self::Role(link) => link.id,
            Self::Nobody(id) => id,
        }
    }
}

/// An item of a section with its links. It reads like the item of the plan.
#[derive(Clone, Debug)]
pub struct Item<'p, T, L = ()> {
    /// Its key; `[store]` has none.
    pub id: Option<&'p Located<Id>>,
    /// As it was written.
    pub item: &'p T,
    /// Where it stands: its table.
    pub table: Span,
    /// What it refers to.
    pub links: L,
}

impl<T, L> Deref for Item<'_, T, L> {
    type Target = T;

    fn deref(&self) -> &T {
        self.item
    }
}

impl<'p, T: InSection, L> Item<'p, T, L> {
    fn new(entry: &'p Entry<T>, links: L) -> Self {
        Self {
            id: Some(&entry.id),
            item: &entry.item,
            table: entry.span,
            links,
        }
    }

    /// The dotted path by which findings and exceptions name it.
    pub fn path(&self) -> String {
        self.id
            .map_or_else(|| "store".to_owned(), |id| item_path(T::SECTION, id))
    }

    /// Its title, or its id.
    pub fn label(&self) -> &'p str {
        let title = self.item.title().map(|title| &*title.value);
        title.or(self.id.map(|id| &*id.value)).unwrap_or("store")
    }

    /// Where to point when it is the thing itself that is wrong: its key.
    pub fn key_span(&self) -> Span {
        self.id.map_or(self.table, |id| id.span)
    }
}

/// A shop.
pub type Store<'p> = Item<'p, plan::Store>;
/// A phase.
pub type Phase<'p> = Item<'p, plan::Phase, PhaseLinks<'p>>;
/// A target.
pub type Target<'p> = Item<'p, plan::Target, TargetLinks>;
/// A post.
pub type Role<'p> = Item<'p, plan::Role, RoleLinks<'p>>;
/// A person.
pub type Person<'p> = Item<'p, plan::Person, PersonLinks<'p>>;
/// A product.
pub type Product<'p> = Item<'p, plan::Product>;
/// A campaign programme.
pub type Program<'p> = Item<'p, plan::Program>;
/// A campaign.
pub type Campaign<'p> = Item<'p, plan::Campaign, CampaignLinks<'p>>;
/// A task.
pub type Task<'p> = Item<'p, plan::Task, TaskLinks<'p>>;
/// An event.
pub type Event<'p> = Item<'p, plan::Event>;

/// Links of a phase.
#[derive(Clone, Debug)]
pub struct PhaseLinks<'p> {
    /// Phases that come before.
    pub after: Vec<Link<'p, plan::Phase>>,
}

/// Links of a target.
#[derive(Clone, Copy, Debug)]
pub struct TargetLinks {
    /// What it is for; nothing if its key leads nowhere.
    pub period: Option<TargetPeriod>,
}

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetPeriod {
    /// A month, quarter or year.
    Calendar(Period),
    /// A phase.
    Phase(Idx<plan::Phase>),
    /// An event.
    Event(Idx<plan::Event>),
}

/// Links of a post.
#[derive(Clone, Debug)]
pub struct RoleLinks<'p> {
    /// The post above.
    pub reports_to: Option<Link<'p, plan::Role>>,
    /// The people who hold it.
    pub holders: Vec<Idx<plan::Person>>,
}

/// Links of a person.
#[derive(Clone, Debug)]
pub struct PersonLinks<'p> {
    /// Posts held.
    pub roles: Vec<Link<'p, plan::Role>>,
}

/// Links of a campaign.
#[derive(Clone, Debug)]
pub struct CampaignLinks<'p> {
    /// The programme.
    pub program: Option<Link<'p, plan::Program>>,
    /// The shop.
    pub store: Option<Link<'p, plan::Store>>,
    /// The product.
    pub product: Option<Link<'p, plan::Product>>,
    /// Who looks after it.
    pub owners: Vec<Owner<'p>>,
}

/// Links of a task.
#[derive(Clone, Debug)]
pub struct TaskLinks<'p> {
    /// The phase.
    pub phase: Option<Link<'p, plan::Phase>>,
    /// Who does it.
    pub owners: Vec<Owner<'p>>,
    /// Tasks before it.
    pub after: Vec<Link<'p, plan::Task>>,
    /// The campaign.
    pub campaign: Option<Link<'p, plan::Campaign>>,
}

pub(super) fn plain<K, T: InSection>(table: &Table<K, T>) -> Vec<Item<'_, T>> {
    table.iter().map(|entry| Item::new(entry, ())).collect()
}

pub(super) fn stores(plan: &Plan) -> Vec<Store<'_>> {
    let short = plan.store.as_ref().map(|store| Item {
        id: None,
        item: &store.value,
        table: store.span,
        links: (),
    });
    short
        .into_iter()
        .chain(plan.stores.iter().map(|entry| Item::new(entry, ())))
        .collect()
}

/// Calls `links` with each entry and its path.
fn linked<'p, K, T: InSection, L>(
    table: &'p Table<K, T>,
    mut links: impl FnMut(&'p Entry<T>) -> L,
) -> Vec<Item<'p, T, L>> {
    table
        .iter()
        .map(|entry| Item::new(entry, links(entry)))
        .collect()
}

pub(super) fn tasks<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Task<'p>> {
    linked(&plan.tasks, |entry| {
        let task = &entry.item;
        let mut from = lookup.from(Section::Tasks, &entry.id);
        TaskLinks {
            phase: task
                .phase
                .as_ref()
                .map(|id| from.link("phase", id, Section::Phases)),
            owners: task
                .owners
                .iter()
                .map(|id| from.owner("owners", id))
                .collect(),
            after: task
                .after
                .iter()
                .map(|id| from.link("after", id, Section::Tasks))
                .collect(),
            campaign: task
                .campaign
                .as_ref()
                .map(|id| from.link("campaign", id, Section::Campaigns)),
        }
    })
}

pub(super) fn campaigns<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Campaign<'p>> {
    linked(&plan.campaigns, |entry| {
        let campaign = &entry.item;
        let mut from = lookup.from(Section::Campaigns, &entry.id);
        CampaignLinks {
            program: campaign
                .program
                .as_ref()
                .map(|id| from.link("program", id, Section::Programs)),
            store: campaign
                .store
                .as_ref()
                .map(|id| from.link("store", id, Section::Stores)),
            product: campaign
                .product
                .as_ref()
                .map(|id| from.link("product", id, Section::Products)),
            owners: campaign
                .owners
                .iter()
                .map(|id| from.owner("owners", id))
                .collect(),
        }
    })
}

pub(super) fn phases<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Phase<'p>> {
    linked(&plan.phases, |entry| {
        let mut from = lookup.from(Section::Phases, &entry.id);
        PhaseLinks {
            after: entry
                .item
                .after
                .iter()
                .map(|id| from.link("after", id, Section::Phases))
                .collect(),
        }
    })
}

pub(super) fn roles<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Role<'p>> {
    let mut roles = linked(&plan.roles, |entry| {
        let mut from = lookup.from(Section::Roles, &entry.id);
        let reports_to = entry
            .item
            .reports_to
            .as_ref()
            .map(|id| from.link("reports_to", id, Section::Roles));
        RoleLinks {
            reports_to,
            holders: Vec::new(),
        }
    });
    for (person, entry) in plan.people.iter().enumerate() {
        for id in &entry.item.roles {
            if let Some(role) = lookup.find::<plan::Role>(Section::Roles, id) {
                roles[role.at()].links.holders.push(Idx::new(person));
            }
        }
    }
    roles
}

pub(super) fn people<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Person<'p>> {
    linked(&plan.people, |entry| {
        let mut from = lookup.from(Section::People, &entry.id);
        PersonLinks {
            roles: entry
                .item
                .roles
                .iter()
                .map(|id| from.link("roles", id, Section::Roles))
                .collect(),
        }
    })
}

pub(super) fn targets<'p>(plan: &'p Plan, lookup: &mut Lookup<'p>) -> Vec<Target<'p>> {
    linked(&plan.targets, |entry| {
        lookup.parts(entry);
        let calendar = Period::parse(&entry.id).map(TargetPeriod::Calendar);
        TargetLinks {
            period: calendar.or_else(|| lookup.period(&entry.id)),
        }
    })
}
