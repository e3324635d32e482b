//! One product, one day, two campaign prices.

use chrono::NaiveDate;

use crate::plan;
use crate::resolve::{Idx, Resolved};

/// Two campaigns that price one product differently on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The campaign that starts first.
    pub first: Idx<plan::Campaign>,
    /// The other.
    pub second: Idx<plan::Campaign>,
    /// The first day both run.
    pub from: NaiveDate,
    /// The last day both run.
    pub to: NaiveDate,
}

/// Every campaign that starts while another of the same product and shop runs at another
/// price, with the first such other.
pub fn clashes(resolved: &Resolved<'_>) -> Vec<Clash> {
    let mut priced: Vec<_> = resolved
        .campaigns
        .iter()
        .enumerate()
        .filter_map(|(at, campaign)| {
            let product = campaign.links.product?.to?.at();
            // The only shop is the same shop whether a campaign names it or not.
            let store = match campaign.links.store {
                Some(link) => Some(link.to?.at()),
                None if resolved.stores.len() == 1 && resolved.stores[0].id.is_some() => Some(0),
                None => None,
            };
            let (start, end) = (campaign.start?.value.0, campaign.end?.value.0);
            Some((product, store, start, end, campaign.price?.value.cents, at))
        })
        .filter(|(_, _, start, end, ..)| start <= end)
        .collect();
    priced.sort_unstable();
    let mut clashes = Vec::new();
    for of_product in priced.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        // Sorted by start: whoever still runs when another starts overlaps it.
        let mut running: Vec<&(usize, Option<usize>, NaiveDate, NaiveDate, i64, usize)> = Vec::new();
        for campaign in of_product {
            running.retain(|other| other.3 >= campaign.2);
            clashes.extend(running.iter().find(|other| other.4 != campaign.4).map(|other| Clash {
                first: Idx::new(other.5),
                second: Idx::new(campaign.5),
                from: campaign.2,
                to: campaign.3.min(other.3),
            }));
            running.push(campaign);
        }
    }
    clashes
}
