//! The papers to hand in: a plan does not say whether they are there.

use super::{Description, Measured};

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["documents"]],
    measured: Measured::Offer,
    is_stated: |program| !program.documents.is_empty(),
    judge: |_, _| Vec::new(),
};
