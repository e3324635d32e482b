//! Tasks that lie on days off alone.

use chrono::{Datelike, NaiveDate};

use super::post::OfPosts;
use crate::analysis::schedule::Schedule;
use crate::plan::{Entry, Holidays, Idx, Person, Role, Task};
use crate::resolve::{OwnedBy, Resolved, occurrences};
use crate::source::Span;

/// A task none of whose days is a work day of an owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The task.
    pub task: usize,
    /// Where the first owner is named.
    pub named: Span,
    /// A person whose own work days are stated; else those of the shop hold.
    pub person: Option<Idx<Person>>,
    /// First and last day of the task.
    pub days: (NaiveDate, NaiveDate),
}

/// A task longer than this holds a work day of everybody.
const LONGEST: i64 = 60;

pub(super) fn rests(resolved: &Resolved<'_>, schedule: &Schedule) -> Vec<Rests> {
    let tasks = resolved.plan.tasks.iter().enumerate();
    let posts = OfPosts::new(resolved);
    let rests = tasks.filter_map(|(at, task)| {
        let named = task.owners.first()?.span;
        let weeks = weeks(task, &posts, resolved)?;
        let days = days(task, schedule.windows[at].end, resolved);
        let (first, last) = (*days.first()?, *days.last()?);
        let works = |day: &NaiveDate| weeks.iter().any(|week| week.works(*day, resolved));
        let person = weeks.iter().find_map(|week| week.person);
        (!days.iter().any(works)).then_some(Rests {
            task: at,
            named,
            person,
            days: (first, last),
        })
    });
    rests.collect()
}

/// The days of a task, where the plan says them.
fn days(task: &Entry<Task>, end: Option<NaiveDate>, resolved: &Resolved<'_>) -> Vec<NaiveDate> {
    if task.repeat.is_some() {
        return occurrences(task, resolved);
    }
    let Some(start) = task.start.map(|day| day.value.0) else {
        return Vec::new();
    };
    let end = task.due.map(|day| day.value.0).or(end).unwrap_or(start);
    if !(0..LONGEST).contains(&(end - start).num_days()) {
        return Vec::new();
    }
    start.iter_days().take_while(|day| *day <= end).collect()
}

/// On which days somebody works.
#[derive(Clone, Copy)]
struct Week {
    /// Their own, if it is not the shop's.
    person: Option<Idx<Person>>,
    days: [bool; 7],
}

impl Week {
    fn is_own(&self) -> bool {
        self.person.is_some()
    }

    fn works(&self, day: NaiveDate, resolved: &Resolved<'_>) -> bool {
        let in_week = self.days[day.weekday().num_days_from_monday() as usize];
        let rests = |holidays: crate::source::Located<Holidays>| holidays.value == Holidays::Rest;
        let stated = self.person.is_none() && resolved.head().holidays.is_some_and(rests);
        if stated {
            resolved.calendar.works(day)
        } else {
            in_week
        }
    }
}

/// The weeks of all owners of a task; nothing where those of one are not stated.
fn weeks(
    task: &Entry<Task>,
    posts: &OfPosts<Option<Vec<Week>>>,
    resolved: &Resolved<'_>,
) -> Option<Vec<Week>> {
    let mut weeks = Vec::new();
    for owner in &task.owners {
        match resolved.owner(owner) {
            OwnedBy::Person(person) => weeks.push(of_person(person, resolved)?),
            OwnedBy::Role(role) => {
                let of_post = posts.get(role, || of_post(role, resolved));
                weeks.extend(of_post.as_deref()?);
            }
            OwnedBy::Nobody => return None,
        }
    }
    Some(weeks)
}

fn of_person(at: Idx<Person>, resolved: &Resolved<'_>) -> Option<Week> {
    let person = &resolved.people[at];
    if person.unread.holds("work_days") {
        return None;
    }
    if person.work_days.is_empty() {
        return of_shop(resolved);
    }
    let mut days = [false; 7];
    for day in &person.work_days {
        days[crate::plan::value::Choice::index(day.value)] = true;
    }
    let person = Some(at);
    Some(Week { person, days })
}

fn of_post(role: Idx<Role>, resolved: &Resolved<'_>) -> Option<Vec<Week>> {
    let post = &resolved.roles[role];
    let mut weeks: Vec<Week> = Vec::new();
    let holders = resolved.holders(role);
    for person in holders {
        let week = of_person(*person, resolved)?;
        let is_same = |other: &Week| week.days == other.days && week.is_own() == other.is_own();
        if !weeks.iter().any(is_same) {
            weeks.push(week);
        }
    }
    let room = post
        .headcount
        .and_then(|count| usize::try_from(count.value.0).ok());
    if weeks.is_empty()
        || room.is_some_and(|room| room > holders.len())
        || post.provided_by.is_some()
    {
        weeks.push(of_shop(resolved)?);
    }
    Some(weeks)
}

/// The week of the shop, where the plan says it: nobody is held to a default.
fn of_shop(resolved: &Resolved<'_>) -> Option<Week> {
    let is_stated = !resolved.head().work_days.is_empty();
    let days = resolved.calendar.week;
    is_stated.then_some(Week { person: None, days })
}
