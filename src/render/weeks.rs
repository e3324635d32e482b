//! Tasks by week: what begins, what goes on, what is due.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, Weekday};

use crate::plan::TaskStatus;
use crate::view::task_rows::{Origin, TaskRow};

/// A week, or several weeks on end in which nothing begins and nothing is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Week {
    /// Mondays of the first and of the last week; nothing for tasks without any day.
    pub(super) mondays: Option<(NaiveDate, NaiveDate)>,
    /// Tasks that begin in it, or happen about then.
    pub(super) begin: Vec<usize>,
    /// Tasks that began before and are due later: the first ones, and how many there are.
    pub(super) go_on: (Vec<usize>, usize),
    /// Tasks that are due in it and began before, or of which only that day is known.
    pub(super) due: Vec<usize>,
}

/// Tasks that are named of those that go on.
const NAMED: usize = 12;

/// The weeks of some tasks in order, those without a day last. Tasks stand in the order given.
pub(super) fn weeks(tasks: &[usize], rows: &[TaskRow<'_>]) -> Vec<Week> {
    let mut weeks: BTreeMap<NaiveDate, Week> = BTreeMap::new();
    let mut undated = Week::default();
    let mut begun: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (place, &at) in tasks.iter().enumerate() {
        let (start, due) = (rows[at].start.map(|day| day.day), rows[at].due);
        let is_done = rows[at].status == Some(TaskStatus::Done);
        let first = start.map(monday);
        let last = due.map(|due| monday(due.day));
        match (first, last) {
            (Some(first), Some(last)) if first < last && !is_done => {
                week(&mut weeks, first).begin.push(at);
                week(&mut weeks, last).due.push(at);
                begun.entry(first).or_default().push(place);
            }
            (Some(first), _) => week(&mut weeks, first).begin.push(at),
            (None, Some(last)) if due.is_some_and(|due| due.origin == Origin::About) => {
                week(&mut weeks, last).begin.push(at);
            }
            (None, Some(last)) => week(&mut weeks, last).due.push(at),
            (None, None) => undated.begin.push(at),
        }
    }
    let mut ordered = with_what_goes_on(weeks, &begun, tasks, rows);
    ordered.extend((!undated.begin.is_empty()).then_some(undated));
    ordered
}

/// Names in each week what goes on, and puts the weeks between them in which nothing else is.
fn with_what_goes_on(
    weeks: BTreeMap<NaiveDate, Week>,
    begun: &BTreeMap<NaiveDate, Vec<usize>>,
    tasks: &[usize],
    rows: &[TaskRow<'_>],
) -> Vec<Week> {
    let mut ordered: Vec<Week> = Vec::new();
    let mut going: BTreeSet<usize> = BTreeSet::new();
    let places: BTreeMap<usize, usize> = tasks
        .iter()
        .enumerate()
        .map(|(at, one)| (*one, at))
        .collect();
    for (monday, mut week) in weeks {
        let before = ordered.last().and_then(|week| week.mondays);
        let gap = before.and_then(|(_, last)| {
            let (from, to) = (last + Days::new(7), monday - Days::new(7));
            (from <= to && !going.is_empty()).then_some((from, to))
        });
        ordered.extend(gap.map(|gap| Week {
            mondays: Some(gap),
            go_on: named(&going, tasks),
            ..Week::default()
        }));
        for at in &week.due {
            if rows[*at].start.is_some() {
                going.remove(&places[at]);
            }
        }
        week.go_on = named(&going, tasks);
        going.extend(begun.get(&monday).into_iter().flatten());
        ordered.push(week);
    }
    ordered
}

fn named(going: &BTreeSet<usize>, tasks: &[usize]) -> (Vec<usize>, usize) {
    let first = going.iter().take(NAMED).map(|place| tasks[*place]);
    (first.collect(), going.len())
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

fn week(weeks: &mut BTreeMap<NaiveDate, Week>, monday: NaiveDate) -> &mut Week {
    weeks.entry(monday).or_insert_with(|| Week {
        mondays: Some((monday, monday)),
        ..Week::default()
    })
}
