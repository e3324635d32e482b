//! What follows from what within one table: revenue = visitors × conversion × order value;
//! buyers = visitors × conversion = revenue ÷ order value; visitors ≥ buyers; orders ≥ buyers;
//! units ≥ orders. How many orders a visitor places is not known: orders may be above visitors.
//! Written figures are multiplied here, so the rounding of each is allowed for.

use super::book::Row;
use super::figure::{Figure, Metric, figure};
use super::{Place, Targets};
use crate::plan::Target;
use crate::plan::value::{Interval, Rate};

/// Revenue that its own factors contradict.
#[derive(Clone, Debug)]
pub struct Formula<'p> {
    /// The target or part.
    pub place: Place<'p>,
    /// The table with the figures.
    pub table: &'p Target,
    /// Revenue as stated.
    pub revenue: Figure,
    /// Revenue as it follows, in twentieths of a cent.
    pub follows: Interval,
}

/// Visitors, orders or units of which there are too few.
#[derive(Clone, Debug)]
pub struct TooFew<'p> {
    /// The target or part.
    pub place: Place<'p>,
    /// The table with the figures.
    pub table: &'p Target,
    /// What there is too little of.
    pub metric: Metric,
    /// As stated.
    pub said: Figure,
    /// What there must be as many of.
    pub least: Least,
}

/// What there must be at least as much of as of something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Buyers, each of whom comes once and orders one piece at least.
    Buyers {
        /// As few as the figures leave open.
        count: i128,
        /// The metrics they follow from.
        from: [Metric; 2],
    },
    /// Orders, each of one piece at least.
    Orders(Figure),
}

/// Visitors × conversion × order value, in cents.
pub fn product(target: &Target) -> Option<Interval> {
    let visitors = figure(target, Metric::Visitors)?.says;
    let conversion = figure(target, Metric::Conversion)?.says;
    let order_value = figure(target, Metric::OrderValue)?.says;
    // Dividing last keeps the rounding far below the precision of any figure.
    let buyers_millionths = visitors.times(conversion, 1);
    Some(order_value.times(buyers_millionths, i128::from(Rate::WHOLE)))
}

pub(super) fn judge<'p>(rows: &[Row<'p>], answers: &mut Targets<'p>) {
    for row in rows {
        match formula(row) {
            // Orders would be held against buyers that one of the four figures gets wrong.
            Some(formula) => answers.formula.push(formula),
            None => answers.too_few.extend(too_few(row)),
        }
    }
}

fn formula<'p>(row: &Row<'p>) -> Option<Formula<'p>> {
    let revenue = row.figure(Metric::Revenue)?;
    let follows = product(row.table)?;
    (!revenue.says.meets(follows)).then(|| Formula {
        place: row.place(),
        table: row.table,
        revenue,
        follows,
    })
}

fn too_few<'p>(row: &Row<'p>) -> Vec<TooFew<'p>> {
    let (orders, units) = (row.figure(Metric::Orders), row.figure(Metric::Units));
    let few = |metric, said, least| TooFew {
        place: row.place(),
        table: row.table,
        metric,
        said,
        least,
    };
    let mut found = Vec::new();
    let below_buyers = |said: &Figure| {
        let least = buyers(row)?;
        let is_below = said.says.high? < least.0;
        // Whoever buys is a whole person, so the least of them is rounded up.
        let count = -(-least.0).div_euclid(Interval::SCALE);
        let from = least.1;
        is_below.then_some(Least::Buyers { count, from })
    };
    for (metric, said) in [
        (Metric::Visitors, row.figure(Metric::Visitors)),
        (Metric::Orders, orders),
    ] {
        if let Some(said) = said
            && let Some(least) = below_buyers(&said)
        {
            found.push(few(metric, said, least));
        }
    }
    match (units, orders) {
        (Some(units), Some(orders)) => {
            let ends = units.range.high.zip(orders.range.low);
            if ends.is_some_and(|(units, orders)| units.exact < orders.exact) {
                found.push(few(Metric::Units, units, Least::Orders(orders)));
            }
        }
        (Some(units), None) => {
            found.extend(below_buyers(&units).map(|least| few(Metric::Units, units, least)));
        }
        _ => {}
    }
    found
}

/// The least number of buyers in twentieths, and the figures it follows from.
fn buyers(row: &Row<'_>) -> Option<(i128, [Metric; 2])> {
    let said = |metric| row.figure(metric).map(|figure| figure.says);
    let by_visitors = || {
        let (visitors, conversion) = (said(Metric::Visitors)?, said(Metric::Conversion)?);
        let buyers = visitors.times(conversion, i128::from(Rate::WHOLE));
        Some((buyers.low?, [Metric::Visitors, Metric::Conversion]))
    };
    let by_revenue = || {
        let (revenue, order_value) = (said(Metric::Revenue)?, said(Metric::OrderValue)?);
        let buyers = revenue.divide(order_value, 1);
        Some((buyers.low?, [Metric::Revenue, Metric::OrderValue]))
    };
    let ways = [by_visitors(), by_revenue()];
    ways.into_iter().flatten().max_by_key(|(least, _)| *least)
}
