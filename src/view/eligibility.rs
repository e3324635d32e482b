//! One table a campaign: what its programme asks, what is there, and the answer.

use chrono::NaiveDate;
use serde::Serialize;

use super::campaigns::{self, Outcome};
use super::cover::not_said;
use super::format::{Wording, rounded};
use super::{field, line, lines};
use crate::analysis::eligibility::{Application, Criterion, Measure, ScoreKind, Verdict};
use crate::diagnostic::{Diagnostic, Report, Text, text};
use crate::plan::value::{Bounds, Discount, Money};
use crate::resolve::Resolved;
use crate::source::Span;

/// An application to a programme.
#[derive(Clone, Debug, Serialize)]
pub struct Eligibility {
    /// The campaign.
    pub title: String,
    /// The programme.
    pub program: String,
    /// Who runs the programme.
    pub organiser: Option<String>,
    /// The answer.
    pub outcome: Outcome,
    /// One row a limit.
    pub rows: Vec<LimitRow>,
    /// Papers to hand in.
    pub documents: Vec<String>,
    /// Where the rules come from.
    pub source: Option<String>,
    /// Anything else about the rules.
    pub note: Option<String>,
}

/// One limit.
#[derive(Clone, Debug, Serialize)]
pub struct LimitRow {
    /// What is limited.
    pub limit: String,
    /// What is asked.
    pub asked: String,
    /// What is there.
    pub ours: String,
    /// The answer.
    pub outcome: Outcome,
    /// Why it is so, where that needs saying.
    pub why: Option<String>,
    /// The missing field as a dotted path.
    pub missing: Option<String>,
}

