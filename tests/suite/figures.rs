//! Figures that follow, against the slow, obvious version: everything counted again from the
//! lines of the text.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use opsplan::analysis::eligibility::{Outcome, outcomes};
use opsplan::analysis::figures::{
    Margin, campaign_margin, is_linked, margin, rounded, slips_to, total_revenue, workload,
};
use opsplan::plan::value::Amount;
use opsplan::plan::{Idx, Section};
use opsplan::resolve::ItemRef;
use proptest::prelude::*;

use crate::world::Memory;

/// The cents that a line gives a key, if it does: `price = 59.9`.
fn cents(line: &str, key: &str) -> Option<i64> {
    let (_, rest) = line.split_once(&format!("{key} = "))?;
    let digits = rest.split([',', ' ', '}']).next()?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    Some(whole.parse::<i64>().ok()? * 100 + format!("{part:0<2}").parse::<i64>().ok()?)
}

/// The lines of a section, each with its number.
fn section<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let lines = text.lines().skip_while(|line| *line != format!("[{name}]"));
    lines
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .collect()
}

/// The tenth of a percent that a margin is nearest to, tried one after the other.
fn nearest_permille(price: i64, cost: i64) -> Option<i64> {
    let distance = |permille: &i64| ((price - cost) * 1_000 - permille * price).abs();
    let nearest = (0..=1_000).rev().min_by_key(distance)?;
    match price - cost {
        loss @ ..0 => Some(loss),
        _ => (price > 0).then_some(nearest),
    }
}

/// What can stand in a month of a plan of one quarter.
#[derive(Clone, Debug)]
enum Month {
    Exactly(u32),
    AtLeast(u32),
    AtMost(u32),
    Silent,
}

#[derive(Clone, Debug)]
struct Shop {
    /// Prices and costs of products in tenths, and the pieces and price of a campaign.
    products: Vec<(u32, u32)>,
    campaigns: Vec<(u32, u32, bool)>,
    /// Owners of each task, the tasks before it, its first day and its length.
    tasks: Vec<(Vec<usize>, Vec<usize>, u64, u64)>,
    months: Vec<Month>,
    quarter: Option<u32>,
}

const OWNERS: usize = 3;

fn shops() -> impl Strategy<Value = Shop> {
    let month = prop_oneof![
        4 => (0..900_u32).prop_map(Month::Exactly),
        2 => (0..900_u32).prop_map(Month::AtLeast),
        1 => (1..900_u32).prop_map(Month::AtMost),
        1 => Just(Month::Silent),
    ];
    let task = (
        prop::collection::btree_set(0..OWNERS, 0..3),
        prop::collection::btree_set(0..6_usize, 0..2),
        0..40_u64,
        0..6_u64,
    );
    (
        prop::collection::vec((1..999_u32, 0..999_u32), 1..4),
        prop::collection::vec((0..9_u32, 1..999_u32, any::<bool>()), 0..5),
        prop::collection::vec(task, 1..6),
        prop::collection::vec(month, 3),
        prop::option::of(0..900_u32),
    )
        .prop_map(|(products, campaigns, tasks, months, quarter)| {
            let tasks = tasks
                .into_iter()
                .enumerate()
                .map(|(at, (owners, after, start, days))| {
                    let after = after.into_iter().filter(|before| *before < at);
                    (owners.into_iter().collect(), after.collect(), start, days)
                });
            Shop {
                products,
                campaigns,
                tasks: tasks.collect(),
                months,
                quarter,
            }
        })
}

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap() + Days::new(offset)
}

fn listed(prefix: &str, numbers: &[usize]) -> String {
    let names: Vec<_> = numbers
        .iter()
        .map(|at| format!("\"{prefix}{at}\""))
        .collect();
    names.join(", ")
}

/// A plan of one line an item.
fn plan(shop: &Shop) -> String {
    let mut text =
        "[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-06-30\nholidays = \"work\"\n"
            .to_owned();
    text += "[programs]\nrule = { quantity = { at_least = 5 } }\n[people]\n";
    for at in 0..OWNERS {
        text += &format!("w{at} = {{ name = \"w{at}\" }}\n");
    }
    text += "[products]\n";
    for (at, (price, cost)) in shop.products.iter().enumerate() {
        let (price, cost) = (tenths(*price), tenths(*cost));
        text += &format!("p{at} = {{ price = {price}, cost = {cost} }}\n");
    }
    text += "[campaigns]\n";
    for (at, (quantity, price, has_rule)) in shop.campaigns.iter().enumerate() {
        let (price, product) = (tenths(*price), at % shop.products.len());
        let rule = if *has_rule {
            ", program = \"rule\""
        } else {
            ""
        };
        text += &format!(
            "c{at} = {{ product = \"p{product}\", price = {price}, quantity = {quantity}{rule} }}\n"
        );
    }
    text += "[tasks]\n";
    for (at, (owners, after, start, days)) in shop.tasks.iter().enumerate() {
        let (owners, after) = (listed("w", owners), listed("t", after));
        let (start, due) = (day(*start), day(start + days));
        text += &format!(
            "t{at} = {{ owners = [{owners}], after = [{after}], start = {start}, due = {due} }}\n"
        );
    }
    text += "[targets]\n";
    for (at, month) in shop.months.iter().enumerate() {
        let said = match month {
            Month::Exactly(value) => value.to_string(),
            Month::AtLeast(value) => format!("{{ at_least = {value} }}"),
            Month::AtMost(value) => format!("{{ at_most = {value} }}"),
            Month::Silent => continue,
        };
        text += &format!("2026-0{} = {{ revenue = {said} }}\n", at + 4);
    }
    if let Some(quarter) = shop.quarter {
        text += &format!("2026-Q2 = {{ revenue = {quarter} }}\n");
    }
    text
}

