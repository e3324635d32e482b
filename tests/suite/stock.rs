//! The line of goods against the slow, obvious version: every day counted, with every set of
//! targets that share no day, campaign by campaign.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use opsplan::analysis::stock::{Coming, Goods, Outcome, Taker};
use opsplan::plan::Idx;
use proptest::prelude::*;

use crate::world::Memory;

/// Days are counted from the first of May; the plan ends long after all of them.
const DAYS: u64 = 24;

/// Pieces that are wanted on some days; a campaign may leave its last day unsaid, and an event
/// may be counted beside the others.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    from: u64,
    to: u64,
    pieces: i64,
    is_open: bool,
    is_beside: bool,
}

#[derive(Clone, Debug)]
struct Plan {
    stock: i64,
    counted_on: u64,
    arrivals: Vec<(u64, i64)>,
    campaigns: Vec<Wanted>,
    targets: Vec<Wanted>,
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let is = |weight| prop::bool::weighted(weight);
    (0..16_u64, 0..8_u64, 0..12_i64, is(0.1), is(0.3)).prop_map(
        |(from, length, pieces, is_open, is_beside)| Wanted {
            from,
            to: from + length,
            pieces,
            is_open,
            is_beside,
        },
    )
}

fn plans() -> impl Strategy<Value = Plan> {
    let arrivals = prop::collection::vec((0..20_u64, 0..12_i64), 0..4);
    let wanted = |most| prop::collection::vec(wanted(), 0..most);
    (0..40_i64, 0..4_u64, arrivals, wanted(6), wanted(6)).prop_map(
        |(stock, counted_on, arrivals, campaigns, targets)| Plan {
            stock,
            counted_on,
            arrivals,
            campaigns,
            targets,
        },
    )
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 1).unwrap() + Days::new(number)
}

fn text(plan: &Plan) -> String {
    let mut text = String::from("[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-12-31\n");
    let (stock, counted_on) = (plan.stock, day(plan.counted_on));
    let arrivals = plan
        .arrivals
        .iter()
        .map(|(on, pieces)| format!("{{ on = {}, quantity = {pieces} }}", day(*on)));
    let arrivals: Vec<_> = arrivals.collect();
    let arrivals = arrivals.join(", ");
    let _ = writeln!(
        text,
        "[products.box]\nstock = {stock}\nstock_on = {counted_on}\narrivals = [{arrivals}]"
    );
    for (at, one) in plan.campaigns.iter().enumerate() {
        let (from, to, pieces) = (day(one.from), day(one.to), one.pieces);
        let _ = writeln!(
            text,
            "[campaigns.c{at}]\nproduct = \"box\"\nquantity = {pieces}\nstart = {from}"
        );
        if !one.is_open {
            let _ = writeln!(text, "end = {to}");
        }
    }
    for (at, one) in plan.targets.iter().enumerate() {
        let (from, to, pieces) = (day(one.from), day(one.to), one.pieces);
        let _ = writeln!(text, "[events.e{at}]\nstart = {from}\nend = {to}");
        let _ = writeln!(
            text,
            "[targets.e{at}]\ncounted = \"{}\"\n[targets.e{at}.products.box]\nunits = {{ more_than = {} }}",
            if one.is_beside { "beside" } else { "inside" },
            pieces - 1
        );
    }
    text.replace("more_than = -1", "at_least = 0")
}

impl Plan {
    fn there(&self, on: u64) -> i64 {
        let come = self
            .arrivals
            .iter()
            .filter(|(day, _)| (self.counted_on..=on).contains(day));
        self.stock + come.map(|(_, pieces)| pieces).sum::<i64>()
    }

    /// The most that any set of targets without a common day proves to be gone by a day: those,
    /// and every campaign that has begun and can have sold nothing towards them. With them go
    /// all or none of the events that are counted beside the others.
    fn gone(&self, on: u64) -> i64 {
        let counts = |one: &&Wanted| one.from >= self.counted_on && one.to <= on;
        let (beside, inside): (Vec<_>, Vec<_>) = self.targets.iter().partition(|one| one.is_beside);
        let beside_due: i64 = beside
            .iter()
            .copied()
            .filter(counts)
            .map(|one| one.pieces)
            .sum();
        let blocking = beside.iter().filter(|one| one.from >= self.counted_on);
        let blocking: Vec<&Wanted> = blocking.copied().collect();
        let most = |blocking: &[&Wanted]| self.gone_without(blocking, &inside, on);
        most(&[]).max(beside_due + most(&blocking))
    }

    /// The same of targets that hold each other alone, without campaigns on some days.
    fn gone_without(&self, blocking: &[&Wanted], targets: &[&Wanted], on: u64) -> i64 {
        let sets = 0..1_u32 << targets.len();
        let of_set = sets.filter_map(|set| {
            let chosen = targets.iter().enumerate();
            let chosen = chosen.filter(|(at, _)| set & 1 << at != 0);
            let chosen: Vec<&Wanted> = chosen.map(|(_, one)| *one).collect();
            let covers = |all: &[&Wanted], day: u64| {
                let there = all.iter().filter(|one| (one.from..=one.to).contains(&day));
                there.count()
            };
            let is_over = chosen
                .iter()
                .all(|one| one.from >= self.counted_on && one.to <= on);
            if !is_over || (0..=DAYS).any(|day| covers(&chosen, day) > 1) {
                return None;
            }
            let begun = self
                .campaigns
                .iter()
                .filter(|one| one.from >= self.counted_on && one.from <= on);
            let apart = begun.filter(|one| {
                let mut days = one.from..=if one.is_open { DAYS } else { one.to };
                days.all(|day| covers(&chosen, day) + covers(blocking, day) == 0)
            });
            let pieces = chosen.iter().copied().chain(apart).map(|one| one.pieces);
            Some(pieces.sum::<i64>())
        });
        of_set.max().unwrap_or(0)
    }

