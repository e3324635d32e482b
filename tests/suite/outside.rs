//! Days outside the plan, and days in a year without a calendar, against the slow, obvious
//! version: each plan with the same days one year on or back is written out and checked as a
//! whole; of each routine every day is asked for its year.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};
use opsplan::analysis::outside::OutsideDay;
use opsplan::diagnostic::{Diagnostic, Severity};
use opsplan::plan::Section;
use proptest::prelude::*;

use crate::tree_of_files::files;
use crate::world::Memory;

/// A task between others, in a phase and for a campaign, as far as these are there: days
/// after the start of the plan; those of the task itself may be some years off.
#[derive(Clone, Debug)]
struct Case {
    start: Option<(u64, i32)>,
    due: Option<(u64, i32)>,
    before: Option<(u64, u64)>,
    after: Option<u64>,
    phase: Option<(u64, u64)>,
    campaign: Option<(u64, u64, &'static str)>,
}

fn cases() -> impl Strategy<Value = Case> {
    let own = || prop::option::weighted(0.8, (0..365_u64, -1..=1_i32));
    let stretch = || (0..300_u64, 0..65_u64);
    let moments = prop::sample::select(vec!["signup", "start", "run", "review"]);
    (
        own(),
        own(),
        prop::option::weighted(0.4, stretch()),
        prop::option::weighted(0.4, 0..365_u64),
        prop::option::weighted(0.4, stretch()),
        prop::option::weighted(0.3, (0..300_u64, 0..65_u64, moments)),
    )
        .prop_map(|(start, due, before, after, phase, campaign)| Case {
            start,
            due,
            before,
            after,
            phase,
            campaign,
        })
}

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap() + Days::new(after)
}

fn last_day() -> NaiveDate {
    day(364)
}

/// A day some years off; no plan here has a 29 February.
fn years_off((after, years): (u64, i32)) -> NaiveDate {
    let day = day(after);
    day.with_year(day.year() + years).unwrap_or(day)
}

fn is_outside(date: NaiveDate) -> bool {
    date < day(0) || date > last_day()
}

/// The day inside the plan that is one year on or back, if the day is outside.
fn shifted(date: NaiveDate) -> NaiveDate {
    let years = match (date < day(0), date > last_day()) {
        (true, _) => 1,
        (_, true) => -1,
        _ => 0,
    };
    date.with_year(date.year() + years).unwrap_or(date)
}

impl Case {
    fn days(&self) -> [Option<NaiveDate>; 2] {
        [self.start, self.due].map(|day| day.map(years_off))
    }

    fn text(&self, [start, due]: [Option<NaiveDate>; 2]) -> String {
        let mut text = format!(
            "[plan]\ntitle = \"t\"\nstart = {}\nend = {}\n[tasks.t]\n",
            day(0),
            last_day()
        );
        if let Some(start) = start {
            text += &format!("start = {start}\n");
        }
        if let Some(due) = due {
            text += &format!("due = {due}\n");
        }
        if self.before.is_some() {
            text += "after = [\"before\"]\n";
        }
        if self.phase.is_some() {
            text += "phase = \"p\"\n";
        }
        if let Some((_, _, moment)) = self.campaign {
            text += &format!("campaign = \"c\"\nfor = \"{moment}\"\n");
        }
        if let Some((start, takes)) = self.before {
            let (start, due) = (day(start), day(start + takes));
            text += &format!("[tasks.before]\nstart = {start}\ndue = {due}\n");
        }
        if let Some(start) = self.after {
            let start = day(start);
            text += &format!("[tasks.after]\nstart = {start}\nafter = [\"t\"]\n");
        }
        if let Some((start, takes)) = self.phase {
            let (start, end) = (day(start), day(start + takes));
            text += &format!("[phases.p]\nstart = {start}\nend = {end}\n");
        }
        if let Some((start, takes, _)) = self.campaign {
            let (start, end) = (day(start), day(start + takes));
            text +=
                &format!("[campaigns.c]\nsignup_on = 2026-04-01\nstart = {start}\nend = {end}\n");
        }
        text
    }
}

