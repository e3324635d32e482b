//! Which campaigns meet which limits of their programmes.
//!
//! A file for what is asked of the shop, one for the offer, one for the timing.

mod offer;
mod side;
mod store;
mod timing;

use chrono::NaiveDate;

use crate::plan::value::{Bounds, Count, Discount, Duration, Level, Money, Rate, Score};
use crate::plan::{Campaign, Entry, Guarantee, Idx, Limit, Platform, Program, Unread, Weekday};
use crate::resolve::Resolved;
use crate::source::{Located, Span};
use side::{Rules, Side, states};
pub(crate) use store::old_enough;

/// A campaign that is signed up for a programme, measured against its limits.
#[derive(Clone, Debug)]
pub struct Application<'p> {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// The programme.
    pub program: Idx<Program>,
    /// One entry a limit the programme has, in the order of [`Limit`].
    pub criteria: Vec<Criterion<'p>>,
    /// Whether the programme names no limit at all: nothing can be decided.
    pub without_rules: bool,
}

/// One limit and how the campaign stands to it.
#[derive(Clone, Debug)]
pub struct Criterion<'p> {
    /// The limit.
    pub limit: Limit,
    /// Where the limit is stated.
    pub rule: Span,
    /// What is asked and what is there.
    pub measure: Measure<'p>,
    /// The answer.
    pub verdict: Verdict,
}

/// What a limit asks and what the campaign has; nothing where that is not stated.
#[derive(Clone, Debug)]
pub enum Measure<'p> {
    /// The platforms that may take part, and the shop's.
    Platform(&'p [Located<Platform>], Option<Platform>),
    /// Credit level.
    Level(Bounds<Level>, Option<Level>),
    /// One of the three scores: which, asked, has.
    Score(ScoreKind, Bounds<Score>, Option<Score>),
    /// Share of positive reviews.
    Rate(Bounds<Rate>, Option<Rate>),
    /// A guarantee the shop must have joined.
    Guarantee(Guarantee),
    /// How long the shop must be open on a day: asked, opened on, measured on.
    Age(Bounds<Duration>, Option<NaiveDate>, Option<NaiveDate>),
    /// A number of things.
    Count(Bounds<Count>, Option<Count>),
    /// Quantity × price.
    Value(Bounds<Money>, Option<Money>),
    /// Price as part of the original price: asked, price, original price.
    Discount(Bounds<Discount>, Option<Money>, Option<Money>),
    /// Free shipping, asked and offered.
    FreeShipping(Option<bool>),
    /// Weekdays of sign-up, and the day of sign-up.
    Weekday(&'p [Located<Weekday>], Option<NaiveDate>),
    /// Sign-up on, starts on, and the first day on which it could start.
    LeadTime(Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>),
    /// A limit whose figure is not known.
    Unstated,
}

/// One of the three scores of a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreKind {
    /// Goods as described.
    Description,
    /// Service.
    Service,
    /// Logistics.
    Logistics,
}

/// Whether a limit is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not; where the figure stands that is outside.
    NotMet(Span),
    /// It cannot be said; the field that would decide it, as a dotted path.
    Unknown(String),
}

/// All campaigns with a known programme, against its limits; those that were declined are over.
pub fn applications<'p>(resolved: &Resolved<'p>) -> Vec<Application<'p>> {
    let campaigns = resolved.plan.campaigns.iter().enumerate();
    campaigns
        .filter_map(|(at, campaign)| application(at, campaign, resolved))
        .collect()
}

fn application<'p>(
    at: usize,
    campaign: &'p Entry<Campaign>,
    resolved: &Resolved<'p>,
) -> Option<Application<'p>> {
    if !campaign.goes_on() {
        return None;
    }
    let index = resolved.find(&campaign.program)?;
    let program = &resolved.plan.programs[index];
    if program.unread != Unread::Nothing {
        return None;
    }
    let on = campaign.signup_on.or(campaign.start).map(|day| day.value.0);
    let side = Side {
        campaign,
        store: resolved.store_of(campaign),
        product: resolved.get(&campaign.product),
        program_path: program.path(),
        on,
    };
    let base = &program.item;
    let criteria = match in_force(base, on) {
        InForce::Base => side.criteria(&Rules {
            base,
            version: None,
        }),
        InForce::Version(version) => side.criteria(&Rules {
            base,
            version: Some(version),
        }),
        InForce::Nothing => side.without_rules_in_force(base),
        InForce::DayWanted => side.on_an_unknown_day(base),
    };
    let without_rules = !has_limits(base);
    Some(Application {
        campaign: Idx::new(at),
        program: index,
        criteria,
        without_rules,
    })
}

