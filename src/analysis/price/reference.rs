//! Whether an original price was ever charged, as the law asks of a price that another is
//! compared with.

use chrono::{Days, NaiveDate};

use super::own::{Lowest, lowest_before};
use super::{Numbered, Prices};
use crate::library::original_price;
use crate::plan::value::Money;
use crate::plan::{Campaign, Entry, Idx, OriginalPriceKind, Product};
use crate::resolve::Resolved;
use crate::source::Located;

/// An original price that was not charged.
#[derive(Clone, Debug)]
pub struct Uncharged {
    /// The product.
    pub product: Idx<Product>,
    /// Its original price.
    pub original: Located<Money>,
    /// The price that is known instead.
    pub known: Known,
    /// The campaigns whose prices are compared with it.
    pub campaigns: Vec<Idx<Campaign>>,
}

/// What is known of the price that was paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// No sale is recorded; this is the usual price.
    Usual(Located<Money>),
    /// The lowest price paid in the days that count.
    Lowest(Located<Money>),
    /// The lowest in those days is that of a campaign of the plan.
    Own(Idx<Campaign>, Located<Money>),
    /// In those days nothing was sold; this was paid last.
    Last(Located<Money>),
}

impl Known {
    /// The price itself.
    pub fn price(self) -> Located<Money> {
        let (Self::Usual(price) | Self::Lowest(price) | Self::Own(_, price) | Self::Last(price)) =
            self;
        price
    }
}

/// Whether an original price was charged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Charged {
    /// Nothing speaks against it, or it does not claim to have been.
    Yes,
    /// The plan says so, and no sale is recorded; or the last one is older than the days that
    /// count, and the usual price is lower: that one is known.
    Unproven(Known),
    /// Another price is known.
    No(Known),
}

/// Whether the original price of a product was charged before a day, or ever where there is
/// no day to count from, by what is recorded.
pub fn charged(product: &Entry<Product>, before: Option<NaiveDate>) -> Charged {
    charged_beside(product, before, None)
}

/// The same where another campaign of the plan sells at a price in the days that count.
fn charged_beside(
    product: &Entry<Product>,
    before: Option<NaiveDate>,
    own: Option<Lowest>,
) -> Charged {
    let is_unread = |key: &&str| product.unread.holds(key);
    let kind = product.original_price_kind.map(|kind| kind.value);
    let Some(original) = product.original_price else {
        return Charged::Yes;
    };
    if kind == Some(OriginalPriceKind::Suggested)
        || ["original_price_kind", "price_history"]
            .iter()
            .any(is_unread)
    {
        return Charged::Yes;
    }
    let sold = lower(sold(product, before), own);
    let is_less = |price: Located<Money>| price.value.cents < original.value.cents;
    let usual = product.price.filter(|price| is_less(*price));
    let usual = usual.map(Known::Usual);
    match (sold, usual) {
        (Some(Known::Last(last)), Some(usual)) if before.is_some() && !is_less(last) => {
            Charged::Unproven(usual)
        }
        (Some(known), _) if is_less(known.price()) => Charged::No(known),
        (None, Some(usual)) if kind == Some(OriginalPriceKind::Charged) => Charged::Unproven(usual),
        (None, Some(usual)) => Charged::No(usual),
        _ => Charged::Yes,
    }
}

/// The lower of what is recorded and what a campaign sells at; of the days that count, where
/// the record says nothing of them.
fn lower(sold: Option<Known>, own: Option<Lowest>) -> Option<Known> {
    let own = own.map(|own| Known::Own(own.campaign, own.price));
    match (sold, own) {
        (Some(Known::Lowest(sold)), Some(own)) if sold.value.cents <= own.price().value.cents => {
            Some(Known::Lowest(sold))
        }
        (sold, own) => own.or(sold),
    }
}

/// What the recorded sales say: the lowest price in the days that count, else the last one.
fn sold(product: &Product, before: Option<NaiveDate>) -> Option<Known> {
    let last_day = before.map_or(Some(NaiveDate::MAX), |before| before.pred_opt())?;
    let days = Days::new(original_price().days());
    let first_day = before.and_then(|before| before.checked_sub_days(days));
    let sales = product.price_history.iter();
    let sales = sales.map(|sale| {
        (
            sale.on.value.0,
            sale.until.unwrap_or(sale.on).value.0,
            sale.price,
        )
    });
    let earlier = sales.filter(|(from, _, _)| *from <= last_day);
    let in_them = |until: &NaiveDate| first_day.is_some_and(|first_day| *until >= first_day);
    let (counted, others): (Vec<_>, Vec<_>) = earlier.partition(|(_, until, _)| in_them(until));
    let lowest = counted.iter().min_by_key(|(_, _, price)| price.value.cents);
    let last = || others.iter().max_by_key(|(_, until, _)| *until);
    match lowest {
        Some((_, _, price)) => Some(Known::Lowest(*price)),
        None => last().map(|(_, _, price)| Known::Last(*price)),
    }
}

pub(super) fn find(
    (index, product): (Idx<Product>, &Entry<Product>),
    campaigns: &[Numbered<'_>],
    resolved: &Resolved<'_>,
    answers: &mut Prices,
) {
    let Some(original) = product.original_price else {
        return;
    };
    let own = lowest_before(campaigns, resolved);
    let compared = campaigns.iter().zip(own).filter(|((_, campaign), _)| {
        let price = campaign.price.map(|price| price.value.cents);
        price.is_some_and(|price| price < original.value.cents)
    });
    let mut said: Vec<(Option<Idx<Campaign>>, Charged)> = compared
        .map(|((index, campaign), own)| {
            let before = campaign.start.day().map(|day| day.value.0);
            (Some(*index), charged_beside(product, before, own))
        })
        .collect();
    if said.is_empty() {
        said.push((None, charged(product, None)));
    }
    let denied = said.iter().filter_map(|(campaign, charged)| match charged {
        Charged::No(known) => Some((*campaign, *known)),
        _ => None,
    });
    let denied: Vec<_> = denied.collect();
    if let Some((_, known)) = denied.first() {
        answers.uncharged.push(Uncharged {
            product: index,
            original,
            known: *known,
            campaigns: denied
                .iter()
                .filter_map(|(campaign, _)| *campaign)
                .collect(),
        });
    } else if said
        .iter()
        .any(|(_, charged)| matches!(charged, Charged::Unproven(_)))
    {
        answers.unproven.push(index);
    }
}
