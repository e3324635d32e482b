//! Days counted from others are what going round and round over the plan gives, one day after
//! the other.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{Datelike, NaiveDate, Weekday};
use opsplan::plan::{Edge, Section, When};
use proptest::prelude::*;

use crate::world::Memory;

const ITEMS: usize = 6;

/// Far enough away to have no holidays in the library.
const YEAR: i32 = 2040;

/// How a day is said.
#[derive(Clone, Debug)]
enum Said {
    Nothing,
    Date(u32),
    /// From an item, its last day or its first, so many days or work days.
    From(usize, bool, Option<(i64, bool)>),
}

fn said() -> impl Strategy<Value = Said> {
    let offset = prop::option::of((
        (-9..=9_i64).prop_filter("0d is no length", |n| *n != 0),
        any::<bool>(),
    ));
    prop_oneof![
        1 => Just(Said::Nothing),
        2 => (1..=28_u32).prop_map(Said::Date),
        4 => (0..ITEMS, any::<bool>(), offset).prop_map(|(of, edge, offset)| Said::From(of, edge, offset)),
    ]
}

const SECTIONS: [&str; 3] = ["events", "phases", "campaigns"];

fn section(item: usize) -> &'static str {
    SECTIONS[item % 3]
}

/// The plan of a shop that works through holidays, or rests on those of a year which has no
/// notice yet.
fn plan(items: &[(Said, Said)], works: bool) -> String {
    let holidays = if works { "work" } else { "rest" };
    let mut text = format!(
        "[plan]\ntitle = \"T\"\nholidays = \"{holidays}\"\nstart = {YEAR}-01-01\nend = {YEAR}-12-31\n"
    );
    for (at, (start, end)) in items.iter().enumerate() {
        let _ = writeln!(text, "[{}.i{at}]", section(at));
        for (key, said) in [("start", start), ("end", end)] {
            let _ = match said {
                Said::Nothing => Ok(()),
                Said::Date(day) => writeln!(text, "{key} = {YEAR}-06-{day:02}"),
                Said::From(of, at_end, offset) => {
                    let edge = if *at_end { ", edge = \"end\"" } else { "" };
                    let offset = offset.map_or(String::new(), |(count, works)| {
                        let unit = if works { " workdays" } else { "d" };
                        format!(", offset = \"{count}{unit}\"")
                    });
                    writeln!(text, "{key} = {{ of = \"i{of}\"{edge}{offset} }}")
                }
            };
        }
    }
    text
}

/// So many days away, counted one by one; of work days only those from Monday to Friday, and
/// none if nobody knows which of these are holidays.
fn away(mut day: NaiveDate, offset: Option<(i64, bool)>, is_known: bool) -> Option<NaiveDate> {
    let Some((count, works)) = offset else {
        return Some(day);
    };
    if works && !is_known {
        return None;
    }
    let mut left = count.abs();
    while left > 0 {
        day = if count > 0 {
            day.succ_opt()
        } else {
            day.pred_opt()
        }
        .unwrap();
        let is_off = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if !(works && is_off) {
            left -= 1;
        }
    }
    Some(day)
}

/// What a day is counted from: the only day of what has one.
fn source(items: &[(Said, Said)], of: usize, at_end: bool) -> (usize, bool) {
    let has_one = matches!(items[of].1, Said::Nothing) && section(of) != "phases";
    (of, at_end && !has_one)
}

type Days = BTreeMap<(usize, bool), NaiveDate>;

fn by_hand(items: &[(Said, Said)], is_known: bool) -> (Days, bool) {
    let ends = |at: usize| [(at, false, &items[at].0), (at, true, &items[at].1)];
    let all: Vec<_> = (0..items.len()).flat_map(ends).collect();
    let mut days = Days::new();
    for _ in 0..=all.len() {
        for (at, is_end, said) in &all {
            let day = match said {
                Said::Nothing => None,
                Said::Date(day) => NaiveDate::from_ymd_opt(YEAR, 6, *day),
                Said::From(of, at_end, offset) => {
                    let from = days.get(&source(items, *of, *at_end));
                    from.and_then(|from| away(*from, *offset, is_known))
                }
            };
            days.extend(day.map(|day| ((*at, *is_end), day)));
        }
    }
    // Whoever follows what is counted and comes to no end goes in a circle.
    let step = |(at, is_end): (usize, bool)| {
        let said = if is_end { &items[at].1 } else { &items[at].0 };
        match said {
            Said::From(of, at_end, _) => Some(source(items, *of, *at_end)),
            _ => None,
        }
    };
    let never_ends = |(at, is_end, _): &(usize, bool, &Said)| {
        let mut place = Some((*at, *is_end));
        (0..=2 * all.len()).for_each(|_| place = place.and_then(step));
        place.is_some()
    };
    (days, all.iter().any(never_ends))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn days_counted_from_others_are_as_counted_by_hand(
        items in prop::collection::vec((said(), said()), ITEMS),
        works in any::<bool>(),
    ) {
        let text = plan(&items, works);
        let (expected, has_circle) = by_hand(&items, works);
        Memory::new([("plan.toml", &*text)]).compile(|plan| {
            let resolved = plan.resolved;
            let mut found = Days::new();
            let mut add = |id: &str, start: &When, end: &When| {
                let at: usize = id.trim_start_matches('i').parse().unwrap();
                found.extend(start.day().map(|day| ((at, false), day.value.0)));
                found.extend(end.day().map(|day| ((at, true), day.value.0)));
            };
            resolved.events.iter().for_each(|one| add(&one.id.value, &one.start, &one.end));
            resolved.phases.iter().for_each(|one| add(&one.id.value, &one.start, &one.end));
            resolved.campaigns.iter().for_each(|one| add(&one.id.value, &one.start, &one.end));
            assert_eq!(found, expected, "{text}");
            assert_eq!(!resolved.unsettled.circles.is_empty(), has_circle, "{text}");
            for (item, edge) in resolved.unsettled.circles.iter().flatten() {
                let item = resolved.item(*item);
                let key = if *edge == Edge::Start { "start" } else { "end" };
                assert!(item.section != Section::Plan && item.unread.holds(key), "{text}");
            }
        });
    }
}
