//! The platforms whose shops may take part.

use super::{Description, Measured};
use crate::plan::{Platform, Program};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["platforms"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        let platforms = rules.one(asked).into_iter();
        let ours = || side.of_store(&["platform"], |store| store.platform);
        platforms
            .map(|asked| rules.word((asked, asked[0].span), ours()))
            .collect()
    },
};

fn asked(program: &Program) -> Option<&[Located<Platform>]> {
    Some(&*program.platforms).filter(|platforms| !platforms.is_empty())
}
