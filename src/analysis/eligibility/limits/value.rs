//! The value signed up: quantity × campaign price.

use super::super::answer::{Asked, Outside, Verdict, Want};
use super::super::side::{Side, within};
use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Money, Quantity};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["value"]],
    measured: Measured::Offer,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let value = rules.one(asked).into_iter();
        value
            .map(|asked| {
                let bounds = asked.value.map(Into::into);
                let verdict = verdict(bounds, side).unwrap_or_else(Want::verdict);
                rules.criterion(asked.span, Asked::Within(bounds), verdict)
            })
            .collect()
    },
};

fn asked(program: &Program) -> Option<&Located<Bounds<Money>>> {
    program.value.as_ref()
}

fn verdict(bounds: Bounds<Quantity>, side: &Side<'_>) -> Result<Verdict, Want> {
    let quantity = side.of_campaign("quantity", |campaign| campaign.quantity)?;
    let price = side.of_campaign("price", |campaign| campaign.price)?;
    let cents = quantity.value.0.saturating_mul(price.value.cents);
    Ok(
        match within(bounds, Money::from_cents(cents).into(), quantity.span) {
            Verdict::NotMet(ours, outside) => {
                let other = Some(price.span);
                Verdict::NotMet(ours, Outside { other, ..outside })
            }
            met => met,
        },
    )
}
