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
