//! RESOLVED → ANALYSIS. Takes a resolved plan, gives pure answers with their reasons,
//! read by checks and views alike; words nothing, raises nothing.
//!
//! They run in the order in which they are declared here; one that needs the answers of
//! another takes them as an argument, and stands after it. Answers that may be unknown are
//! [`tri::Tri`], and figures that are known roughly are
//! [`Interval`](crate::plan::value::Interval)s.

pub mod tri;
pub mod schedule;
pub mod targets;
pub mod price;
pub mod catalogue;
pub mod eligibility;
pub mod stock;
pub mod people;
pub mod outside;
pub mod figures;
pub mod money;
pub mod instructions;

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
    /// Products of which more is planned than there is, or may be.
    pub stock: Vec<stock::Goods>,
    /// What prices say of each other.
    pub price: price::Prices,
    /// Owners who are not there.
    pub people: people::People,
    /// What is planned outside the days of the plan.
    pub outside: outside::Outside,
    /// The texts that say what is to be done.
    pub instructions: Vec<instructions::Instruction<'p>>,
}

/// Analyses a resolved plan: each analysis takes what it looks at.
pub fn analyse<'p>(resolved: &Resolved<'p>) -> Analysis<'p> {
    let schedule = schedule::schedule(resolved);
    Analysis {
        people: people::people(resolved, &schedule),
        outside: outside::outside(resolved, &schedule),
        schedule,
        targets: targets::targets(resolved),
        eligibility: eligibility::applications(resolved),
        stock: stock::goods(resolved),
        price: price::prices(resolved),
        instructions: instructions::instructions(resolved),
    }
}
