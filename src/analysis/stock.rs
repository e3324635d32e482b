//! How many pieces overlapping campaigns reserve of one product.

use chrono::NaiveDate;

use crate::plan;
use crate::resolve::{Idx, Resolved};

/// The day on which the most pieces of a product are reserved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// The product.
    pub product: Idx<plan::Product>,
    /// Pieces that are reserved on that day.
    pub reserved: i64,
    /// Pieces that there are.
    pub stock: i64,
    /// That day.
    pub day: NaiveDate,
    /// The campaigns that run on that day.
    pub campaigns: Vec<Idx<plan::Campaign>>,
    /// Whether the day of the stock figure is stated; if not, nothing can be decided.
    pub dated: bool,
}

/// One reservation a product with a stated stock of which any campaign reserves pieces:
/// the day on which the most are reserved. Campaigns that begin before the day of the
/// stock figure are left out: their pieces are gone from it already.
pub fn reservations(resolved: &Resolved<'_>) -> Vec<Reservation> {
    let mut by_product = vec![Vec::new(); resolved.products.len()];
    for (at, campaign) in resolved.campaigns.iter().enumerate() {
        let days = campaign.start.zip(campaign.end);
        if let (Some(product), Some((start, end)), Some(quantity)) =
            (campaign.links.product.and_then(|link| link.to), days, campaign.quantity)
        {
            by_product[product.at()].push((start.value.0, end.value.0, quantity.value.0, at));
        }
    }
    let reserved = by_product.into_iter().enumerate();
    reserved.filter_map(|(product, campaigns)| peak(product, campaigns, resolved)).collect()
}

fn peak(
    product: usize,
    mut campaigns: Vec<(NaiveDate, NaiveDate, i64, usize)>,
    resolved: &Resolved<'_>,
) -> Option<Reservation> {
    let stock = resolved.products[product].stock?.value.0;
    let counted_on = resolved.products[product].stock_on.map(|day| day.value.0);
    campaigns.retain(|(start, end, ..)| counted_on.is_none_or(|counted| *start >= counted) && start <= end);
    campaigns.sort_unstable();
    // The sum is highest on the first day of some campaign.
    let running: Vec<_> = campaigns.iter().map(|(start, ..)| (*start, sum_on(*start, &campaigns))).collect();
    let (day, (reserved, on_that_day)) =
        running.into_iter().max_by_key(|(day, (sum, _))| (*sum, std::cmp::Reverse(*day)))?;
    Some(Reservation {
        product: Idx::new(product),
        reserved,
        stock,
        day,
        campaigns: on_that_day.into_iter().map(Idx::new).collect(),
        dated: counted_on.is_some(),
    })
}

fn sum_on(day: NaiveDate, campaigns: &[(NaiveDate, NaiveDate, i64, usize)]) -> (i64, Vec<usize>) {
    let running = campaigns.iter().filter(|(start, end, ..)| *start <= day && day <= *end);
    running.fold((0, Vec::new()), |(sum, mut which), (_, _, quantity, at)| {
        which.push(*at);
        (sum + quantity, which)
    })
}
