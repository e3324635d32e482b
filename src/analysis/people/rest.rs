//! Tasks that lie on days off alone.

use chrono::NaiveDate;

use super::post::OfPosts;
use crate::analysis::schedule::Schedule;
use crate::plan::value::Choice;
use crate::plan::{Entry, Holidays, Idx, Person, Repeat, Role, Task, Weekday};
use crate::resolve::{OwnedBy, Resolved, occurrences};
use crate::source::{Located, Span};

/// A task none of whose days, or a routine one of whose weekdays, is a work day of an owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The task.
    pub task: usize,
    /// Where the first owner is named.
    pub named: Span,
    /// A person whose own work days are stated; else those of the shop hold.
    pub person: Option<Idx<Person>>,
    /// When nobody works.
    pub when: When,
}

/// When nobody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// From the first to the last day of a task.
    Always(NaiveDate, NaiveDate),
    /// On these weekdays of a routine.
    On(Vec<Located<Weekday>>),
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
        let nobody = |day: &NaiveDate| !weeks.iter().any(|week| week.works(*day, resolved));
        let when = match &task.repeat {
            Some(repeat) if !repeat.on.is_empty() => {
                on(repeat, &weeks, days.into_iter().filter(nobody))?
            }
            _ => {
                let (first, last) = (*days.first()?, *days.last()?);
                days.iter()
                    .all(nobody)
                    .then_some(When::Always(first, last))?
            }
        };
        Some(Rests {
            task: at,
            named,
            person: weeks.iter().find_map(|week| week.person),
            when,
        })
    });
    rests.collect()
}

/// The weekdays of a routine that are in nobody's week. A day here and there is not counted
/// against it: the shop rests on holidays.
fn on(repeat: &Repeat, weeks: &[Week], alone: impl Iterator<Item = NaiveDate>) -> Option<When> {
    let mut is_alone = [false; 7];
    alone.for_each(|day| is_alone[Weekday::of(day).index()] = true);
    let on = repeat.on.iter().copied().filter(|day| {
        let day = day.value.index();
        is_alone[day] && !weeks.iter().any(|week| week.days[day])
    });
    let on: Vec<_> = on.collect();
    (!on.is_empty()).then_some(When::On(on))
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
        let (weekday, calendar) = (Weekday::of(day).index(), &resolved.calendar);
        let is_made_up = calendar.works(day) && !calendar.week[weekday];
        let rests = |holidays: Located<Holidays>| holidays.value == Holidays::Rest;
        let follows = self.person.is_none() && resolved.head().holidays.is_some_and(rests);
        // On a make-up day whoever has the shop's week works, and others may.
        is_made_up || self.days[weekday] && (!follows || calendar.works(day))
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
        days[day.value.index()] = true;
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
