//! What becomes of a campaign: may it take part?

use super::Application;
use super::limits::after;
use crate::analysis::tri::Tri;
use crate::plan::value::{Day, Duration, Unit};
use crate::plan::{Campaign, CampaignStatus, Entry, Host, Limit};
use crate::resolve::Resolved;
use crate::source::Located;

/// Whether a campaign may take part in its programme, as far as the plan says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It meets all limits, which are complete and were read not long before.
    Met,
    /// It meets the limits that are written; whether there are others, nobody says.
    AsStated,
    /// No limit is left: those that there were are withdrawn.
    Unlimited,
    /// It does not meet one.
    NotMet,
    /// It cannot be said.
    Unknown,
    /// Nothing is written of the rules that it would have to meet.
    WithoutRules,
    /// It is the shop's own: nobody is asked.
    Own,
    /// It was declined.
    Declined,
}

/// How long rules that were read may be relied on where they do not say it: no law or platform
/// says how long. About half a year lies between the two great promotions of a year, before
/// each of which platforms publish their rules anew.
pub const RECHECK_AFTER: Duration = Duration {
    count: 180,
    unit: Unit::Days,
};

/// Rules that were not read again before the day that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// When they were read.
    pub checked_on: Located<Day>,
    /// How many days before the day that counts.
    pub days: i64,
    /// How long they could be relied on, if that is stated.
    pub recheck_after: Option<Located<Duration>>,
}

impl Application<'_> {
    /// Whether all limits are met.
    pub fn answer(&self) -> Tri {
        let answers = super::answer(&self.criteria);
        if self.without_rules || self.out_of_force.is_some() {
            answers & Tri::Unknown
        } else {
            answers
        }
    }

    /// The same, with how much it means.
    pub fn outcome(&self) -> Outcome {
        match self.answer() {
            Tri::No => Outcome::NotMet,
            Tri::Unknown => Outcome::Unknown,
            Tri::Yes if !self.is_limited() => self.without_limits(),
            Tri::Yes if self.rules.are_complete() && self.are_fresh() => Outcome::Met,
            Tri::Yes => Outcome::AsStated,
        }
    }

    /// Whether the rules in force name a limit besides the platforms.
    fn is_limited(&self) -> bool {
        let mut limits = self.criteria.iter().map(|criterion| criterion.limit);
        limits.any(|limit| limit != Limit::Platform)
    }

    /// The rules in force name no limit, though others of the programme do.
    fn without_limits(&self) -> Outcome {
        match self.rules.version {
            Some(version) if !version.withdraw.is_empty() => Outcome::Unlimited,
            _ => Outcome::WithoutRules,
        }
    }

    /// Whether the rules were read, and can still be relied on.
    fn are_fresh(&self) -> bool {
        self.is_recheck_due() == Some(false)
    }

    /// Rules that should have been read again before the day that counts.
    pub fn stale(&self) -> Option<Stale> {
        self.is_recheck_due()?.then_some(())?;
        let (checked_on, on) = (self.rules.checked_on()?, self.on?);
        Some(Stale {
            checked_on,
            days: (on.day - checked_on.value.0).num_days(),
            recheck_after: self.rules.recheck_after(),
        })
    }

    fn is_recheck_due(&self) -> Option<bool> {
        let (checked_on, on) = (self.rules.checked_on()?, self.on?);
        let stated = self.rules.recheck_after();
        let lasts = stated.map_or(RECHECK_AFTER, |stated| stated.value);
        Some(on.day > after(checked_on.value.0, lasts)?)
    }
}

/// What becomes of each campaign.
pub fn outcomes(applications: &[Application<'_>], resolved: &Resolved<'_>) -> Vec<Outcome> {
    let campaigns = resolved.plan.campaigns.iter();
    let mut outcomes: Vec<_> = campaigns.map(without_application).collect();
    for application in applications {
        outcomes[application.campaign.at()] = application.outcome();
    }
    outcomes
}

fn without_application(campaign: &Entry<Campaign>) -> Outcome {
    let is = |status| campaign.status.is_some_and(|one| one.value == status);
    let is_own = campaign
        .organiser
        .is_some_and(|one| one.value == Host::Store);
    match &campaign.program {
        _ if is(CampaignStatus::Declined) => Outcome::Declined,
        Some(_) => Outcome::Unknown,
        None if is_own => Outcome::Own,
        None if campaign.unread.holds("program") || campaign.unread.holds("organiser") => {
            Outcome::Unknown
        }
        None => Outcome::WithoutRules,
    }
}
