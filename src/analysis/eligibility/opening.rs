//! Campaigns that begin before their shop opens.

use crate::plan::value::Day;
use crate::plan::{Campaign, Idx};
use crate::resolve::Resolved;
use crate::source::Located;

/// A campaign that starts before its shop opens.
#[derive(Clone, Copy, Debug)]
pub struct Early {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// Its first day.
    pub start: Located<Day>,
    /// The day on which the shop opens.
    pub opened_on: Located<Day>,
    /// Whether it says what it sells, or by which rules: then it is no mere warm-up.
    pub sells: bool,
}

/// The campaigns that start before their shop opens; where a campaign does not say which shop
/// is its own, before any of them does.
pub fn before_opening(resolved: &Resolved<'_>) -> impl Iterator<Item = Early> {
    let first = resolved.first_opening();
    let campaigns = resolved.plan.campaigns.numbered();
    campaigns.filter_map(move |(index, campaign)| {
        let is_unsaid = campaign.store.is_none() && !campaign.unread.holds("store");
        let own = resolved
            .store_of(campaign)
            .and_then(|store| store.opened_on);
        let opened_on = own.or(first.filter(|_| is_unsaid))?;
        let start = campaign.start.day()?;
        let is_early = campaign.goes_on() && start.value < opened_on.value;
        is_early.then_some(Early {
            campaign: index,
            start,
            opened_on,
            sells: campaign.program.is_some()
                || campaign.price.is_some()
                || campaign.quantity.is_some(),
        })
    })
}
