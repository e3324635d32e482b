//! Products that are one and the same by their number.

use std::collections::HashMap;

use crate::plan::{Idx, Line, Product};
use crate::resolve::Resolved;

/// Two products with one number.
#[derive(Clone, Debug)]
pub struct SameSku<'p> {
    /// The product that has it first.
    pub first: (Idx<Product>, &'p Line),
    /// Another.
    pub second: (Idx<Product>, &'p Line),
}

/// The products that have the number of one before them.
pub fn same_sku<'p>(resolved: &Resolved<'p>) -> Vec<SameSku<'p>> {
    let mut known: HashMap<&str, (Idx<Product>, &Line)> = HashMap::new();
    let mut found = Vec::new();
    for (index, product) in resolved.plan.products.numbered() {
        let Some(sku) = product.item.sku.as_ref() else {
            continue;
        };
        let number = sku.value.trim();
        let first = *known.entry(number).or_insert((index, sku));
        if !number.is_empty() && first.0 != index {
            found.push(SameSku {
                first,
                second: (index, sku),
            });
        }
    }
    found
}
