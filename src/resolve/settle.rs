//! Days that a plan counts from others are worked out once, before anything looks at them.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use foldhash::fast::RandomState;

use super::calendar::{WorkCalendar, reach};
use super::lookup::{End, ItemRef, Lookup};
use crate::plan::value::{Choice, Day, Duration, Offset, YEARS};
use crate::plan::{Dated, Edge, Entry, Phase, Plan, Referent, Relative, Section, Unread, When};
use crate::schema::Incomplete;
use crate::source::{Located, Span};

/// What could not be worked out because it is counted from itself: the ends of each circle.
pub type Circles = Vec<Vec<End>>;

/// How a day follows from others.
struct Rule {
    /// The days it follows from, all of them needed.
    from: Vec<End>,
    /// How far away it is from the latest of them.
    by: By,
    /// Where that is written.
    span: Span,
}

enum By {
    /// So long before or after it.
    Offset(Option<Offset>),
    /// The day after it.
    Next,
    /// The last day of something that begins on it and takes so long.
    Lasting(Duration),
}

impl By {
    fn day(&self, from: NaiveDate, calendar: &WorkCalendar) -> Option<NaiveDate> {
        match self {
            Self::Offset(None) => Some(from),
            Self::Offset(Some(offset)) => calendar.offset(from, *offset),
            Self::Next => from.checked_add_days(Days::new(1)),
            Self::Lasting(length) => calendar.last_day(from, *length),
        }
    }
}

/// Works out every day that is counted from another.
pub fn settle(plan: &mut Plan, incomplete: &Incomplete) -> Circles {
    let rules = rules(plan, incomplete);
    if rules.is_empty() {
        return Circles::new();
    }
    let calendar = WorkCalendar::new(plan.head(), reach(plan));
    let mut settling = Settling {
        known: known(plan),
        calendar,
        rules,
    };
    settling.run();
    for (end, rule) in &settling.rules {
        let Some((when, unread)) = when_mut(plan, *end) else {
            continue;
        };
        match settling.known.get(end) {
            Some(day) => when.settle(Day(*day), rule.span),
            None => unread.add(end.1.word()),
        }
    }
    settling.circles()
}

type Known = HashMap<End, NaiveDate, RandomState>;

struct Settling {
    known: Known,
    calendar: WorkCalendar,
    rules: HashMap<End, Rule, RandomState>,
}

impl Settling {
    /// Goes from the days that are known to those that follow from them.
    fn run(&mut self) {
        let mut waiting: HashMap<End, Vec<End>, RandomState> = HashMap::default();
        let mut left: HashMap<End, usize, RandomState> = HashMap::default();
        let mut ready = Vec::new();
        for (end, rule) in &self.rules {
            let unknown = rule
                .from
                .iter()
                .filter(|from| !self.known.contains_key(*from));
            let unknown: Vec<_> = unknown.collect();
            if unknown.is_empty() {
                ready.push(*end);
            }
            left.insert(*end, unknown.len());
            for from in unknown {
                waiting.entry(*from).or_default().push(*end);
            }
        }
        while let Some(end) = ready.pop() {
            let Some(day) = self.day(&self.rules[&end]) else {
                continue;
            };
            self.known.insert(end, day);
            for next in waiting.get(&end).into_iter().flatten() {
                let left = left.get_mut(next).expect("whatever waits is counted");
                *left -= 1;
                if *left == 0 {
                    ready.push(*next);
                }
            }
        }
    }

    fn day(&self, rule: &Rule) -> Option<NaiveDate> {
        let from = rule.from.iter().map(|from| self.known.get(from).copied());
        let latest = from.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        let day = rule.by.day(latest, &self.calendar)?;
        YEARS.contains(&day.year()).then_some(day)
    }

    /// From each day that is left to the next that it waits for, until one comes again.
    fn circles(&self) -> Circles {
        let mut circles = Circles::new();
        let mut seen: HashMap<End, usize, RandomState> = HashMap::default();
        let mut ends: Vec<&End> = self.rules.keys().collect();
        ends.sort_unstable();
        for (number, first) in ends.into_iter().enumerate() {
            let mut way = Vec::new();
            let mut next = Some(*first).filter(|end| !self.known.contains_key(end));
            while let Some(end) = next {
                match seen.get(&end) {
                    Some(walk) if *walk == number => {
                        let again = way.iter().position(|one| *one == end);
                        circles.extend(again.map(|again| way.split_off(again)));
                        break;
                    }
                    Some(_) => break,
                    None => seen.insert(end, number),
                };
                way.push(end);
                let waits =
                    |end: &End| self.rules.contains_key(end) && !self.known.contains_key(end);
                next = self.rules[&end].from.iter().copied().find(waits);
            }
        }
        circles
    }
}

