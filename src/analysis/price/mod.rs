//! The prices of a plan against each other: campaigns of one product on one day, campaigns
//! against usual price and cost, and original prices against what was really paid.

mod clash;
mod level;
mod own;
mod reference;

pub use clash::{Across, Clash, Open};
pub use level::{Above, Low};
pub use reference::{Charged, Known, Uncharged, charged};

use crate::plan::{Campaign, Entry, Idx, Product, Section};
use crate::resolve::Resolved;

/// What the prices of a plan say of each other.
#[derive(Debug, Default)]
pub struct Prices {
    /// Two campaign prices of one product on one day, in one shop.
    pub clashes: Vec<Clash>,
    /// Campaigns of which a day is missing, so that they may clash.
    pub open: Vec<Open>,
    /// Products at two prices on one day in two shops: the first pair of each product.
    pub across: Vec<Across>,
    /// Prices below cost or floor.
    pub low: Vec<Low>,
    /// Campaign prices above the price that the product has without them.
    pub above: Vec<Above>,
    /// Products whose usual price is above their original price.
    pub reversed: Vec<Idx<Product>>,
    /// Original prices that were never charged.
    pub uncharged: Vec<Uncharged>,
    /// Products of which it is not known whether their original price was ever charged.
    pub unproven: Vec<Idx<Product>>,
}

/// Compares the prices of a plan.
pub fn prices(resolved: &Resolved<'_>) -> Prices {
    let mut answers = Prices::default();
    clash::find(resolved, &mut answers);
    for ((index, product), campaigns) in resolved.plan.products.numbered().zip(by_product(resolved))
    {
        level::find((index, product), &campaigns, &mut answers);
        reference::find((index, product), &campaigns, resolved, &mut answers);
    }
    answers
}

/// A campaign with its number.
type Numbered<'p> = (Idx<Campaign>, &'p Entry<Campaign>);

/// The campaigns of each product that are known to go on.
fn by_product<'p>(resolved: &Resolved<'p>) -> Vec<Vec<Numbered<'p>>> {
    let mut by_product = vec![Vec::new(); resolved.products.len()];
    for (index, campaign) in resolved.plan.campaigns.numbered() {
        if let Some(product) = resolved
            .find(&campaign.product)
            .filter(|_| campaign.goes_on())
        {
            by_product[product.at()].push((index, campaign));
        }
    }
    by_product
}

/// Where the shop of a campaign stands in the file; nothing inside in a plan that names none,
/// nothing at all where it is not said or could not be read.
fn shop(campaign: &Entry<Campaign>, resolved: &Resolved<'_>) -> Option<Option<usize>> {
    let without_shops = resolved.stores.is_empty() && !resolved.incomplete.lacks(Section::Stores);
    match resolved.store_of(campaign) {
        Some(store) => Some(Some(store.key_span().start as usize)),
        None => without_shops.then_some(None),
    }
}
