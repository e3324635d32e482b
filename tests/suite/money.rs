//! What campaigns come to, added up again row by row from what was written.

use opsplan::analysis::money::{Offers, offers};
use opsplan::plan::value::Money;
use proptest::prelude::*;

use crate::world::Memory;

/// A campaign: quantity and price as far as they are written, which product, whether declined.
type Row = (Option<u16>, Option<u16>, usize, bool);

const PRODUCTS: usize = 3;

fn plan(stocks: &[Option<u16>], rows: &[Row]) -> String {
    let mut text = "[plan]\ntitle = \"t\"\n[products]\n".to_owned();
    for (at, stock) in stocks.iter().enumerate() {
        let stock = stock.map_or(String::new(), |stock| format!("stock = {stock}"));
        text += &format!("p{at} = {{ {stock} }}\n");
    }
    for (at, (quantity, price, product, declined)) in rows.iter().enumerate() {
        text += &format!("[campaigns.c{at}]\nproduct = \"p{product}\"\n");
        let field = |key: &str, said: Option<u16>| {
            said.map_or(String::new(), |said| format!("{key} = {said}\n"))
        };
        text += &field("quantity", *quantity);
        text += &field("price", *price);
        text += if *declined {
            "status = \"declined\"\n"
        } else {
            ""
        };
    }
    text
}

fn by_hand(stocks: &[Option<u16>], rows: &[Row]) -> Offers {
    let mut offers = Offers::default();
    let (mut cents, mut products) = (0, Vec::new());
    for (quantity, price, product, declined) in rows {
        if *declined {
            continue;
        }
        offers.campaigns += 1;
        if let Some(quantity) = quantity {
            offers.pieces += i64::from(*quantity);
            products.push(*product);
        }
        if let (Some(quantity), Some(price)) = (quantity, price) {
            offers.valued += 1;
            cents += i64::from(*quantity) * i64::from(*price) * 100;
        }
    }
    products.sort_unstable();
    products.dedup();
    offers.value = (offers.valued > 0).then(|| Money::from_cents(cents));
    let stock = products.iter().map(|at| stocks[*at].map(i64::from));
    offers.stock = stock.sum::<Option<i64>>().filter(|_| !products.is_empty());
    offers
}

#[test]
fn goods_that_come_in_after_the_count_are_added_up() {
    let text = "[plan]\ntitle = \"t\"\n[products.box]\nstock = 10\nstock_on = 2026-05-01\n\
                arrivals = [{ on = 2026-04-20, quantity = 100 }, { on = 2026-05-01, quantity = 20 }, \
                { on = 2026-06-01, quantity = 300 }, { on = 2026-07-01 }, { quantity = 7 }]\n\
                [products.other]\nstock = 1\narrivals = [{ on = 2026-06-01, quantity = 4_000 }]\n\
                [campaigns.c]\nproduct = \"box\"\nquantity = 50\n";
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| offers(plan.resolved));
    assert_eq!(compiled.made.unwrap().arriving, 320);
}

proptest! {
    #[test]
    fn campaigns_are_added_up_as_by_hand(
        stocks in prop::collection::vec(any::<Option<u16>>(), PRODUCTS),
        rows in prop::collection::vec((any::<Option<u16>>(), any::<Option<u16>>(), 0..PRODUCTS, any::<bool>()), 0..8),
    ) {
        let text = plan(&stocks, &rows);
        let compiled = Memory::new([("plan.toml", &*text)]).compile(|plan| offers(plan.resolved));
        prop_assert_eq!(compiled.made.unwrap(), by_hand(&stocks, &rows), "{}", text);
    }
}
