//! The guarantees that the shop must have joined.

use super::super::answer::{Asked, Ours, Outside, Verdict};
use super::{Description, Measured};
use crate::plan::value::Choice;
use crate::plan::{Guarantee, Program};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["store", "guarantees"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let each = rules.one(asked).unwrap_or_default().iter();
        each.map(|asked| {
            let verdict = match side.of_store(&["guarantees"], |store| store.guarantees.as_ref()) {
                Err(want) => want.verdict(),
                Ok(ours) => verdict(asked.value, ours),
            };
            rules.criterion(asked.span, Asked::OneOf(vec![asked.value.entry()]), verdict)
        })
        .collect()
    },
};

fn asked(program: &Program) -> Option<&[Located<Guarantee>]> {
    let guarantees = &program.store.as_ref()?.guarantees;
    Some(&**guarantees).filter(|guarantees| !guarantees.is_empty())
}

fn verdict(asked: Guarantee, ours: &Located<Vec<Located<Guarantee>>>) -> Verdict {
    match ours.iter().any(|one| one.value == asked) {
        true => Verdict::Met(Ours::Flag(true)),
        false => Verdict::NotMet(Ours::Flag(false), Outside::beside(ours.span)),
    }
}
