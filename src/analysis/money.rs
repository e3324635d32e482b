//! What a plan promises in money and goods: revenue by phase, the value of its campaigns, the
//! pieces they take.

use std::collections::{HashMap, HashSet};

use super::figures::revenue_of;
use crate::plan::value::{Amount, Money};
use crate::plan::{Campaign, Entry, Idx, Period, Phase, Product, Target};
use crate::resolve::{Resolved, TargetPeriod};

/// What a phase is to bring in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revenue {
    /// As its own target says.
    Own(Amount<Money>),
    /// The sum of the months it consists of.
    Summed(Amount<Money>),
}

/// Revenue of each phase: its own target, else the sum of the months it consists of. Nothing
/// where neither is said; a phase that begins or ends inside a month is not divided up.
pub fn revenue_by_phase(resolved: &Resolved<'_>) -> Vec<Option<Revenue>> {
    let mut own: HashMap<Idx<Phase>, &Entry<Target>> = HashMap::new();
    let mut periods: HashMap<Period, &Entry<Target>> = HashMap::new();
    for target in &resolved.plan.targets {
        match resolved.period(target) {
            Some(TargetPeriod::Phase(phase)) => drop(own.insert(phase, target)),
            Some(TargetPeriod::Calendar(period)) => drop(periods.insert(period, target)),
            _ => {}
        }
    }
    let revenue = |(at, phase): (Idx<Phase>, &Entry<Phase>)| {
        let own = own.get(&at).and_then(|target| target.revenue.as_ref());
        let summed = || revenue_of(&whole_months(phase, resolved)?, &periods);
        own.map(|revenue| Revenue::Own(revenue.value))
            .or_else(|| summed().map(Revenue::Summed))
    };
    resolved.plan.phases.numbered().map(revenue).collect()
}

/// The months that a phase consists of, if it begins and ends with a month.
fn whole_months(phase: &Entry<Phase>, resolved: &Resolved<'_>) -> Option<Vec<Period>> {
    let is_open_ended = phase.open_ended.is_some_and(|open| open.value);
    let end = phase.end.day().map(|day| day.value.0);
    let end = end.or(resolved.span().1.filter(|_| is_open_ended))?;
    let start = phase.start.day()?.value.0;
    let months = Period::months_between(start, end);
    let (first, last) = (months.first()?.days().0, months.last()?.days().1);
    (first == start && last == end).then_some(months)
}

/// What the campaigns of a plan that go on come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// How many there are.
    pub campaigns: usize,
    /// How many of them say both quantity and price.
    pub valued: usize,
    /// Quantity × price of those; nothing if none says both, or the sum has no room.
    pub value: Option<Money>,
    /// Pieces signed up.
    pub pieces: i64,
    /// Pieces in stock of the same products, if that is said of all of them.
    pub stock: Option<i64>,
    /// Pieces of the same products that come in after the count, as far as that is said.
    pub arriving: i64,
}

/// Adds up the campaigns of a plan.
pub fn offers(resolved: &Resolved<'_>) -> Offers {
    let going = || resolved.plan.campaigns.iter().filter(|one| one.goes_on());
    let valued = || going().filter_map(|campaign| value(campaign));
    let sum = valued().try_fold(0_i64, |sum, cents| sum.checked_add(cents?));
    let count = valued().count();
    let quantities = going().filter_map(|campaign| campaign.quantity);
    let products: HashSet<_> = going()
        .filter(|campaign| campaign.quantity.is_some())
        .filter_map(|campaign| resolved.find(&campaign.product))
        .collect();
    let products: Vec<_> = products
        .into_iter()
        .map(|at| &resolved.plan.products[at])
        .collect();
    let stocks = products.iter().map(|product| product.stock);
    let stock: Option<Vec<i64>> = stocks.map(|stock| Some(stock?.value.0)).collect();
    Offers {
        campaigns: going().count(),
        valued: count,
        value: sum.filter(|_| count > 0).map(Money::from_cents),
        pieces: quantities.fold(0, |sum: i64, one| sum.saturating_add(one.value.0)),
        stock: stock
            .filter(|stock| !stock.is_empty())
            .map(|stock| stock.into_iter().fold(0, i64::saturating_add)),
        arriving: products
            .iter()
            .map(|product| arriving(product))
            .fold(0, i64::saturating_add),
    }
}

/// Pieces that come in after the count; what came before is in it.
fn arriving(product: &Product) -> i64 {
    let counted_on = product.stock_on.map(|day| day.value);
    let arrivals = product.arrivals.iter();
    let later = arrivals.filter(|one| one.on.map(|day| day.value) >= counted_on);
    let pieces = later.filter_map(|one| Some(one.quantity?.value.0));
    pieces.fold(0, i64::saturating_add)
}

/// Quantity × price of a campaign in cents, if both are said; nothing inside if it has no room.
fn value(campaign: &Campaign) -> Option<Option<i64>> {
    let (quantity, price) = (campaign.quantity?.value.0, campaign.price?.value.cents);
    Some(quantity.checked_mul(price))
}