    /// The same plan with all that has begun on the day of the count still to be sold.
    fn at_most(&self) -> Self {
        if self.has_beside() {
            return self.clone();
        }
        let begins_then = |one: &Wanted| {
            let has_begun = !one.is_open && one.from < self.counted_on && one.to >= self.counted_on;
            let from = if has_begun { self.counted_on } else { one.from };
            Wanted { from, ..*one }
        };
        let closed = |one: &Wanted| {
            begins_then(&Wanted {
                is_open: false,
                ..*one
            })
        };
        Self {
            campaigns: self.campaigns.iter().map(begins_then).collect(),
            targets: self.targets.iter().map(closed).collect(),
            ..self.clone()
        }
    }

    /// Whether an event that is not over at the count is counted beside the others.
    fn has_beside(&self) -> bool {
        let mut targets = self.targets.iter();
        targets.any(|one| one.is_beside && one.to >= self.counted_on)
    }

    /// What may be wanted on any day: of campaigns that began before the count, and of which
    /// nobody knows whether they still run; of all that began before it, where events are
    /// counted beside the others.
    fn perhaps(&self) -> i64 {
        let is_all = self.has_beside();
        let counts = |one: &&Wanted| one.is_open || is_all && one.to >= self.counted_on;
        let began = |one: &&Wanted| one.from < self.counted_on;
        let campaigns = self.campaigns.iter().filter(began).filter(counts);
        let closed = |one: &Wanted| Wanted {
            is_open: false,
            ..*one
        };
        let targets: Vec<Wanted> = self.targets.iter().map(closed).collect();
        let targets = targets.iter().filter(began).filter(counts);
        campaigns.chain(targets).map(|one| one.pieces).sum()
    }

    /// The same plan with those campaigns only that a shortage shows.
    fn with_only(&self, takers: &[Taker]) -> Self {
        let campaigns = self.campaigns.iter().enumerate();
        let is_shown = |at: usize| takers.contains(&Taker::Campaign(Idx::new(at)));
        let shown = campaigns.filter(|(at, _)| is_shown(*at));
        Self {
            campaigns: shown.map(|(_, one)| *one).collect(),
            ..self.clone()
        }
    }

    /// The pieces that come in on some days.
    fn coming(&self, is_meant: impl Fn(u64) -> bool) -> i64 {
        let meant = self.arrivals.iter().filter(|(on, _)| is_meant(*on));
        meant.map(|(_, pieces)| pieces).sum()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn goods_last_as_long_as_counting_every_day_says(plan in plans()) {
        let text = text(&plan);
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| plan.analysis.stock.clone());
        let goods: Vec<Goods> = compiled.made.expect("the plan is readable");
        let outcome = goods.first().map(|goods| &goods.outcome);
        let short = (plan.counted_on..=DAYS).find(|on| plan.gone(*on) > plan.there(*on));
        // What may be wanted may be wanted before anything comes in.
        let most = plan.at_most();
        let left = (plan.counted_on..=DAYS).map(|on| plan.there(on) - most.gone(on));
        let left = left.chain([plan.stock]);
        match (short, outcome) {
            (Some(on), Some(Outcome::Short(found))) => {
                prop_assert_eq!(found.day, day(on), "{}", text);
                let comes_in = plan.arrivals.iter().any(|(on, _)| *on >= plan.counted_on);
                prop_assert_eq!(found.comes_in, comes_in);
                let until = if comes_in { on } else { DAYS };
                prop_assert_eq!(found.there, plan.there(until));
                // By a day of the line, more may be wanted by what comes later on that day.
                prop_assert!(found.needed <= plan.gone(until) && found.needed > found.there, "{}", text);
                let shown = plan.with_only(&found.takers);
                prop_assert!(found.at_once.is_some() || shown.gone(until) >= found.needed, "{}", text);
                let pieces = |all: &[Coming]| all.iter().map(|one| one.pieces).sum::<i64>();
                prop_assert_eq!(pieces(&found.late), plan.coming(|day| day > on), "{}", text);
                prop_assert_eq!(pieces(&found.counted), plan.coming(|day| day < plan.counted_on), "{}", text);
                prop_assert!((0..=found.there).contains(&found.left), "{}", text);
                let is_target = matches!(found.first, Taker::Target(..));
                prop_assert_eq!(found.about.is_some(), is_target);
                prop_assert!(found.about.is_none_or(|about| about <= found.day), "{}", text);
            }
            (None, Some(Outcome::Unknown(_))) => {
                prop_assert!(left.min().unwrap() < plan.perhaps(), "{}", text);
            }
            (None, found) => {
                prop_assert!(left.min().unwrap() >= plan.perhaps(), "{}", text);
                prop_assert!(matches!(found, None | Some(Outcome::Tight { .. })), "{:?}\n{}", found, text);
            }
            (Some(on), found) => prop_assert!(false, "short on {}, found {:?}\n{}", day(on), found, text),
        }
    }
}
