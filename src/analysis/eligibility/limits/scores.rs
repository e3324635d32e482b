//! The three scores of the shop.

use super::super::answer::ScoreKind;
use super::{Description, Measured};
use crate::plan::value::{Bounds, Score};
use crate::plan::{Program, ScoreLimits, Scores};
use crate::source::Located;

pub(super) static DESCRIPTION: Description = Description {
    fields: &[&["store", "scores"]],
    measured: Measured::Shop,
    is_stated: |program| asked(program).is_some(),
    judge: |rules, side| {
        // Each score is a limit of its own: a version that states one leaves the others.
        let stated = |one: &Each| rules.one(|program| (one.asked)(asked(program)?));
        let each = EACH.iter().filter_map(|one| Some((one, stated(one)?)));
        each.map(|(one, asked)| {
            let ours = side.of_store(&["scores", one.key], |store| {
                (one.ours)(store.scores.as_ref()?)
            });
            rules.score(one.kind, &asked, ours)
        })
        .collect()
    },
};

fn asked(program: &Program) -> Option<&ScoreLimits> {
    Some(&program.store.as_ref()?.scores.as_ref()?.value)
}

struct Each {
    kind: ScoreKind,
    key: &'static str,
    asked: fn(&ScoreLimits) -> Option<Located<Bounds<Score>>>,
    ours: fn(&Scores) -> Option<Located<Score>>,
}

const EACH: [Each; 3] = [
    Each {
        kind: ScoreKind::Description,
        key: "description",
        asked: |limits| limits.description,
        ours: |scores| scores.description,
    },
    Each {
        kind: ScoreKind::Service,
        key: "service",
        asked: |limits| limits.service,
        ours: |scores| scores.service,
    },
    Each {
        kind: ScoreKind::Logistics,
        key: "logistics",
        asked: |limits| limits.logistics,
        ours: |scores| scores.logistics,
    },
];
