//! What is known of a figure from others: of a period from shorter ones, of a whole from
//! its parts.

use super::book::Book;
use super::figure::{End, Figure, Metric, Range};
use super::{Missing, Total, Way};
use crate::plan::{PartKind, Period};
use crate::source::Span;

/// One end of a figure, and the figures it comes from.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) end: End,
    /// Whether each of them is a figure and no range.
    is_exact: bool,
    /// The last place of the coarsest of them.
    pub(super) unit: i64,
    /// The same of each of them.
    units: Vec<i64>,
    pub(super) rows: Vec<(usize, Span)>,
}

impl Default for Side {
    fn default() -> Self {
        Self {
            end: End::default(),
            is_exact: true,
            unit: 0,
            units: Vec::new(),
            rows: Vec::new(),
        }
    }
}

impl Side {
    fn of(end: End, figure: &Figure, row: usize) -> Self {
        Self {
            end,
            is_exact: figure.range.exactly().is_some(),
            unit: figure.unit,
            units: vec![figure.unit],
            rows: vec![(row, figure.span)],
        }
    }

    pub(super) fn plus(mut self, other: Self) -> Self {
        self.end = self.end.plus(other.end);
        self.is_exact &= other.is_exact;
        self.unit = self.unit.max(other.unit);
        self.units.extend(other.units);
        self.rows.extend(other.rows);
        self
    }

    /// By how much it and a figure that it is held against may be apart: by half the last digit
    /// of each that is written coarser than the finest of them.
    pub(super) fn slack(&self, beside: &Figure) -> i128 {
        let units = self.units.iter().copied();
        let finest = units.clone().fold(beside.unit, i64::min);
        let coarser = units.filter(|unit| *unit > finest);
        beside.slack(finest) + coarser.map(|unit| i128::from(unit) / 2).sum::<i128>()
    }

    /// As it is shown: the least of something, or the most.
    pub(super) fn total<'p>(&self, is_least: bool, book: &Book<'_, 'p>) -> Total<'p> {
        Total {
            range: Range {
                low: (self.is_exact || is_least).then_some(self.end),
                high: (self.is_exact || !is_least).then_some(self.end),
            },
            unit: self.unit,
            summands: self.rows.iter().map(|row| book.summand(*row)).collect(),
        }
    }

    /// The one that says more: the higher of two least figures.
    pub(super) fn or_higher(self, other: Self) -> Self {
        if other.end.exact > self.end.exact {
            other
        } else {
            self
        }
    }

    /// The lower of two most figures.
    pub(super) fn or_lower(self, other: Self) -> Self {
        if other.end.exact < self.end.exact {
            other
        } else {
            self
        }
    }
}

/// What is known of a figure.
#[derive(Clone, Debug, Default)]
pub(super) struct Known<'p> {
    /// At least this; nothing is below zero.
    pub(super) low: Side,
    /// At most this, whatever is missing not counted.
    pub(super) high: Side,
    /// Whether something has no upper end, although it is stated.
    pub(super) is_open: bool,
    /// Whether something has no lower end.
    pub(super) is_open_below: bool,
    /// The first figure that is not stated and would be needed.
    pub(super) missing: Option<Missing<'p>>,
    /// Whether something lies outside the days of the plan or before the shop opens.
    pub(super) is_beyond: bool,
}

impl<'p> Known<'p> {
    pub(super) fn stated(figure: &Figure, row: usize) -> Self {
        let side = |end: Option<End>| end.map(|end| Side::of(end, figure, row));
        Self {
            low: side(figure.range.low).unwrap_or_default(),
            high: side(figure.range.high).unwrap_or_default(),
            is_open: figure.range.high.is_none(),
            is_open_below: figure.range.low.is_none(),
            ..Self::default()
        }
    }

    /// The most, if nothing is missing and nothing is without end.
    pub(super) fn most(&self) -> Option<&Side> {
        (self.is_all() && !self.is_open).then_some(&self.high)
    }

    /// Whether nothing is missing.
    pub(super) fn is_all(&self) -> bool {
        self.missing.is_none() && !self.is_beyond
    }

    /// What is stated, made narrower by what is known besides; not if the two contradict
    /// each other, which is a finding of its own.
    pub(super) fn narrowed(mut self, by: Self) -> Self {
        let most = self.most().map(|most| most.end.exact);
        if most.is_none_or(|most| by.low.end.exact <= most) {
            self.low = self.low.or_higher(by.low.clone());
        }
        if let Some(other) = by.most()
            && other.end.exact >= self.low.end.exact
            && most.is_none_or(|most| other.end.exact < most)
        {
            self.high = other.clone();
            (self.is_open, self.missing, self.is_beyond) = (false, None, false);
        }
        self
    }

