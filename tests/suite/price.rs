//! Campaign prices against the slow, obvious version: every pair of campaigns drawn, and every
//! day of both compared.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::world::Memory;

/// A campaign in one of two shops, at one of three prices, on some days of a month; a day may
/// be left unsaid.
#[derive(Clone, Copy, Debug)]
struct Campaign {
    shop: usize,
    price: i64,
    start: Option<u64>,
    end: Option<u64>,
}

fn campaigns() -> impl Strategy<Value = Vec<Campaign>> {
    let unsaid = || prop::bool::weighted(0.15);
    let one = (
        0..2_usize,
        1..4_i64,
        0..20_u64,
        0..6_u64,
        unsaid(),
        unsaid(),
    );
    let one = one.prop_map(|(shop, price, start, length, no_start, no_end)| Campaign {
        shop,
        price,
        start: (!no_start).then_some(start),
        end: (!no_end).then_some(start + length),
    });
    prop::collection::vec(one, 0..9)
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 1).unwrap() + Days::new(number)
}

fn text(campaigns: &[Campaign]) -> String {
    let mut text =
        String::from("[plan]\ntitle = \"t\"\n[stores.s0]\n[stores.s1]\n[products.box]\n");
    for (at, one) in campaigns.iter().enumerate() {
        let (shop, price) = (one.shop, one.price);
        let _ = writeln!(
            text,
            "[campaigns.c{at}]\nproduct = \"box\"\nstore = \"s{shop}\"\nprice = {price}"
        );
        for (key, day) in [("start", one.start.map(day)), ("end", one.end.map(day))] {
            if let Some(day) = day {
                let _ = writeln!(text, "{key} = {day}");
            }
        }
    }
    text
}

impl Campaign {
    /// The days on which it runs whatever its unsaid days are.
    fn certainly(&self, on: u64) -> bool {
        match (self.start, self.end) {
            (Some(start), Some(end)) => (start..=end).contains(&on),
            (Some(only), None) | (None, Some(only)) => on == only,
            (None, None) => false,
        }
    }

    /// The days on which it runs with some choice of its unsaid day; one without any day is
    /// held against no other.
    fn possibly(&self, on: u64) -> bool {
        let is_dated = self.start.is_some() || self.end.is_some();
        is_dated
            && self.start.is_none_or(|start| start <= on)
            && self.end.is_none_or(|end| on <= end)
    }
}

/// The days on which two campaigns run, by one of the above.
fn together(one: &Campaign, other: &Campaign, runs: fn(&Campaign, u64) -> bool) -> Vec<NaiveDate> {
    let shared = (0..40).filter(|on| runs(one, *on) && runs(other, *on));
    shared.map(day).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn prices_clash_as_comparing_every_pair_says(campaigns in campaigns()) {
        let text = text(&campaigns);
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| {
            let prices = &plan.analysis.price;
            (prices.clashes.clone(), prices.open.clone(), prices.across.clone())
        });
        let (clashes, open, across) = compiled.made.expect("the plan is readable");
        let pairs = |same_shop: bool| {
            let all = (0..campaigns.len()).flat_map(|one| (0..campaigns.len()).map(move |other| (one, other)));
            let campaigns = &campaigns;
            all.filter(move |(one, other)| {
                let (one, other) = (&campaigns[*one], &campaigns[*other]);
                one.price != other.price && (one.shop == other.shop) == same_shop
            })
        };
        let certain = |(one, other): &(usize, usize)| {
            !together(&campaigns[*one], &campaigns[*other], Campaign::certainly).is_empty()
        };
        for clash in clashes.iter().chain(across.iter().map(|across| &across.clash)) {
            let (first, second) = (&campaigns[clash.first.at()], &campaigns[clash.second.at()]);
            prop_assert_ne!(first.price, second.price);
            let days = together(first, second, Campaign::certainly);
            prop_assert_eq!((days.first(), days.last()), (Some(&clash.from), Some(&clash.to)), "{}", text);
        }
        for at in 0..campaigns.len() {
            // Of a pair, the one that starts later has the finding.
            let later = |(one, other): &(usize, usize)| {
                let start = |at: usize| (campaigns[at].start.or(campaigns[at].end), at);
                *one == at && start(*one).0 >= start(*other).0
            };
            let is_second = clashes.iter().any(|clash| clash.second.at() == at);
            let has_earlier = pairs(true).filter(later).any(|pair| certain(&pair));
            prop_assert!(!is_second || has_earlier, "c{} of\n{}", at, text);
            let strictly = |(one, other): &(usize, usize)| {
                *one == at && campaigns[*one].start.or(campaigns[*one].end) > campaigns[*other].start.or(campaigns[*other].end)
            };
            prop_assert!(is_second || !pairs(true).filter(strictly).any(|pair| certain(&pair)), "c{} of\n{}", at, text);
            let clashes_at_all = clashes.iter().any(|clash| [clash.first.at(), clash.second.at()].contains(&at));
            let lacks_a_day = campaigns[at].start.is_none() != campaigns[at].end.is_none();
            let may_clash = pairs(true).filter(|pair| pair.0 == at).any(|(one, other)| {
                !together(&campaigns[one], &campaigns[other], Campaign::possibly).is_empty()
            });
            let is_open = open.iter().any(|open| open.campaign.at() == at);
            prop_assert_eq!(is_open, lacks_a_day && may_clash && !clashes_at_all, "c{} of\n{}", at, text);
        }
        prop_assert_eq!(clashes.is_empty(), !pairs(true).any(|pair| certain(&pair)), "{}", text);
        prop_assert_eq!(across.is_empty(), !pairs(false).any(|pair| certain(&pair)), "{}", text);
    }
}

