//! What the shop sells.

use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet, Tone};
use super::said::{counted, texts};
use super::value::{DayForm, Value};
use crate::analysis::figures::{self, Margin};
use crate::diagnostic::Text;
use crate::plan::value::{Day, Money, Quantity};
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
        "标价毛利率由日常售价与成本推算，未计活动让价、佣金、运费与推广。",
        "List margins are calculated from usual price and cost, before discounts, commissions, freight and advertising.",
    ))));
    parts.extend(arrivals(products));
    parts.extend(sales(products));
    parts.extend(super::said::sources(
        products.iter().map(|product| texts(&product.source)),
    ));
    (count > 0).then(|| Chapter {
        id: "products",
        title,
        what: counted(count, "款", "product", "products"),
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
        Column::new("floor-price", "底价", "Floor", Fit::Figure),
        Column::new("margin", "标价毛利率", "List margin", Fit::Figure),
        Column::new("stock", "库存", "Stock", Fit::Figure),
        Column::new("sales", "销量", "Sold", Fit::Figure),
        Column::new("reviews", "评价", "Reviews", Fit::Figure),
    ]
}

fn row(product: &Entry<Product>, one_day: Option<Day>) -> Row<'_> {
    fn figure<'p, T: Copy + Into<Quantity>>(figure: Option<Located<T>>) -> Cell<'p> {
        Cell::new(figure.map(|figure| Value::exactly(figure.value)))
    }
    let price = |price: Option<Located<Money>>| Cell::new(price.map(|one| Value::Price(one.value)));
    let stock_on = product
        .stock_on
        .filter(|_| one_day.is_none() && product.stock.is_some());
    let stock_on = stock_on.map(|day| Value::day(day.value.0));
    let role = product.role.map(|role| Value::choice(role.value));
    let margin = figures::margin(product).map(margin_of);
    Row::new([
        Cell::new(Value::plain(product.label())).detail(Value::line(product.note.as_ref())),
        Cell::new(Value::line(product.sku.as_ref())),
        Cell::new(Value::line(product.category.as_ref())),
        Cell::new(role).tone(Tone::Badge),
        price(product.price),
        price(product.original_price).detail(
            product
                .original_price_kind
                .map(|kind| Value::choice(kind.value)),
        ),
        price(product.cost),
        price(product.floor_price),
        Cell::new(margin).tone(Tone::Derived),
        figure(product.stock).detail(stock_on),
        figure(product.sales),
        figure(product.reviews),
    ])
}

/// A margin, or what is lost with each piece.
pub(super) fn margin_of<'p>(margin: Margin) -> Value<'p> {
    match margin {
        Margin::Share(share) => Value::exactly(share),
        Margin::Loss(loss) => {
            let loss = [Value::exactly(loss)];
            Value::phrase("每件亏 {0}", "a loss of {0} each", loss)
        }
    }
}

/// What comes in, and when.
fn arrivals(products: &[Entry<Product>]) -> Vec<Part<'_>> {
    let rows = products.iter().flat_map(|product| {
        product.arrivals.iter().map(|arrival| {
            let day = arrival.on.map(|day| Value::day(day.value.0));
            let pieces = arrival.quantity.map(|pieces| Value::exactly(pieces.value));
            Row::new([
                Cell::new(Value::plain(product.label())),
                Cell::new(day.unwrap_or(Value::words("未定", "not set"))),
                Cell::new(pieces.unwrap_or(Value::words("未定", "not set"))),
                Cell::new(Value::line(arrival.note.as_ref())),
            ])
        })
    });
    let columns = vec![
        Column::new("title", "商品", "Product", Fit::Head),
        Column::new("on", "到货日", "Arrives", Fit::Tight),
        Column::new("quantity", "件数", "Pieces", Fit::Figure),
        Column::new("note", "备注", "Note", Fit::Text),
    ];
    let title = Text::fixed("到货", "Goods coming in");
    beneath("arrivals", title, columns, rows.collect())
}

/// At which prices pieces were sold, and where that is recorded.
fn sales(products: &[Entry<Product>]) -> Vec<Part<'_>> {
    let rows = products.iter().flat_map(|product| {
        product.price_history.iter().map(|sale| {
            let until = sale.until.map(|day| Value::day(day.value.0));
            Row::new([
                Cell::new(Value::plain(product.label())),
                Cell::new(Value::day(sale.on.value.0)),
                Cell::new(until),
                Cell::new(Value::exactly(sale.price.value)),
                Cell::new(Value::line(sale.source.as_ref())),
            ])
        })
    });
    let columns = vec![
        Column::new("title", "商品", "Product", Fit::Head),
        Column::new("on", "成交日", "Sold on", Fit::Tight),
        Column::new("until", "至", "Until", Fit::Tight),
        Column::new("price", "成交价", "Price paid", Fit::Figure),
        Column::new("source", "依据", "Record", Fit::Text),
    ];
    let title = Text::fixed("成交价记录", "Prices paid");
    beneath("sales", title, columns, rows.collect())
}

/// A table with its heading, if it has rows.
fn beneath<'p>(
    kind: &'static str,
    title: Text,
    columns: Vec<Column>,
    rows: Vec<Row<'p>>,
) -> Vec<Part<'p>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let sheet = Sheet::new(kind, title.clone(), columns, rows).without_empty_columns();
    let heading = Part::Heading(Value::Words(title), Vec::new());
    vec![heading, Part::Sheet(sheet.narrow())]
}
