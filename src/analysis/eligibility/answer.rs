//! What the analysis says of one limit: typed values, worded by checks and documents.

use chrono::NaiveDate;

use super::limits::{Measured, description};
use crate::analysis::tri::Tri;
use crate::diagnostic::FieldPath;
use crate::plan::Limit;
use crate::plan::value::{Bounds, Duration, Money, Quantity, Word};
use crate::source::Span;

/// One limit and how the campaign stands to it.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// The limit.
    pub limit: Limit,
    /// Which of several figures under the limit.
    pub part: Option<ScoreKind>,
    /// Where the limit is stated.
    pub rule: Span,
    /// What is asked.
    pub asked: Asked,
    /// The answer, with what is there.
    pub verdict: Verdict,
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

/// What a limit asks.
#[derive(Clone, Debug)]
pub enum Asked {
    /// A figure inside bounds.
    Within(Bounds<Quantity>),
    /// One of some words.
    OneOf(Vec<&'static Word>),
    /// That it be so.
    Required,
    /// A start on this day or later; nothing where that day cannot be counted.
    StartFrom(Option<Possible>),
    /// Something of which no figure is known.
    Unstated,
}

/// From which day a campaign may start.
#[derive(Clone, Copy, Debug)]
pub struct Possible {
    /// The day.
    pub day: NaiveDate,
    /// What has to pass until then after sign-up, if anything.
    pub wait: Option<(Wait, Duration)>,
}

/// What has to pass between sign-up and start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// The days by which sign-up has to come before the start.
    LeadTime,
    /// The review.
    Review,
}

/// What is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ours {
    /// A figure.
    Figure(Quantity),
    /// A word.
    Word(&'static Word),
    /// Whether it is so.
    Flag(bool),
    /// A day.
    Day(NaiveDate),
    /// A price, as part of the original one.
    Price {
        /// The price of the campaign.
        price: Money,
        /// The original price of the product.
        original: Money,
    },
    /// How long the shop has been open.
    Open {
        /// The day it opened.
        since: NaiveDate,
        /// The day that counts.
        on: NaiveDate,
        /// The first day on which it has been open long enough, where that is asked.
        enough_on: Option<NaiveDate>,
    },
    /// How long before the start it is signed up.
    SignUp {
        /// The day of sign-up.
        on: NaiveDate,
        /// The first day of the campaign.
        start: NaiveDate,
    },
}

/// Whether a limit is met.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It is.
    Met(Ours),
    /// It is not.
    NotMet(Ours, Outside),
    /// It asks nothing of this campaign.
    NoLimit(NoLimit),
    /// It cannot be said; with what is there as far as that is stated.
    Unknown(Option<Ours>, Want),
}

/// Why a limit asks nothing of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLimit {
    /// Shops of this platform have no such figure.
    OfPlatform(&'static Word),
    /// Every figure that there can be is inside.
    AnyFigure,
    /// It was approved, so that the time for the review is over.
    Approved,
}

/// How something is outside a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Where the figure stands that is outside.
    pub span: Span,
    /// The other figure, where two are outside together.
    pub other: Option<Span>,
    /// On which side.
    pub way: Way,
}

/// On which side of a limit something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// There is too little.
    Below,
    /// There is too much.
    Above,
    /// It is another thing.
    Beside,
}

/// The field that would decide a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// The field.
    pub field: FieldPath,
    /// Why it does not decide.
    pub gap: Gap,
}

/// Why a field does not decide a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It says nothing: somebody has to be asked.
    Missing,
    /// It was written and could not be read, or leads nowhere: a finding says so.
    Unread,
    /// The rules do not hold on the day that counts: a finding says so.
    OutOfForce,
    /// Another figure contradicts it: a finding says so.
    Refuted,
    /// Versions contradict each other on that day: a finding says so.
    Crossing,
}

impl Criterion {
    /// What of the campaign the limit is measured on.
    pub fn measured(&self) -> Measured {
        description(self.limit).measured
    }
}

impl Verdict {
    /// Whether the limit is met.
    pub fn answer(&self) -> Tri {
        match self {
            Self::Met(_) | Self::NoLimit(_) => Tri::Yes,
            Self::NotMet(..) => Tri::No,
            Self::Unknown(..) => Tri::Unknown,
        }
    }

    /// What is there, as far as it is stated.
    pub fn ours(&self) -> Option<Ours> {
        match self {
            Self::Met(ours) | Self::NotMet(ours, _) => Some(*ours),
            Self::Unknown(ours, _) => *ours,
            Self::NoLimit(_) => None,
        }
    }
}

impl Want {
    /// Whether somebody has to be asked: no finding says what is wrong with it.
    pub fn is_missing(&self) -> bool {
        self.gap == Gap::Missing
    }

    /// What cannot be said for want of it.
    pub(super) fn verdict(self) -> Verdict {
        Verdict::Unknown(None, self)
    }
}

impl Outside {
    /// Something on one side of what is asked.
    pub(super) fn new(span: Span, way: Way) -> Self {
        Self {
            span,
            other: None,
            way,
        }
    }

    /// Something else than what is asked.
    pub(super) fn beside(span: Span) -> Self {
        Self::new(span, Way::Beside)
    }
}
