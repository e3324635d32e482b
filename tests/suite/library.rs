//! The rule library: every entry is dated and has its source, and a plan may say otherwise.

use std::collections::BTreeSet;

use opsplan::Analysed;
use opsplan::library::{ENTRIES, Entry};
use toml::{Table, Value};
use tyme4rs::tyme::lunar::LunarDay;

use crate::world::Memory;

const PLAN: &str = "[plan]\ntitle = \"示例\"\nstart = 2026-01-01\nend = 2026-12-31\n";

fn parts() -> impl Iterator<Item = (&'static Entry, Table)> {
    let parts = ENTRIES.iter().filter(|entry| entry.includable);
    parts.map(|entry| (entry, entry.text.parse().unwrap()))
}

/// The tables of an entry that have to say where they come from: the highest that do, and those at
/// the bottom that nobody speaks for. Words by which sentences are read are language, no rule.
fn facts(table: &Table) -> Vec<&Table> {
    let rules = table
        .iter()
        .filter(|(name, _)| !["sentences", "telling"].contains(&name.as_str()));
    let below: Vec<&Table> = rules.flat_map(|(_, value)| tables(value)).collect();
    if table.contains_key("source") || below.is_empty() {
        return vec![table];
    }
    below.into_iter().flat_map(facts).collect()
}

fn tables(value: &Value) -> Vec<&Table> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_table).collect(),
        Value::Table(table) => vec![table],
        _ => Vec::new(),
    }
}

#[test]
fn every_entry_has_sources_and_dates() {
    for entry in ENTRIES {
        let table: Table = entry.text.parse().unwrap();
        for fact in facts(&table) {
            let source = fact.get("source").and_then(Value::as_str);
            assert!(
                source.is_some_and(|source| !source.is_empty()),
                "{}: {fact:?}",
                entry.name
            );
            let dates = ["from", "until", "start", "in_force_from", "published_on"];
            let mut dates = dates.iter().filter_map(|key| fact.get(*key));
            assert!(dates.any(Value::is_datetime), "{}: {fact:?}", entry.name);
        }
    }
}

/// In a plan of its year, where it has one.
#[test]
fn every_part_is_clean_in_a_plan() {
    for (entry, _) in parts() {
        let (_, end) = entry.name.rsplit_once('-').unwrap();
        let year = if end.parse::<i32>().is_ok() {
            end
        } else {
            "2026"
        };
        let plan = PLAN.replace("2026", year) + &include(&format!("\"lib:{}\"", entry.name));
        let checked = Memory::new([("plan.toml", plan.as_str())]).check("plan.toml");
        let wrong = checked
            .report
            .findings
            .iter()
            .map(|finding| finding.rule.code);
        assert_eq!(wrong.collect::<Vec<_>>(), [""; 0], "{}", entry.name);
    }
}

fn include(names: &str) -> String {
    format!("include = [{names}]\n")
}

/// All parts stand beside each other: no two have an item of the same name.
#[test]
fn no_two_parts_share_an_id() {
    let mut seen = BTreeSet::new();
    for (entry, table) in parts() {
        for (section, id) in ids(&table) {
            assert!(
                seen.insert(format!("{section}.{id}")),
                "{}: {id}",
                entry.name
            );
        }
    }
}

/// What the plan says counts, in its own file and in others, whichever is included first.
#[test]
fn a_plan_shadows_every_item() {
    for (entry, table) in parts() {
        let own = own_items(&table);
        let library = format!("\"lib:{}\"", entry.name);
        let plans = [
            PLAN.to_owned() + &include(&library) + &own,
            PLAN.to_owned() + &include(&format!("{library}, \"own.toml\"")),
            PLAN.to_owned() + &include(&format!("\"own.toml\", {library}")),
        ];
        for plan in plans {
            let files = Memory::new([("plan.toml", plan.as_str()), ("own.toml", &own)]);
            let compiled = files.analyse("plan.toml", titles);
            let wrong = compiled
                .report
                .findings
                .iter()
                .map(|finding| finding.rule.code);
            assert!(!wrong.into_iter().any(|code| code == "OP220"), "{plan}");
            let titles = compiled.made.unwrap();
            assert!(
                titles.iter().all(|title| title.starts_with("自己的")),
                "{plan}"
            );
            assert_eq!(titles.len(), ids(&table).count());
        }
    }
}

fn ids(table: &Table) -> impl Iterator<Item = (&str, &str)> {
    table.iter().flat_map(|(section, items)| {
        let ids = items.as_table().unwrap().keys();
        ids.map(move |id| (section.as_str(), id.as_str()))
    })
}

fn own_items(table: &Table) -> String {
    ids(table)
        .map(|(section, id)| format!("[{section}.\"{id}\"]\ntitle = \"自己的 {id}\"\n"))
        .collect()
}

fn titles(plan: &Analysed<'_, '_>) -> Vec<String> {
    let plan = plan.resolved.plan;
    let events = plan.events.iter().map(|event| event.label().to_owned());
    let programs = plan
        .programs
        .iter()
        .map(|program| program.label().to_owned());
    events.chain(programs).collect()
}

#[test]
fn festivals_are_as_in_another_lunar_calendar() {
    let days = [
        ("spring-festival", 1, 1),
        ("lantern", 1, 15),
        ("dragon-boat", 5, 5),
        ("qixi", 7, 7),
        ("mid-autumn", 8, 15),
        ("double-ninth", 9, 9),
    ];
    for year in 2024..=2030 {
        let name = format!("cn/festivals-{year}");
        let (_, table) = parts().find(|(entry, _)| entry.name == name).unwrap();
        let events = table["events"].as_table().unwrap();
        assert_eq!(events.len(), days.len());
        for (id, month, day) in days {
            let solar = LunarDay::from_ymd(year, month, day).get_solar_day();
            let (y, m, d) = (solar.get_year(), solar.get_month(), solar.get_day());
            let ours = &events[&format!("lunar-{id}-{year}")]["start"];
            assert_eq!(
                ours.as_datetime().unwrap().to_string(),
                format!("{y}-{m:02}-{d:02}"),
                "{id}"
            );
        }
    }
}

/// All twenty, ascending, without a gap between them.
#[test]
fn store_levels_follow_each_other() {
    let entry = opsplan::library::entry("cn/store-levels").unwrap();
    let table: Table = entry.text.parse().unwrap();
    let levels = table["levels"].as_array().unwrap();
    let signs = ["心", "钻", "冠", "金冠"].iter();
    let names = signs.flat_map(|sign| (1..=5).map(move |count| format!("{count}{sign}")));
    let written = levels.iter().map(|level| level["level"].as_str().unwrap());
    assert!(written.eq(names));
    for pair in levels.windows(2) {
        let end = pair[0]["to"].as_integer().unwrap();
        assert_eq!(pair[1]["from"].as_integer(), Some(end + 1));
    }
}
