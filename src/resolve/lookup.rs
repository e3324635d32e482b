use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::plan::value::Choice;
use crate::plan::{Edge, Plan, Section};
use crate::schema::Incomplete;

/// An item, by its section and its position there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemRef {
    /// The section.
    pub section: Section,
    /// Its position.
    pub at: usize,
}

/// The first or the last day of an item.
pub type End = (ItemRef, Edge);

/// Where an id leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// To an item.
    Item(ItemRef),
    /// To one that could not be read, or that may stand in a file that could not be read.
    Unread,
    /// Nowhere.
    Nothing,
}

impl To {
    /// The item, if there is one that could be read.
    pub fn item(self) -> Option<ItemRef> {
        match self {
            Self::Item(item) => Some(item),
            Self::Unread | Self::Nothing => None,
        }
    }
}

/// Two items of one id whose sections one field may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// In the first section.
    pub first: ItemRef,
    /// In the second section.
    pub second: ItemRef,
}

/// The ids of one section, and where they lead; nothing for items that could not be read.
type Ids<'p> = HashMap<&'p str, Option<usize>, RandomState>;

/// Finds items by section and id.
#[derive(Debug)]
pub(super) struct Lookup<'p> {
    ids: Vec<Ids<'p>>,
    lacks_files: bool,
}

impl<'p> Lookup<'p> {
    pub(super) fn new(plan: &'p Plan, incomplete: &'p Incomplete) -> Self {
        let mut ids = vec![Ids::default(); Section::ALL.len()];
        for (section, id) in &incomplete.items {
            ids[section.index()].insert(id, None);
        }
        plan.each_item(|item| {
            ids[item.section.index()].insert(item.id, Some(item.at));
        });
        Self {
            ids,
            lacks_files: incomplete.files,
        }
    }

    /// Where an id leads in the first of some sections that has it.
    pub(super) fn find(&self, sections: &[Section], id: &str) -> To {
        let found = sections
            .iter()
            .find_map(|section| Some((*section, *self.ids[section.index()].get(id)?)));
        match found {
            Some((section, Some(at))) => To::Item(ItemRef { section, at }),
            Some((_, None)) => To::Unread,
            None if self.lacks_files => To::Unread,
            None => To::Nothing,
        }
    }

    /// The items of a section whose ids stand in another section as well.
    pub(super) fn in_both(&self, one: Section, other: Section) -> Vec<Ambiguous> {
        let (ids, others) = (&self.ids[one.index()], &self.ids[other.index()]);
        let both = ids.iter().filter_map(|(id, at)| {
            let first = ItemRef {
                section: one,
                at: (*at)?,
            };
            let second = ItemRef {
                section: other,
                at: (*others.get(id)?)?,
            };
            Some(Ambiguous { first, second })
        });
        let mut both: Vec<_> = both.collect();
        both.sort_unstable_by_key(|ids| (ids.first, ids.second));
        both
    }
}