/// Whether nothing is wrong with a plan, and nothing of its orders is left open.
fn is_good(text: &str) -> bool {
    let report = Memory::new([("plan.toml", text)]).compile(|_| ()).report;
    let asks = report
        .unknowns
        .iter()
        .any(|unknown| unknown.rule.code == "OP152");
    !report.reaches(Severity::Warning) && !asks
}

fn of_the_task(text: &str) -> Vec<OutsideDay> {
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| {
        let days = plan.analysis.outside.days.iter();
        let of_task = days.filter(|day| day.item.section == Section::Tasks && day.item.at == 0);
        of_task.cloned().collect::<Vec<_>>()
    });
    compiled.made.expect("the plan is readable")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_year_is_offered_if_the_plan_is_good_with_it(case in cases()) {
        let days = case.days();
        let text = case.text(days);
        let found = of_the_task(&text);
        let outside = days.iter().flatten().any(|day| is_outside(*day));
        let meant = case.text(days.map(|day| day.map(shifted)));
        let is_meant = outside && is_good(&meant);
        let offered = found.iter().any(|day| !day.meant.is_empty());
        prop_assert_eq!(offered, is_meant, "{}\n{:?}", text, found);
        let reversed = days[0].zip(days[1]).is_some_and(|(start, due)| due < start);
        if outside && !reversed {
            prop_assert!(!found.is_empty(), "{}", text);
        }
        if !outside {
            prop_assert!(found.is_empty(), "{}\n{:?}", text, found);
        }
    }
}

/// The plan runs from April 2026 to March 2027, and nobody knows the holidays of 2027.
const KNOWN: i32 = 2026;

/// A routine, as far as its days are said, in a phase that may have days of its own.
#[derive(Clone, Debug)]
struct Routine {
    start: Option<u64>,
    until: Option<u64>,
    phase: Option<(u64, Option<u64>)>,
    every: &'static str,
}

fn routines() -> impl Strategy<Value = Routine> {
    let day = || prop::option::of(0..365_u64);
    let phase = prop::option::of((0..365_u64, prop::option::of(0..90_u64)));
    let every = prop::sample::select(vec!["1 workdays", "5 workdays", "3d", "1w", "1mo"]);
    (day(), day(), phase, every).prop_map(|(start, until, phase, every)| Routine {
        start,
        until,
        phase,
        every,
    })
}

impl Routine {
    fn text(&self) -> String {
        let (first, last) = (day(0), last_day());
        let mut text = format!("[plan]\ntitle = \"t\"\nstart = {first}\nend = {last}\n");
        if let Some((start, takes)) = self.phase {
            text += &format!("[phases.p]\nstart = {}\n", day(start));
            let end = takes.map(|takes| format!("end = {}\n", day(start + takes)));
            text += &end.unwrap_or_else(|| "open_ended = true\n".into());
        }
        text += "[tasks.t]\n";
        if let Some(start) = self.start {
            text += &format!("start = {}\n", day(start));
        }
        if self.phase.is_some() {
            text += "phase = \"p\"\n";
        }
        let until = self.until.map(|until| format!(", until = {}", day(until)));
        let until = until.unwrap_or_default();
        text + &format!("repeat = {{ every = \"{}\"{until} }}\n", self.every)
    }

    /// The years without a calendar in which it is to happen, if work days are counted.
    fn unknown_years(&self) -> BTreeSet<i32> {
        let phase = self.phase.map(|(start, _)| start);
        let first = day(self.start.or(phase).unwrap_or(0));
        let of_phase = || Some(day(self.phase?.0 + self.phase?.1?));
        let last = self.until.map(day).or_else(of_phase);
        let last = last.unwrap_or_else(last_day);
        let days = first.iter_days().take_while(|day| *day <= last);
        let years = days.map(|day| day.year());
        years
            .filter(|year| self.every.ends_with("workdays") && *year != KNOWN)
            .collect()
    }
}