/// The first and the last day of everything that others may be counted from.
fn ends(plan: &Plan) -> impl Iterator<Item = (End, &When)> {
    let items = |section, count| (0..count).map(move |at| ItemRef { section, at });
    let items = items(Section::Events, plan.events.len())
        .chain(items(Section::Phases, plan.phases.len()))
        .chain(items(Section::Campaigns, plan.campaigns.len()));
    let edges = [Edge::Start, Edge::End];
    let ends = items.flat_map(move |item| edges.map(|edge| (item, edge)));
    ends.filter_map(|end| Some((end, when(plan, end)?)))
}

/// One end of an item, if items of its section have such.
pub fn when(plan: &Plan, (item, edge): End) -> Option<&When> {
    let at = item.at;
    let (start, end) = match item.section {
        Section::Events => (&plan.events[at].start, &plan.events[at].end),
        Section::Phases => (&plan.phases[at].start, &plan.phases[at].end),
        Section::Campaigns => (&plan.campaigns[at].start, &plan.campaigns[at].end),
        _ => return None,
    };
    Some(if edge == Edge::Start { start } else { end })
}

/// The same to be worked out, and what is not read of the item.
fn when_mut(plan: &mut Plan, (item, edge): End) -> Option<(&mut When, &mut Unread)> {
    macro_rules! of {
        ($section:ident) => {{
            let entry = &mut plan.$section[item.at];
            let (start, end) = (&mut entry.item.start, &mut entry.item.end);
            (
                if edge == Edge::Start { start } else { end },
                &mut entry.unread,
            )
        }};
    }
    Some(match item.section {
        Section::Events => of!(events),
        Section::Phases => of!(phases),
        Section::Campaigns => of!(campaigns),
        _ => return None,
    })
}

/// The days that are written.
fn known(plan: &Plan) -> Known {
    let days = ends(plan).filter_map(|(end, when)| Some((end, when.day()?.value.0)));
    days.collect()
}

/// How the other days follow.
fn rules(plan: &Plan, incomplete: &Incomplete) -> HashMap<End, Rule, RandomState> {
    let is_relative = |(_, when): &(End, &When)| when.relative.is_some();
    let lasting = |phase: &Entry<Phase>| phase.duration.is_some();
    if !ends(plan).any(|one| is_relative(&one)) && !plan.phases.iter().any(lasting) {
        return HashMap::default();
    }
    let lookup = Lookup::new(plan, incomplete);
    let relative = ends(plan).filter_map(|(end, when)| {
        let relative = when.relative.as_ref()?;
        Some((end, counted(&relative.value, relative.span, plan, &lookup)))
    });
    relative.chain(phases(plan, &lookup)).collect()
}

/// A day that is counted from another; from nothing, if that leads nowhere.
fn counted(relative: &Relative, span: Span, plan: &Plan, lookup: &Lookup<'_>) -> Rule {
    let by = By::Offset(relative.offset.map(|offset| offset.value));
    let of = lookup.find(Dated::SECTIONS, &relative.of.value).item();
    let edge = relative.edge.map_or(Edge::Start, |edge| edge.value);
    // What has one day ends on it.
    let is_one_day = |item: &ItemRef| {
        let end = when(plan, (*item, Edge::End));
        item.section != Section::Phases && end.is_some_and(When::is_unsaid)
    };
    let end = of.map(|item| match is_one_day(&item) {
        true => (item, Edge::Start),
        false => (item, edge),
    });
    let from = end.into_iter().collect();
    Rule { from, by, span }
}

/// Phases that say how long they take: they end so long after they begin, and those without a
/// first day begin after the phases before them.
fn phases<'p>(plan: &'p Plan, lookup: &'p Lookup<'p>) -> impl Iterator<Item = (End, Rule)> + 'p {
    let phases = plan.phases.iter().enumerate();
    phases.flat_map(move |(at, phase)| {
        let item = ItemRef {
            section: Section::Phases,
            at,
        };
        let (first, last) = ((item, Edge::Start), (item, Edge::End));
        let duration = phase.duration.filter(|_| phase.end.is_unsaid());
        let after = phase.after.first().filter(|_| phase.start.is_unsaid());
        let starts = duration.and(after).map(|named| {
            let before = phase.after.iter().filter_map(|before| {
                let item = lookup.find(&[Section::Phases], &before.value).item()?;
                Some((item, Edge::End))
            });
            let from: Vec<End> = before.collect();
            let is_whole = from.len() == phase.after.len();
            let from = if is_whole { from } else { Vec::new() };
            (
                first,
                Rule {
                    from,
                    by: By::Next,
                    span: named.span,
                },
            )
        });
        let ends = duration.map(|Located { value, span }| {
            let (from, by) = (vec![first], By::Lasting(value));
            (last, Rule { from, by, span })
        });
        starts.into_iter().chain(ends)
    })
}
