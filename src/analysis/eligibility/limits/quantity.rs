//! How many pieces are signed up.

use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Count};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["quantity"]],
    measured: Measured::Offer,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        rules.figure(asked, || {
            side.of_campaign("quantity", |campaign| campaign.quantity)
        })
    },
};

fn asked(program: &Program) -> Option<&Located<Bounds<Count>>> {
    program.quantity.as_ref()
}
