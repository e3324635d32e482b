//! Whether the campaign must ship free of charge.

use super::super::answer::{Asked, Ours, Outside, Verdict};
use super::{Description, Measured};
use crate::plan::Program;
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["free_shipping"]],
    measured: Measured::Offer,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let required = rules
            .one(asked)
            .filter(|required| required.value)
            .into_iter();
        required
            .map(|asked| {
                let ours = side.of_campaign("free_shipping", |campaign| campaign.free_shipping);
                let verdict = match ours {
                    Err(want) => want.verdict(),
                    Ok(ours) => verdict(ours),
                };
                rules.criterion(asked.span, Asked::Required, verdict)
            })
            .collect()
    },
};

fn asked(program: &Program) -> Option<Located<bool>> {
    program.free_shipping
}

fn verdict(ours: Located<bool>) -> Verdict {
    match ours.value {
        true => Verdict::Met(Ours::Flag(true)),
        false => Verdict::NotMet(Ours::Flag(false), Outside::beside(ours.span)),
    }
}
