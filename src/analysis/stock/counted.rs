//! Goods that come in before the stock is counted.

use chrono::{Datelike, NaiveDate};

use crate::plan::value::Day;
use crate::plan::{Entry, Idx, Product};
use crate::resolve::Resolved;
use crate::source::Located;

/// Goods that came in before the count, which holds them.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// The product.
    pub product: Idx<Product>,
    /// The day on which they came in.
    pub on: Located<Day>,
    /// How many, if that is said.
    pub pieces: Option<i64>,
    /// The day of the count.
    pub counted_on: Located<Day>,
    /// The same day one year later, where the day lies before the plan and that one in it.
    pub meant: Option<NaiveDate>,
}

/// All goods that came in before a count that is stated.
pub fn counted<'r>(resolved: &'r Resolved<'_>) -> impl Iterator<Item = Counted> + 'r {
    let products = resolved.plan.products.numbered();
    products.flat_map(|(index, product)| of_product(index, product, resolved))
}

fn of_product<'r>(
    index: Idx<Product>,
    product: &'r Entry<Product>,
    resolved: &'r Resolved<'_>,
) -> impl Iterator<Item = Counted> + 'r {
    let counted_on = product.stock_on.filter(|_| product.stock.is_some());
    product.arrivals.iter().filter_map(move |arrival| {
        let (on, counted_on) = (arrival.on?, counted_on?);
        (on.value < counted_on.value).then(|| Counted {
            product: index,
            on,
            pieces: arrival.quantity.map(|pieces| pieces.value.0),
            counted_on,
            meant: meant(on, counted_on, resolved),
        })
    })
}

fn meant(on: Located<Day>, counted_on: Located<Day>, resolved: &Resolved<'_>) -> Option<NaiveDate> {
    let (start, end) = resolved.span();
    let (start, on) = (start?, on.value.0);
    let later = on.with_year(on.year() + 1)?;
    let is_inside = start <= later && later <= end? && counted_on.value.0 <= later;
    (on < start && is_inside).then_some(later)
}
