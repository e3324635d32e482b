//! What the plan is, and who signs it.

use super::part::Fact;
use super::said::texts;
use super::store;
use super::value::{DayForm, Value};
use crate::diagnostic::Text;
use crate::resolve::Resolved;

/// The first page.
#[derive(Clone, Debug)]
pub struct Cover<'p> {
    /// Title of the plan.
    pub title: &'p str,
    /// The title in the parts between which a line may break; nothing if there is one.
    pub title_parts: Vec<&'p str>,
    /// The shops with names, as they stand at the top of every page.
    pub shops: Option<Value<'p>>,
    /// The goal in a sentence.
    pub goal: Option<&'p str>,
    /// Shop, platform, period and version.
    pub facts: Vec<Fact<'p>>,
    /// Version and day of issue, as they stand at the foot of every page.
    pub edition: Option<Value<'p>>,
    /// Who wrote it.
    pub prepared_by: Option<&'p str>,
    /// Who approves it.
    pub approved_by: Option<&'p str>,
}

pub(super) fn cover<'p>(resolved: &Resolved<'p>) -> Cover<'p> {
    let head = resolved.plan.head();
    let stores = &*resolved.plan.stores;
    let named = stores
        .iter()
        .filter(|store| !store.stands_alone || store.name.is_some());
    let shops = Value::list(named.map(|store| Value::plain(store.label())));
    let platform = match stores {
        [store] => store::platform(store),
        _ => None,
    };
    let version = Value::line(head.version.as_ref());
    let date = head.date.map(|day| Value::Day(day.value.0, DayForm::Full));
    let edition = [
        version
            .clone()
            .map(|version| Value::phrase("版本 {0}", "Version {0}", [version])),
        date.clone(),
    ];
    let facts = [
        Fact::new(Text::fixed("店铺", "Shop"), shops.clone()),
        Fact::new(Text::fixed("平台", "Platform"), platform),
        Fact::new(
            Text::fixed("类目", "Category"),
            Value::line(head.category.as_ref()),
        ),
        Fact::new(Text::fixed("计划期", "Period"), period(resolved)),
        Fact::new(Text::fixed("版本", "Version"), version),
        Fact::new(Text::fixed("编制日期", "Date of issue"), date.clone()),
    ];
    let title = texts(&head.title).unwrap_or_default();
    Cover {
        title,
        title_parts: parts(title),
        shops,
        goal: texts(&head.goal),
        facts: facts.into_iter().flatten().collect(),
        edition: Value::beside(edition),
        prepared_by: texts(&head.prepared_by),
        approved_by: texts(&head.approved_by),
    }
}

/// Words before which a title may well break: Chinese has no spaces to show it.
const BREAK_BEFORE: [&str; 9] = [
    "开店",
    "运营",
    "推广",
    "营销",
    "活动",
    "计划书",
    "方案",
    "\u{ff08}",
    "\u{300a}",
];

/// The parts of a title between which a line may break.
fn parts(title: &str) -> Vec<&str> {
    let found = BREAK_BEFORE
        .iter()
        .flat_map(|word| title.match_indices(word));
    let mut cuts: Vec<usize> = found.map(|(at, _)| at).filter(|at| *at > 0).collect();
    if cuts.is_empty() {
        return Vec::new();
    }
    cuts.sort_unstable();
    cuts.push(title.len());
    let mut from = 0;
    cuts.into_iter()
        .map(|to| &title[std::mem::replace(&mut from, to)..to])
        .collect()
}

fn period<'p>(resolved: &Resolved<'p>) -> Option<Value<'p>> {
    let (start, end) = resolved.span();
    let full = |day| Value::Day(day, DayForm::Full);
    let from = full(start?);
    Some(match end.map(full) {
        Some(to) => Value::between(from, to),
        None => Value::phrase("{0}起，未写结束日期", "from {0}, no end stated", [from]),
    })
}
