//! The campaign price as part of the original price.

use super::super::answer::{Ours, Outside, Verdict, Want};
use super::super::rules::way;
use super::super::side::Side;
use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Discount};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["discount"]],
    measured: Measured::Offer,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| rules.bounds(asked, |bounds| verdict(bounds, side)),
};

fn asked(program: &Program) -> Option<&Located<Bounds<Discount>>> {
    program.discount.as_ref()
}

/// price ÷ original ≥ permille ÷ 1000, without dividing.
fn verdict(asked: Bounds<Discount>, side: &Side<'_>) -> Result<Verdict, Want> {
    let price = side.of_campaign("price", |campaign| campaign.price)?;
    let original = side.of_product("original_price", |product| product.original_price)?;
    let paid = i128::from(price.value.cents) * 1000;
    let bounds =
        asked.map(|discount| i128::from(original.value.cents) * i128::from(discount.permille));
    let ours = Ours::Price {
        price: price.value,
        original: original.value,
    };
    if bounds.contain(paid) {
        return Ok(Verdict::Met(ours));
    }
    let (span, other, way) = (price.span, Some(original.span), way(bounds, paid));
    Ok(Verdict::NotMet(ours, Outside { span, other, way }))
}
