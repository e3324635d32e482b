//! What is drawn: days, figures and posts; `render` makes shapes of them.

use chrono::NaiveDate;

use super::value::Value;
use crate::plan::value::{Amount, Count, Money};

/// Rows below each other that share a time axis.
#[derive(Clone, Debug)]
pub struct Bands<'p> {
    /// What they show.
    pub kind: BandKind,
    /// First and last day of the axis.
    pub days: (NaiveDate, NaiveDate),
    /// The events that show on it, by day.
    pub events: Vec<EventMark<'p>>,
    /// The rows, by what they stand below.
    pub groups: Vec<Group<'p>>,
    /// Whether any row is critical.
    pub has_critical: bool,
    /// Whether any row may slip.
    pub has_float: bool,
    /// How many things had no room.
    pub left_out: usize,
}

/// Kinds of bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandKind {
    /// Phases and tasks.
    Gantt,
    /// Campaigns.
    Calendar,
}

/// An event on an axis.
#[derive(Clone, Copy, Debug)]
pub struct EventMark<'p> {
    /// Its name.
    pub title: &'p str,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

/// Rows that stand below one thing.
#[derive(Clone, Debug)]
pub struct Group<'p> {
    /// The phase, if they belong to one.
    pub head: Option<BandHead<'p>>,
    /// By first day.
    pub rows: Vec<BandRow<'p>>,
}

/// A phase on an axis.
#[derive(Clone, Copy, Debug)]
pub struct BandHead<'p> {
    /// Its name.
    pub title: &'p str,
    /// Its days, as far as they show.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Whether it has no end of its own.
    pub is_open_ended: bool,
}

/// A task or a campaign on an axis.
#[derive(Clone, Debug)]
pub struct BandRow<'p> {
    /// Its name.
    pub title: &'p str,
    /// When it shows.
    pub mark: Mark,
    /// Whether nothing may slip, or it cannot be.
    pub is_critical: bool,
    /// The day until which it may slip.
    pub slips_to: Option<NaiveDate>,
    /// The day of sign-up.
    pub signup: Option<NaiveDate>,
}

/// When something shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// From a day to a day.
    Days(NaiveDate, NaiveDate),
    /// Roughly on a day.
    About(NaiveDate),
    /// By a day at the latest.
    By(NaiveDate),
    /// Again and again; never empty.
    Cycle(Vec<NaiveDate>),
}

impl Mark {
    /// Its first day.
    pub fn first(&self) -> NaiveDate {
        match self {
            Self::Days(first, _) | Self::About(first) | Self::By(first) => *first,
            Self::Cycle(days) => days.first().copied().unwrap_or_default(),
        }
    }

    /// Its last day.
    pub fn last(&self) -> NaiveDate {
        match self {
            Self::Days(_, last) | Self::About(last) | Self::By(last) => *last,
            Self::Cycle(days) => days.last().copied().unwrap_or_default(),
        }
    }
}

/// Monthly targets: revenue as bars, visitors as a line.
#[derive(Clone, Debug)]
pub struct Chart {
    /// All months between the first and the last that say something.
    pub months: Vec<ChartMonth>,
}

/// What one month says.
#[derive(Clone, Copy, Debug)]
pub struct ChartMonth {
    /// Its year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// Revenue.
    pub revenue: Option<Amount<Money>>,
    /// Visitors.
    pub visitors: Option<Amount<Count>>,
}

/// Posts in the order of their tree.
#[derive(Clone, Debug)]
pub struct Tree<'p> {
    /// The posts.
    pub nodes: Vec<Node<'p>>,
}

/// A post of the tree.
#[derive(Clone, Debug)]
pub struct Node<'p> {
    /// Its name.
    pub title: &'p str,
    /// What stands small below it.
    pub below: Vec<Value<'p>>,
    /// The position among the nodes of the post above it.
    pub above: Option<usize>,
    /// How many posts stand above it.
    pub depth: usize,
    /// Whether nobody is there yet.
    pub is_later: bool,
}
