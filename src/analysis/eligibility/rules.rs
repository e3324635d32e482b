//! The other side of a limit: what the rules in force ask, and whether a figure is inside.

use std::cmp::Ordering;

use super::answer::{Asked, Criterion, NoLimit, Ours, Outside, ScoreKind, Verdict, Want, Way};
use super::limits::{Description, description};
use crate::plan::value::{Bound, Bounds, Choice, Quantity, Score};
use crate::plan::{Entry, Limit, Program, Version};
use crate::source::{Located, Span};

/// What rules say of one limit: those of the version, else those of the programme.
pub(super) struct Rules<'p> {
    limit: Limit,
    base: &'p Program,
    version: Option<&'p Version>,
}

impl<'p> Rules<'p> {
    pub(super) fn new(limit: Limit, base: &'p Program, version: Option<&'p Version>) -> Self {
        Self {
            limit,
            base,
            version,
        }
    }

    pub(super) fn one<T>(&self, field: impl Fn(&'p Program) -> Option<T>) -> Option<T> {
        let of_version = self.version.and_then(|version| field(version));
        of_version.or_else(|| field(self.still_holding()?))
    }

    /// The programme itself, unless the version takes the limit back, or says that its figure
    /// is no longer known.
    fn still_holding(&self) -> Option<&'p Program> {
        let is_gone = self.version.is_some_and(|version| {
            leaves_open(version, self.limit) || takes_back(version, self.limit)
        });
        (!is_gone).then_some(self.base)
    }

    /// Where the limit is said to exist, without a figure.
    pub(super) fn unstated(&self) -> impl Iterator<Item = Span> {
        let replaced = self
            .version
            .is_some_and(|version| states(version, self.limit) || takes_back(version, self.limit));
        let of_base = Some(self.base).filter(|_| !replaced);
        let of_version = self.version.map(|version| &**version);
        let lists = of_version.into_iter().chain(of_base);
        let limits = lists.flat_map(|rules| &rules.unstated);
        limits
            .filter(|unstated| unstated.value == self.limit)
            .map(|unstated| unstated.span)
    }

    pub(super) fn criterion(&self, rule: Span, asked: Asked, verdict: Verdict) -> Criterion {
        Criterion {
            limit: self.limit,
            part: None,
            rule,
            asked,
            verdict,
        }
    }

    /// A figure that has to lie inside the bounds of a field.
    pub(super) fn figure<T: Copy + Into<Quantity> + 'p>(
        &self,
        field: impl Fn(&'p Program) -> Option<&'p Located<Bounds<T>>>,
        ours: impl Fn() -> Result<Located<T>, Want>,
    ) -> Vec<Criterion> {
        self.bounds(field, |bounds| compared(bounds, ours()))
    }

    /// The same where the verdict follows in another way.
    pub(super) fn bounds<T: Copy + Into<Quantity> + 'p>(
        &self,
        field: impl Fn(&'p Program) -> Option<&'p Located<Bounds<T>>>,
        verdict: impl Fn(Bounds<T>) -> Result<Verdict, Want>,
    ) -> Vec<Criterion> {
        let asked = self.one(field).into_iter();
        asked
            .map(|asked| self.inside(asked, verdict(asked.value)))
            .collect()
    }

    /// One of the scores.
    pub(super) fn score(
        &self,
        part: ScoreKind,
        asked: &Located<Bounds<Score>>,
        ours: Result<Located<Score>, Want>,
    ) -> Criterion {
        Criterion {
            part: Some(part),
            ..self.inside(asked, compared(asked.value, ours))
        }
    }

    fn inside<T: Copy + Into<Quantity>>(
        &self,
        asked: &Located<Bounds<T>>,
        verdict: Result<Verdict, Want>,
    ) -> Criterion {
        let asked_for = Asked::Within(asked.value.map(Into::into));
        self.criterion(asked.span, asked_for, verdict.unwrap_or_else(Want::verdict))
    }

    /// A word that has to be one of some.
    pub(super) fn word<C: Choice + PartialEq>(
        &self,
        (asked, rule): (&[Located<C>], Span),
        ours: Result<Located<C>, Want>,
    ) -> Criterion {
        let words = asked.iter().map(|one| one.value.entry()).collect();
        let verdict = match ours {
            Err(want) => want.verdict(),
            Ok(ours) if asked.iter().any(|one| one.value == ours.value) => {
                Verdict::Met(Ours::Word(ours.value.entry()))
            }
            Ok(ours) => Verdict::NotMet(Ours::Word(ours.value.entry()), Outside::beside(ours.span)),
        };
        self.criterion(rule, Asked::OneOf(words), verdict)
    }
}

fn compared<T: Copy + Into<Quantity>>(
    bounds: Bounds<T>,
    ours: Result<Located<T>, Want>,
) -> Result<Verdict, Want> {
    let ours = match ours {
        Err(_) if hold_any(bounds) => return Ok(Verdict::NoLimit(NoLimit::AnyFigure)),
        ours => ours?,
    };
    Ok(within(bounds.map(Into::into), ours.value.into(), ours.span))
}

/// Whether every figure that a plan can state lies inside bounds: nobody has to be asked.
fn hold_any<T: Copy + Into<Quantity>>(bounds: Bounds<T>) -> bool {
    let bounds = bounds.map(Into::into);
    let is_edge = |bound: Bound<Quantity>, edge: Quantity| {
        !bound.strict && bound.value.partial_cmp(&edge) == Some(Ordering::Equal)
    };
    let lowest = |low: Bound<Quantity>| is_edge(low, low.value.lowest());
    let highest = |high: Bound<Quantity>| {
        let edge = high.value.highest();
        edge.is_some_and(|edge| is_edge(high, edge))
    };
    bounds.low.is_none_or(lowest) && bounds.high.is_none_or(highest)
}

/// Whether a figure lies inside bounds.
pub(super) fn within(bounds: Bounds<Quantity>, ours: Quantity, span: Span) -> Verdict {
    if bounds.contain(ours) {
        return Verdict::Met(Ours::Figure(ours));
    }
    let outside = Outside::new(span, way(bounds, ours));
    Verdict::NotMet(Ours::Figure(ours), outside)
}

/// On which side of bounds a figure lies that is outside.
pub(super) fn way<T: Copy + PartialOrd>(bounds: Bounds<T>, figure: T) -> Way {
    let most = Bounds {
        low: None,
        ..bounds
    };
    if most.contain(figure) {
        Way::Below
    } else {
        Way::Above
    }
}

fn leaves_open(rules: &Program, limit: Limit) -> bool {
    rules
        .unstated
        .iter()
        .any(|unstated| unstated.value == limit)
}

/// Whether a version says that a limit of its programme no longer holds.
pub(super) fn takes_back(version: &Version, limit: Limit) -> bool {
    version.withdraw.iter().any(|one| one.value == limit)
}

/// Whether rules say something of a limit: its figure, or that the figure is not known.
pub(super) fn states(rules: &Program, limit: Limit) -> bool {
    (description(limit).is_stated)(rules) || leaves_open(rules, limit)
}

/// Whether what a programme says of a limit could not be read.
pub(super) fn is_unread(program: &Entry<Program>, description: &Description) -> bool {
    let keys = description.fields.iter().map(|keys| keys[0]);
    keys.chain(["unstated", "versions"])
        .any(|key| program.unread.holds(key))
}
