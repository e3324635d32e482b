//! Which campaigns meet which limits of their programmes.
//!
//! Each limit is described in a file of its own below `limits/`.

mod answer;
mod crossing;
mod limits;
mod opening;
mod outcome;
mod rules;
mod side;
mod versions;

pub use answer::{
    Asked, Criterion, Gap, NoLimit, Ours, Outside, Possible, ScoreKind, Verdict, Wait, Want, Way,
};
pub use crossing::{Crossing, crossings};
pub use limits::Measured;
pub use opening::{Early, before_opening};
pub use outcome::{Outcome, RECHECK_AFTER, Stale, outcomes};
pub use side::DayThatCounts;
pub use versions::{InForce, OutOfForce};

use super::tri::Tri;
use crate::plan::value::Choice;
use crate::plan::{Campaign, CampaignStatus, Entry, Idx, Limit, Program, Version};
use crate::resolve::Resolved;
use limits::{ALL, description};
use rules::{Rules, is_unread, states, takes_back};
use side::Side;
use versions::{Holding, holding};

/// A campaign that is signed up for a programme, measured against its limits.
#[derive(Clone, Debug)]
pub struct Application<'p> {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// The programme.
    pub program: Idx<Program>,
    /// The rules that hold on the day that counts; the programme itself where that is not
    /// known.
    pub rules: InForce<'p>,
    /// The day that counts, if it is stated.
    pub on: Option<DayThatCounts>,
    /// That day, if no rules hold on it.
    pub out_of_force: Option<OutOfForce>,
    /// One entry a limit the programme has, in the order of [`Limit`].
    pub criteria: Vec<Criterion>,
    /// Whether the programme names no limit at all: nothing can be decided.
    pub without_rules: bool,
}

/// All campaigns with a known programme, against its limits; those that were declined are over.
pub fn applications<'p>(resolved: &Resolved<'p>) -> Vec<Application<'p>> {
    let campaigns = resolved.plan.campaigns.numbered();
    campaigns
        .filter_map(|(index, campaign)| application(index, campaign, resolved))
        .collect()
}

fn application<'p>(
    index: Idx<Campaign>,
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Option<Application<'p>> {
    if !campaign.goes_on() {
        return None;
    }
    let to = resolved.find(&campaign.program)?;
    let program = &resolved.plan.programs[to];
    let side = Side::new(campaign, program, resolved);
    let holding = holding(&side);
    let version = match &holding.doubt {
        None => holding.rules[0],
        Some(_) => None,
    };
    Some(Application {
        campaign: index,
        program: to,
        rules: InForce { program, version },
        on: side.on.clone().ok(),
        out_of_force: versions::out_of_force(&side),
        criteria: side.criteria(&holding),
        without_rules: !has_limits(program),
    })
}

impl<'p> Application<'p> {
    /// Whether versions differ in a limit, so that the day that counts decides what it is.
    pub fn differs_by_version(&self, limit: Limit) -> bool {
        let mut versions = self.rules.program.versions.iter();
        versions.any(|version| states(version, limit) || takes_back(version, limit))
    }

    /// The version that states a limit, where it is not the programme itself.
    pub fn version_of(&self, limit: Limit) -> Option<&'p Version> {
        self.rules.version.filter(|version| states(version, limit))
    }
}

/// Whether a programme, versions included, names any limit besides its platforms, or may
/// name one that could not be read.
pub fn has_limits(program: &Entry<Program>) -> bool {
    let limits = || ALL.iter().filter(|limit| **limit != Limit::Platform);
    let names_one = |rules: &Program| limits().any(|limit| states(rules, *limit));
    names_one(program)
        || program.versions.iter().any(|version| names_one(version))
        || limits().any(|limit| is_unread(program, description(*limit)))
}

impl<'p> Side<'p> {
    /// One entry a limit of the rules that hold, or may hold.
    fn criteria(&self, holding: &Holding<'p>) -> Vec<Criterion> {
        let limits = ALL.iter();
        match &holding.doubt {
            None => limits
                .flat_map(|limit| self.in_any_shop(*limit, holding.rules[0]))
                .collect(),
            Some(doubt) => limits
                .flat_map(|limit| {
                    let rules = holding.rules.iter();
                    let each = rules.map(|version| self.in_any_shop(*limit, *version));
                    agreed(each, &doubt.want, doubt.may_be_none)
                })
                .collect(),
        }
    }