    /// Both together: their sum, or of what does not add up the least that holds both.
    pub(super) fn with(self, other: Self, adds_up: bool) -> Self {
        Self {
            low: if adds_up {
                self.low.plus(other.low)
            } else {
                self.low.or_higher(other.low)
            },
            high: self.high.plus(other.high),
            is_open: self.is_open || other.is_open,
            is_open_below: self.is_open_below || other.is_open_below,
            missing: self.missing.or(other.missing),
            is_beyond: self.is_beyond || other.is_beyond,
        }
    }

    /// The most alone.
    pub(super) fn at_most(self) -> Self {
        Self {
            low: Side::default(),
            is_open_below: true,
            ..self
        }
    }

    /// What it comes to as it is shown beside a figure that it is more or less than.
    pub(super) fn total(&self, way: Way, book: &Book<'_, 'p>) -> Total<'p> {
        match way {
            Way::More | Way::LeastBelow => self.low.total(true, book),
            Way::Less | Way::Rest => self.high.total(false, book),
        }
    }
}

/// Whose figures of which periods are added up.
#[derive(Clone, Copy)]
pub(super) struct Series {
    /// A row of the same scope.
    pub(super) like: usize,
    pub(super) metric: Metric,
    /// Whether the parts of a period stand for it where it says nothing itself.
    pub(super) by_parts: bool,
}

impl<'p> Book<'_, 'p> {
    /// What is known of a period: what it says itself, and what its shorter periods say.
    pub(super) fn known(&self, series: Series, period: Period) -> Option<Known<'p>> {
        let row = self.for_period(self.rows[series.like].scope, period);
        let own = row.and_then(|row| {
            let figure = self.rows[row].figure(series.metric)?;
            Some(Known::stated(&figure, row))
        });
        match (own, self.shorter(series, period)) {
            (Some(own), Some(shorter)) => Some(own.narrowed(shorter)),
            (Some(known), None) | (None, Some(known)) => Some(known),
            (None, None) => self.by_parts(row.filter(|_| series.by_parts)?, series.metric),
        }
    }

    /// What its shorter periods come to; nothing if none of them says anything.
    pub(super) fn shorter(&self, series: Series, period: Period) -> Option<Known<'p>> {
        let shorter = period.children().into_iter();
        let known: Vec<_> = shorter.map(|one| (one, self.known(series, one))).collect();
        if known.iter().all(|(_, known)| known.is_none()) {
            return None;
        }
        let all = known
            .into_iter()
            .map(|(period, known)| known.unwrap_or_else(|| self.silent(series.like, period)));
        all.reduce(|sum, one| sum.with(one, series.metric.adds_up()))
    }

    /// Nothing is known of a period.
    pub(super) fn silent(&self, like: usize, period: Period) -> Known<'p> {
        let is_beyond = !self.is_in_reach(like, period);
        let missing = || Missing::Period(period, self.rows[like].path.clone());
        Known {
            missing: (!is_beyond).then(missing),
            is_beyond,
            ..Known::default()
        }
    }

    /// What is known of one part: what it says itself, else what its own parts come to.
    pub(super) fn known_part(&self, row: usize, metric: Metric) -> Option<Known<'p>> {
        match self.rows[row].figure(metric) {
            Some(figure) => Some(Known::stated(&figure, row)),
            None => self.by_parts(row, metric),
        }
    }

    /// What the parts of a row come to, taking the kind of part that says most.
    fn by_parts(&self, row: usize, metric: Metric) -> Option<Known<'p>> {
        let below = &self.rows[row].below;
        let kinds = below.chunk_by(|(one, _), (other, _)| one == other);
        let sums = kinds.filter_map(|parts| {
            let kind = parts[0].0;
            let rows: Vec<usize> = parts.iter().map(|(_, row)| *row).collect();
            let known: Vec<_> = rows
                .iter()
                .filter_map(|row| self.known_part(*row, metric))
                .collect();
            let is_whole = known.len() == rows.len() && self.is_complete(row, kind);
            let adds_up = self.parts_add_up(metric, kind, &rows);
            let sum = known
                .into_iter()
                .reduce(|sum, one| sum.with(one, adds_up))?;
            let lacking = (!is_whole).then(|| Missing::Part(self.rows[row].place()));
            Some(Known {
                missing: sum.missing.or(lacking),
                ..sum
            })
        });
        sums.reduce(Known::narrowed)
    }

    /// Whether what the parts of a kind say are parts of a sum: an order may hold several
    /// products, a visitor may look at several, and channels may share.
    pub(super) fn parts_add_up(&self, metric: Metric, kind: PartKind, rows: &[usize]) -> bool {
        let may_share = |row: &usize| {
            let overlap = self.rows[*row].table.overlap;
            overlap.is_some_and(|overlap| overlap.value) || self.is_unread(*row, "channels")
        };
        let is_of_goods = matches!(kind, PartKind::Products | PartKind::Categories);
        metric.adds_up()
            && !(metric == Metric::Orders && is_of_goods)
            && !(kind == PartKind::Channels && rows.iter().any(may_share))
    }
}
