//! The schedule against the slow, obvious version: push every task along its
//! predecessors until nothing moves; slip each task day by day until the end moves.

use chrono::NaiveDate;
use opsplan::analysis::schedule::Window;
use opsplan::diagnostic::Severity;
use proptest::prelude::*;

use crate::world::Memory;

/// A task: work days it takes, tasks before it (by position), a stated start for those
/// that wait for nobody (days after the start of the plan).
#[derive(Clone, Debug)]
struct Work {
    takes: u32,
    after: Vec<(usize, Option<Lag>)>,
    start: u32,
}

/// How long after another it begins.
#[derive(Clone, Copy, Debug)]
enum Lag {
    Days(u32),
    Workdays(u32),
    Months(u32),
}

impl Lag {
    fn written(self) -> String {
        match self {
            Self::Days(days) => format!("{days}d"),
            Self::Workdays(days) => format!("{days} workdays"),
            Self::Months(months) => format!("{months}mo"),
        }
    }

    /// The day so long after another, counted by hand.
    fn after(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Days(days) => day + chrono::Days::new(u64::from(days)),
            Self::Workdays(days) => (0..days).fold(day, |day, _| next(day)),
            Self::Months(months) => day + chrono::Months::new(months),
        }
    }
}

fn lags() -> impl Strategy<Value = Option<Lag>> {
    let lag = prop_oneof![
        (1..12_u32).prop_map(Lag::Days),
        (1..6_u32).prop_map(Lag::Workdays),
        (1..3_u32).prop_map(Lag::Months),
    ];
    prop::option::weighted(0.4, lag)
}

/// The day from which a task may begin after those before it, over on these days.
fn ready(work: &Work, over: impl Fn(usize) -> NaiveDate) -> Option<NaiveDate> {
    let after = work.after.iter();
    let ready = after.map(|(one, lag)| lag.map_or(over(*one), |lag| lag.after(over(*one))));
    ready.max()
}

fn works() -> impl Strategy<Value = Vec<Work>> {
    prop::collection::vec(
        (
            1..6_u32,
            prop::collection::vec((any::<prop::sample::Index>(), lags()), 0..3),
            0..20_u32,
        ),
        1..14,
    )
    .prop_map(|tasks| {
        let tasks = tasks.into_iter().enumerate();
        let mut works = Vec::new();
        for (at, (takes, after, start)) in tasks {
            let mut after: Vec<(usize, Option<Lag>)> = if at == 0 {
                Vec::new()
            } else {
                after
                    .iter()
                    .map(|(one, lag)| (one.index(at), *lag))
                    .collect()
            };
            after.sort_unstable_by_key(|(one, _)| *one);
            after.dedup_by_key(|(one, _)| *one);
            works.push(Work {
                takes,
                after,
                start,
            });
        }
        works
    })
}

pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()
}

/// What the tasks of a plan say besides: a stated start of one that waits, and a due day
/// (days after the start of the plan).
type Promises = Vec<(Option<u32>, Option<u32>)>;

fn promises(works: &[Work]) -> impl Strategy<Value = Promises> + use<> {
    let waits: Vec<bool> = works.iter().map(|work| !work.after.is_empty()).collect();
    let each = prop::collection::vec(
        (
            prop::option::weighted(0.2, 0..60_u32),
            prop::option::weighted(0.4, 0..60_u32),
        ),
        waits.len(),
    );
    each.prop_map(move |each| {
        let each = each.into_iter().zip(&waits);
        // A start and a due day of one task are compared by themselves.
        each.map(|((start, due), waits)| match (waits, start) {
            (false, _) => (None, None),
            (true, Some(start)) => (Some(start), None),
            (true, None) => (None, due),
        })
        .collect()
    })
}

fn promising(works: &[Work], promises: &Promises) -> String {
    let mut text = String::new();
    for line in plan(works).lines() {
        text += line;
        text.push('\n');
        let task = line
            .strip_prefix("[tasks.t")
            .and_then(|rest| rest.strip_suffix(']'));
        let Some(at) = task.and_then(|at| at.parse::<usize>().ok()) else {
            continue;
        };
        let (start, due) = promises[at];
        for (key, day) in [("start", start), ("due", due)] {
            if let Some(day) = day {
                let day = first_day() + chrono::Days::new(u64::from(day));
                text += &format!("{key} = {day}\n");
            }
        }
    }
    text
}

