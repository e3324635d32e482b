//! One product, one day, two campaign prices.

use chrono::NaiveDate;

use crate::plan::{Campaign, Entry, Idx, Section};
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
    /// The last day both run.
    pub to: NaiveDate,
}

/// A campaign with all that a clash is decided on; sorted by product, shop, start.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Priced {
    product: usize,
    /// Where the shop stands in the file; nothing in a plan that names none.
    store: Option<usize>,
    start: NaiveDate,
    end: NaiveDate,
    cents: i64,
    at: usize,
}

/// Every campaign that starts while another of the same product and shop runs at another
/// price, with the first such other. Left out are declined campaigns, and those of which it
/// is not said, or could not be read, in which shop they run.
pub fn clashes(resolved: &Resolved<'_>) -> Vec<Clash> {
    let campaigns = resolved.campaigns.iter().enumerate();
    let mut priced: Vec<Priced> = campaigns
        .filter_map(|(at, campaign)| priced(at, campaign, resolved))
        .collect();
    priced.sort_unstable();
    let mut clashes = Vec::new();
    for of_product in priced.chunk_by(|a, b| (a.product, a.store) == (b.product, b.store)) {
        // Sorted by start: whoever still runs when another starts overlaps it.
        let mut running: Vec<&Priced> = Vec::new();
        for campaign in of_product {
            running.retain(|other| other.end >= campaign.start);
            clashes.extend(
                running
                    .iter()
                    .find(|other| other.cents != campaign.cents)
                    .map(|other| Clash {
                        first: Idx::new(other.at),
                        second: Idx::new(campaign.at),
                        from: campaign.start,
                        to: campaign.end.min(other.end),
                    }),
            );
            running.push(campaign);
        }
    }
    clashes
}

fn priced(at: usize, campaign: &Entry<Campaign>, resolved: &Resolved<'_>) -> Option<Priced> {
    if !campaign.goes_on() {
        return None;
    }
    let product = resolved.find(&campaign.product)?.at();
    let without_shops = resolved.stores.is_empty() && !resolved.incomplete.lacks(Section::Stores);
    let store = match resolved.store_of(campaign) {
        Some(store) => Some(store.key_span().start as usize),
        None if without_shops => None,
        None => return None,
    };
    let (start, end) = (campaign.start?.value.0, campaign.end?.value.0);
    let cents = campaign.price?.value.cents;
    (start <= end).then_some(Priced {
        product,
        store,
        start,
        end,
        cents,
        at,
    })
}
