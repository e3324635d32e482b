//! How many reviews the product has.

use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Count};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["item", "reviews"]],
    measured: Measured::Product,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let ours = || side.of_product("reviews", |product| product.reviews);
        rules
            .one(asked)
            .map(|asked| rules.figure(asked, ours()))
            .into_iter()
            .collect()
    },
};

fn asked(program: &Program) -> Option<&Located<Bounds<Count>>> {
    program.item.as_ref()?.reviews.as_ref()
}
