//! What becomes of a campaign: may it take part?

use super::Application;
use crate::analysis::tri::Tri;
use crate::plan::value::Day;
use crate::plan::{Campaign, CampaignStatus, Entry, Host};
use crate::resolve::Resolved;
use crate::source::Located;

/// Whether a campaign may take part in its programme, as far as the plan says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It meets all limits, which are complete and were read not long before.
    Met,
    /// It meets the limits that are written; whether there are others, nobody says.
    AsStated,
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

/// How long rules that were read are taken for those of today.
const FRESH_DAYS: i64 = 180;

/// Rules that were read long before the day that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// When they were read.
    pub checked_on: Located<Day>,
    /// How many days before the day that counts.
    pub days: i64,
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
            Tri::Yes if self.rules.are_complete() && self.are_fresh() => Outcome::Met,
            Tri::Yes => Outcome::AsStated,
        }
    }

    /// Whether the rules were read, and not too long before the day that counts.
    fn are_fresh(&self) -> bool {
        let age = self.age_of_rules();
        age.is_some_and(|age| age.days <= FRESH_DAYS)
    }

    /// Rules that were read too long before the day that counts.
    pub fn stale(&self) -> Option<Stale> {
        self.age_of_rules().filter(|age| age.days > FRESH_DAYS)
    }

    fn age_of_rules(&self) -> Option<Stale> {
        let (checked_on, on) = (self.rules.checked_on()?, self.on?);
        let days = (on.day - checked_on.value.0).num_days();
        Some(Stale { checked_on, days })
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
