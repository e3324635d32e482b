//! The prices at which other campaigns of the plan sell in the days before a campaign.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::{Numbered, shop};
use crate::library::original_price;
use crate::plan::value::Money;
use crate::plan::{Campaign, Entry, Idx};
use crate::resolve::Resolved;
use crate::source::Located;

/// The lowest price of a campaign, among several.
#[derive(Clone, Copy)]
pub(super) struct Lowest {
    pub(super) campaign: Idx<Campaign>,
    pub(super) price: Located<Money>,
}

impl Lowest {
    fn of((campaign, item): Numbered<'_>) -> Option<Self> {
        let price = item.price?;
        Some(Self { campaign, price })
    }
}

/// What happens on a day to the prices that count, in its order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Leaves,
    Enters,
    Starts,
}

/// For each campaign of a product the lowest price of another in the same shop on the days
/// before its first that count.
pub(super) fn lowest_before(
    campaigns: &[Numbered<'_>],
    resolved: &Resolved<'_>,
) -> Vec<Option<Lowest>> {
    let mut events: Vec<(NaiveDate, Event, usize)> = Vec::new();
    for (at, (_, campaign)) in campaigns.iter().enumerate() {
        let events_of = events_of(campaign).into_iter().flatten();
        events.extend(events_of.map(|(day, event)| (day, event, at)));
    }
    events.sort_unstable();
    let mut found = vec![None; campaigns.len()];
    let mut counted: BTreeSet<(Option<usize>, i64, usize)> = BTreeSet::new();
    for (_, event, at) in events {
        let (_, one) = campaigns[at];
        let (Some(shop), Some(price)) = (shop(one, resolved), one.price) else {
            continue;
        };
        let cents = price.value.cents;
        match event {
            Event::Enters => {
                counted.insert((shop, cents, at));
            }
            Event::Leaves => {
                counted.remove(&(shop, cents, at));
            }
            Event::Starts => {
                let mut of_shop = counted.range((shop, i64::MIN, 0)..);
                let lowest = of_shop.next().filter(|(of, ..)| *of == shop);
                found[at] = lowest.and_then(|(_, _, at)| Lowest::of(campaigns[*at]));
            }
        }
    }
    found
}

/// The first day of a campaign, and the days from and until which its price counts for those
/// that start then. One without a last day certainly sells on its first.
fn events_of(campaign: &Entry<Campaign>) -> Option<[(NaiveDate, Event); 3]> {
    let start = campaign.start.day()?.value.0;
    let end = campaign.end.day().map_or(start, |end| end.value.0);
    let days = Days::new(original_price().days());
    let leaves = end.checked_add_days(days)?.succ_opt()?;
    (start <= end).then_some([
        (start, Event::Starts),
        (start.succ_opt()?, Event::Enters),
        (leaves, Event::Leaves),
    ])
}
