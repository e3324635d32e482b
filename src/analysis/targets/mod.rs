//! What targets say of the same figure.
//!
//! A figure is exactly what it says: sums and limits are compared to the last digit. A whole
//! that is written coarser than all its parts is compared at its own last place. Only where
//! written figures are multiplied or divided is the rounding of each allowed for.

mod absent;
mod book;
mod categories;
mod conflicts;
mod early;
mod figure;
mod formula;
mod net;
mod parts;
mod periods;
mod stretches;
mod sum;
mod timeline;

use chrono::NaiveDate;

use crate::plan::{Entry, Idx, PartKind, Period, Person, Store, Target};
use crate::resolve::{Resolved, TargetPeriod};
use crate::source::Span;

pub use conflicts::Conflict;
pub use figure::{End, Figure, Metric, Range, figure};
pub use formula::{Formula, Least, TooFew, product};
pub use net::{Left, LeftOf};

/// A target, or a part of one.
#[derive(Clone, Debug)]
pub struct Place<'p> {
    /// The target.
    pub target: Idx<Target>,
    /// The parts that lead to it, outermost first.
    pub path: Vec<(PartKind, &'p Entry<Target>)>,
}

/// A figure that is part of a sum.
#[derive(Clone, Debug)]
pub struct Summand<'p> {
    /// What it is for.
    pub place: Place<'p>,
    /// Where it stands.
    pub span: Span,
}

/// What one or several figures come to.
#[derive(Clone, Debug)]
pub struct Total<'p> {
    /// The figure, or the end that matters.
    pub range: Range,
    /// Base units that the last written digit of the coarsest counts.
    pub unit: i64,
    /// The figures.
    pub summands: Vec<Summand<'p>>,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// A calendar period against the shorter ones it is made of.
    Shorter,
    /// A whole against its parts of a kind.
    Parts(PartKind),
    /// Parts of a whole that says nothing itself, against the most that others leave to it.
    Whole(PartKind),
    /// A phase or an event against the periods it touches.
    Touched,
    /// A phase against the periods inside it.
    Inside,
    /// An event against the phase around it.
    Phase,
    /// Calendar periods, phases and events against others on the same days.
    Stretches,
}

/// How what a figure is held against differs from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It comes to more.
    More,
    /// It comes to less.
    Less,
    /// It comes to less, and may: something belongs to no part.
    Rest,
    /// Both say only their least, and it falls short.
    LeastBelow,
}

/// A figure, and others that do not add up to it.
#[derive(Clone, Debug)]
pub struct Mismatch<'p> {
    /// What it is about.
    pub place: Place<'p>,
    /// Of what.
    pub metric: Metric,
    /// The figure as stated.
    pub said: Total<'p>,
    /// What it is held against.
    pub against: Against,
    /// How that differs.
    pub way: Way,
    /// What that comes to.
    pub parts: Total<'p>,
}

/// What would decide a sum.
#[derive(Clone, Debug)]
pub enum Missing<'p> {
    /// A figure for a period of the whole, or of a part.
    Period(Period, Vec<(PartKind, &'p Entry<Target>)>),
    /// A figure of a target or part that stands there.
    Part(Place<'p>),
}

/// A sum that could not be compared.
#[derive(Clone, Debug)]
pub struct Undecided<'p> {
    /// What states the whole.
    pub place: Place<'p>,
    /// The figure.
    pub metric: Metric,
    /// What it was to be held against.
    pub against: Against,
    /// What would decide.
    pub missing: Missing<'p>,
}

/// A figure of a person for days on which they are not there at all.
#[derive(Clone, Debug)]
pub struct Absent<'p> {
    /// What it is about.
    pub place: Place<'p>,
    /// Of what.
    pub metric: Metric,
    /// Where it stands.
    pub span: Span,
    /// The person.
    pub person: Idx<Person>,
    /// Whether they have left; else they have not come.
    pub has_left: bool,
}

/// Sales that are wanted on days on which the shop is not open yet.
#[derive(Clone, Debug)]
pub struct Early<'p> {
    /// What wants them.
    pub place: Place<'p>,
    /// Of what.
    pub metric: Metric,
    /// Where the figure stands.
    pub span: Span,
    /// The last of the days.
    pub last: NaiveDate,
    /// The shop that opens later.
    pub store: Idx<Store>,
}

/// What the targets of a plan say of each other.
#[derive(Debug, Default)]
pub struct Targets<'p> {
    /// Revenue against visitors × conversion × order value.
    pub formula: Vec<Formula<'p>>,
    /// Fewer visitors or orders than buyers, fewer units than orders.
    pub too_few: Vec<TooFew<'p>>,
    /// Net revenue and gross profit against what they are left of.
    pub left: Vec<Left<'p>>,
    /// Sales before the shop opens.
    pub early: Vec<Early<'p>>,
    /// Figures that others do not add up to.
    pub sums: Vec<Mismatch<'p>>,
    /// Sums with something missing.
    pub undecided: Vec<Undecided<'p>>,
    /// Figures that are stated twice, and differ.
    pub conflicts: Vec<Conflict<'p>>,
    /// Figures of people who are not there.
    pub absent: Vec<Absent<'p>>,
}

/// How one statement turned out that is not fine.
enum Verdict<'p> {
    Wrong(Way),
    Undecided(Missing<'p>),
}

/// Compares the targets of a plan, one kind of statement after the other.
pub fn targets<'p>(resolved: &Resolved<'p>) -> Targets<'p> {
    let mut answers = Targets::default();
    let book = book::Book::new(resolved);
    formula::judge(&book.rows, &mut answers);
    net::judge(&book.rows, &mut answers);
    early::judge(&book, &mut answers);
    periods::judge(&book, &mut answers);
    parts::judge(&book, &mut answers);
    let stretches = stretches::Stretches::new(&book);
    stretches::judge(&book, &stretches, &mut answers);
    conflicts::judge(&book, &stretches, &mut answers);
    timeline::judge(&book, &stretches, &mut answers);
    absent::judge(&book, &mut answers);
    answers
}

/// The days a target is for, first and last, where both are known.
pub fn days(target: &Entry<Target>, resolved: &Resolved<'_>) -> Option<(NaiveDate, NaiveDate)> {
    match resolved.period(target)? {
        TargetPeriod::Calendar(period) => Some(period.days()),
        TargetPeriod::Phase(phase) => resolved.days_of(&resolved.plan.phases[phase]),
        TargetPeriod::Event(event) => {
            let event = &resolved.events[event.at()];
            if event.unread.holds("end") {
                return None;
            }
            Some((
                event.start.day()?.value.0,
                event.end.day().or(event.start.day())?.value.0,
            ))
        }
    }
}
