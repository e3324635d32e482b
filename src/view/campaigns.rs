//! Campaigns: when they run, what they offer, and whether they may take part.

use serde::Serialize;

use super::eligibility::{self, Eligibility};
use super::format::{Date, Wording};
use super::gantt::Bands;
use super::{Name, line, names, strip};
use crate::analysis::Analysis;
use crate::analysis::tri::Tri;
use crate::diagnostic::{Report, text};
use crate::plan::{Campaign, Entry};
use crate::resolve::Resolved;

/// The campaigns of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct Campaigns {
    /// When they are signed up for and run.
    pub calendar: Option<Bands>,
    /// By first day.
    pub rows: Vec<CampaignRow>,
    /// One table an application to a programme with rules.
    pub eligibility: Vec<Eligibility>,
    /// Programmes of which no rules are known.
    pub without_rules: Option<String>,
}

/// One campaign.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is to achieve.
    pub goal: Option<String>,
    /// The programme; nothing for the shop's own.
    pub program: Option<String>,
    /// The shop, where there are several.
    pub store: Option<String>,
    /// The product.
    pub product: Option<String>,
    /// `300 件 × ¥66`
    pub offer: Option<String>,
    /// The day of sign-up.
    pub signup_on: Option<Date>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Who looks after it.
    pub owners: Vec<Name>,
    /// How far it is.
    pub status: Option<String>,
    /// Whether it may take part; nothing for the shop's own.
    pub outcome: Option<Outcome>,
    /// Anything else.
    pub note: Option<String>,
}

/// Whether a campaign meets the rules of its programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All of them.
    Met,
    /// Not all of them.
    NotMet,
    /// Not known.
    NotKnown,
}

impl From<Tri> for Outcome {
    fn from(answer: Tri) -> Self {
        match answer {
            Tri::Yes => Self::Met,
            Tri::No => Self::NotMet,
            Tri::Unknown => Self::NotKnown,
        }
    }
}

/// One outcome a campaign; nothing for those without a programme.
pub(super) fn outcomes(resolved: &Resolved<'_>, analysis: &Analysis<'_>) -> Vec<Option<Outcome>> {
    let mut outcomes = vec![None; resolved.campaigns.len()];
    for application in &analysis.eligibility {
        outcomes[application.campaign.at()] = Some(application.outcome().into());
    }
    outcomes
}

pub(super) fn campaigns(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    report: &Report,
    wording: &Wording,
) -> Option<Campaigns> {
    if resolved.campaigns.is_empty() {
        return None;
    }
    let outcomes = outcomes(resolved, analysis);
    let mut order: Vec<usize> = (0..resolved.campaigns.len()).collect();
    order.sort_by_key(|at| {
        let start = resolved.campaigns[*at].start.map(|day| day.value);
        (start.is_none(), start)
    });
    let without_rules = analysis
        .eligibility
        .iter()
        .filter(|application| application.without_rules);
    let without_rules = super::distinct(without_rules.map(|application| {
        resolved.programs[application.program.at()]
            .label()
            .to_owned()
    }));
    let mut eligibility: Vec<_> = analysis
        .eligibility
        .iter()
        .filter(|application| !application.without_rules)
        .map(|application| {
            (
                order.iter().position(|at| *at == application.campaign.at()),
                application,
            )
        })
        .collect();
    eligibility.sort_by_key(|(at, _)| *at);
    Some(Campaigns {
        calendar: strip::strip(resolved, &outcomes, wording),
        rows: order
            .iter()
            .map(|at| row(&resolved.campaigns[*at], outcomes[*at], resolved, wording))
            .collect(),
        eligibility: eligibility
            .into_iter()
            .map(|(_, application)| eligibility::table(application, resolved, report, wording))
            .collect(),
        without_rules: (!without_rules.is_empty()).then(|| wording.list(without_rules)),
    })
}

fn row(
    campaign: &Entry<Campaign>,
    outcome: Option<Outcome>,
    resolved: &Resolved<'_>,
    wording: &Wording,
) -> CampaignRow {
    let program = campaign
        .program
        .as_ref()
        .map(|to| resolved.name(to).to_owned());
    let store = campaign
        .store
        .as_ref()
        .map(|to| resolved.name(to).to_owned());
    let product = campaign
        .product
        .as_ref()
        .map(|to| resolved.name(to).to_owned());
    let date = |day: Option<crate::source::Located<crate::plan::value::Day>>| {
        day.map(|day| wording.date(day.value.0))
    };
    CampaignRow {
        id: campaign.id.to_string(),
        title: campaign.label().to_owned(),
        goal: line(&campaign.goal),
        program,
        store,
        product,
        offer: offer(campaign, wording),
        signup_on: date(campaign.signup_on),
        start: date(campaign.start),
        end: date(
            campaign
                .end
                .filter(|end| campaign.start.is_none_or(|start| start.value != end.value)),
        ),
        owners: names(&campaign.owners, resolved),
        status: campaign.status.map(|status| wording.label(status.value)),
        outcome,
        note: line(&campaign.note),
    }
}

fn offer(campaign: &Entry<Campaign>, wording: &Wording) -> Option<String> {
    let quantity = campaign.quantity.map(|quantity| {
        let count = wording.count(quantity.value);
        wording.say(text!("{count} 件", "{count} pcs"))
    });
    let price = campaign.price.map(|price| wording.money(price.value));
    let both: Vec<String> = [quantity, price].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(" × "))
}