pub(super) fn table(
    application: &Application<'_>,
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> Eligibility {
    let program = &resolved.programs[application.program.at()];
    let campaign = &resolved.campaigns[application.campaign.at()];
    let row = |criterion| row(criterion, &campaign.path(), resolved, report, wording);
    Eligibility {
        title: campaign.label().to_owned(),
        program: program.label().to_owned(),
        organiser: program
            .organiser
            .map(|organiser| wording.label(organiser.value)),
        outcome: campaigns::outcome(application),
        rows: application.criteria.iter().map(row).collect(),
        documents: lines(&program.documents),
        source: line(&program.source),
        note: line(&program.note),
    }
}

fn row(
    criterion: &Criterion<'_>,
    campaign: &str,
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> LimitRow {
    let (asked, ours) = sides(criterion, wording);
    let (outcome, missing) = match &criterion.verdict {
        Verdict::Met => (Outcome::Met, None),
        Verdict::NotMet(_) => (Outcome::NotMet, None),
        Verdict::Unknown(missing) => (Outcome::NotKnown, Some(missing.clone())),
    };
    let ours = ours.unwrap_or_else(|| not_said(wording));
    let why = match &criterion.verdict {
        Verdict::Unknown(_) if matches!(criterion.measure, Measure::Unstated) => {
            Some(wording.say(Text::fixed(
                "知道有这项要求\u{ff0c}不知道数字",
                "the rule is known to exist, its figure is not",
            )))
        }
        Verdict::Unknown(missing) => {
            let what = field::field(missing, resolved, wording);
            Some(wording.say(text!("缺少{what}", "missing: {what}")))
        }
        Verdict::NotMet(place) => {
            let remedy = remedy(campaign, criterion.rule, *place, report, wording);
            let parts = [
                worked_out(&criterion.measure, &criterion.verdict, wording),
                remedy,
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            let sides = || {
                wording.say(text!(
                    "要求{asked}\u{ff0c}现在是{ours}",
                    "asked: {asked}; there is: {ours}"
                ))
            };
            Some(if parts.is_empty() {
                sides()
            } else {
                parts.join(&wording.say(Text::fixed("\u{ff1b}", "; ")))
            })
        }
        Verdict::Met => worked_out(&criterion.measure, &criterion.verdict, wording),
    };
    LimitRow {
        limit: limit(criterion, wording),
        asked,
        ours,
        outcome,
        why,
        missing,
    }
}

fn limit(criterion: &Criterion<'_>, wording: &Wording) -> String {
    let label = wording.label(criterion.limit);
    let detail = match &criterion.measure {
        Measure::Score(ScoreKind::Description, ..) => Text::fixed("描述", "description"),
        Measure::Score(ScoreKind::Service, ..) => Text::fixed("服务", "service"),
        Measure::Score(ScoreKind::Logistics, ..) => Text::fixed("物流", "logistics"),
        _ => return label,
    };
    format!("{label} · {}", wording.say(detail))
}

/// What is asked, and what is there if that is stated.
fn sides(criterion: &Criterion<'_>, wording: &Wording) -> (String, Option<String>) {
    let yes = || wording.say(Text::fixed("必须", "required"));
    let joined = |met: bool| {
        wording.say(if met {
            Text::fixed("已加入", "joined")
        } else {
            Text::fixed("未加入", "not joined")
        })
    };
    match &criterion.measure {
        Measure::Platform(asked, ours) => {
            let asked = wording.list(asked.iter().map(|platform| wording.label(platform.value)));
            (asked, ours.map(|platform| wording.label(platform)))
        }
        Measure::Level(asked, ours) => (
            wording.bounds(*asked, |level| wording.level(level)),
            ours.map(|level| wording.level(level)),
        ),
        Measure::Score(_, asked, ours) => (
            wording.bounds(*asked, |score| wording.score(score)),
            ours.map(|score| wording.score(score)),
        ),
        Measure::Rate(asked, ours) => (
            wording.bounds(*asked, |rate| wording.rate(rate)),
            ours.map(|rate| wording.rate(rate)),
        ),
        Measure::Guarantee(guarantee) => {
            let ours = match criterion.verdict {
                Verdict::Met => Some(joined(true)),
                Verdict::NotMet(_) => Some(joined(false)),
                Verdict::Unknown(_) => None,
            };
            (wording.label(*guarantee), ours)
        }
        Measure::Age(asked, opened, on) => (
            wording.bounds(*asked, |age| wording.duration(age)),
            age(*opened, *on, wording),
        ),
        Measure::Count(asked, ours) => (
            wording.bounds(*asked, |count| wording.count(count)),
            ours.map(|count| wording.count(count)),
        ),
        Measure::Value(asked, ours) => (
            wording.bounds(*asked, |money| wording.money(money)),
            ours.map(|money| wording.money(money)),
        ),
        Measure::Discount(asked, price, original) => (
            discounts(*asked, wording),
            discount(*price, *original, wording),
        ),
        Measure::FreeShipping(ours) => {
            let words = |free| {
                if free {
                    Text::fixed("包邮", "free")
                } else {
                    Text::fixed("不包邮", "not free")
                }
            };
            (yes(), ours.map(|free| wording.say(words(free))))
        }
        Measure::Weekday(asked, on) => (
            wording.list(asked.iter().map(|day| wording.label(day.value))),
            on.map(|day| with_weekday(day, wording)),
        ),
        Measure::LeadTime(signup, start, possible) => {
            lead_time(*signup, *start, *possible, wording)
        }
        Measure::Unstated => {
            let unstated =
                || wording.say(Text::fixed("规则没有给出数字", "the rules give no figure"));
            (unstated(), Some("—".to_owned()))
        }
    }
}

fn with_weekday(day: NaiveDate, wording: &Wording) -> String {
    let date = wording.day(day);
    let weekday = wording.label(crate::plan::Weekday::of(day));
    format!("{date} {weekday}")
}

/// How many days the shop is open on the day that counts.
fn age(opened: Option<NaiveDate>, on: Option<NaiveDate>, wording: &Wording) -> Option<String> {
    let days = (on? - opened?).num_days();
    Some(match days {
        ..0 => wording.say(Text::fixed("还没有开店", "not open yet")),
        _ => wording.say(text!("{days} 天", "{days} days")),
    })
}

fn discounts(asked: Bounds<Discount>, wording: &Wording) -> String {
    wording.bounds(asked, |discount| wording.discount(discount))
}

fn discount(price: Option<Money>, original: Option<Money>, wording: &Wording) -> Option<String> {
    let (price, original) = (price?.cents, original?.cents);
    let permille = rounded(i128::from(price) * 1_000, i128::from(original));
    (original > 0).then(|| wording.permille(i64::try_from(permille).unwrap_or(i64::MAX)))
}

fn lead_time(
    signup: Option<NaiveDate>,
    start: Option<NaiveDate>,
    possible: Option<NaiveDate>,
    wording: &Wording,
) -> (String, Option<String>) {
    let asked = match possible {
        Some(day) => {
            let day = wording.day(day);
            wording.say(text!("{day} 起可以开始", "may start from {day}"))
        }
        None => wording.say(Text::fixed(
            "报名与审核须在开始前完成",
            "sign-up and review before the start",
        )),
    };
    let ours = signup.zip(start).map(|(signup, start)| {
        let (signup, start) = (wording.day(signup), wording.day(start));
        wording.say(text!(
            "{signup} 报名，{start} 开始",
            "sign-up {signup}, start {start}"
        ))
    });
    (asked, ours)
}

/// What the finding about a limit says to do, or why it was accepted.
fn remedy(
    campaign: &str,
    rule: Span,
    place: Span,
    report: &Report,
    wording: &Wording,
) -> Option<String> {
    let about = |finding: &Diagnostic| {
        finding.item.as_deref() == Some(campaign)
            && finding.primary.span == place
            && finding.labels.iter().any(|label| label.span == rule)
    };
    if let Some(finding) = report.findings.iter().find(|finding| about(finding)) {
        return finding.help.clone().map(|help| wording.say(help));
    }
    let accepted = report
        .accepted
        .iter()
        .find(|accepted| about(&accepted.finding))?;
    let reason = &accepted.reason;
    Some(wording.say(text!("已接受\u{ff1a}{reason}", "accepted: {reason}")))
}

/// What led to an answer, where the two sides do not show it.
fn worked_out(measure: &Measure<'_>, verdict: &Verdict, wording: &Wording) -> Option<String> {
    match measure {
        Measure::Discount(_, Some(price), Some(original)) => Some(format!(
            "{} ÷ {}",
            wording.money(*price),
            wording.money(*original)
        )),
        Measure::Age(_, Some(opened), Some(on)) if *verdict != Verdict::Met => {
            let (opened, on) = (wording.day(*opened), wording.day(*on));
            Some(wording.say(text!(
                "{opened} 开店，算到 {on}",
                "opened {opened}, measured on {on}"
            )))
        }
        _ => None,
    }
}
