//! All tables with figures, targets and their parts, and how to find them again.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use foldhash::fast::RandomState;

use super::figure::{Figure, Metric, figure};
use super::{Place, Summand, Total, categories, days};
use crate::plan::{Entry, Idx, PartKind, Period, Section, Store, Target};
use crate::resolve::{Resolved, TargetPeriod};
use crate::source::Span;

/// A map that is looked up often; no order of it is ever shown.
type Map<K, V> = HashMap<K, V, RandomState>;

/// The parts that lead to a table from its target, outermost first.
pub(super) type Path<'p> = Vec<(PartKind, &'p Entry<Target>)>;

/// What a table is for, whichever way its parts are nested: `products.x.stores.y` is
/// `stores.y.products.x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Scope(usize);

impl Scope {
    /// Everything: a target itself.
    pub(super) const ALL: Self = Self(0);
}

/// Parts nested deeper than this belong to the table they stand in alone, not to all those
/// that name them in another order.
const MOST_KINDS: usize = 4;

/// A table with figures.
pub(super) struct Row<'p> {
    pub(super) target: Idx<Target>,
    pub(super) period: Option<TargetPeriod>,
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    pub(super) table: &'p Target,
    pub(super) path: Path<'p>,
    pub(super) scope: Scope,
    /// The tables that stand in it.
    pub(super) below: Vec<(PartKind, usize)>,
    /// What it is a part of: the kind of part, and the whole.
    pub(super) wholes: Vec<(PartKind, Scope)>,
}

impl<'p> Row<'p> {
    pub(super) fn figure(&self, metric: Metric) -> Option<Figure> {
        figure(self.table, metric)
    }

    pub(super) fn place(&self) -> Place<'p> {
        Place {
            target: self.target,
            path: self.path.clone(),
        }
    }

    pub(super) fn calendar(&self) -> Option<Period> {
        match self.period {
            Some(TargetPeriod::Calendar(period)) => Some(period),
            _ => None,
        }
    }
}

/// All rows of a plan.
pub(super) struct Book<'r, 'p> {
    pub(super) resolved: &'r Resolved<'p>,
    pub(super) rows: Vec<Row<'p>>,
    /// The first row of a target and a scope.
    first: Map<(Idx<Target>, Scope), usize>,
    calendar: Map<(Scope, Period), usize>,
}

impl<'r, 'p> Book<'r, 'p> {
    pub(super) fn new(resolved: &'r Resolved<'p>) -> Self {
        let mut writer = Writer {
            resolved,
            rows: Vec::new(),
            scopes: Map::from_iter([(Vec::new(), Scope::ALL)]),
        };
        for (at, target) in resolved.plan.targets.numbered() {
            writer.write(at, target, &target.item, None);
        }
        categories::join(&mut writer.rows, resolved);
        let (mut first, mut calendar) = (Map::default(), Map::default());
        for (number, row) in writer.rows.iter().enumerate() {
            first.entry((row.target, row.scope)).or_insert(number);
            if let Some(period) = row.calendar() {
                calendar.entry((row.scope, period)).or_insert(number);
            }
        }
        Self {
            resolved,
            rows: writer.rows,
            first,
            calendar,
        }
    }

    /// The row of a scope in a target.
    pub(super) fn in_target(&self, target: Idx<Target>, scope: Scope) -> Option<usize> {
        self.first.get(&(target, scope)).copied()
    }

    /// The row of a scope for a calendar period.
    pub(super) fn for_period(&self, scope: Scope, period: Period) -> Option<usize> {
        self.calendar.get(&(scope, period)).copied()
    }

    /// Whether a table says what another has said in another order.
    pub(super) fn is_repeated(&self, row: usize) -> bool {
        let of = &self.rows[row];
        self.in_target(of.target, of.scope) != Some(row)
    }

    /// Whether a field of the target that a row stands in could not be read.
    pub(super) fn is_unread(&self, row: usize, field: &str) -> bool {
        let target = &self.resolved.plan.targets[self.rows[row].target];
        target.unread.holds(field)
    }

