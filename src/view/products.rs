//! What the shop sells.

use serde::Serialize;

use super::format::{Wording, rounded};
use super::{distinct, line};
use crate::diagnostic::text;
use crate::plan::value::{Day, Money, Rate};
use crate::plan::{Entry, Product};
use crate::resolve::Resolved;

/// The products of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct Products {
    /// What any product says: `sku`, `role`, `price` …; `margin` is worked out.
    pub columns: Vec<&'static str>,
    /// In the order of the plan.
    pub rows: Vec<ProductRow>,
    /// The day of the stock figures, if it is one for all.
    pub stock_on: Option<String>,
    /// Where this comes from.
    pub sources: Vec<String>,
}

/// One product.
#[derive(Clone, Debug, Serialize)]
pub struct ProductRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Anything else.
    pub note: Option<String>,
    /// One cell a column.
    pub cells: Vec<Option<String>>,
}

const COLUMNS: [&str; 10] = [
    "sku",
    "category",
    "role",
    "price",
    "original-price",
    "cost",
    "margin",
    "stock",
    "sales",
    "reviews",
];

pub(super) fn products(resolved: &Resolved<'_>, wording: &Wording) -> Option<Products> {
    let days: Vec<Day> = resolved
        .products
        .iter()
        .filter_map(|product| product.stock_on)
        .map(|day| day.value)
        .collect();
    let one_day = days
        .first()
        .copied()
        .filter(|first| days.iter().all(|day| day == first));
    let rows: Vec<(&Entry<Product>, [Option<String>; 10])> = resolved
        .products
        .iter()
        .map(|product| (product, cells(product, one_day, wording)))
        .collect();
    let said: Vec<usize> = (0..COLUMNS.len())
        .filter(|at| rows.iter().any(|(_, cells)| cells[*at].is_some()))
        .collect();
    let stock_on = one_day.map(|day| {
        let day = wording.date(day.0).full;
        wording.say(text!("库存截至 {day}。", "Stock as of {day}."))
    });
    (!rows.is_empty()).then(|| Products {
        columns: said.iter().map(|at| COLUMNS[*at]).collect(),
        rows: rows
            .iter()
            .map(|(product, cells)| ProductRow {
                id: product.id.to_string(),
                title: product.label().to_owned(),
                note: line(&product.note),
                cells: said.iter().map(|at| cells[*at].clone()).collect(),
            })
            .collect(),
        stock_on,
        sources: distinct(
            resolved
                .products
                .iter()
                .filter_map(|product| line(&product.source)),
        ),
    })
}

fn cells(
    product: &Entry<Product>,
    one_day: Option<Day>,
    wording: &Wording,
) -> [Option<String>; 10] {
    let money = |money: Option<crate::source::Located<Money>>| {
        money.map(|money| wording.money(money.value))
    };
    let stock = product.stock.map(|stock| {
        let count = wording.count(stock.value);
        match product.stock_on.filter(|_| one_day.is_none()) {
            Some(day) => format!("{count} ({})", wording.day(day.value.0)),
            None => count,
        }
    });
    [
        line(&product.sku),
        line(&product.category),
        product.role.map(|role| wording.label(role.value)),
        money(product.price),
        money(product.original_price),
        money(product.cost),
        margin(product).map(|margin| wording.rate(margin)),
        stock,
        product.sales.map(|sales| wording.count(sales.value)),
        product.reviews.map(|reviews| wording.count(reviews.value)),
    ]
}

/// What is left of the price after the cost, to a tenth of a percent; nothing for a loss.
fn margin(product: &Entry<Product>) -> Option<Rate> {
    let (price, cost) = (product.price?.value.cents, product.cost?.value.cents);
    let permille = rounded(i128::from(price - cost) * 1_000, i128::from(price));
    let unit = 1_000;
    let ppm = i64::try_from(permille).ok()? * unit;
    (price > 0 && ppm >= 0).then_some(Rate { ppm, unit })
}
