//! What each post does and asks for, a page a post, to be signed; made only where an extract
//! of the posts is asked for, since the chapter of posts says it all in one table.

use super::default;
use super::material::Material;
use super::organisation::headcount;
use super::part::{Chapter, Fact, Part};
use super::said::{counted, lines, texts};
use super::value::Value;
use crate::diagnostic::Text;
use crate::plan::{AnyItem, Entry, Idx, Role, Said, Section};
use crate::source::Span;

/// Sections that say for which posts an item is.
const OF_POSTS: [Section; 5] = [
    Section::Shifts,
    Section::Pay,
    Section::Commissions,
    Section::Kpis,
    Section::Trainings,
];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let roles = &material.resolved.plan.roles;
    if roles.is_empty() || !material.only.contains(&Section::Roles) {
        return None;
    }
    let parts = roles.numbered();
    let parts = parts.flat_map(|(at, role)| post(at, role, material));
    Some(Chapter {
        id: "job-descriptions",
        title: Text::fixed("岗位说明书", "Job descriptions"),
        what: counted(roles.len(), "个岗位", "post", "posts"),
        is_form: false,
        parts: parts.collect(),
    })
}

fn post<'p>(at: Idx<Role>, role: &'p Entry<Role>, material: &Material<'_, 'p>) -> Vec<Part<'p>> {
    let resolved = material.resolved;
    let above = role.reports_to.as_ref();
    let holders = resolved.holders(at).iter();
    let holders = holders.map(|person| Value::plain(resolved.plan.people[*person].label()));
    let facts = [
        Fact::new(
            Text::fixed("上级", "Reports to"),
            above.map(|above| Value::plain(resolved.name(above))),
        ),
        Fact::new(Text::fixed("任职人", "Held by"), Value::list(holders)),
        Fact::new(
            Text::fixed("外包", "Provided by"),
            Value::line(role.provided_by.as_ref()),
        ),
        Fact::new(
            Text::fixed("最晚到岗", "To be hired by"),
            role.hire_by.map(|day| Value::day(day.value.0)),
        ),
        Fact::new(
            Text::fixed("备注", "Note"),
            texts(&role.note).map(Value::plain),
        ),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    let meta = headcount(role).into_iter().collect();
    let mut parts = vec![Part::Heading(Value::plain(role.label()), meta)];
    parts.extend((!facts.is_empty()).then_some(Part::Facts(facts)));
    for (label, said) in [
        (Value::words("岗位职责", "Duties"), &role.duties),
        (Value::words("任职要求", "Requirements"), &role.requirements),
    ] {
        if !said.is_empty() {
            parts.extend([Part::Lead(label), Part::Lines(lines(said))]);
        }
    }
    for section in OF_POSTS {
        let mut items = default::items(section, material);
        items.retain(|item| is_for(item, &role.id.value));
        if !items.is_empty() {
            parts.push(Part::Lead(Value::Words(super::field::heading(section))));
            parts.extend(default::sheets(section, &items, material));
        }
    }
    parts.push(Part::Note(Value::words(
        "任职人签字：＿＿＿＿＿＿　上级签字：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
        "Holder: ____________  Superior: ____________  Date: ____________",
    )));
    parts
}

/// Whether an item names a post among its `roles`.
fn is_for(item: &AnyItem<'_>, role: &str) -> bool {
    let mut is_named = false;
    item.item.each(&mut |field, says| {
        says.say(Span::default(), &mut |said, _| {
            is_named |=
                field.key == "roles" && matches!(said, Said::Reference(id, _) if &**id == role);
        });
    });
    is_named
}
