//! The credit level of the shop.

use super::{Description, Measured};
use crate::plan::Program;
use crate::plan::value::{Bounds, Level};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["store", "level"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| rules.figure(asked, || side.of_store(&["level"], |store| store.level)),
};

fn asked(program: &Program) -> Option<&Located<Bounds<Level>>> {
    program.store.as_ref()?.level.as_ref()
}
