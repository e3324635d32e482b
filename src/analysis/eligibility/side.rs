//! One side of a limit: the campaign with all that its limits are measured on. What is not
//! there is a [`Want`].

use chrono::NaiveDate;

use super::answer::{Gap, Want};
use crate::diagnostic::{FieldPath, ItemPath};
use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, InSection, Product, Program, Ref, Referent, Section, Store};
use crate::resolve::{Resolved, To};
use crate::source::{Located, Span};

/// The campaign with all that its limits are measured on.
#[derive(Clone)]
pub(super) struct Side<'p> {
    pub(super) campaign: &'p Entry<Campaign>,
    pub(super) program: &'p Entry<Program>,
    /// The shop; nothing wanted where the plan has none at all.
    store: Result<&'p Entry<Store>, Option<Want>>,
    /// The shops of which it may be any.
    pub(super) shops: &'p [Entry<Store>],
    product: Result<&'p Entry<Product>, Want>,
    /// The day that decides which rules hold.
    pub(super) on: Result<DayThatCounts, Want>,
}

/// The day of a campaign that counts: that of sign-up, else the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayThatCounts {
    /// The day.
    pub day: NaiveDate,
    /// Where it is stated.
    pub span: Span,
    /// Whether it is the day of sign-up.
    pub is_signup: bool,
}

impl<'p> Side<'p> {
    pub(super) fn new(
        campaign: &'p Entry<Campaign>,
        program: &'p Entry<Program>,
        resolved: &Resolved<'p>,
    ) -> Self {
        Self {
            campaign,
            program,
            store: store(campaign, resolved),
            shops: any_of(campaign, resolved),
            product: product(campaign, resolved),
            on: on(campaign),
        }
    }

    /// The same campaign in one of the shops.
    pub(super) fn in_shop(&self, shop: &'p Entry<Store>) -> Self {
        Self {
            store: Ok(shop),
            shops: &[],
            ..self.clone()
        }
    }

    pub(super) fn of_store<V>(
        &self,
        keys: &[&'static str],
        value: impl Fn(&'p Store) -> Option<V>,
    ) -> Result<V, Want> {
        match &self.store {
            Ok(store) => value(&store.item).ok_or_else(|| want(store, keys)),
            Err(Some(want)) => Err(want.clone()),
            Err(None) => Err(Want {
                field: FieldPath {
                    item: ItemPath::alone("store"),
                    keys: keys.to_vec(),
                },
                gap: Gap::Missing,
            }),
        }
    }

    pub(super) fn of_product<V>(
        &self,
        key: &'static str,
        value: impl Fn(&'p Product) -> Option<V>,
    ) -> Result<V, Want> {
        let product = self.product.clone()?;
        value(&product.item).ok_or_else(|| want(product, &[key]))
    }

    pub(super) fn product(&self) -> Result<&'p Entry<Product>, Want> {
        self.product.clone()
    }

    pub(super) fn of_campaign<V>(
        &self,
        key: &'static str,
        value: impl Fn(&'p Campaign) -> Option<V>,
    ) -> Result<V, Want> {
        value(&self.campaign.item).ok_or_else(|| self.wanting(key))
    }

    /// A field of the campaign that says nothing.
    pub(super) fn wanting(&self, key: &'static str) -> Want {
        want(self.campaign, &[key])
    }

    pub(super) fn of_program(&self, keys: &[&'static str]) -> Want {
        want(self.program, keys)
    }
}

/// A field that says nothing.
pub(super) fn want<T: InSection>(entry: &Entry<T>, keys: &[&'static str]) -> Want {
    let is_unread = keys.first().is_some_and(|key| entry.unread.holds(key));
    Want {
        field: FieldPath {
            item: entry.path(),
            keys: keys.to_vec(),
        },
        gap: if is_unread { Gap::Unread } else { Gap::Missing },
    }
}

impl Want {
    /// The same, of a field that was written and could not be read.
    pub(super) fn unread_if(self, is_unread: bool) -> Self {
        match is_unread {
            true => Self {
                gap: Gap::Unread,
                ..self
            },
            false => self,
        }
    }
}

fn store<'p>(
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Result<&'p Entry<Store>, Option<Want>> {
    resolved.store_of(campaign).ok_or_else(|| {
        let want = want(campaign, &["store"]);
        match &campaign.store {
            Some(store) => Some(want.unread_if(leads_to_none(store, resolved))),
            None if resolved.incomplete.lacks(Section::Stores) => Some(want.unread_if(true)),
            None if resolved.stores.is_empty() && want.is_missing() => None,
            None => Some(want),
        }
    })
}

/// All shops, where the campaign does not say which is its own.
fn any_of<'p>(campaign: &Entry<Campaign>, resolved: &Resolved<'p>) -> &'p [Entry<Store>] {
    let is_said = campaign.store.is_some() || campaign.unread.holds("store");
    match is_said || resolved.incomplete.lacks(Section::Stores) {
        true => &[],
        false => &resolved.plan.stores,
    }
}

fn product<'p>(
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Result<&'p Entry<Product>, Want> {
    resolved.get(&campaign.product).ok_or_else(|| {
        let product = campaign.product.as_ref();
        let leads_to_none = product.is_some_and(|product| leads_to_none(product, resolved));
        want(campaign, &["product"]).unread_if(leads_to_none)
    })
}

/// Whether something is written and leads to nothing that could be read: nothing is missing
/// that could be added.
fn leads_to_none<T: Referent>(reference: &Ref<T>, resolved: &Resolved<'_>) -> bool {
    !matches!(resolved.follow(reference), To::Item(_))
}

fn on(campaign: &Entry<Campaign>) -> Result<DayThatCounts, Want> {
    let signup = want(campaign, &["signup_on"]);
    let counts = |day: Located<Day>, is_signup| DayThatCounts {
        day: day.value.0,
        span: day.span,
        is_signup,
    };
    match (campaign.signup_on, campaign.start.day()) {
        (Some(day), _) => Ok(counts(day, true)),
        (None, Some(start)) if signup.is_missing() => Ok(counts(start, false)),
        _ => Err(signup.unread_if(campaign.unread.holds("start"))),
    }
}
