//! Posts, people, and what they do.

use serde::Serialize;

use super::drawing::Drawing;
use super::format::{Date, Wording};
use super::tree::{self, Node};
use super::{distinct, line, lines};
use crate::diagnostic::text;
use crate::plan::value::Choice;
use crate::plan::{Entry, Idx, Person, Role, Section};
use crate::resolve::{ItemRef, Resolved};

/// Who works on the plan.
#[derive(Clone, Debug, Serialize)]
pub struct Organisation {
    /// Who reports to whom.
    pub tree: Option<Drawing>,
    /// Whether a post in the tree is not filled yet.
    pub has_later: bool,
    /// Posts, in the order of the tree.
    pub roles: Vec<RoleRow>,
    /// Whether any post asks for something.
    pub has_requirements: bool,
    /// Whether any person holds a post.
    pub has_posts: bool,
    /// Whether any person has days of their own.
    pub has_days: bool,
    /// People.
    pub people: Vec<PersonRow>,
    /// Where this comes from.
    pub sources: Vec<String>,
}

/// One post.
#[derive(Clone, Debug, Serialize)]
pub struct RoleRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// How many posts stand above it.
    pub depth: usize,
    /// How many people it is for.
    pub headcount: Option<String>,
    /// Who holds it.
    pub holders: Option<String>,
    /// Who does the work instead.
    pub provided_by: Option<String>,
    /// The day by which it must be filled.
    pub hire_by: Option<Date>,
    /// What it does.
    pub duties: Vec<String>,
    /// What its holder must be able to do.
    pub requirements: Vec<String>,
    /// How many tasks and campaigns it owns.
    pub workload: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// One person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonRow {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Posts they hold.
    pub roles: Option<String>,
    /// First day of work.
    pub start: Option<Date>,
    /// Last day of work.
    pub end: Option<Date>,
    /// Their own work days.
    pub work_days: Option<String>,
    /// How many tasks and campaigns they own.
    pub workload: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

pub(super) fn organisation(resolved: &Resolved<'_>, wording: &Wording) -> Option<Organisation> {
    let above: Vec<Option<usize>> = resolved
        .roles
        .iter()
        .map(|role| resolved.find(&role.reports_to).map(Idx::at))
        .collect();
    let nodes: Vec<Node> = resolved
        .roles
        .iter()
        .zip(&above)
        .enumerate()
        .map(|(at, (role, above))| {
            let held = resolved.holders(Idx::new(at)).next().is_some();
            node(role, *above, held, wording)
        })
        .collect();
    let order = tree::order(&above);
    let roles: Vec<_> = order
        .iter()
        .map(|(at, depth)| role_row(*at, *depth, resolved, wording))
        .collect();
    let people: Vec<_> = (0..resolved.people.len())
        .map(|at| person_row(at, resolved, wording))
        .collect();
    let sources = resolved.roles.iter().map(|role| line(&role.source));
    let sources = distinct(
        sources
            .chain(resolved.people.iter().map(|person| line(&person.source)))
            .flatten(),
    );
    (!roles.is_empty() || !people.is_empty()).then(|| Organisation {
        tree: tree::tree(&nodes, wording),
        has_later: nodes.iter().any(|node| node.later),
        has_requirements: roles.iter().any(|role| !role.requirements.is_empty()),
        has_posts: people.iter().any(|person| person.roles.is_some()),
        has_days: people.iter().any(|person| {
            person.start.is_some() || person.end.is_some() || person.work_days.is_some()
        }),
        roles,
        people,
        sources,
    })
}

fn node(role: &Entry<Role>, above: Option<usize>, held: bool, wording: &Wording) -> Node {
    let empty = role.headcount.is_some_and(|count| count.value.0 == 0);
    let provided = role.provided_by.as_ref().map(|by| by.to_string());
    let hire_by = role.hire_by.map(|day| {
        let day = wording.day(day.value.0);
        wording.say(text!("{day} 前到岗", "by {day}"))
    });
    let below = [
        headcount(role, wording),
        provided,
        hire_by.filter(|_| !empty),
    ];
    let below: Vec<String> = below.into_iter().flatten().collect();
    let later = role.hire_by.is_some() && !held || empty && role.provided_by.is_none();
    Node {
        title: role.label().to_owned(),
        below: below.join(" · "),
        above,
        later,
    }
}

fn headcount(role: &Entry<Role>, wording: &Wording) -> Option<String> {
    let count = role.headcount?.value.0;
    Some(wording.say(match count {
        0 => text!("暂不设", "not filled for now"),
        1 => text!("1 人", "1 person"),
        _ => text!("{count} 人", "{count} people"),
    }))
}

fn role_row(at: usize, depth: usize, resolved: &Resolved<'_>, wording: &Wording) -> RoleRow {
    let role = &resolved.roles[at];
    let holders = resolved.holders(Idx::new(at));
    let holders = holders.map(|person| resolved.people[person].label().to_owned());
    let owner = ItemRef {
        section: Section::Roles,
        at,
    };
    RoleRow {
        id: role.id.to_string(),
        title: role.label().to_owned(),
        depth,
        headcount: headcount(role, wording),
        holders: Some(wording.list(holders)).filter(|names| !names.is_empty()),
        provided_by: line(&role.provided_by),
        hire_by: role.hire_by.map(|day| wording.date(day.value.0)),
        duties: lines(&role.duties),
        requirements: lines(&role.requirements),
        workload: workload(owner, resolved, wording),
        note: line(&role.note),
    }
}

fn person_row(at: usize, resolved: &Resolved<'_>, wording: &Wording) -> PersonRow {
    let person: &Entry<Person> = &resolved.people[at];
    let roles = person
        .roles
        .iter()
        .map(|role| resolved.name(role).to_owned());
    let owner = ItemRef {
        section: Section::People,
        at,
    };
    let work_days = wording.list(
        person
            .work_days
            .iter()
            .map(|day| day.value.label(wording.language).to_owned()),
    );
    PersonRow {
        id: person.id.to_string(),
        name: person.label().to_owned(),
        roles: Some(wording.list(roles)).filter(|names| !names.is_empty()),
        start: person.start.map(|day| wording.date(day.value.0)),
        end: person.end.map(|day| wording.date(day.value.0)),
        work_days: Some(work_days).filter(|days| !days.is_empty()),
        workload: workload(owner, resolved, wording),
        note: line(&person.note),
    }
}

fn workload(owner: ItemRef, resolved: &Resolved<'_>, wording: &Wording) -> Option<String> {
    let owned = |section| {
        let named = resolved
            .references
            .to(owner)
            .filter(move |one| one.from.section == section);
        named.filter(|one| one.field == "owners").count()
    };
    let (tasks, campaigns) = (owned(Section::Tasks), owned(Section::Campaigns));
    let said = [
        (tasks > 0).then(|| wording.say(text!("任务 {tasks}", "tasks: {tasks}"))),
        (campaigns > 0).then(|| wording.say(text!("活动 {campaigns}", "campaigns: {campaigns}"))),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
