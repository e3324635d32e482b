//! Posts, people, and what they do.

use super::drawn::{Node, Tree};
use super::hierarchy;
use super::material::Material;
use super::part::{Cell, Chapter, Column, Fit, Part, Row, Sheet};
use super::said::{counted, points, texts};
use super::value::Value;
use crate::analysis::figures::workload;
use crate::diagnostic::{Text, text};
use crate::plan::{Entry, Idx, Person, Role, Section};
use crate::resolve::{ItemRef, Resolved};

pub(super) const SECTIONS: &[Section] = &[Section::Roles, Section::People];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let resolved = material.resolved;
    let (posts, people) = (resolved.plan.roles.len(), resolved.plan.people.len());
    let mut parts = roles(resolved);
    if people > 0 {
        let heading = Part::Heading(Value::words("人员", "People"), Vec::new());
        parts.extend((posts > 0).then_some(heading));
        parts.push(Part::Sheet(people_sheet(resolved)));
    }
    let sources = resolved.plan.roles.iter().map(|role| texts(&role.source));
    let sources = sources.chain(
        resolved
            .plan
            .people
            .iter()
            .map(|person| texts(&person.source)),
    );
    parts.extend(super::said::sources(sources));
    (posts + people > 0).then(|| Chapter {
        id: "organisation",
        title: Text::fixed("组织与职责", "Organisation and duties"),
        what: {
            let posts = (posts > 0).then(|| counted(posts, "个岗位", "post", "posts"));
            let people = (people > 0).then(|| counted(people, "人", "person", "people"));
            match (posts, people) {
                (Some(posts), Some(people)) => text!(
                    "{a}，{b}",
                    "{c}, {d}",
                    a = posts.zh,
                    b = people.zh,
                    c = posts.en,
                    d = people.en
                ),
                (posts, people) => posts.or(people).unwrap_or_default(),
            }
        },
        is_form: false,
        parts,
    })
}

/// The tree of posts, and their table in its order.
fn roles<'p>(resolved: &Resolved<'p>) -> Vec<Part<'p>> {
    let roles = &resolved.plan.roles;
    if roles.is_empty() {
        return Vec::new();
    }
    let above: Vec<Option<usize>> = roles
        .iter()
        .map(|role| resolved.find(&role.reports_to).map(Idx::at))
        .collect();
    let order = hierarchy::order(&above);
    let mut places = vec![0; order.len()];
    for (place, (at, _)) in order.iter().enumerate() {
        places[*at] = place;
    }
    let nodes = order.iter().map(|(at, depth)| Node {
        above: above[*at].map(|post| places[post]),
        depth: *depth,
        ..node(Idx::new(*at), resolved)
    });
    let nodes: Vec<Node<'p>> = nodes.collect();
    let is_later = nodes.iter().any(|node| node.is_later);
    let dashed = Value::words(
        "虚线框：尚未到岗或暂不设。",
        "Dashed: not yet in post, or not filled for now.",
    );
    let mut parts = Vec::new();
    let is_tree = hierarchy::is_tree(&order, &above);
    if is_tree && !hierarchy::has_room(&above) {
        let indented = Value::words(
            "岗位较多，上下级关系以缩进表示。",
            "There are many posts: those that report to one stand indented below it.",
        );
        parts.push(Part::Note(indented));
    } else if is_tree {
        parts.push(Part::Tree(Tree { nodes }));
        parts.extend(is_later.then_some(Part::Note(dashed)));
    }
    let rows = order.iter().map(|(at, depth)| Row {
        depth: *depth,
        ..role_row(Idx::new(*at), resolved)
    });
    let columns = vec![
        Column::new("name", "岗位", "Post", Fit::Head),
        Column::new("duties", "职责", "Duties", Fit::Text),
        Column::new("asked", "任职要求", "Requirements", Fit::Text),
    ];
    let sheet = Sheet::new(
        "roles",
        Text::fixed("岗位", "Post"),
        columns,
        rows.collect(),
    );
    parts.push(Part::Sheet(sheet.without_empty_columns()));
    parts
}

