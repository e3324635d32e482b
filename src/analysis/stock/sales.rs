//! What is gone of a product by a day, at least: the least sales with which every campaign
//! sells its pieces on its days and every target is reached, the larger once.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::planned::{Reserve, Wanted};

/// Pieces that are gone from a day on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The first day of a campaign, the last day of a target.
    pub(super) day: NaiveDate,
    /// How many more than before.
    pub(super) pieces: i64,
    /// What takes them.
    pub(super) cause: Cause,
}

impl Step {
    pub(super) fn is_of_campaign(&self) -> bool {
        matches!(self.cause, Cause::Reserve(_))
    }
}

/// What takes pieces: a position among those it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A campaign, which has to have all its pieces on its first day.
    Reserve(usize),
    /// A target, and only what campaigns cannot have sold of it.
    Wanted(usize),
}

/// What happens on a day, in the order in which it counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Starts(usize),
    IsDue(usize),
    Ends(usize),
}

/// The steps by day.
///
/// What campaigns sell counts for targets of their days, and for an event that is counted
/// beside the others instead. Which of them, nobody says. What is gone in any case is the
/// larger of two counts: without such events; and with all their pieces besides, but without
/// the campaigns on their days.
pub(super) fn steps(reserves: &[Reserve], wanted: &[Wanted]) -> Vec<Step> {
    let mut events = Vec::new();
    for (at, reserve) in reserves.iter().enumerate() {
        events.push((reserve.start, Event::Starts(at)));
        events.push((reserve.end, Event::Ends(at)));
    }
    let due = wanted.iter().enumerate();
    events.extend(due.map(|(at, target)| (target.to, Event::IsDue(at))));
    events.sort_unstable();
    let gone = match wanted.iter().any(|target| target.is_beside) {
        true => gone_with_beside(&events, reserves, wanted),
        false => gone(&events, reserves, wanted),
    };
    let before = std::iter::once(0).chain(gone.iter().copied());
    let steps = events.iter().zip(gone.iter().zip(before));
    let steps = steps.filter_map(|((day, event), (gone, before))| {
        let (pieces, cause) = (gone - before, event.cause()?);
        let step = Step {
            day: *day,
            pieces,
            cause,
        };
        // What a campaign may have sold for an event, it has not sold for the other targets.
        let is_shown = match cause {
            Cause::Reserve(_) => true,
            Cause::Wanted(at) => pieces > 0 || wanted[at].is_beside,
        };
        is_shown.then_some(step)
    });
    steps.collect()
}

/// The larger of the two counts after each event.
fn gone_with_beside(
    events: &[(NaiveDate, Event)],
    reserves: &[Reserve],
    wanted: &[Wanted],
) -> Vec<i64> {
    let beside = || wanted.iter().filter(|target| target.is_beside);
    let meets = |reserve: &Reserve, target: &Wanted| {
        reserve.start <= target.to && target.from <= reserve.end
    };
    let without = wanted.iter().map(|target| Wanted {
        pieces: if target.is_beside { 0 } else { target.pieces },
        ..*target
    });
    let apart = reserves.iter().map(|reserve| Reserve {
        pieces: if beside().any(|target| meets(reserve, target)) {
            0
        } else {
            reserve.pieces
        },
        ..*reserve
    });
    let (without, apart): (Vec<_>, Vec<_>) = (without.collect(), apart.collect());
    let counts = gone(events, reserves, &without).into_iter();
    let counts = counts.zip(gone(events, &apart, wanted));
    counts.map(|(one, other)| one.max(other)).collect()
}

impl Event {
    fn cause(self) -> Option<Cause> {
        match self {
            Self::Starts(at) => Some(Cause::Reserve(at)),
            Self::IsDue(at) => Some(Cause::Wanted(at)),
            Self::Ends(_) => None,
        }
    }
}

/// What is gone after each event: the pieces that campaigns have, and what targets want
/// besides. Targets are taken in the order of their last days; what one lacks is taken from
/// the campaigns that run then, those first that end first, and is sold besides only if they
/// have nothing left. That each is sold as late as it can be makes it count for as many
/// targets as it can.
fn gone(events: &[(NaiveDate, Event)], reserves: &[Reserve], wanted: &[Wanted]) -> Vec<i64> {
    let mut left: Vec<i64> = reserves.iter().map(|reserve| reserve.pieces).collect();
    let mut running = BTreeSet::new();
    let (mut sold, mut gone) = (Sold::default(), 0);
    let after_each = events.iter().map(|(day, event)| {
        match *event {
            Event::Starts(at) => {
                running.insert((reserves[at].end, at));
                gone += left[at];
            }
            Event::Ends(at) => {
                running.remove(&(*day, at));
                sold.add(*day, left[at]);
            }
            Event::IsDue(at) if wanted[at].is_beside => gone += wanted[at].pieces,
            Event::IsDue(at) => {
                let mut pieces = wanted[at].pieces - sold.since(wanted[at].from);
                while pieces > 0
                    && let Some((end, first)) = running.first().copied()
                {
                    let taken = pieces.min(left[first]);
                    (pieces, left[first]) = (pieces - taken, left[first] - taken);
                    sold.add(*day, taken);
                    if left[first] == 0 {
                        running.remove(&(end, first));
                    }
                }
                if pieces > 0 {
                    sold.add(*day, pieces);
                    gone += pieces;
                }
            }
        }
        gone
    });
    after_each.collect()
}

