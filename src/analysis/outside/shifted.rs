//! The days of a thing, as they are or one year on or back.

use chrono::NaiveDate;

use super::What;

/// The days of a thing as they would be: of each kind the one that is stated.
pub(super) struct Shifted(pub(super) Vec<(What, NaiveDate)>);

impl Shifted {
    fn get(&self, what: What) -> Option<NaiveDate> {
        let found = self.0.iter().find(|(one, _)| *one == what);
        found.map(|(_, day)| *day)
    }

    pub(super) fn start(&self) -> Option<NaiveDate> {
        self.get(What::Start)
    }

    pub(super) fn end(&self) -> Option<NaiveDate> {
        self.get(What::End)
    }

    /// Whether they stand in their order; what is only roughly a day has none.
    pub(super) fn is_in_order(&self) -> bool {
        let exact = self.0.iter().filter(|(what, _)| *what != What::Around);
        exact.is_sorted_by_key(|(_, day)| *day)
    }
}
