//! Campaigns that sell before their shop opens.

use crate::plan::value::Day;
use crate::plan::{Campaign, Entry, Idx, Store};
use crate::resolve::Resolved;
use crate::source::Located;

/// A campaign that starts before its shop opens.
#[derive(Clone, Copy, Debug)]
pub struct Early<'p> {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// Its first day.
    pub start: Located<Day>,
    /// The day on which the shop opens.
    pub opened_on: Located<Day>,
    /// The shop.
    pub store: &'p Entry<Store>,
}

/// The campaigns that start before their shop opens; one that offers nothing, such as a
/// warm-up, needs no open shop.
pub fn before_opening<'p>(resolved: &Resolved<'p>) -> impl Iterator<Item = Early<'p>> {
    let campaigns = resolved.plan.campaigns.numbered();
    campaigns.filter_map(|(index, campaign)| {
        let store = resolved.store_of(campaign)?;
        let (start, opened_on) = (campaign.start?, store.opened_on?);
        let offers =
            campaign.program.is_some() || campaign.price.is_some() || campaign.quantity.is_some();
        (campaign.goes_on() && offers && start.value < opened_on.value).then_some(Early {
            campaign: index,
            start,
            opened_on,
            store,
        })
    })
}