/// All that is sold by the end of each day on which anything is; days only go forward.
#[derive(Default)]
struct Sold(Vec<(NaiveDate, i64)>);

impl Sold {
    fn add(&mut self, day: NaiveDate, pieces: i64) {
        let total = self.total();
        self.0.push((day, total + pieces));
    }

    fn total(&self) -> i64 {
        self.0.last().map_or(0, |(_, total)| *total)
    }

    fn since(&self, from: NaiveDate) -> i64 {
        let before = self.0.partition_point(|(day, _)| *day < from);
        self.total() - before.checked_sub(1).map_or(0, |last| self.0[last].1)
    }
}

/// Parts of a piece, so that a piece spread over years is still counted in whole numbers.
const PARTS: i128 = 1 << 20;

/// How what is gone, less what there is, changes.
#[derive(Clone, Copy, Default)]
struct Change {
    at_once: i128,
    a_day: i128,
}

/// The day on which nothing is left if targets are sold evenly over their days; nothing if
/// that does not happen.
pub(super) fn sold_out(
    steps: &[Step],
    wanted: &[Wanted],
    supply: impl IntoIterator<Item = (NaiveDate, i64)>,
) -> Option<NaiveDate> {
    let mut changes: Vec<(NaiveDate, Change)> = Vec::new();
    let mut change = |day, at_once, a_day| changes.push((day, Change { at_once, a_day }));
    for (day, pieces) in supply {
        change(day, i128::from(pieces) * -PARTS, 0);
    }
    for step in steps {
        let pieces = i128::from(step.pieces) * PARTS;
        match step.cause {
            Cause::Reserve(_) => change(step.day, pieces, 0),
            Cause::Wanted(at) => {
                let (from, to) = (wanted[at].from, wanted[at].to);
                let days = i128::from((to - from).num_days() + 1);
                change(from, 0, pieces / days);
                change(to.succ_opt()?, pieces % days, -(pieces / days));
            }
        }
    }
    changes.sort_by_key(|(day, _)| *day);
    let (mut gone, mut a_day) = (0, 0);
    let mut days = changes.chunk_by(|a, b| a.0 == b.0).peekable();
    while let Some(today) = days.next() {
        let day = today[0].0;
        gone += today.iter().map(|(_, change)| change.at_once).sum::<i128>();
        a_day += today.iter().map(|(_, change)| change.a_day).sum::<i128>();
        let until = days.peek().map_or(1, |next| (next[0].0 - day).num_days());
        let first = match gone + a_day > 0 {
            true => 1,
            false if a_day > 0 => -gone / a_day + 1,
            false => i128::MAX,
        };
        if first <= i128::from(until) {
            return day.checked_add_days(chrono::Days::new(u64::try_from(first - 1).ok()?));
        }
        gone += a_day * i128::from(until);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Idx;
    use crate::source::Span;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).unwrap()
    }

    fn out_on(supply: &[(NaiveDate, i64)]) -> Option<NaiveDate> {
        let wanted = [Wanted {
            from: day(1, 1),
            to: day(1, 31),
            pieces: 8_000,
            is_beside: false,
            span: Span::default(),
            target: Idx::new(0),
        }];
        sold_out(&steps(&[], &wanted), &wanted, supply.iter().copied())
    }

    #[test]
    fn goods_sold_evenly_are_gone_on_a_day() {
        // 8,000 ÷ 31 × 23 are 5,936, and a day later 6,194.
        assert_eq!(out_on(&[(day(1, 1), 6_000)]), Some(day(1, 24)));
        assert_eq!(out_on(&[(day(1, 1), 0)]), Some(day(1, 1)));
        assert_eq!(out_on(&[(day(1, 1), 7_999)]), Some(day(1, 31)));
        assert_eq!(out_on(&[(day(1, 1), 8_000)]), None);
        let in_time = [(day(1, 1), 6_000), (day(1, 24), 2_000)];
        assert_eq!(out_on(&in_time), None);
        let late = [(day(1, 1), 6_000), (day(1, 25), 2_000)];
        assert_eq!(out_on(&late), Some(day(1, 24)));
    }
}
