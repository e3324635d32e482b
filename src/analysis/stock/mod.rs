//! One line of goods a product, day by day: what was counted and what comes in, against what
//! campaigns sign up and targets want sold.
//!
//! A count holds from its day on, and only what is wholly after it is counted against it. A
//! campaign has all its pieces on its first day. What campaigns sell counts for the targets
//! of the same days, so that of both the larger is gone once. Only what is gone at least is
//! counted: a shortage is certain, or it is none.

mod counted;
mod line;
mod planned;
mod sales;
mod shortage;

use chrono::NaiveDate;

use crate::diagnostic::FieldPath;
use crate::plan::{Campaign, Idx, Product, Target};
use crate::resolve::Resolved;
use crate::source::Span;
pub use counted::{Counted, counted};
use line::Line;
use planned::planned;

/// Goods that come in on a day.
#[derive(Clone, Copy, Debug)]
pub struct Coming {
    /// The day.
    pub on: NaiveDate,
    /// How many.
    pub pieces: i64,
    /// Where the day is said.
    pub span: Span,
}

/// What is to be said of the goods of a product.
#[derive(Clone, Debug)]
pub struct Goods {
    /// The product.
    pub product: Idx<Product>,
    /// Pieces that were counted.
    pub stock: i64,
    /// What follows.
    pub outcome: Outcome,
}

/// Whether goods last.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// They do not.
    Short(Shortage),
    /// They do, but not if targets are sold evenly over their days.
    Tight {
        /// The day on which nothing would be left.
        out_on: NaiveDate,
        /// The day on which more comes in.
        next: NaiveDate,
    },
    /// It cannot be said.
    Unknown(Undecided),
}

/// Why it cannot be said whether goods last.
#[derive(Clone, Debug)]
pub struct Undecided {
    /// The fields that would decide it.
    pub missing: Vec<FieldPath>,
    /// What has begun on the day of the count, so that nobody knows what is left to sell.
    pub begun: Option<Taker>,
    /// Pieces that are planned at most, where that is known.
    pub at_most: Option<i64>,
}

/// Goods that do not last.
#[derive(Clone, Debug)]
pub struct Shortage {
    /// The first day on which there is certainly too little.
    pub day: NaiveDate,
    /// The day on which nothing is left if targets are sold evenly.
    pub about: Option<NaiveDate>,
    /// Whether that leaves to campaigns what they sign up.
    pub keeps_for_campaigns: bool,
    /// Pieces that there are, those included that come in: by that day if any come at all.
    pub there: i64,
    /// Pieces that are wanted: by that day if any come in at all, else over the whole plan.
    pub needed: i64,
    /// Pieces left for what is short on that day, at most.
    pub left: i64,
    /// What is short on that day.
    pub first: Taker,
    /// Whether the plan says that goods come in.
    pub comes_in: bool,
    /// What comes in only after that day.
    pub late: Vec<Coming>,
    /// What came in before the count, which holds it.
    pub counted: Vec<Coming>,
    /// Whether the campaigns that run on that day alone want too much, and how much.
    pub at_once: Option<i64>,
    /// All that take pieces, or only those that run on that day if they alone want too much.
    pub takers: Vec<Taker>,
}

/// Something that takes pieces of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taker {
    /// A campaign.
    Campaign(Idx<Campaign>),
    /// A target, and where it says how many.
    Target(Idx<Target>, Span),
}

/// What is to be said of the goods of each product, where there is anything: those that last
/// are left out, and so are products of which no stock is stated and no goods come in.
pub fn goods(resolved: &Resolved<'_>) -> Vec<Goods> {
    let products = resolved.plan.products.numbered();
    products
        .zip(planned(resolved))
        .filter_map(|((index, product), planned)| {
            let outcome = Line::new(product, &planned, resolved)?.outcome()?;
            let stock = product.stock.map_or(0, |stock| stock.value.0);
            Some(Goods {
                product: index,
                stock,
                outcome,
            })
        })
        .collect()
}
