//! Limits that are not met, by what is to blame.

use std::collections::BTreeMap;

use crate::analysis::eligibility::{
    Application, Criterion, DayThatCounts, Measured, Ours, Outside,
};
use crate::check::Context;
use crate::diagnostic::CriterionRef;
use crate::plan::{Campaign, Entry};

/// One limit that a campaign does not meet.
#[derive(Clone, Copy)]
pub(super) struct Case<'c, 'p> {
    pub(super) application: &'c Application<'p>,
    pub(super) number: usize,
    pub(super) criterion: &'c Criterion,
    pub(super) ours: Ours,
    pub(super) outside: Outside,
}

impl<'p> Case<'_, 'p> {
    pub(super) fn campaign(&self, context: Context<'_, 'p>) -> &'p Entry<Campaign> {
        &context.resolved.plan.campaigns[self.application.campaign]
    }

    pub(super) fn about(&self) -> CriterionRef {
        CriterionRef {
            campaign: self.application.campaign.at(),
            number: self.number,
        }
    }

    /// The day that decides which version holds, where versions differ.
    pub(super) fn decided_on(&self) -> Option<DayThatCounts> {
        let differs = self.application.differs_by_version(self.criterion.limit);
        self.application.on.filter(|_| differs)
    }

    /// Whether the shop alone is to blame, and the campaign has nothing to say about it.
    fn is_of_shop(&self, context: Context<'_, 'p>) -> bool {
        self.criterion.measured() == Measured::Shop && self.campaign(context).allow.is_empty()
    }
}

/// The cases that have one cause together, in the order of the first.
pub(super) fn by_cause<'c, 'p>(
    cases: Vec<Case<'c, 'p>>,
    context: Context<'_, 'p>,
) -> Vec<Vec<Case<'c, 'p>>> {
    let mut causes: Vec<Vec<Case<'_, '_>>> = Vec::new();
    let mut known = BTreeMap::new();
    for case in cases {
        let cause = (
            case.criterion.rule,
            case.outside.span,
            case.decided_on().map(|on| on.day),
        );
        let same = known.get(&cause).map(|at: &usize| &mut causes[*at]);
        let is_of_shop = case.is_of_shop(context);
        match same.filter(|same| is_of_shop && same[0].ours == case.ours) {
            Some(same) => same.push(case),
            None => {
                if is_of_shop {
                    known.insert(cause, causes.len());
                }
                causes.push(vec![case]);
            }
        }
    }
    causes
}
