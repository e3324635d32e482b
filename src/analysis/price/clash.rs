//! One product, one day, two campaign prices.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::{Prices, shop};
use crate::plan::{Campaign, Entry, Idx, Product};
use crate::resolve::Resolved;

/// Two campaigns that price one product differently on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The campaign that starts first.
    pub first: Idx<Campaign>,
    /// The other.
    pub second: Idx<Campaign>,
    /// The first day both run.
    pub from: NaiveDate,
    /// The last day both certainly run.
    pub to: NaiveDate,
}

/// A campaign of which a day is missing, and another with which it may share a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// The field that says nothing.
    pub field: &'static str,
    /// A campaign at another price that may run on the same day.
    pub other: Idx<Campaign>,
}

/// A product that has two prices on one day, in two shops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Across {
    /// The product.
    pub product: Idx<Product>,
    /// The two campaigns and their days together.
    pub clash: Clash,
}

/// A campaign with all that a clash is decided on. One that says only one of its days runs
/// on that day, and nobody knows on which others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Priced {
    product: usize,
    /// Where the shop stands in the file; nothing in a plan that names none.
    store: Option<usize>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    cents: i64,
    at: usize,
}

impl Priced {
    /// The first and the last day on which it certainly runs.
    fn runs(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.start.or(self.end)?, self.end.or(self.start)?))
    }

    fn index(&self) -> Idx<Campaign> {
        Idx::new(self.at)
    }
}

/// Every campaign that starts while another of the same product and shop runs at another
/// price, with the one of those that runs longest. Left out are declined campaigns, and those
/// of which it is not said, or could not be read, in which shop they run.
pub(super) fn find(resolved: &Resolved<'_>, answers: &mut Prices) {
    let campaigns = resolved.campaigns.iter().enumerate();
    let mut priced: Vec<Priced> = campaigns
        .filter_map(|(at, campaign)| priced(at, campaign, resolved))
        .collect();
    priced.sort_unstable();
    for of_product in priced.chunk_by(|a, b| a.product == b.product) {
        for of_shop in of_product.chunk_by(|a, b| a.store == b.store) {
            let before = answers.clashes.len();
            clashes(of_shop, &mut answers.clashes);
            let clashing = answers.clashes[before..].iter();
            let clashing = clashing
                .flat_map(|clash| [clash.first.at(), clash.second.at()])
                .collect();
            open(of_shop, &clashing, &mut answers.open);
        }
        let product = Idx::new(of_product[0].product);
        let across = across(of_product).map(|clash| Across { product, clash });
        answers.across.extend(across);
    }
}

fn priced(at: usize, campaign: &Entry<Campaign>, resolved: &Resolved<'_>) -> Option<Priced> {
    if !campaign.goes_on() {
        return None;
    }
    let product = resolved.find(&campaign.product)?.at();
    let store = shop(campaign, resolved)?;
    let (start, end) = (
        campaign.start.day().map(|day| day.value.0),
        campaign.end.day().map(|day| day.value.0),
    );
    let cents = campaign.price?.value.cents;
    let is_reversed = start.zip(end).is_some_and(|(start, end)| end < start);
    (!is_reversed).then_some(Priced {
        product,
        store,
        start,
        end,
        cents,
        at,
    })
}

/// Of all campaigns seen so far, the one with the greatest key, and the one with the greatest
/// key among those at any other price: for every price one of the two is at another.
struct Greatest<K>([Option<(K, Priced)>; 2]);

impl<K: Ord + Copy> Greatest<K> {
    fn none() -> Self {
        Self([None, None])
    }

    fn add(&mut self, key: K, campaign: Priced) {
        let [first, second] = &mut self.0;
        let rank = |one: &(K, Priced)| (one.0, Reverse(one.1.at));
        let new = (key, campaign);
        let beats = |other: &Option<(K, Priced)>| {
            other.as_ref().is_none_or(|other| rank(&new) > rank(other))
        };
        let is_of_first = first.is_some_and(|(_, first)| first.cents == campaign.cents);
        match (is_of_first, beats(first)) {
            (true, true) => *first = Some(new),
            (false, true) => *second = first.replace(new),
            (false, false) if beats(second) => *second = Some(new),
            _ => {}
        }
    }

    fn at_another_price(&self, cents: i64) -> Option<(K, Priced)> {
        self.0
            .into_iter()
            .flatten()
            .find(|(_, one)| one.cents != cents)
    }
}

/// The campaigns with a day, by the first day on which they certainly run.
fn by_start(campaigns: &[Priced]) -> Vec<(NaiveDate, NaiveDate, Priced)> {
    let running = campaigns.iter().filter_map(|one| {
        let (start, end) = one.runs()?;
        Some((start, end, *one))
    });
    let mut running: Vec<_> = running.collect();
    running.sort_unstable();
    running
}

fn clashes(campaigns: &[Priced], clashes: &mut Vec<Clash>) {
    let mut latest = Greatest::none();
    for (start, end, campaign) in by_start(campaigns) {
        clashes.extend(overlap(&latest, (start, end), campaign));
        latest.add(end, campaign);
    }
}

fn overlap(
    earlier: &Greatest<NaiveDate>,
    (start, end): (NaiveDate, NaiveDate),
    campaign: Priced,
) -> Option<Clash> {
    let (until, other) = earlier.at_another_price(campaign.cents)?;
    (until >= start).then(|| Clash {
        first: other.index(),
        second: campaign.index(),
        from: start,
        to: end.min(until),
    })
}

/// Campaigns of which one day is missing, that may share one with another at another price.
/// One without any day may run whenever it likes.
fn open(campaigns: &[Priced], clashing: &HashSet<usize>, open: &mut Vec<Open>) {
    let (mut latest, mut earliest) = (Greatest::none(), Greatest::none());
    let dated = || campaigns.iter().filter(|one| one.runs().is_some());
    for campaign in dated() {
        latest.add(campaign.end.unwrap_or(NaiveDate::MAX), *campaign);
        earliest.add(Reverse(campaign.start.unwrap_or(NaiveDate::MIN)), *campaign);
    }
    for campaign in dated().filter(|one| !clashing.contains(&one.at)) {
        let after = latest.at_another_price(campaign.cents);
        let before = earliest.at_another_price(campaign.cents);
        let (field, other) = match (campaign.start, campaign.end) {
            (Some(start), None) => ("end", after.filter(|(end, _)| *end >= start)),
            (None, Some(end)) => {
                let before = before.filter(|(start, _)| start.0 <= end);
                ("start", before.map(|(start, one)| (start.0, one)))
            }
            _ => continue,
        };
        open.extend(other.map(|(_, other)| Open {
            campaign: campaign.index(),
            field,
            other: other.index(),
        }));
    }
}

/// The first pair at two prices in two shops.
fn across(campaigns: &[Priced]) -> Option<Clash> {
    let mut by_shop: BTreeMap<usize, Greatest<NaiveDate>> = BTreeMap::new();
    by_start(campaigns)
        .into_iter()
        .find_map(|(start, end, campaign)| {
            let shop = campaign.store?;
            let elsewhere = by_shop.iter().filter(|(other, _)| **other != shop);
            let mut pairs =
                elsewhere.filter_map(|(_, latest)| overlap(latest, (start, end), campaign));
            let found = pairs.next();
            by_shop
                .entry(shop)
                .or_insert_with(Greatest::none)
                .add(end, campaign);
            found
        })
}