fn tenths(value: u32) -> String {
    format!("{}.{}", value / 10, value % 10)
}

/// Revenue of the plan in cents and whether all of it is exact, from the lines of targets.
fn total(text: &str) -> Option<(i64, bool)> {
    let lines = section(text, "targets");
    let of = |keys: &[&str]| {
        let mut sum = (0, true);
        for key in keys {
            let line = lines.iter().find(|line| line.starts_with(key))?;
            match (cents(line, "at_least"), cents(line, "revenue")) {
                (Some(least), _) => sum = (sum.0 + least, false),
                (None, Some(exact)) => sum.0 += exact,
                (None, None) => return None,
            }
        }
        Some(sum)
    };
    of(&["2026-04", "2026-05", "2026-06"]).or_else(|| of(&["2026-Q2"]))
}

/// A day some work days after another, Monday to Friday.
fn later(from: NaiveDate, work_days: i64) -> NaiveDate {
    let is_work = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut days = from.iter_days().skip(1).filter(is_work);
    days.nth(usize::try_from(work_days - 1).unwrap()).unwrap()
}

/// Everything that is asked of one plan.
#[derive(Debug, PartialEq)]
struct Counted {
    margins: Vec<Option<i64>>,
    campaign_margins: Vec<Option<i64>>,
    outcomes: Vec<Outcome>,
    workload: Vec<usize>,
    linked: Vec<bool>,
    total: Option<(i64, bool)>,
}

fn by_hand(text: &str) -> Counted {
    let products = section(text, "products");
    let margin_of =
        |price: &str, cost: &str| nearest_permille(cents(price, "price")?, cents(cost, "cost")?);
    let campaigns = section(text, "campaigns");
    let tasks = section(text, "tasks");
    let is_named = |line: &&&str, list: &str, id: &str| {
        let named = line.split_once(&format!("{list} = [")).unwrap().1;
        named
            .split(']')
            .next()
            .unwrap()
            .contains(&format!("\"{id}\""))
    };
    let product_of = |line: &str| {
        let id = line.split('"').nth(1).unwrap();
        *products
            .iter()
            .find(|one| one.starts_with(&format!("{id} ")))
            .unwrap()
    };
    Counted {
        margins: products.iter().map(|line| margin_of(line, line)).collect(),
        campaign_margins: campaigns
            .iter()
            .map(|line| margin_of(line, product_of(line)))
            .collect(),
        outcomes: campaigns
            .iter()
            .map(|line| {
                let pieces = cents(line, "quantity").unwrap() / 100;
                match line.contains("program") {
                    true if pieces >= 5 => Outcome::AsStated,
                    true => Outcome::NotMet,
                    false => Outcome::WithoutRules,
                }
            })
            .collect(),
        workload: (0..OWNERS)
            .map(|at| {
                tasks
                    .iter()
                    .filter(|line| is_named(line, "owners", &format!("w{at}")))
                    .count()
            })
            .collect(),
        linked: tasks
            .iter()
            .map(|line| {
                let id = line.split(' ').next().unwrap();
                let waits = !line.contains("after = []");
                waits || tasks.iter().any(|other| is_named(&other, "after", id))
            })
            .collect(),
        total: total(text),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_figure_is_what_the_lines_of_the_text_come_to(shop in shops()) {
        let text = plan(&shop);
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| {
            let resolved = plan.resolved;
            // A loss in cents a piece is said as a negative number.
            let permille = |margin: Margin| match margin {
                Margin::Share(rate) => rate.ppm / 1_000,
                Margin::Loss(loss) => -loss.cents,
            };
            let counted = Counted {
                margins: resolved.products.iter().map(|one| margin(one).map(permille)).collect(),
                campaign_margins: resolved
                    .campaigns
                    .iter()
                    .map(|one| campaign_margin(one, resolved).map(permille))
                    .collect(),
                outcomes: outcomes(&plan.analysis.eligibility, resolved),
                workload: (0..OWNERS)
                    .map(|at| workload(ItemRef { section: Section::People, at }, Section::Tasks, resolved))
                    .collect(),
                linked: (0..resolved.tasks.len()).map(|at| is_linked(Idx::new(at), resolved)).collect(),
                total: total_revenue(resolved).map(|total| match total {
                    Amount::Exactly(money) => (money.cents, true),
                    Amount::Within(bounds) => (bounds.low.unwrap().value.cents, false),
                    Amount::About(_) => unreachable!("no month is said about"),
                }),
            };
            let slips = resolved.tasks.iter().zip(&plan.analysis.schedule.windows).map(|(task, window)| {
                let by_hand = window.float.filter(|float| (1..=30).contains(float));
                let by_hand = by_hand.map(|float| later(window.end.unwrap(), float));
                (slips_to(task, window, resolved), by_hand)
            });
            (counted, slips.collect::<Vec<_>>())
        });
        let (counted, slips) = compiled.made.expect("the plan is readable");
        prop_assert_eq!(counted, by_hand(&text), "{}", text);
        for (slips_to, by_hand) in slips {
            prop_assert_eq!(slips_to, by_hand, "{}", text);
        }
    }

    #[test]
    fn a_rounded_quotient_is_the_nearest_whole_number(dividend in -500..500_i128, divisor in 1..40_i128) {
        let distance = |whole: &i128| (dividend - whole * divisor).abs();
        let all = -600..=600_i128;
        // Of two that are as near, the one further from zero.
        let nearest = all.min_by_key(|whole| (distance(whole), -whole.abs())).unwrap();
        prop_assert_eq!(rounded(dividend, divisor), nearest);
    }
}
