use schemars::JsonSchema;

use super::value::{Id, PeriodId, Written};
use super::{Period, Ref, Referent, Section};

/// What items are keyed by: ids, or periods.
pub trait Key: Written + for<'de> serde::Deserialize<'de> + JsonSchema {
    /// Whether any key of this kind is a reference.
    const REFERS: bool;

    /// The sections that a key leads to; none if it is only a name.
    fn leads_to(id: &Id) -> &'static [Section];

    /// The key as an id.
    fn into_id(self) -> Id;
}

impl Key for Id {
    const REFERS: bool = false;

    fn leads_to(_: &Id) -> &'static [Section] {
        &[]
    }

    fn into_id(self) -> Id {
        self
    }
}

/// A target is for a calendar period, or for a phase or an event.
impl Key for PeriodId {
    const REFERS: bool = true;

    fn leads_to(id: &Id) -> &'static [Section] {
        if Period::parse(id).is_some() {
            &[]
        } else {
            &[Section::Phases, Section::Events]
        }
    }

    fn into_id(self) -> Id {
        self.0
    }
}

impl<T: Referent> Key for Ref<T> {
    const REFERS: bool = true;

    fn leads_to(_: &Id) -> &'static [Section] {
        T::SECTIONS
    }

    fn into_id(self) -> Id {
        Self::into_id(self)
    }
}
