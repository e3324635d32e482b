use chrono::NaiveDate;

use super::{Criterion, Measure, Verdict};
use crate::plan::value::Bounds;
use crate::plan::{Campaign, Entry, ItemLimits, Limit, Product, Program, Store, StoreLimits};

use crate::source::Located;

/// The limits in force: those of the version, else those of the programme.
pub(super) struct Rules<'p> {
    pub(super) base: &'p Program,
    pub(super) version: Option<&'p Program>,
}

impl<'p> Rules<'p> {
    pub(super) fn one<T>(
        &self,
        limit: Limit,
        field: impl Fn(&'p Program) -> Option<&'p T>,
    ) -> Option<&'p T> {
        self.version
            .and_then(&field)
            .or_else(|| field(self.base_of(limit)?))
    }

    pub(super) fn list<T>(&self, limit: Limit, field: impl Fn(&'p Program) -> &'p [T]) -> &'p [T] {
        let of_version = self.version.map(&field).filter(|list| !list.is_empty());
        of_version
            .or_else(|| self.base_of(limit).map(field))
            .unwrap_or_default()
    }

    /// The programme itself, unless the version says that the figure is no longer known.
    fn base_of(&self, limit: Limit) -> Option<&'p Program> {
        Some(self.base).filter(|_| {
            !self
                .version
                .is_some_and(|version| leaves_open(version, limit))
        })
    }

    /// What is known to be limited, without a figure.
    fn unstated(&self) -> impl Iterator<Item = Located<Limit>> {
        let replaced = |limit: Limit| self.version.is_some_and(|version| states(version, limit));
        let of_base = self
            .base
            .unstated
            .iter()
            .filter(move |limit| !replaced(limit.value));
        self.version
            .into_iter()
            .flat_map(|version| &version.unstated)
            .chain(of_base)
            .copied()
    }
}

fn leaves_open(rules: &Program, limit: Limit) -> bool {
    rules
        .unstated
        .iter()
        .any(|unstated| unstated.value == limit)
}

/// Whether rules say something of a limit: its figure, or that the figure is not known.
pub(super) fn states(rules: &Program, limit: Limit) -> bool {
    let of_store =
        |has: fn(&StoreLimits) -> bool| rules.store.as_ref().is_some_and(|store| has(store));
    let of_item = |has: fn(&ItemLimits) -> bool| rules.item.as_ref().is_some_and(|item| has(item));
    let has_figure = match limit {
        Limit::Platform => !rules.platforms.is_empty(),
        Limit::Level => of_store(|store| store.level.is_some()),
        Limit::Scores => of_store(|store| store.scores.is_some()),
        Limit::PositiveRate => of_store(|store| store.positive_rate.is_some()),
        Limit::Guarantees => of_store(|store| !store.guarantees.is_empty()),
        Limit::Age => of_store(|store| store.age.is_some()),
        Limit::Sales => of_item(|item| item.sales.is_some()),
        Limit::Reviews => of_item(|item| item.reviews.is_some()),
        Limit::Quantity => rules.quantity.is_some(),
        Limit::Value => rules.value.is_some(),
        Limit::Discount => rules.discount.is_some(),
        Limit::FreeShipping => rules.free_shipping.is_some(),
        Limit::SignupWeekday => !rules.signup_weekdays.is_empty(),
        Limit::LeadTime => rules.lead_time.is_some() || rules.review_time.is_some(),
        Limit::Documents => !rules.documents.is_empty(),
    };
    has_figure || leaves_open(rules, limit)
}

/// The campaign with all that its limits are measured on.
pub(super) struct Side<'p> {
    pub(super) campaign: &'p Entry<Campaign>,
    pub(super) store: Option<&'p Entry<Store>>,
    pub(super) product: Option<&'p Entry<Product>>,
    pub(super) program_path: String,
    pub(super) on: Option<NaiveDate>,
}

impl<'p> Side<'p> {
    pub(super) fn store_field(&self, field: &str) -> String {
        self.store.map_or_else(
            || self.campaign_field("store"),
            |store| format!("{}.{field}", store.path()),
        )
    }

    pub(super) fn campaign_field(&self, field: &str) -> String {
        format!("{}.{field}", self.campaign.path())
    }

    pub(super) fn product_field(&self, field: &str) -> String {
        self.product.map_or_else(
            || self.campaign_field("product"),
            |product| format!("{}.{field}", product.path()),
        )
    }

    /// A limit that is not met by what is stated of it needs no further figure.
    pub(super) fn unstated(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        for limit in rules.unstated() {
            let decided = |one: &Criterion<'_>| {
                one.limit == limit.value && matches!(one.verdict, Verdict::NotMet(_))
            };
            if criteria.iter().any(decided) {
                continue;
            }
            let verdict =
                Verdict::Unknown(format!("{}.{}", self.program_path, field_of(limit.value)));
            criteria.push(Criterion {
                limit: limit.value,
                rule: limit.span,
                measure: Measure::Unstated,
                verdict,
            });
        }
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
