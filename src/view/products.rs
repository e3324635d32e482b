//! What the shop sells.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet, Tone};
use super::said::texts;
use super::value::{DayForm, Value};
use crate::analysis::figures;
use crate::diagnostic::{Text, text};
use crate::plan::value::{Day, Quantity};
use crate::plan::{Entry, Product, Section};
use crate::source::Located;

pub(super) const SECTIONS: &[Section] = &[Section::Products];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let products = &material.resolved.plan.products;
    let days: Vec<Day> = products
        .iter()
        .filter_map(|product| product.stock_on)
        .map(|day| day.value)
        .collect();
    let one_day = days
        .first()
        .copied()
        .filter(|first| days.iter().all(|day| day == first));
    let count = products.len();
    let title = Text::fixed("商品", "Products");
    let rows = products
        .iter()
        .map(|product| row(product, one_day))
        .collect();
    let sheet = Sheet::new("products", title.clone(), columns(), rows).without_empty_columns();
    let has_margin = sheet.columns.iter().any(|column| column.key == "margin");
    let mut parts = vec![Part::Sheet(sheet)];
    parts.extend(one_day.map(stock_note).map(Part::Note));
    parts.extend(has_margin.then_some(Part::Note(Value::words(
        "毛利率由售价与成本推算。",
        "Margins are worked out from price and cost.",
    ))));
    parts.extend(super::said::sources(
        products.iter().map(|product| texts(&product.source)),
    ));
    (count > 0).then(|| Chapter {
        id: "products",
        title,
        what: text!("{count} 款", "{count}"),
        is_form: false,
        parts,
    })
}

fn stock_note<'p>(day: Day) -> Value<'p> {
    let day = Value::Day(day.0, DayForm::Full);
    Value::phrase("库存截至 {0}。", "Stock as of {0}.", [day])
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("title", "商品", "Product", Fit::Head),
        Column::new("sku", "货号", "SKU", Fit::Tight),
        Column::new("category", "类目", "Category", Fit::Tight),
        Column::new("role", "定位", "Role", Fit::Tight),
        Column::new("price", "售价", "Price", Fit::Figure),
        Column::new("original-price", "原价", "Original", Fit::Figure),
        Column::new("cost", "成本", "Cost", Fit::Figure),
        Column::new("margin", "毛利率", "Margin", Fit::Figure),
        Column::new("stock", "库存", "Stock", Fit::Figure),
        Column::new("sales", "销量", "Sold", Fit::Figure),
        Column::new("reviews", "评价", "Reviews", Fit::Figure),
    ]
}

fn row(product: &Entry<Product>, one_day: Option<Day>) -> Row<'_> {
    fn figure<'p, T: Copy + Into<Quantity>>(figure: Option<Located<T>>) -> Cell<'p> {
        Cell::new(figure.map(|figure| Value::exactly(figure.value)))
    }
    let stock_on = product
        .stock_on
        .filter(|_| one_day.is_none() && product.stock.is_some());
    let stock_on = stock_on.map(|day| Value::day(day.value.0));
    let role = product.role.map(|role| Value::choice(role.value));
    let margin = figures::margin(product).map(Value::exactly);
    Row::new([
        Cell::new(Value::plain(product.label())).detail(Value::line(product.note.as_ref())),
        Cell::new(Value::line(product.sku.as_ref())),
        Cell::new(Value::line(product.category.as_ref())),
        Cell::new(role).tone(Tone::Badge),
        figure(product.price),
        figure(product.original_price),
        figure(product.cost),
        Cell::new(margin).tone(Tone::Derived),
        figure(product.stock).detail(stock_on),
        figure(product.sales),
        figure(product.reviews),
    ])
}