    /// A stated figure as it is shown.
    pub(super) fn stated(&self, row: usize, figure: &Figure) -> Total<'p> {
        Total {
            range: figure.range,
            unit: figure.unit,
            summands: vec![self.summand((row, figure.span))],
        }
    }

    pub(super) fn summand(&self, (row, span): (usize, Span)) -> Summand<'p> {
        Summand {
            place: self.rows[row].place(),
            span,
        }
    }

    /// The shop that decides from when on there are figures of a row: the one it is for, else
    /// the one that opened first. Nothing if that is not said of all of them.
    pub(super) fn opened(&self, row: usize) -> Option<(Idx<Store>, NaiveDate)> {
        let stores = &self.resolved.plan.stores;
        let named = self.rows[row]
            .path
            .iter()
            .find(|(kind, _)| *kind == PartKind::Stores);
        let opened = stores.numbered().filter_map(|(at, store)| {
            let is_meant = named.is_none_or(|(_, part)| store.id.value == part.id.value);
            is_meant.then(|| Some((at, store.opened_on?.value.0)))
        });
        let opened: Option<Vec<_>> = opened.collect();
        opened?.into_iter().min_by_key(|(_, day)| *day)
    }

    /// Whether the parts of a row are stated to be complete and not to overlap.
    pub(super) fn is_complete(&self, row: usize, kind: PartKind) -> bool {
        use crate::plan::value::Choice;
        let of = &self.rows[row];
        if self.is_unread(row, kind.word()) || self.resolved.incomplete.lacks(Section::Targets) {
            return false;
        }
        let is_said = of.table.complete.iter().any(|one| one.value == kind);
        is_said || (kind == PartKind::Stores && self.has_all_shops(of))
    }

    /// Whether every shop that is open in the period has its part.
    fn has_all_shops(&self, of: &Row<'p>) -> bool {
        let stores = &self.resolved.plan.stores;
        let opens_later = |store: &Entry<Store>| {
            let last = of.days.map(|(_, last)| last);
            store
                .opened_on
                .zip(last)
                .is_some_and(|(opened, last)| opened.value.0 > last)
        };
        let named: HashSet<&str> = of
            .table
            .stores
            .iter()
            .map(|part| &*part.id.value.0)
            .collect();
        let is_named = |store: &Entry<Store>| named.contains(&*store.id.value.0);
        !self.resolved.incomplete.lacks(Section::Stores)
            && !stores.is_empty()
            && stores
                .iter()
                .all(|store| is_named(store) || opens_later(store))
    }
}

/// Writes the rows of a book.
struct Writer<'r, 'p> {
    resolved: &'r Resolved<'p>,
    rows: Vec<Row<'p>>,
    scopes: Map<Vec<(PartKind, &'p str)>, Scope>,
}

impl<'p> Writer<'_, 'p> {
    fn write(
        &mut self,
        at: Idx<Target>,
        target: &'p Entry<Target>,
        table: &'p Target,
        below: Option<(usize, (PartKind, &'p Entry<Target>))>,
    ) {
        let above = below.map(|(above, _)| above);
        let mut path = above.map_or_else(Vec::new, |above| self.rows[above].path.clone());
        path.extend(below.map(|(_, key)| key));
        let number = self.rows.len();
        let wholes = self.wholes(&path, above);
        let scope = self.scope(path.iter().copied());
        self.rows.push(Row {
            target: at,
            period: self.resolved.period(target),
            days: days(target, self.resolved),
            table,
            path,
            scope,
            below: Vec::new(),
            wholes,
        });
        if let Some((above, (kind, _))) = below {
            self.rows[above].below.push((kind, number));
        }
        for (kind, parts) in table.parts() {
            for part in parts {
                self.write(at, target, &part.item, Some((number, (kind, part))));
            }
        }
    }

    fn scope(&mut self, keys: impl Iterator<Item = (PartKind, &'p Entry<Target>)>) -> Scope {
        let names = names(keys);
        let next = Scope(self.scopes.len());
        *self.scopes.entry(names).or_insert(next)
    }

    fn wholes(&mut self, path: &Path<'p>, above: Option<usize>) -> Vec<(PartKind, Scope)> {
        let Some(above) = above else {
            return Vec::new();
        };
        let kind = path[path.len() - 1].0;
        if path.len() > MOST_KINDS {
            return vec![(kind, self.rows[above].scope)];
        }
        let without = |this: &mut Self, left_out: usize| {
            let rest = path.iter().enumerate().filter(|(at, _)| *at != left_out);
            let scope = this.scope(rest.map(|(_, key)| *key));
            (path[left_out].0, scope)
        };
        (0..path.len()).map(|at| without(self, at)).collect()
    }
}

/// The keys that lead to a table, in an order that does not depend on how they are nested.
pub(super) fn names<'p>(
    keys: impl Iterator<Item = (PartKind, &'p Entry<Target>)>,
) -> Vec<(PartKind, &'p str)> {
    let mut names: Vec<_> = keys.map(|(kind, part)| (kind, &*part.id.value.0)).collect();
    names.sort_unstable();
    names
}
