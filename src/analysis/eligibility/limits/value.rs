//! The value signed up: quantity × campaign price.

use super::super::answer::{Outside, Verdict, Want};
use super::super::rules::within;
use super::super::side::Side;
use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Money};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["value"]],
    measured: Measured::Offer,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| rules.bounds(asked, |bounds| verdict(bounds, side)),
};

fn asked(program: &Program) -> Option<&Located<Bounds<Money>>> {
    program.value.as_ref()
}

fn verdict(asked: Bounds<Money>, side: &Side<'_>) -> Result<Verdict, Want> {
    let quantity = side.of_campaign("quantity", |campaign| campaign.quantity)?;
    let price = side.of_campaign("price", |campaign| campaign.price)?;
    let cents = quantity.value.0.saturating_mul(price.value.cents);
    let (bounds, ours) = (asked.map(Into::into), Money::from_cents(cents));
    Ok(match within(bounds, ours.into(), quantity.span) {
        Verdict::NotMet(ours, outside) => {
            let other = Some(price.span);
            Verdict::NotMet(ours, Outside { other, ..outside })
        }
        met => met,
    })
}
