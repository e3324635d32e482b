use chrono::NaiveDate;

use super::{Criterion, Measure, Verdict};
use crate::plan::value::Bounds;
use crate::plan::{Limit, Program};
use crate::resolve::{Campaign, Product, Store};
use crate::source::Located;

/// The limits in force: those of the version, else those of the programme.
pub(super) struct Rules<'p> {
    pub(super) base: &'p Program,
    pub(super) version: Option<&'p Program>,
}

impl<'p> Rules<'p> {
    pub(super) fn one<T>(&self, limit: impl Fn(&'p Program) -> Option<&'p T>) -> Option<&'p T> {
        self.version.and_then(&limit).or_else(|| limit(self.base))
    }

    pub(super) fn list<T>(&self, limit: impl Fn(&'p Program) -> &'p [T]) -> &'p [T] {
        self.version.map(&limit).filter(|list| !list.is_empty()).unwrap_or_else(|| limit(self.base))
    }
}

/// The campaign with all that its limits are measured on.
pub(super) struct Side<'s, 'p> {
    pub(super) campaign: &'s Campaign<'p>,
    pub(super) store: Option<&'s Store<'p>>,
    pub(super) product: Option<&'s Product<'p>>,
    pub(super) program_path: String,
    pub(super) on: Option<NaiveDate>,
}

impl<'p> Side<'_, 'p> {
    pub(super) fn store_field(&self, field: &str) -> String {
        self.store.map_or_else(|| self.campaign_field("store"), |store| format!("{}.{field}", store.path()))
    }

    pub(super) fn campaign_field(&self, field: &str) -> String {
        format!("{}.{field}", self.campaign.path())
    }

    pub(super) fn product_field(&self, field: &str) -> String {
        self.product.map_or_else(|| self.campaign_field("product"), |product| format!("{}.{field}", product.path()))
    }

    pub(super) fn unstated(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        for limit in rules.list(|program| &program.unstated) {
            let verdict = Verdict::Unknown(format!("{}.{}", self.program_path, field_of(limit.value)));
            criteria.push(Criterion { limit: limit.value, rule: limit.span, measure: Measure::Unstated, verdict });
        }
        criteria.sort_by_key(|criterion| criterion.limit);
    }

    pub(super) fn within<T: Copy + PartialOrd>(
        &self,
        bounds: &Located<Bounds<T>>,
        ours: Option<Located<T>>,
        field: impl FnOnce() -> String,
    ) -> Verdict {
        match ours {
            None => Verdict::Unknown(field()),
            Some(ours) if bounds.value.contain(ours.value) => Verdict::Met,
            Some(ours) => Verdict::NotMet(ours.span),
        }
    }
}

/// The field of a programme in which the figure of a limit would stand.
fn field_of(limit: Limit) -> &'static str {
    match limit {
        Limit::Platform => "platforms",
        Limit::Level => "store.level",
        Limit::Scores => "store.scores",
        Limit::PositiveRate => "store.positive_rate",
        Limit::Guarantees => "store.guarantees",
        Limit::Age => "store.age",
        Limit::Sales => "item.sales",
        Limit::Reviews => "item.reviews",
        Limit::Quantity => "quantity",
        Limit::Value => "value",
        Limit::Discount => "discount",
        Limit::FreeShipping => "free_shipping",
        Limit::SignupWeekday => "signup_weekdays",
        Limit::LeadTime => "lead_time",
        Limit::Documents => "documents",
    }
}
