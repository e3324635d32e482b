//! Owners against the slow, obvious version: every work day of a task looked up in the days
//! of its owners.

use chrono::{Days, NaiveDate};
use opsplan::analysis::people::{Absence, Why};
use proptest::prelude::*;

use crate::schedule::{first_day, is_work_day};
use crate::world::Memory;

/// A person: days after the first on which they come and leave, if the plan says so.
#[derive(Clone, Debug)]
struct Somebody {
    comes: Option<u64>,
    stays: Option<u64>,
    holds_post: bool,
}

/// A post: its headcount, and by when it is filled.
#[derive(Clone, Debug)]
struct Post {
    headcount: Option<usize>,
    hire_by: Option<u64>,
}

#[derive(Clone, Debug)]
struct Case {
    people: Vec<Somebody>,
    post: Post,
    /// Positions in `people`; the post is the one after the last.
    owners: Vec<usize>,
    starts: u64,
    takes: u64,
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let (comes, stays) = (prop::option::of(0..40_u64), prop::option::of(0..40_u64));
    (comes, stays, any::<bool>()).prop_map(|(comes, stays, holds_post)| Somebody {
        comes,
        stays,
        holds_post,
    })
}

fn post() -> impl Strategy<Value = Post> {
    let (headcount, hire_by) = (prop::option::of(1..4_usize), prop::option::of(0..40_u64));
    (headcount, hire_by).prop_map(|(headcount, hire_by)| Post { headcount, hire_by })
}

fn cases() -> impl Strategy<Value = Case> {
    let people = prop::collection::vec(somebody(), 1..4);
    (people, post()).prop_flat_map(|(people, post)| {
        let owners: Vec<usize> = (0..=people.len()).collect();
        let most = owners.len();
        let owners = prop::sample::subsequence(owners, 1..=most);
        (Just(people), Just(post), owners, 0..40_u64, 0..30_u64).prop_map(
            |(people, post, owners, starts, takes)| Case {
                people,
                post,
                owners,
                starts,
                takes,
            },
        )
    })
}

fn day(after: u64) -> NaiveDate {
    first_day() + Days::new(after)
}

impl Somebody {
    fn comes(&self) -> Option<NaiveDate> {
        self.comes.map(day)
    }

    fn leaves(&self) -> Option<NaiveDate> {
        self.stays
            .map(|stays| day(self.comes.unwrap_or_default() + stays))
    }

    fn is_there(&self, on: NaiveDate) -> bool {
        self.comes().is_none_or(|comes| comes <= on) && self.leaves().is_none_or(|last| on <= last)
    }
}

impl Case {
    fn text(&self) -> String {
        let mut text = String::from("[plan]\ntitle = \"t\"\n[roles.post]\n");
        if let Some(headcount) = self.post.headcount {
            text += &format!("headcount = {headcount}\n");
        }
        if let Some(by) = self.post.hire_by {
            text += &format!("hire_by = {}\n", day(by));
        }
        for (at, person) in self.people.iter().enumerate() {
            text += &format!("[people.p{at}]\n");
            if person.holds_post {
                text += "roles = [\"post\"]\n";
            }
            if let Some(comes) = person.comes() {
                text += &format!("start = {comes}\n");
            }
            if let Some(leaves) = person.leaves() {
                text += &format!("end = {leaves}\n");
            }
        }
        let (start, due) = (day(self.starts), day(self.starts + self.takes));
        let owners = self.named();
        text + &format!("[tasks.t]\nowners = {owners}\nstart = {start}\ndue = {due}\n")
    }

    /// The same people, who are live, work behind the camera or teach on one day.
    fn held_on_the_first_day(&self, section: &str, field: &str) -> String {
        let text = self.text();
        let people = text.split("[tasks.t]").next().unwrap_or_default();
        let (on, owners) = (day(self.starts), self.named());
        format!("{people}[{section}.t]\n{field} = {owners}\non = {on}\n")
    }

    fn named(&self) -> String {
        let name = |at: &usize| match self.people.get(*at) {
            Some(_) => format!("\"p{at}\""),
            None => "\"post\"".to_owned(),
        };
        let owners: Vec<String> = self.owners.iter().map(name).collect();
        format!("[{}]", owners.join(", "))
    }

    fn owner_is_there(&self, owner: usize, on: NaiveDate) -> bool {
        if let Some(person) = self.people.get(owner) {
            return person.is_there(on);
        }
        let holders: Vec<&Somebody> = self.people.iter().filter(|one| one.holds_post).collect();
        let has_unnamed = match self.post.headcount {
            Some(headcount) => headcount > holders.len(),
            None => holders.is_empty(),
        };
        let is_hired = self.post.hire_by.is_none_or(|by| day(by) <= on);
        has_unnamed && is_hired || holders.iter().any(|person| person.is_there(on))
    }

    /// Whether there is a day of the task on which no owner is there.
    fn is_left_alone(&self) -> bool {
        let days: Vec<NaiveDate> = (0..=self.takes).map(|at| day(self.starts + at)).collect();
        let works = days.iter().any(|day| is_work_day(*day));
        let mut needed = days.iter().filter(|day| !works || is_work_day(**day));
        needed.any(|on| {
            !self
                .owners
                .iter()
                .any(|owner| self.owner_is_there(*owner, *on))
        })
    }
}

fn leaves_it_alone(absence: &Absence) -> bool {
    match absence.why {
        Why::RoleEmpty(_) => false,
        Why::StartsAfter { covered, .. } | Why::LeavesBefore { covered, .. } => !covered,
        Why::HiredAfter { .. } => true,
    }
}

/// How often nobody is there when somebody is needed.
fn left_alone(text: &str) -> usize {
    let compiled =
        Memory::new([("plan.toml", text)]).compile(|plan| plan.analysis.people.absences.clone());
    let absences = compiled.made.expect("the plan is readable");
    absences
        .iter()
        .filter(|absence| leaves_it_alone(absence))
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_work_day_of_a_task_is_looked_up_in_the_days_of_its_owners(case in cases()) {
        let text = case.text();
        let found = left_alone(&text);
        prop_assert_eq!(found, usize::from(case.is_left_alone()), "{}", text);
    }

    #[test]
    fn sessions_and_trainings_need_somebody_on_their_day(case in cases()) {
        let on = day(case.starts);
        let is_alone = !case.owners.iter().any(|owner| case.owner_is_there(*owner, on));
        for (section, field) in [("sessions", "hosts"), ("sessions", "control"), ("trainings", "trainers")] {
            let text = case.held_on_the_first_day(section, field);
            prop_assert_eq!(left_alone(&text), usize::from(is_alone), "{}", text);
        }
    }
}

#[test]
fn a_task_without_owners_has_nobody_who_is_absent() {
    let text = "[plan]\ntitle = \"t\"\n[tasks.t]\nstart = 2026-04-01\n";
    let compiled =
        Memory::new([("plan.toml", text)]).compile(|plan| plan.analysis.people.absences.len());
    assert_eq!(compiled.made, Some(0));
}
