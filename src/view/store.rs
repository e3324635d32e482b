//! The shop and its market.

use super::material::Material;
use super::part::{Chapter, Fact, Part};
use super::said::{lines, texts};
use super::value::{DayForm, Value};
use crate::diagnostic::Text;
use crate::plan::{Entry, Scores, Section, Store};

pub(super) const SECTIONS: &[Section] = &[Section::Stores];

pub(super) fn chapter<'p>(material: &Material<'_, 'p>) -> Option<Chapter<'p>> {
    let stores = &material.resolved.plan.stores;
    let has_headings = stores.len() > 1;
    let parts: Vec<_> = stores
        .iter()
        .flat_map(|store| shop(store, has_headings))
        .collect();
    (!stores.is_empty()).then(|| Chapter {
        id: "store",
        title: Text::fixed("店铺与市场", "Shop and market"),
        what: Text::fixed("定位、等级与市场", "position, level, market"),
        is_form: false,
        parts,
    })
}

fn shop(store: &Entry<Store>, has_heading: bool) -> Vec<Part<'_>> {
    let heading = has_heading.then(|| Part::Heading(name(store), Vec::new()));
    let mut parts: Vec<Part<'_>> = heading.into_iter().collect();
    parts.extend(Value::line(store.positioning.as_ref()).map(Part::Lead));
    let facts = facts(store);
    parts.extend((!facts.is_empty()).then_some(Part::Facts(facts)));
    if !store.market.is_empty() {
        parts.push(Part::Heading(
            Value::words("市场判断", "The market"),
            Vec::new(),
        ));
        parts.push(Part::Lines(lines(&store.market)));
    }
    parts.extend(Value::line(store.note.as_ref()).map(Part::Prose));
    parts.extend(super::said::sources([texts(&store.source)]));
    parts
}

/// Its name, else its platform: the key of a table that stands alone is no name.
pub(super) fn name(store: &Entry<Store>) -> Value<'_> {
    if store.stands_alone && store.name.is_none() {
        let platform = store.platform.map(|platform| Value::choice(platform.value));
        let shop = |platform| Value::phrase("{0}店", "{0} shop", [platform]);
        return platform.map_or(Value::words("本店", "our shop"), shop);
    }
    Value::plain(store.label())
}

fn facts(store: &Store) -> Vec<Fact<'_>> {
    let day = |day| Value::Day(day, DayForm::Full);
    let facts = [
        Fact::new(Text::fixed("平台", "Platform"), platform(store)),
        Fact::new(
            Text::fixed("类目", "Category"),
            Value::line(store.category.as_ref()),
        ),
        Fact::new(
            Text::fixed("目标人群", "Audience"),
            Value::line(store.audience.as_ref()),
        ),
        Fact::new(
            Text::fixed("开店日期", "Opened on"),
            store.opened_on.map(|opened| day(opened.value.0)),
        ),
        Fact::new(
            Text::fixed("信用等级", "Credit level"),
            store.level.map(|level| Value::exactly(level.value)),
        ),
        Fact::new(
            Text::fixed("店铺评分", "Scores"),
            store
                .scores
                .as_ref()
                .and_then(|scores| self::scores(scores)),
        ),
        Fact::new(
            Text::fixed("好评率", "Positive reviews"),
            store.positive_rate.map(|rate| Value::exactly(rate.value)),
        ),
        Fact::new(Text::fixed("保障服务", "Guarantees"), guarantees(store)),
    ];
    facts.into_iter().flatten().collect()
}

/// Platform and kind of a shop.
pub(super) fn platform(store: &Store) -> Option<Value<'_>> {
    let platform = store.platform.map(|platform| Value::choice(platform.value));
    let kind = store.kind.map(|kind| Value::choice(kind.value));
    Value::beside([platform, kind])
}

fn scores(scores: &Scores) -> Option<Value<'_>> {
    let score = |zh, en, score: Option<crate::source::Located<crate::plan::value::Score>>| {
        Some(Value::phrase(zh, en, [Value::exactly(score?.value)]))
    };
    Value::beside([
        score("描述 {0}", "description {0}", scores.description),
        score("服务 {0}", "service {0}", scores.service),
        score("物流 {0}", "logistics {0}", scores.logistics),
    ])
}

fn guarantees(store: &Store) -> Option<Value<'_>> {
    let joined = store.guarantees.as_ref()?;
    let joined = joined
        .iter()
        .map(|guarantee| Value::choice(guarantee.value));
    Some(Value::list(joined).unwrap_or(Value::words("无", "none")))
}
