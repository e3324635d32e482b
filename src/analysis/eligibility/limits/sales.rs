//! How many pieces of the product were sold.

use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Count};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["item", "sales"]],
    measured: Measured::Product,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| rules.figure(asked, || side.of_product("sales", |product| product.sales)),
};

fn asked(program: &Program) -> Option<&Located<Bounds<Count>>> {
    program.item.as_ref()?.sales.as_ref()
}
