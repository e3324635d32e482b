//! RESOLVED → ANALYSIS. Takes a resolved plan, gives pure answers with their reasons,
//! read by checks and views alike; words nothing, raises nothing.
//!
//! The analyses do not see each other; [`Analysis`] runs them in the order of its fields.

pub mod eligibility;
pub mod people;
pub mod price;
pub mod schedule;
pub mod stock;
pub mod targets;

use crate::resolve::Resolved;

/// All answers about one plan.
#[derive(Debug)]
pub struct Analysis<'p> {
    /// When tasks happen, their float, cycles and impossible orders.
    pub schedule: schedule::Schedule,
    /// What targets say of the same figure.
    pub targets: targets::Targets<'p>,
    /// Which campaigns meet which limits of their programmes.
    pub eligibility: Vec<eligibility::Application<'p>>,
    /// Products of which campaigns reserve more than there is.
    pub stock: Vec<stock::Reservation>,
    /// Products with two campaign prices on one day.
    pub price: Vec<price::Clash>,
    /// Owners who are not there.
    pub people: Vec<people::Absence>,
}

/// Analyses a resolved plan.
pub fn analyse<'p>(resolved: &Resolved<'p>) -> Analysis<'p> {
    Analysis {
        schedule: schedule::schedule(resolved),
        targets: targets::targets(resolved),
        eligibility: eligibility::applications(resolved),
        stock: stock::reservations(resolved),
        price: price::clashes(resolved),
        people: people::absences(resolved),
    }
}