    /// What holds of a limit in whichever of the shops the campaign runs.
    fn in_any_shop(&self, limit: Limit, version: Option<&'p Version>) -> Vec<Criterion> {
        if self.shops.len() < 2 || description(limit).measured != Measured::Shop {
            return self.on_limit(limit, version);
        }
        let want = self.wanting("store");
        let shops = self.shops.iter();
        let each = shops.map(|shop| self.in_shop(shop).on_limit(limit, version));
        let mut criteria = agreed(each, &want, false);
        for criterion in &mut criteria {
            // What one of them has is not what the campaign has.
            if let Verdict::Unknown(ours, of) = &mut criterion.verdict
                && *of == want
            {
                *ours = None;
            }
        }
        criteria
    }

    fn on_limit(&self, limit: Limit, version: Option<&'p Version>) -> Vec<Criterion> {
        let description = description(limit);
        let rules = Rules::new(limit, &self.program.item, version);
        let mut criteria = (description.judge)(&rules, self);
        // A limit that is not met by what is stated of it needs no further figure.
        if answer(&criteria) == Tri::No && self.exemption(limit).is_none() {
            return criteria;
        }
        let want = || self.of_program(description.fields[0]).verdict();
        let unstated = rules.unstated();
        criteria.extend(unstated.map(|span| rules.criterion(span, Asked::Unstated, want())));
        let is_replaced = version.is_some_and(|version| {
            takes_back(version, limit) || description.fields.len() == 1 && states(version, limit)
        });
        if is_unread(self.program, description) && !is_replaced {
            let want = self.of_program(description.fields[0]).unread_if(true);
            let rule = self.program.key_span();
            criteria.push(rules.criterion(rule, Asked::Unstated, want.verdict()));
        }
        if let Some(exemption) = self.exemption(limit) {
            let verdict = Verdict::NoLimit(exemption);
            criteria
                .iter_mut()
                .for_each(|one| one.verdict = verdict.clone());
        }
        criteria
    }

    /// Why a limit asks nothing of the campaign, if it does not: its shop is on a platform
    /// without levels, or its review is over.
    fn exemption(&self, limit: Limit) -> Option<NoLimit> {
        match limit {
            Limit::Level => {
                let platform = self.of_store(&["platform"], |store| store.platform).ok()?;
                let has_none = !platform.value.has_levels();
                has_none.then(|| NoLimit::OfPlatform(platform.value.entry()))
            }
            Limit::LeadTime => {
                let status = self.campaign.status?.value;
                (status == CampaignStatus::Approved).then_some(NoLimit::Approved)
            }
            _ => None,
        }
    }
}

/// What all of some cases say of a limit; where they differ, one entry that is unknown for
/// want of what would say which case it is.
fn agreed(
    mut each: impl Iterator<Item = Vec<Criterion>>,
    want: &Want,
    in_no_case: bool,
) -> Vec<Criterion> {
    let mut shown = each.next().unwrap_or_default();
    let mut agree = !in_no_case;
    for criteria in each {
        agree &= say_the_same(&shown, &criteria);
        if shown.is_empty() {
            shown = criteria;
        }
        if !agree && !shown.is_empty() {
            break;
        }
    }
    if !agree {
        shown.truncate(1);
        for criterion in &mut shown {
            criterion.verdict = Verdict::Unknown(criterion.verdict.ours(), want.clone());
        }
    }
    shown
}

/// Whether two cases have one answer; where it is not known, for want of the same.
fn say_the_same(one: &[Criterion], other: &[Criterion]) -> bool {
    let wants = |criteria: &[Criterion]| {
        let wanting = criteria.iter().filter_map(|one| match &one.verdict {
            Verdict::Unknown(_, want) => Some(want.clone()),
            _ => None,
        });
        wanting.collect::<Vec<_>>()
    };
    answer(one) == answer(other) && (answer(one) != Tri::Unknown || wants(one) == wants(other))
}

/// Whether all of some criteria are met.
fn answer(criteria: &[Criterion]) -> Tri {
    Tri::all(criteria.iter().map(|criterion| criterion.verdict.answer()))
}