fn plan(works: &[Work]) -> String {
    let mut text = String::from("[plan]\ntitle = \"t\"\nstart = 2026-04-01\nend = 2026-12-31\n");
    for (at, work) in works.iter().enumerate() {
        text += &format!("[tasks.t{at}]\nduration = \"{} workdays\"\n", work.takes);
        if work.after.is_empty() {
            text += &format!(
                "start = {}\n",
                first_day() + chrono::Days::new(u64::from(work.start))
            );
        } else {
            let after = work.after.iter().map(|(one, lag)| match lag {
                None => format!("\"t{one}\""),
                Some(lag) => format!("{{ task = \"t{one}\", lag = \"{}\" }}", lag.written()),
            });
            let after: Vec<_> = after.collect();
            text += &format!("after = [{}]\n", after.join(", "));
        }
    }
    text
}

/// The work days of 2026 by the notice, Monday to Friday, counted by hand.
pub(crate) fn is_work_day(day: NaiveDate) -> bool {
    use chrono::Datelike;
    let in_month = (day.month(), day.day());
    let off = [
        ((4, 4), (4, 6)),
        ((5, 1), (5, 5)),
        ((6, 19), (6, 21)),
        ((9, 25), (9, 27)),
        ((10, 1), (10, 7)),
    ];
    let work = [(5, 9), (9, 20), (10, 10)];
    work.contains(&in_month)
        || (day.weekday().number_from_monday() <= 5
            && !off
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&in_month)))
}

fn work_day_from(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_work_day(*day)).unwrap()
}

fn next(day: NaiveDate) -> NaiveDate {
    work_day_from(day.succ_opt().unwrap())
}

/// The last day of work that takes some work days from a day on.
fn last(start: NaiveDate, takes: u32) -> NaiveDate {
    (1..takes).fold(work_day_from(start), |day, _| next(day))
}

/// First and last days, each task `late` work days later than it could be, those after it
/// pushed along.
fn pushed(works: &[Work], slipped: usize, late: u32) -> Vec<(NaiveDate, NaiveDate)> {
    let mut days: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (at, work) in works.iter().enumerate() {
        let ready = ready(work, |one| days[one].1);
        let mut start = ready.map_or(first_day() + chrono::Days::new(u64::from(work.start)), next);
        if at == slipped {
            start = (0..late).fold(work_day_from(start), |day, _| next(day));
        }
        days.push((start, last(start, work.takes)));
    }
    days
}

fn finish(days: &[(NaiveDate, NaiveDate)]) -> NaiveDate {
    days.iter().map(|(_, end)| *end).max().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn dates_and_float_agree_with_pushing_by_hand(works in works()) {
        let text = plan(&works);
        let compiled = Memory::new([("plan.toml", text.as_str())]).compile(|plan| plan.analysis.schedule.windows.clone());
        let windows: Vec<Window> = compiled.made.expect("the plan is readable");
        let on_time = pushed(&works, usize::MAX, 0);
        let end = finish(&on_time);
        for (at, window) in windows.iter().enumerate() {
            prop_assert_eq!((window.start, window.end), (Some(on_time[at].0), Some(on_time[at].1)), "t{}", at);
            let slips = (1..400).find(|late| finish(&pushed(&works, at, *late)) > end).unwrap();
            prop_assert_eq!(window.float, Some(i64::from(slips) - 1), "float of t{}\n{}", at, text);
        }
        prop_assert!(compiled.report.findings.iter().all(|finding| finding.rule.code == "OP040"));
    }
}

fn day(after: u32) -> NaiveDate {
    first_day() + chrono::Days::new(u64::from(after))
}

/// The earliest day on which each task can be over if each begins on the day on which those
/// before it are, and whether anything that is written cannot be kept even so. A day that is
/// promised is relied on by what comes after.
fn earliest(works: &[Work], promises: &Promises) -> (Vec<NaiveDate>, Vec<usize>) {
    let (mut over, mut broken) = (Vec::new(), Vec::new());
    for (at, work) in works.iter().enumerate() {
        let ready = ready(work, |one| over[one]);
        let (start, due) = (promises[at].0.map(day), promises[at].1.map(day));
        let begins = start.or(ready).unwrap_or(day(work.start));
        let end = last(begins, work.takes);
        let is_late = due.is_some_and(|due| end > due);
        if is_late || start.zip(ready).is_some_and(|(start, ready)| start < ready) {
            broken.push(at);
        }
        over.push(due.map_or(end, |due| due.min(end)));
    }
    (over, broken)
}