/// The original price of the product below.
const ORIGINAL: i64 = 5;

/// A price that was, or will be, paid on some days.
#[derive(Clone, Copy, Debug)]
struct Sold {
    from: u64,
    to: u64,
    price: i64,
}

fn sold(first: u64) -> impl Strategy<Value = Sold> {
    (first..first + 24, 0..6_u64, 1..7_i64).prop_map(|(from, length, price)| Sold {
        from,
        to: from + length,
        price,
    })
}

/// The price that counts for a campaign: the lowest of the seven days before, of whichever
/// sales, else the one that was recorded last.
fn counts(before: u64, recorded: &[Sold], others: &[Sold]) -> Option<i64> {
    let sells = |on: u64| {
        let all = recorded.iter().chain(others);
        all.filter(move |one| (one.from..=one.to).contains(&on))
    };
    let week = before - 7..before;
    let lowest = week.flat_map(sells).map(|one| one.price).min();
    let earlier = recorded.iter().filter(|one| one.from < before);
    let last = || earlier.max_by_key(|one| one.to).map(|one| one.price);
    lowest.or_else(last)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_original_price_is_denied_by_the_lowest_of_the_days_before(
        recorded in prop::collection::vec(sold(0), 0..4),
        campaigns in prop::collection::vec((sold(10), 0..2_usize), 1..6),
    ) {
        let history = recorded.iter().map(|one| {
            format!("{{ on = {}, until = {}, price = {} }}", day(one.from), day(one.to), one.price)
        });
        let history = history.collect::<Vec<_>>().join(", ");
        let mut text = format!(
            "[plan]\ntitle = \"t\"\n[stores.s0]\n[stores.s1]\n\
             [products.box]\noriginal_price = {ORIGINAL}\nprice_history = [{history}]\n"
        );
        for (at, (one, shop)) in campaigns.iter().enumerate() {
            let (from, to, price) = (day(one.from), day(one.to), one.price);
            let _ = writeln!(
                text,
                "[campaigns.c{at}]\nproduct = \"box\"\nstore = \"s{shop}\"\nprice = {price}\nstart = {from}\nend = {to}"
            );
        }
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| {
            let uncharged = plan.analysis.price.uncharged.first();
            uncharged.map(|found| {
                let campaigns = found.campaigns.iter().map(|campaign| campaign.at());
                (found.known.price().value.cents / 100, campaigns.collect::<Vec<_>>())
            })
        });
        let known = |at: usize| {
            let (one, shop) = campaigns[at];
            let others = campaigns.iter().enumerate();
            let others = others.filter(|(other, (_, of))| *other != at && *of == shop);
            let others: Vec<Sold> = others.map(|(_, (other, _))| *other).collect();
            counts(one.from, &recorded, &others).filter(|known| *known < ORIGINAL)
        };
        let compared = (0..campaigns.len()).filter(|at| campaigns[*at].0.price < ORIGINAL);
        let denied: Vec<usize> = compared.filter(|at| known(*at).is_some()).collect();
        let expected = denied.first().map(|first| (known(*first).unwrap(), denied.clone()));
        let found = compiled.made.expect("the plan is readable");
        if campaigns.iter().any(|(one, _)| one.price < ORIGINAL) {
            prop_assert_eq!(found, expected, "{}", text);
        }
    }
}