proptest! {
    #[test]
    fn a_routine_by_work_days_asks_for_the_calendar_of_each_of_its_years(routine in routines()) {
        let text = routine.text();
        let report = Memory::new([("plan.toml", &*text)]).compile(|_| ()).report;
        let asked = report.unknowns.iter().find(|unknown| unknown.rule.code == "OP208");
        let asked = asked.map(|unknown| unknown.message.en.to_string()).unwrap_or_default();
        let years = routine.unknown_years();
        prop_assert_eq!(asked.is_empty(), years.is_empty(), "{}\n{}", text, asked);
        for year in years {
            prop_assert!(asked.contains(&year.to_string()), "{}\n{}", text, asked);
        }
    }
}

/// The years that a text names at the start of a date.
fn years_of_dates(text: &str) -> Vec<Range<usize>> {
    let is_year = |at: &usize| {
        let date = text.get(*at..at + 10);
        let is_date = |date: &str| date.trim() == date && date.parse::<NaiveDate>().is_ok();
        date.is_some_and(is_date)
    };
    let years = (0..text.len()).filter(is_year);
    years.map(|at| at..at + 4).collect()
}

/// The text with some of its years one further on or back; its places stay where they are.
fn slipped(text: &str, years: &[Range<usize>], by: i32) -> String {
    let mut slipped = text.to_owned();
    for at in years {
        let year: i32 = text[at.clone()].parse().unwrap();
        slipped.replace_range(at.clone(), &(year + by).to_string());
    }
    slipped
}

/// What is found in a text and not in the one it was made from.
fn raised(text: &str, before: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_new = |one: &Diagnostic| {
        let is_same =
            |other: &Diagnostic| other.rule == one.rule && other.primary.span == one.primary.span;
        !before.iter().any(is_same)
    };
    let found = Memory::new([("plan.toml", text)])
        .compile(|_| ())
        .report
        .findings;
    found.into_iter().filter(is_new).collect()
}

/// Whether a finding says that a year was mistyped.
fn is_slip(finding: &Diagnostic) -> bool {
    ["OP015", "OP159"].contains(&finding.rule.code) && finding.fix.is_some()
}

/// Whether two dates stand below each other in one table, as its first and its last day do.
fn are_of_one(text: &str, years: &[Range<usize>]) -> bool {
    let lines = text[years[0].start..years[years.len() - 1].end].lines();
    lines.count() == years.len() && !text[..years[0].start].ends_with("signup_on = ")
}

#[test]
fn a_mistyped_year_is_one_finding() {
    let mut slips = 0;
    for (path, text) in files("plans", "toml") {
        let plan = Memory::new([("plan.toml", &*text)]).compile(|_| ());
        let years = years_of_dates(&text);
        let of_one_or_two = (1..=2).flat_map(|count| years.windows(count));
        let of_one_or_two = of_one_or_two.filter(|years| are_of_one(&text, years));
        for (years, by) in of_one_or_two.flat_map(|years| [(years, 1), (years, -1)]) {
            let raised = raised(&slipped(&text, years, by), &plan.report.findings);
            let is_there = |one: &Diagnostic| {
                let place = one.primary.span.start as usize;
                is_slip(one) && years.iter().any(|year| year.start == place)
            };
            if raised.iter().any(is_there) {
                slips += 1;
                let line = text[..years[0].start].lines().count();
                // What the plan says anyway may be said of other days.
                let was_said = |one: &&Diagnostic| {
                    let mut before = plan.report.findings.iter();
                    before.any(|other| other.rule == one.rule)
                };
                let others: Vec<_> = raised
                    .iter()
                    .filter(|one| !is_there(one) && !was_said(one))
                    .collect();
                assert!(
                    others.is_empty(),
                    "{}:{line} {by}: {others:#?}",
                    path.display()
                );
            }
        }
    }
    assert!(slips > 100, "{slips}");
}
