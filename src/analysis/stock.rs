//! How many pieces overlapping campaigns reserve of one product.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::plan::value::Day;
use crate::plan::{self, Idx};
use crate::resolve::Resolved;
use crate::source::Located;

/// What campaigns reserve of a product whose stock is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// The product.
    pub product: Idx<plan::Product>,
    /// Pieces that there are.
    pub stock: i64,
    /// Whether the day of the stock figure is stated; if not, nothing can be decided.
    pub dated: bool,
    /// The day on which the most are reserved; nothing if no campaign says both its days.
    pub peak: Option<Peak>,
    /// Campaigns that reserve pieces and do not say both their days.
    pub open: Vec<Idx<plan::Campaign>>,
    /// Pieces that are reserved if those run on the day of the peak.
    pub at_most: i64,
}

/// The day on which the most pieces of a product are reserved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peak {
    /// That day.
    pub day: NaiveDate,
    /// Pieces that are reserved on that day.
    pub reserved: i64,
    /// The campaigns that run on that day.
    pub campaigns: Vec<Idx<plan::Campaign>>,
}

/// A campaign that reserves pieces of a product; sorted by its days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Reserving {
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    quantity: i64,
    at: usize,
}

/// One reservation a product with a stated stock of which any campaign reserves pieces.
/// Campaigns that begin before the day of the stock figure are left out, since their pieces
/// are gone from it already, and so are declined ones.
pub fn reservations(resolved: &Resolved<'_>) -> Vec<Reservation> {
    let mut by_product = vec![Vec::new(); resolved.products.len()];
    for (at, campaign) in resolved
        .campaigns
        .iter()
        .enumerate()
        .filter(|(_, one)| one.goes_on())
    {
        let product = resolved.find(&campaign.product);
        if let (Some(product), Some(quantity)) = (product, campaign.quantity) {
            let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
            let (start, end) = (day(campaign.start), day(campaign.end));
            let quantity = quantity.value.0;
            by_product[product.at()].push(Reserving {
                start,
                end,
                quantity,
                at,
            });
        }
    }
    let reserving = by_product.into_iter().enumerate();
    reserving
        .filter_map(|(product, campaigns)| reservation(product, campaigns, resolved))
        .collect()
}

fn reservation(
    product: usize,
    mut campaigns: Vec<Reserving>,
    resolved: &Resolved<'_>,
) -> Option<Reservation> {
    let stock = resolved.products[product].stock?.value.0;
    let counted_on = resolved.products[product].stock_on.map(|day| day.value.0);
    campaigns.retain(|campaign| {
        // Without a start, it began before that day if it ended before it.
        let known_day = campaign.start.or(campaign.end);
        known_day
            .zip(counted_on)
            .is_none_or(|(day, counted)| day >= counted)
            && campaign
                .start
                .zip(campaign.end)
                .is_none_or(|(start, end)| start <= end)
    });
    campaigns.sort_unstable();
    let open = campaigns
        .iter()
        .filter(|campaign| campaign.start.is_none() || campaign.end.is_none());
    let (open, open_quantity) = open.fold((Vec::new(), 0), |(mut open, sum), campaign| {
        open.push(Idx::new(campaign.at));
        (open, sum + campaign.quantity)
    });
    let peak = peak(&campaigns);
    let at_most = open_quantity + peak.as_ref().map_or(0, |peak| peak.reserved);
    let reservation = Reservation {
        product: Idx::new(product),
        stock,
        dated: counted_on.is_some(),
        peak,
        open,
        at_most,
    };
    (!campaigns.is_empty()).then_some(reservation)
}

fn peak(campaigns: &[Reserving]) -> Option<Peak> {
    // What is added to the sum on a day: campaigns that begin, less those that ended before.
    let mut changes: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for campaign in campaigns {
        let (Some(start), Some(end)) = (campaign.start, campaign.end) else {
            continue;
        };
        *changes.entry(start).or_default() += campaign.quantity;
        if let Some(after) = end.succ_opt() {
            *changes.entry(after).or_default() -= campaign.quantity;
        }
    }
    let sums = changes.into_iter().scan(0, |sum, (day, change)| {
        *sum += change;
        Some((day, *sum))
    });
    let (day, reserved) = sums.max_by_key(|(day, sum)| (*sum, Reverse(*day)))?;
    let runs = |campaign: &&Reserving| {
        campaign.start.is_some_and(|start| start <= day)
            && campaign.end.is_some_and(|end| day <= end)
    };
    let campaigns = campaigns
        .iter()
        .filter(runs)
        .map(|campaign| Idx::new(campaign.at))
        .collect();
    Some(Peak {
        day,
        reserved,
        campaigns,
    })
}
