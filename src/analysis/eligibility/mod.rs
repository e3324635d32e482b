//! Which campaigns meet which limits of their programmes.
//!
//! Each limit is described in a file of its own below `limits/`.

mod answer;
mod limits;
mod side;

use chrono::NaiveDate;

pub use answer::{Asked, Criterion, Ours, Outside, ScoreKind, Verdict, Want, Way};
pub use limits::Measured;

use super::tri::Tri;
use crate::plan::{Campaign, Entry, Idx, Limit, Program};
use crate::resolve::Resolved;
use limits::{ALL, description};
use side::{Rules, Side, is_unread, states};

/// A campaign that is signed up for a programme, measured against its limits.
#[derive(Clone, Debug)]
pub struct Application {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// The programme.
    pub program: Idx<Program>,
    /// One entry a limit the programme has, in the order of [`Limit`].
    pub criteria: Vec<Criterion>,
    /// Whether the programme names no limit at all: nothing can be decided.
    pub without_rules: bool,
}

impl Application {
    /// Whether all limits are met.
    pub fn outcome(&self) -> Tri {
        let answers = Tri::all(
            self.criteria
                .iter()
                .map(|criterion| criterion.verdict.answer()),
        );
        if self.without_rules {
            answers & Tri::Unknown
        } else {
            answers
        }
    }
}

/// All campaigns with a known programme, against its limits; those that were declined are over.
pub fn applications(resolved: &Resolved<'_>) -> Vec<Application> {
    let campaigns = resolved.plan.campaigns.numbered();
    campaigns
        .filter_map(|(index, campaign)| application(index, campaign, resolved))
        .collect()
}

fn application<'p>(
    index: Idx<Campaign>,
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Option<Application> {
    if !campaign.goes_on() {
        return None;
    }
    let to = resolved.find(&campaign.program)?;
    let program = &resolved.plan.programs[to];
    let side = Side::new(campaign, program, resolved);
    let criteria = match in_force(program, side.on.clone().ok()) {
        InForce::Base => side.criteria(None),
        InForce::Version(version) => side.criteria(Some(version)),
        InForce::Unread(field) => side.without_rules_in_force(field),
        InForce::Nothing => side.without_rules_in_force("versions"),
        InForce::DayWanted => side.on_an_unknown_day(),
    };
    let without_rules = !has_limits(program);
    Some(Application {
        campaign: index,
        program: to,
        criteria,
        without_rules,
    })
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

/// Which rules of a programme hold on the day of a campaign.
enum InForce<'p> {
    Base,
    Version(&'p Program),
    /// The day is outside all dates of the programme.
    Nothing,
    /// The campaign has no day, and it depends on the day.
    DayWanted,
    /// It depends on a field that could not be read.
    Unread(&'static str),
}

fn in_force(program: &Entry<Program>, on: Option<NaiveDate>) -> InForce<'_> {
    if program.unread.holds("versions") {
        return InForce::Unread("versions");
    }
    for version in &program.versions {
        match holds(version, on) {
            Tri::Yes => return InForce::Version(version),
            Tri::No => {}
            Tri::Unknown => return InForce::DayWanted,
        }
    }
    if let Some(edge) = ["from", "until"]
        .into_iter()
        .find(|edge| program.unread.holds(edge))
    {
        return InForce::Unread(edge);
    }
    match holds(program, on) {
        Tri::Yes => InForce::Base,
        Tri::No => InForce::Nothing,
        Tri::Unknown => InForce::DayWanted,
    }
}

/// Whether rules hold on a day.
fn holds(rules: &Program, on: Option<NaiveDate>) -> Tri {
    let (from, until) = (
        rules.from.map(|day| day.value.0),
        rules.until.map(|day| day.value.0),
    );
    let began = from.map_or(Tri::Yes, |from| on.map(|on| from <= on).into());
    let goes_on = until.map_or(Tri::Yes, |until| on.map(|on| on <= until).into());
    began & goes_on
}

impl<'p> Side<'p> {
    /// One entry a limit of the programme, or of one of its versions.
    fn criteria(&self, version: Option<&'p Program>) -> Vec<Criterion> {
        ALL.iter()
            .flat_map(|limit| self.on_limit(*limit, version))
            .collect()
    }

    fn on_limit(&self, limit: Limit, version: Option<&'p Program>) -> Vec<Criterion> {
        let description = description(limit);
        let rules = Rules::new(limit, &self.program.item, version);
        let mut criteria = (description.judge)(&rules, self);
        // A limit that is not met by what is stated of it needs no further figure.
        if Tri::all(criteria.iter().map(|one| one.verdict.answer())) == Tri::No {
            return criteria;
        }
        let want = || self.of_program(description.fields[0]).verdict();
        let unstated = rules.unstated();
        criteria.extend(unstated.map(|span| rules.criterion(span, Asked::Unstated, want())));
        let is_replaced =
            description.fields.len() == 1 && version.is_some_and(|version| states(version, limit));
        if is_unread(self.program, description) && !is_replaced {
            let want = Want {
                is_unread: true,
                ..self.of_program(description.fields[0])
            };
            let rule = self.program.key_span();
            criteria.push(rules.criterion(rule, Asked::Unstated, want.verdict()));
        }
        criteria
    }

    fn without_rules_in_force(&self, field: &'static str) -> Vec<Criterion> {
        undecided(self.criteria(None), &self.of_program(&[field]), |_| true)
    }

    /// Only what no version changes, of rules that always hold, can be decided.
    fn on_an_unknown_day(&self) -> Vec<Criterion> {
        let Err(want) = &self.on else {
            return Vec::new();
        };
        let versions = || self.program.versions.iter().map(|version| &*version.value);
        let mut criteria = self.criteria(None);
        for version in versions() {
            let with_version = self.criteria(Some(version)).into_iter();
            criteria.extend(with_version.filter(|criterion| states(version, criterion.limit)));
        }
        criteria.sort_by_key(|criterion| criterion.limit);
        let dated = holds(self.program, None) == Tri::Unknown;
        undecided(criteria, want, |limit| {
            dated || versions().any(|version| states(version, limit))
        })
    }
}

/// The same criteria, but for some limits, of which one entry each remains, unknown for
/// want of a field.
fn undecided(
    mut criteria: Vec<Criterion>,
    want: &Want,
    is_undecided: impl Fn(Limit) -> bool,
) -> Vec<Criterion> {
    criteria.dedup_by(|next, first| next.limit == first.limit && is_undecided(first.limit));
    for criterion in criteria
        .iter_mut()
        .filter(|criterion| is_undecided(criterion.limit))
    {
        criterion.verdict = Verdict::Unknown(criterion.verdict.ours(), want.clone());
    }
    criteria
}
