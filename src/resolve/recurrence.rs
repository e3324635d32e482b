use chrono::{Days, Months, NaiveDate};

use super::resolved::Resolved;
use crate::plan::value::Unit;
use crate::plan::{Entry, Repeat, Task, Weekday};

/// More days than any plan of five years has.
const MOST: usize = 2_000;

/// The first and the last day of a cycle: from its start (its due or about day) to its last
/// day; what it leaves open is taken from its phase, else from the plan. Nothing where one of
/// them is not known.
pub fn cycle(task: &Entry<Task>, resolved: &Resolved<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let repeat = task.repeat.as_ref()?;
    let (plan, phase) = (resolved.plan.head(), resolved.get(&task.phase));
    let stated = task.start.or(task.due).or(task.around);
    let opens = || phase.and_then(|phase| phase.start.day()).or(plan.start);
    let closes = || phase.and_then(|phase| resolved.end_of(phase)).or(plan.end);
    let first = stated.or_else(opens)?.value.0;
    Some((first, repeat.until.or_else(closes)?.value.0))
}

/// The days on which a repeating task falls, in order.
pub fn occurrences(task: &Entry<Task>, resolved: &Resolved<'_>) -> Vec<NaiveDate> {
    match (&task.repeat, cycle(task, resolved)) {
        (Some(repeat), Some((first, until))) => unroll(repeat, first, until, resolved),
        _ => Vec::new(),
    }
}

/// The same as a document prints them: what is done on certain weekdays is left out on days
/// that the shop has off for a holiday.
pub fn printed(task: &Entry<Task>, resolved: &Resolved<'_>) -> Vec<NaiveDate> {
    let by_weekday = task
        .repeat
        .as_ref()
        .is_some_and(|repeat| !repeat.on.is_empty());
    let mut days = occurrences(task, resolved);
    days.retain(|day| !(by_weekday && resolved.calendar.is_holiday(*day)));
    days
}

fn unroll(
    repeat: &Repeat,
    first: NaiveDate,
    until: NaiveDate,
    resolved: &Resolved<'_>,
) -> Vec<NaiveDate> {
    let on: Vec<Weekday> = repeat.on.iter().map(|day| day.value).collect();
    let within = |day: &NaiveDate| *day <= until;
    let count = repeat.every.count;
    let weeks = |day: NaiveDate| (day - monday_of(first)).num_days() / 7;
    match repeat.every.unit {
        Unit::Weeks if !on.is_empty() => first
            .iter_days()
            .take_while(within)
            .filter(|day| on.contains(&Weekday::of(*day)) && weeks(*day) % i64::from(count) == 0)
            .take(MOST)
            .collect(),
        Unit::Workdays => {
            let calendar = &resolved.calendar;
            let from = calendar.ordinal(first);
            (0..)
                .map_while(|step: u32| calendar.nth(from?.checked_add(step * count)?))
                .take_while(within)
                .take(MOST)
                .collect()
        }
        Unit::Months => (0..)
            .map_while(|step: u32| first.checked_add_months(Months::new(step * count)))
            .take_while(within)
            .take(MOST)
            .collect(),
        unit => {
            let days = match unit {
                Unit::Weeks => u64::from(count) * 7,
                Unit::Days => u64::from(count),
                Unit::Hours => u64::from(count).div_ceil(24),
                _ => 1,
            };
            let all = (0..).map_while(|step: u64| first.checked_add_days(Days::new(step * days)));
            let days = all
                .take_while(within)
                .filter(|day| on.is_empty() || on.contains(&Weekday::of(*day)));
            days.take(MOST).collect()
        }
    }
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(chrono::Weekday::Mon).first_day()
}
