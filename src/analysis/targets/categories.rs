//! Products are parts of their category too, where a target divides itself by both.

use std::collections::HashMap;

use super::book::{Row, Scope, names};
use crate::plan::{Entry, Idx, PartKind, Product, Section, Target};
use crate::resolve::Resolved;

/// A table of a target, by the keys that lead to it in any order.
type Named<'p> = (Idx<Target>, Vec<(PartKind, &'p str)>);

/// Adds to each part by product the part by category that its product belongs to.
pub(super) fn join(rows: &mut [Row<'_>], resolved: &Resolved<'_>) {
    let of_categories: HashMap<Named<'_>, Scope> = rows
        .iter()
        .filter(|row| has(row, PartKind::Categories))
        .map(|row| ((row.target, names(row.path.iter().copied())), row.scope))
        .collect();
    if of_categories.is_empty() {
        return;
    }
    for row in rows
        .iter_mut()
        .filter(|row| !has(row, PartKind::Categories))
    {
        let whole = whole(row, &of_categories, resolved);
        row.wholes
            .extend(whole.map(|whole| (PartKind::Products, whole)));
    }
}

/// The part by category, unless it says itself what the product is to bring.
fn whole<'p>(
    row: &Row<'p>,
    of_categories: &HashMap<Named<'p>, Scope>,
    resolved: &Resolved<'p>,
) -> Option<Scope> {
    let mut path = row.path.iter();
    let (_, product) = path.find(|(kind, _)| *kind == PartKind::Products)?;
    let id = &*product.id.value.0;
    let category = (PartKind::Categories, category(id, resolved)?);
    let in_it = |mut keys: Vec<(PartKind, &'p str)>| {
        keys.push(category);
        keys.sort_unstable();
        of_categories.get(&(row.target, keys)).copied()
    };
    let others = names(row.path.iter().copied()).into_iter();
    let others = others.filter(|key| *key != (PartKind::Products, id));
    in_it(others.collect()).filter(|_| in_it(names(row.path.iter().copied())).is_none())
}

/// The category of a product, as it is written.
fn category<'p>(id: &str, resolved: &Resolved<'p>) -> Option<&'p str> {
    let product = resolved.item_of(id, &[Section::Products])?;
    let product: &Entry<Product> = &resolved.plan.products[Idx::new(product.at)];
    Some(product.category.as_ref()?.value.trim())
}

fn has(row: &Row<'_>, kind: PartKind) -> bool {
    row.path.iter().any(|(one, _)| *one == kind)
}
