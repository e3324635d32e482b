//! The share of positive reviews of the shop.

use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Rate};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["store", "positive_rate"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        rules.figure(asked, || {
            side.of_store(&["positive_rate"], |store| store.positive_rate)
        })
    },
};

fn asked(program: &Program) -> Option<&Located<Bounds<Rate>>> {
    program.store.as_ref()?.positive_rate.as_ref()
}