fn node<'p>(at: Idx<Role>, resolved: &Resolved<'p>) -> Node<'p> {
    let role = &resolved.plan.roles[at];
    let is_empty = role.headcount.is_some_and(|count| count.value.0 == 0);
    let is_held = !resolved.holders(at).is_empty();
    let hire_by = role
        .hire_by
        .filter(|_| !is_empty)
        .map(|day| Value::phrase("{0} 前到岗", "by {0}", [Value::day(day.value.0)]));
    let below = [
        headcount(role),
        Value::line(role.provided_by.as_ref()),
        hire_by,
    ];
    Node {
        title: role.label(),
        below: below.into_iter().flatten().collect(),
        above: None,
        depth: 0,
        is_later: role.hire_by.is_some() && !is_held || is_empty && role.provided_by.is_none(),
    }
}

pub(super) fn headcount(role: &Role) -> Option<Value<'_>> {
    let count = role.headcount?.value.0;
    Some(Value::Words(match count {
        0 => text!("暂不设", "not filled for now"),
        1 => text!("1 人", "1 person"),
        _ => text!("{count} 人", "{count} people"),
    }))
}

fn role_row<'p>(at: Idx<Role>, resolved: &Resolved<'p>) -> Row<'p> {
    let role = &resolved.plan.roles[at];
    let holders = resolved
        .holders(at)
        .iter()
        .map(|person| resolved.plan.people[*person].label());
    let owner = ItemRef {
        section: Section::Roles,
        at: at.at(),
    };
    Row::new([
        Cell::new(Value::plain(role.label()))
            .detail(headcount(role))
            .detail(Value::list(holders.map(Value::plain)))
            .labelled(
                "外包：",
                "Provided by: ",
                Value::line(role.provided_by.as_ref()),
            )
            .labelled(
                "最晚到岗：",
                "To be hired by: ",
                role.hire_by.map(|day| Value::day(day.value.0)),
            )
            .detail(owns(owner, resolved)),
        Cell::points(points(&role.duties)).labelled(
            "备注：",
            "Note: ",
            Value::line(role.note.as_ref()),
        ),
        Cell::points(points(&role.requirements)),
    ])
}

fn people_sheet<'p>(resolved: &Resolved<'p>) -> Sheet<'p> {
    let people = resolved.plan.people.numbered();
    let rows = people
        .map(|(at, person)| person_row(at, person, resolved))
        .collect();
    let columns = vec![
        Column::new("name", "姓名", "Name", Fit::Head),
        Column::new("roles", "岗位", "Posts", Fit::Text),
        Column::new("there", "在岗", "In post", Fit::Tight),
        Column::new("owns", "负责", "Responsible for", Fit::Tight),
        Column::new("note", "备注", "Note", Fit::Text),
    ];
    let label = Text::fixed("人员", "People");
    Sheet::new("people", label, columns, rows)
        .without_empty_columns()
        .narrow()
}

fn person_row<'p>(at: Idx<Person>, person: &'p Entry<Person>, resolved: &Resolved<'p>) -> Row<'p> {
    let owner = ItemRef {
        section: Section::People,
        at: at.at(),
    };
    let roles = person
        .roles
        .iter()
        .map(|role| Value::plain(resolved.name(role)));
    let work_days = person.work_days.iter().map(|day| Value::choice(day.value));
    Row::new([
        Cell::new(Value::plain(person.label())),
        Cell::new(Value::list(roles)),
        Cell::new(there(person)).detail(Value::list(work_days)),
        Cell::new(owns(owner, resolved)),
        Cell::new(Value::line(person.note.as_ref())),
    ])
}

/// From when to when a person is there.
fn there(person: &Person) -> Option<Value<'_>> {
    let day = |day: crate::source::Located<crate::plan::value::Day>| Value::day(day.value.0);
    match (person.start.map(day), person.end.map(day)) {
        (Some(start), Some(end)) => Some(Value::between(start, end)),
        (Some(start), None) => Some(Value::phrase("{0} 起", "from {0}", [start])),
        (None, Some(end)) => Some(Value::phrase("至 {0}", "until {0}", [end])),
        (None, None) => None,
    }
}

/// How many tasks and campaigns somebody owns.
fn owns<'p>(owner: ItemRef, resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let owned = |section, zh, one, more| {
        let count = workload(owner, section, resolved);
        (count > 0).then(|| Value::Words(counted(count, zh, one, more)))
    };
    Value::beside([
        owned(Section::Tasks, "项任务", "task", "tasks"),
        owned(Section::Campaigns, "场活动", "campaign", "campaigns"),
    ])
}