/// Whether something that is written is missed if each task begins on the next work day.
fn is_missed_next_day(works: &[Work], promises: &Promises) -> bool {
    let mut over: Vec<NaiveDate> = Vec::new();
    let mut missed = false;
    for (at, work) in works.iter().enumerate() {
        let ready = ready(work, |one| over[one]);
        let (start, due) = (promises[at].0.map(day), promises[at].1.map(day));
        let begins = start.or(ready.map(next)).unwrap_or(day(work.start));
        let end = last(begins, work.takes);
        missed |= due.is_some_and(|due| end > due);
        missed |= start.zip(ready).is_some_and(|(start, ready)| start < ready);
        over.push(end);
    }
    missed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn promises_are_kept_if_they_can_be(
        (works, promises) in works().prop_flat_map(|works| {
            let promises = promises(&works);
            (Just(works), promises)
        })
    ) {
        let text = promising(&works, &promises);
        let compiled = Memory::new([("plan.toml", text.as_str())])
            .compile(|plan| plan.analysis.schedule.windows.clone());
        let windows: Vec<Window> = compiled.made.expect("the plan is readable");
        let of_orders = |severity| {
            let findings = compiled.report.findings.iter();
            let mut of_orders = findings.filter(|finding| {
                finding.rule.code == "OP152" && finding.severity == severity
            });
            of_orders.next().is_some()
        };
        let (over, broken) = earliest(&works, &promises);
        for (at, window) in windows.iter().enumerate() {
            prop_assert_eq!(window.over, Some(over[at]), "t{}\n{}", at, text);
        }
        prop_assert_eq!(of_orders(Severity::Error), !broken.is_empty(), "{}", text);
        if !broken.is_empty() {
            return Ok(());
        }
        let is_tight = is_missed_next_day(&works, &promises);
        prop_assert_eq!(of_orders(Severity::Warning), is_tight, "{}", text);
        // The document prints days that keep everything that is written.
        for (at, work) in works.iter().enumerate() {
            let (start, end) = (windows[at].start.unwrap(), windows[at].end.unwrap());
            prop_assert_eq!(end, last(start, work.takes), "t{}\n{}", at, text);
            prop_assert!(promises[at].1.is_none_or(|due| end <= day(due)), "t{}\n{}", at, text);
            let ready = ready(work, |one| windows[one].end.unwrap());
            prop_assert!(ready.is_none_or(|ready| ready <= start), "t{}\n{}", at, text);
        }
    }
}

#[test]
fn tasks_that_wait_for_each_other_are_named_once() {
    let text = r#"[plan]
title = "t"
[tasks]
a = { after = ["b"] }
b = { after = ["c"] }
c = { after = ["a"] }
d = { after = ["c"] }
e = { after = ["e"] }
"#;
    let compiled = Memory::new([("plan.toml", text)]).compile(|_| ());
    let cycles: Vec<_> = compiled
        .report
        .findings
        .iter()
        .map(|finding| finding.message.en.clone())
        .collect();
    assert_eq!(
        cycles,
        [
            "tasks depend on each other: `a` → `b` → `c` → `a`",
            "tasks depend on each other: `e` → `e`"
        ]
    );
}

#[test]
fn a_task_may_slip_up_to_what_is_stated_after_it() {
    let text = r#"[plan]
title = "t"
start = 2026-04-01
end = 2026-12-31
[phases.opening]
start = 2026-04-01
end = 2026-04-30
[campaigns.deal]
start = 2026-04-20
end = 2026-04-21
[tasks]
before-stated = { start = 2026-04-08, due = 2026-04-09 }
stated = { start = 2026-04-15, due = 2026-04-16, after = ["before-stated"] }
same-day-first = { start = 2026-04-08, due = 2026-04-10 }
same-day = { start = 2026-04-10, due = 2026-04-14, after = ["same-day-first"] }
prep = { start = 2026-04-13, due = 2026-04-14, campaign = "deal" }
in-phase = { start = 2026-04-27, due = 2026-04-28, phase = "opening" }
last = { start = 2026-12-01, due = 2026-12-31 }
"#;
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| {
        let tasks = plan
            .resolved
            .tasks
            .iter()
            .zip(&plan.analysis.schedule.windows);
        tasks
            .map(|(task, window)| (task.label().to_owned(), window.float, window.critical))
            .collect::<Vec<_>>()
    });
    let expected = [
        ("before-stated", 3, false), // 10, 13 and 14 April; the other starts on the 15th.
        ("stated", 178, false),      // To the end of December, less the holidays.
        ("same-day-first", 0, true),
        ("same-day", 180, false),
        ("prep", 3, false), // 15, 16 and 17 April; the campaign starts on Monday the 20th.
        ("in-phase", 2, false), // 29 and 30 April.
        ("last", 0, false), // Critical is said only of tasks that hang together.
    ];
    let expected = expected.map(|(name, float, critical)| (name.to_owned(), Some(float), critical));
    assert_eq!(compiled.made.unwrap(), expected);
}

