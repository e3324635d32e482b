use std::collections::HashMap;
use std::sync::Arc;

use super::item::{Idx, Link, Owner, TargetPeriod};
use crate::plan::value::{Choice, Id};
use crate::plan::{self, Entry, Plan, Section, Table, Target, item_path};
use crate::schema::Incomplete;
use crate::source::Located;

/// A reference that leads nowhere.
#[derive(Clone, Debug)]
pub struct Dangling<'p> {
    /// The item it stands in, as a dotted path.
    pub item: String,
    /// The field it stands in.
    pub field: &'static str,
    /// As written.
    pub id: &'p Located<Id>,
    /// The sections it may lead to.
    pub wanted: &'static [Section],
    /// All ids of those sections, for suggestions; shared by all that may lead there.
    pub known: Arc<[&'p str]>,
}

/// An id that stands in two sections one field may name.
#[derive(Clone, Copy, Debug)]
pub struct Ambiguous<'p> {
    /// In the first section.
    pub first: (Section, &'p Located<Id>),
    /// In the second section.
    pub second: (Section, &'p Located<Id>),
}

/// The sections whose ids a field may name together.
const OWNERS: &[Section] = &[Section::People, Section::Roles];
const PERIODS: &[Section] = &[Section::Phases, Section::Events];

/// Where an id leads: to an item, or to one that could not be read.
#[derive(Clone, Copy)]
enum Known<'p> {
    Item(usize, &'p Located<Id>),
    Broken,
}

/// References to nothing that get suggestions: looking for the nearest of all ids each
/// time would make a plan with thousands of them slow.
const MOST_SUGGESTIONS: usize = 100;

/// Finds items by section and id, and remembers what it could not find.
pub(super) struct Lookup<'p> {
    ids: Vec<HashMap<&'p str, Known<'p>>>,
    order: Vec<Vec<&'p str>>,
    known: HashMap<&'static [Section], Arc<[&'p str]>>,
    pub(super) dangling: Vec<Dangling<'p>>,
    lacks_files: bool,
}

impl<'p> Lookup<'p> {
    pub(super) fn new(plan: &'p Plan, incomplete: &'p Incomplete) -> Self {
        let mut lookup = Self {
            ids: vec![HashMap::new(); Section::ALL.len()],
            order: vec![Vec::new(); Section::ALL.len()],
            known: HashMap::new(),
            dangling: Vec::new(),
            lacks_files: incomplete.files,
        };
        for (section, id) in &incomplete.items {
            lookup.ids[section.index()].insert(id, Known::Broken);
        }
        plan.each_item(|section, index, id, _| {
            lookup.ids[section.index()].insert(id, Known::Item(index, id));
            lookup.order[section.index()].push(id);
        });
        lookup
    }

    /// The references of one item.
    pub(super) fn from<'l>(
        &'l mut self,
        section: Section,
        id: &'p Located<Id>,
    ) -> References<'l, 'p> {
        References {
            lookup: self,
            section,
            item: id,
        }
    }

    /// The item with an id, if it can be read.
    pub(super) fn find<T>(&self, section: Section, id: &str) -> Option<Idx<T>> {
        match self.ids[section.index()].get(id)? {
            Known::Item(index, _) => Some(Idx::new(*index)),
            Known::Broken => None,
        }
    }

    fn knows(&self, section: Section, id: &str) -> bool {
        self.ids[section.index()].contains_key(id)
    }

    fn lost(
        &mut self,
        item: String,
        field: &'static str,
        id: &'p Located<Id>,
        wanted: &'static [Section],
    ) {
        if self.lacks_files {
            return;
        }
        let all = || {
            wanted
                .iter()
                .flat_map(|section| &self.order[section.index()])
                .copied()
                .collect()
        };
        let suggests = self.dangling.len() < MOST_SUGGESTIONS;
        let known = if suggests {
            self.known.entry(wanted).or_insert_with(all).clone()
        } else {
            Arc::from([])
        };
        self.dangling.push(Dangling {
            item,
            field,
            id,
            wanted,
            known,
        });
    }

    /// The phase or event that a target is for.
    pub(super) fn period(&mut self, id: &'p Located<Id>) -> Option<TargetPeriod> {
        if !PERIODS.iter().any(|section| self.knows(*section, id)) {
            self.lost(item_path(Section::Targets, id), "targets", id, PERIODS);
        }
        let phase = self
            .find::<plan::Phase>(Section::Phases, id)
            .map(TargetPeriod::Phase);
        phase.or_else(|| {
            self.find::<plan::Event>(Section::Events, id)
                .map(TargetPeriod::Event)
        })
    }

    /// Looks up what the parts of a target are keyed by.
    pub(super) fn parts(&mut self, target: &'p Entry<Target>) {
        self.parts_of(&target.item, &target.id);
    }

    fn parts_of(&mut self, target: &'p Target, root: &'p Located<Id>) {
        let keyed: [(&'static str, &'static [Section], &'p Table<Id, Target>); 3] = [
            ("products", &[Section::Products], &target.products),
            ("stores", &[Section::Stores], &target.stores),
            ("people", &[Section::People], &target.people),
        ];
        for (field, wanted, parts) in keyed {
            for part in parts.iter() {
                if !self.knows(wanted[0], &part.id) {
                    self.lost(item_path(Section::Targets, root), field, &part.id, wanted);
                }
            }
        }
        for part in target.parts().flat_map(|(_, parts)| parts.iter()) {
            self.parts_of(&part.item, root);
        }
    }

    /// Ids that stand in two sections one field may name.
    pub(super) fn ambiguous(&self) -> Vec<Ambiguous<'p>> {
        let mut found = Vec::new();
        for pair in [OWNERS, PERIODS] {
            let (first, second) = (pair[0], pair[1]);
            for id in &self.order[first.index()] {
                let both = (
                    self.ids[first.index()].get(id),
                    self.ids[second.index()].get(id),
                );
                if let (Some(&Known::Item(_, one)), Some(&Known::Item(_, other))) = both {
                    found.push(Ambiguous {
                        first: (first, one),
                        second: (second, other),
                    });
                }
            }
        }
        found
    }
}

/// The references of one item.
pub(super) struct References<'l, 'p> {
    lookup: &'l mut Lookup<'p>,
    section: Section,
    item: &'p Located<Id>,
}

impl<'p> References<'_, 'p> {
    fn path(&self) -> String {
        item_path(self.section, self.item)
    }

    /// Follows a reference to one section.
    pub(super) fn link<T>(
        &mut self,
        field: &'static str,
        id: &'p Located<Id>,
        wanted: Section,
    ) -> Link<'p, T> {
        if !self.lookup.knows(wanted, id) {
            let path = self.path();
            self.lookup.lost(
                path,
                field,
                id,
                &Section::ALL[wanted.index()..=wanted.index()],
            );
        }
        Link {
            id,
            to: self.lookup.find(wanted, id),
        }
    }

    /// Follows a reference to a person or a post.
    pub(super) fn owner(&mut self, field: &'static str, id: &'p Located<Id>) -> Owner<'p> {
        if self.lookup.knows(Section::People, id) {
            return Owner::Person(Link {
                id,
                to: self.lookup.find(Section::People, id),
            });
        }
        if self.lookup.knows(Section::Roles, id) {
            return Owner::Role(Link {
                id,
                to: self.lookup.find(Section::Roles, id),
            });
        }
        let path = self.path();
        self.lookup.lost(path, field, id, OWNERS);
        Owner::Nobody(id)
    }
}
