//! The shop and its market.

use serde::Serialize;

use super::format::Wording;
use super::{Fact, line, lines};
use crate::diagnostic::Text;
use crate::plan::{Entry, Scores, Store};
use crate::resolve::Resolved;

/// One shop.
#[derive(Clone, Debug, Serialize)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub positioning: Option<String>,
    /// Platform, level, scores and so on.
    pub facts: Vec<Fact>,
    /// Facts about the market.
    pub market: Vec<String>,
    /// Where this comes from.
    pub source: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

pub(super) fn shops(resolved: &Resolved<'_>, wording: &Wording) -> Option<Vec<Shop>> {
    let shops: Vec<_> = resolved
        .stores
        .iter()
        .map(|store| shop(store, wording))
        .collect();
    (!shops.is_empty()).then_some(shops)
}

fn shop(store: &Entry<Store>, wording: &Wording) -> Shop {
    let guarantees = store.item.guarantees.as_ref().map(|guarantees| {
        if guarantees.is_empty() {
            return wording.say(Text::fixed("无", "none"));
        }
        wording.list(
            guarantees
                .iter()
                .map(|guarantee| wording.label(guarantee.value)),
        )
    });
    let facts = [
        ("platform", platform(store, wording)),
        ("category", line(&store.category)),
        ("audience", line(&store.audience)),
        (
            "opened-on",
            store.opened_on.map(|day| wording.date(day.value.0).full),
        ),
        ("level", store.level.map(|level| wording.level(level.value))),
        (
            "scores",
            store
                .scores
                .as_ref()
                .and_then(|scores| self::scores(scores, wording)),
        ),
        (
            "positive-rate",
            store.positive_rate.map(|rate| wording.rate(rate.value)),
        ),
        ("guarantees", guarantees),
    ];
    Shop {
        name: store.label().to_owned(),
        positioning: line(&store.positioning),
        facts: facts
            .into_iter()
            .filter_map(|(key, value)| Some(Fact::new(key, value?)))
            .collect(),
        market: lines(&store.market),
        source: line(&store.source),
        note: line(&store.note),
    }
}

/// Platform and kind of a shop.
pub(super) fn platform(store: &Entry<Store>, wording: &Wording) -> Option<String> {
    let platform = store.platform.map(|platform| wording.label(platform.value));
    let kind = store.kind.map(|kind| wording.label(kind.value));
    let both: Vec<String> = [platform, kind].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(" · "))
}

fn scores(scores: &Scores, wording: &Wording) -> Option<String> {
    let each = [
        (Text::fixed("描述", "description"), scores.description),
        (Text::fixed("服务", "service"), scores.service),
        (Text::fixed("物流", "logistics"), scores.logistics),
    ];
    let said = each.into_iter().filter_map(|(name, score)| {
        let score = wording.score(score?.value);
        Some(format!("{} {score}", wording.say(name)))
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
