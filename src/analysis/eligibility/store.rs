//! What programmes ask of the shop.

use chrono::NaiveDate;

use super::side::{Rules, Side};
use super::timing::after;
use super::{Criterion, Measure, ScoreKind, Verdict};
use crate::plan::value::{Bound, Bounds, Duration, Rate};
use crate::plan::{Limit, Program, ScoreLimits, StoreLimits};
use crate::source::Located;

impl<'p> Side<'p> {
    pub(super) fn store_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        let platforms = rules.list(Limit::Platform, |program| &program.platforms);
        let platform = self.store.and_then(|store| store.platform);
        if let Some(first) = platforms.first() {
            let verdict = match platform {
                None => Verdict::Unknown(self.store_field("platform")),
                Some(ours) if platforms.iter().any(|one| one.value == ours.value) => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::Platform(platforms, platform.map(|platform| platform.value));
            criteria.push(Criterion {
                limit: Limit::Platform,
                rule: first.span,
                measure,
                verdict,
            });
        }
        fn store(program: &Program) -> Option<&StoreLimits> {
            program.store.as_ref().map(|store| &store.value)
        }
        if let Some(level) = rules.one(Limit::Level, |program| store(program)?.level.as_ref()) {
            let ours = self.store.and_then(|store| store.level);
            let verdict = self.within(level, ours, || self.store_field("level"));
            let measure = Measure::Level(level.value, ours.map(|level| level.value));
            criteria.push(Criterion {
                limit: Limit::Level,
                rule: level.span,
                measure,
                verdict,
            });
        }
        if let Some(scores) = rules.one(Limit::Scores, |program| store(program)?.scores.as_ref()) {
            self.scores(scores, criteria);
        }
        if let Some(rate) = rules.one(Limit::PositiveRate, |program| {
            store(program)?.positive_rate.as_ref()
        }) {
            let ours = self.store.and_then(|store| store.positive_rate);
            let ppm = Located::new(rate.value.map(|rate: Rate| rate.ppm), rate.span);
            let verdict = self.within(
                &ppm,
                ours.map(|rate| Located::new(rate.value.ppm, rate.span)),
                || self.store_field("positive_rate"),
            );
            let measure = Measure::Rate(rate.value, ours.map(|rate| rate.value));
            criteria.push(Criterion {
                limit: Limit::PositiveRate,
                rule: rate.span,
                measure,
                verdict,
            });
        }
        for guarantee in rules.list(Limit::Guarantees, |program| {
            store(program).map_or(&[], |store| &store.guarantees)
        }) {
            let verdict = match self.store.and_then(|store| store.item.guarantees.as_ref()) {
                None => Verdict::Unknown(self.store_field("guarantees")),
                Some(ours) if ours.iter().any(|one| one.value == guarantee.value) => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::Guarantee(guarantee.value);
            criteria.push(Criterion {
                limit: Limit::Guarantees,
                rule: guarantee.span,
                measure,
                verdict,
            });
        }
        if let Some(age) = rules.one(Limit::Age, |program| store(program)?.age.as_ref()) {
            criteria.push(self.age(age));
        }
    }

    fn scores(&self, limits: &'p Located<ScoreLimits>, criteria: &mut Vec<Criterion<'p>>) {
        let ours = self.store.and_then(|store| store.item.scores.as_ref());
        let each = [
            (
                ScoreKind::Description,
                limits.description,
                ours.and_then(|ours| ours.description),
                "description",
            ),
            (
                ScoreKind::Service,
                limits.service,
                ours.and_then(|ours| ours.service),
                "service",
            ),
            (
                ScoreKind::Logistics,
                limits.logistics,
                ours.and_then(|ours| ours.logistics),
                "logistics",
            ),
        ];
        for (kind, limit, score, field) in each {
            if let Some(limit) = limit {
                let verdict = self.within(&limit, score, || {
                    self.store_field(&format!("scores.{field}"))
                });
                let measure = Measure::Score(kind, limit.value, score.map(|score| score.value));
                criteria.push(Criterion {
                    limit: Limit::Scores,
                    rule: limit.span,
                    measure,
                    verdict,
                });
            }
        }
    }

    fn age(&self, limit: &'p Located<Bounds<Duration>>) -> Criterion<'p> {
        let opened = self.store.and_then(|store| store.opened_on);
        let verdict = match (opened, self.on) {
            (None, _) => Verdict::Unknown(self.store_field("opened_on")),
            (_, None) => Verdict::Unknown(self.campaign_field("start")),
            (Some(opened), Some(on)) => {
                let (first, signup_known) = (opened.value.0, self.campaign.signup_on.is_some());
                match (
                    old_enough(limit.low, first, on),
                    young_enough(limit.high, first, on),
                ) {
                    (Some(false), _) => Verdict::NotMet(opened.span),
                    (_, Some(false)) if signup_known => Verdict::NotMet(opened.span),
                    // Signed up before the start, the shop may have been young enough.
                    (_, Some(false)) => Verdict::Unknown(self.campaign_field("signup_on")),
                    (Some(true), Some(true)) => Verdict::Met,
                    _ => Verdict::Unknown(format!("{}.store.age", self.program_path)),
                }
            }
        };
        let measure = Measure::Age(limit.value, opened.map(|day| day.value.0), self.on);
        Criterion {
            limit: Limit::Age,
            rule: limit.span,
            measure,
            verdict,
        }
    }
}

/// Whether a shop has been open long enough on a day; nothing for work days.
pub(crate) fn old_enough(
    least: Option<Bound<Duration>>,
    opened: NaiveDate,
    on: NaiveDate,
) -> Option<bool> {
    let Some(least) = least else {
        return Some(true);
    };
    let reached = after(opened, least.value)?;
    Some(if least.strict {
        on > reached
    } else {
        on >= reached
    })
}

fn young_enough(most: Option<Bound<Duration>>, opened: NaiveDate, on: NaiveDate) -> Option<bool> {
    let Some(most) = most else { return Some(true) };
    let reached = after(opened, most.value)?;
    Some(if most.strict {
        on < reached
    } else {
        on <= reached
    })
}