#[test]
fn a_task_on_days_off_may_slip_no_further_than_its_phase() {
    let text = r#"[plan]
title = "t"
start = 2026-04-06
end = 2026-06-30
[phases.before]
start = 2026-04-06
end = 2026-04-12
[phases.all]
start = 2026-04-06
open_ended = true
[tasks]
stock = { phase = "before", start = 2026-04-07, due = 2026-04-10 }
count = { phase = "before", start = 2026-04-11, due = 2026-04-12, after = ["stock"] }
promote = { phase = "before", start = 2026-04-10, due = 2026-04-12, after = ["stock"] }
slack = { start = 2026-04-13, due = 2026-04-17, duration = "2 workdays", after = ["count"] }
late = { phase = "all", start = 2026-06-25, due = 2026-06-29 }
review = { start = 2026-07-10, due = 2026-07-10, after = ["promote"] }
"#;
    let windows = Memory::new([("plan.toml", text)])
        .compile(|plan| plan.analysis.schedule.windows.clone())
        .made
        .unwrap();
    let floats: Vec<_> = windows.iter().map(|window| window.float).collect();
    let expected = [
        Some(0), // Its followers are stated: the weekend comes next.
        Some(0), // The phase ends on that Sunday.
        Some(0),
        Some(3), // To its own due day, Friday the 17th.
        Some(1), // To the end of the plan, with its open-ended phase.
        Some(0),
    ];
    assert_eq!(floats, expected);
    assert!(windows[1].critical, "linked, and without float");
}

#[test]
fn a_due_day_stands_as_written_and_the_worked_out_day_beside_it() {
    let text = r#"[plan]
title = "t"
[tasks]
photos = { start = 2026-03-02, due = 2026-03-06 }
page = { after = ["photos"], duration = "2 workdays", due = 2026-03-09 }
video = { after = ["photos"], duration = "2 workdays", due = 2026-03-20 }
"#;
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| {
        let view = crate::world::view(plan, opsplan::diagnostic::Language::English, false);
        let rows = view.tasks.rows.iter();
        rows.map(|row| {
            let day = |day: Option<opsplan::view::task_rows::TaskDay>| {
                day.map(|day| day.day.to_string()).unwrap_or_default()
            };
            [day(row.start), day(row.due), day(row.worked_out)]
        })
        .collect::<Vec<_>>()
    });
    // The page begins on the day the photos are ready: only so it is over by the 9th.
    let expected = [
        ["2026-03-02", "2026-03-06", ""],
        ["2026-03-06", "2026-03-09", ""],
        ["2026-03-09", "2026-03-20", "2026-03-10"],
    ];
    assert_eq!(compiled.made.unwrap(), expected);
}

#[test]
fn a_plan_without_dates_is_of_no_year() {
    let text = "[plan]\ntitle = \"t\"\n[tasks.t]\ntitle = \"stock count\"\n";
    let compiled = Memory::new([("plan.toml", text)]).compile(|plan| {
        let years = plan.resolved.calendar.unknown_years.clone();
        let view = crate::world::view(plan, opsplan::diagnostic::Language::English, false);
        (years, format!("{view:?}"))
    });
    let (years, view) = compiled.made.unwrap();
    assert!(years.is_empty() && !view.contains("1970"), "{years:?}");
}

#[test]
fn tasks_in_and_after_a_cycle_have_no_float() {
    let text = r#"[plan]
title = "t"
[tasks]
first = { start = 2026-04-01, due = 2026-04-02 }
a = { start = 2026-04-03, due = 2026-04-07, after = ["first", "b"] }
b = { after = ["a"] }
later = { start = 2026-04-08, due = 2026-04-09, after = ["b"] }
"#;
    let windows = Memory::new([("plan.toml", text)])
        .compile(|plan| plan.analysis.schedule.windows.clone())
        .made
        .unwrap();
    let floats: Vec<_> = windows.iter().map(|window| window.float).collect();
    assert_eq!(floats, [Some(0), None, None, None]);
    assert!(
        windows[3].start.is_some(),
        "a task after a cycle keeps its stated days"
    );
}