/// Whether a programme, versions included, names any limit besides its platforms.
pub fn has_limits(program: &Program) -> bool {
    program.store.is_some()
        || program.item.is_some()
        || program.quantity.is_some()
        || program.value.is_some()
        || program.discount.is_some()
        || program.free_shipping.is_some()
        || !program.signup_weekdays.is_empty()
        || program.lead_time.is_some()
        || program.review_time.is_some()
        || !program.documents.is_empty()
        || !program.unstated.is_empty()
        || program.versions.iter().any(|version| has_limits(version))
}

/// Which rules of a programme hold on the day of a campaign.
enum InForce<'p> {
    Base,
    Version(&'p Program),
    /// The day is outside all dates of the programme.
    Nothing,
    /// The campaign has no day, and it depends on the day.
    DayWanted,
}

fn in_force(program: &Program, on: Option<NaiveDate>) -> InForce<'_> {
    for version in &program.versions {
        match holds(version, on) {
            Some(true) => return InForce::Version(version),
            Some(false) => {}
            None => return InForce::DayWanted,
        }
    }
    match holds(program, on) {
        Some(true) => InForce::Base,
        Some(false) => InForce::Nothing,
        None => InForce::DayWanted,
    }
}

/// Whether rules hold on a day; nothing if that depends on a day that is not said.
fn holds(rules: &Program, on: Option<NaiveDate>) -> Option<bool> {
    let (from, until) = (
        rules.from.map(|day| day.value.0),
        rules.until.map(|day| day.value.0),
    );
    if from.is_none() && until.is_none() {
        return Some(true);
    }
    on.map(|on| from.is_none_or(|from| from <= on) && until.is_none_or(|until| on <= until))
}

impl<'p> Side<'p> {
    fn criteria(&self, rules: &Rules<'p>) -> Vec<Criterion<'p>> {
        let mut criteria = Vec::new();
        self.store_limits(rules, &mut criteria);
        self.offer_limits(rules, &mut criteria);
        self.timing_limits(rules, &mut criteria);
        self.unstated(rules, &mut criteria);
        criteria.sort_by_key(|criterion| criterion.limit);
        criteria
    }

    fn without_rules_in_force(&self, program: &'p Program) -> Vec<Criterion<'p>> {
        let criteria = self.criteria(&Rules {
            base: program,
            version: None,
        });
        undecided(criteria, &format!("{}.versions", self.program_path), |_| {
            true
        })
    }

    /// Only what no version changes, of rules that always hold, can be decided.
    fn on_an_unknown_day(&self, program: &'p Program) -> Vec<Criterion<'p>> {
        let dated = holds(program, None).is_none();
        let mut criteria = self.criteria(&Rules {
            base: program,
            version: None,
        });
        for version in &program.versions {
            let with_version = self.criteria(&Rules {
                base: program,
                version: Some(version),
            });
            criteria.extend(
                with_version
                    .into_iter()
                    .filter(|criterion| states(version, criterion.limit)),
            );
        }
        criteria.sort_by_key(|criterion| criterion.limit);
        undecided(criteria, &self.campaign_field("signup_on"), |limit| {
            dated
                || program
                    .versions
                    .iter()
                    .any(|version| states(version, limit))
        })
    }
}

/// The same criteria, but for some limits, of which one entry each remains, unknown for
/// want of `missing`.
fn undecided<'p>(
    mut criteria: Vec<Criterion<'p>>,
    missing: &str,
    is_undecided: impl Fn(Limit) -> bool,
) -> Vec<Criterion<'p>> {
    criteria.dedup_by(|next, first| next.limit == first.limit && is_undecided(first.limit));
    for criterion in criteria
        .iter_mut()
        .filter(|criterion| is_undecided(criterion.limit))
    {
        criterion.verdict = Verdict::Unknown(missing.to_owned());
    }
    criteria
}
