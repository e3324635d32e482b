//! Days that a plan counts from others are worked out once, before anything looks at them.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use foldhash::fast::RandomState;

use super::calendar::{WorkCalendar, reach};
use super::lookup::{End, ItemRef, Lookup};
use super::network::Network;
use crate::plan::value::{Choice, Day, Duration, Offset, YEARS};
use crate::plan::{Dated, Edge, Entry, Phase, Plan, Referent, Relative, Section, Unread, When};
use crate::schema::Incomplete;
use crate::source::{Located, Span};

/// What could not be worked out, and why.
#[derive(Debug, Default)]
pub struct Unsettled {
    /// What is counted from itself: the ends of each circle.
    pub circles: Vec<Vec<End>>,
    /// What depends on the holidays of years that have no notice yet.
    pub unpublished: Vec<(End, Vec<i32>)>,
}

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
            Self::Next => from.succ_opt(),
            Self::Lasting(length) => calendar.last_day(from, *length),
        }
    }

    /// How long it is from the one to the other.
    fn length(&self) -> Option<Duration> {
        match self {
            Self::Offset(offset) => Some((*offset)?.length),
            Self::Next => None,
            Self::Lasting(length) => Some(*length),
        }
    }
}

/// Works out every day that is counted from another.
pub fn settle(plan: &mut Plan, incomplete: &Incomplete) -> Unsettled {
    let rules = rules(plan, incomplete);
    if rules.is_empty() {
        return Unsettled::default();
    }
    let network = network(&rules);
    let (days, unpublished) = days(&rules, &network, plan);
    for (end, rule) in &rules {
        let Some((when, unread)) = when_mut(plan, *end) else {
            continue;
        };
        match days.get(end) {
            Some(day) => when.settle(Day(*day), rule.span),
            None => unread.add(end.1.word()),
        }
    }
    let ends = |circle: Vec<usize>| circle.into_iter().map(|at| rules[at].0).collect();
    Unsettled {
        circles: network.cycles().into_iter().map(ends).collect(),
        unpublished,
    }
}

/// Which of the days wait for which, by their positions among the rules.
fn network(rules: &[(End, Rule)]) -> Network {
    let numbered = rules.iter().enumerate();
    let places: HashMap<End, usize, RandomState> =
        numbered.map(|(at, (end, _))| (*end, at)).collect();
    let waits = |(_, rule): &(End, Rule)| {
        let before = rule.from.iter();
        before
            .filter_map(|from| places.get(from).copied())
            .collect()
    };
    Network::new(rules.iter().map(waits).collect())
}

/// The days that are written, and those that follow from them; and what would follow from
/// them if the holidays of some years were known.
fn days(rules: &[(End, Rule)], network: &Network, plan: &Plan) -> (Days, Vec<(End, Vec<i32>)>) {
    let calendar = WorkCalendar::new(plan.head(), reach(plan));
    let written = ends(plan).filter_map(|(end, when)| Some((end, when.day()?.value.0)));
    let mut days: Days = written.collect();
    let mut unpublished = Vec::new();
    for at in &network.order {
        let (end, rule) = &rules[*at];
        let Some((from, day)) = rule.day(&days, &calendar) else {
            continue;
        };
        let years = rule.by.length().map_or_else(Vec::new, |length| {
            calendar.unpublished(length, from, day).collect()
        });
        if years.is_empty() {
            days.insert(*end, day);
        } else {
            unpublished.push((*end, years));
        }
    }
    (days, unpublished)
}

type Days = HashMap<End, NaiveDate, RandomState>;

impl Rule {
    /// The day it is counted from, and the day that follows.
    fn day(&self, days: &Days, calendar: &WorkCalendar) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.from.iter().map(|from| days.get(from).copied());
        let latest = from.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        let day = self.by.day(latest, calendar)?;
        YEARS.contains(&day.year()).then_some((latest, day))
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

/// How the other days follow.
fn rules(plan: &Plan, incomplete: &Incomplete) -> Vec<(End, Rule)> {
    let is_relative = |(_, when): &(End, &When)| when.relative.is_some();
    let lasting = |phase: &Entry<Phase>| phase.duration.is_some();
    if !ends(plan).any(|one| is_relative(&one)) && !plan.phases.iter().any(lasting) {
        return Vec::new();
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
