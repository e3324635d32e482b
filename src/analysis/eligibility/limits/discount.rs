//! The campaign price as part of the original price. Where another price is known to have been
//! paid, only what holds for both is decided.

use super::super::answer::{Gap, Ours, Outside, Verdict, Want};
use super::super::rules::way;
use super::super::side::{Side, want};
use super::{Description, Measured};
use crate::analysis::price::{Charged, Known, charged};
use crate::plan::Program;
use crate::plan::value::{Bounds, Discount, Money};
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
    let of = |price: Located<Money>| {
        asked.map(|discount| i128::from(price.value.cents) * i128::from(discount.permille))
    };
    let bounds = of(original);
    let is_met = bounds.contain(paid);
    let ours = Ours::Price {
        price: price.value,
        original: original.value,
    };
    let start = side.campaign.start.day().map(|day| day.value.0);
    let product = side.product()?;
    if let Charged::No(known) | Charged::Unproven(known) = charged(product, start)
        && of(known.price()).contain(paid) != is_met
    {
        let want = want(product, &["price_history"]);
        let gap = match known {
            Known::Usual(_) => want.gap,
            _ => Gap::Refuted,
        };
        return Ok(Verdict::Unknown(Some(ours), Want { gap, ..want }));
    }
    if is_met {
        return Ok(Verdict::Met(ours));
    }
    let (span, other, way) = (price.span, Some(original.span), way(bounds, paid));
    Ok(Verdict::NotMet(ours, Outside { span, other, way }))
}
