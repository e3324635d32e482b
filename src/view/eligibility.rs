//! One table a campaign: what its programme asks, what is there, and the answer.

use chrono::NaiveDate;
use serde::Serialize;

use super::campaigns::Outcome;
use super::cover::not_said;
use super::format::{Wording, rounded};
use super::{field, line, lines};
use crate::analysis::eligibility::{Application, Asked, Criterion, Ours, ScoreKind, Verdict};
use crate::diagnostic::{CriterionRef, Diagnostic, InWords, Report, Text, text};
use crate::plan::value::{Bounds, Money, Quantity, Word};
use crate::resolve::Resolved;

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
    application: &Application,
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> Eligibility {
    let program = &resolved.programs[application.program.at()];
    let campaign = &resolved.campaigns[application.campaign.at()];
    let row = |(number, criterion)| {
        let campaign = application.campaign.at();
        row(
            criterion,
            CriterionRef { campaign, number },
            resolved,
            report,
            wording,
        )
    };
    Eligibility {
        title: campaign.label().to_owned(),
        program: program.label().to_owned(),
        organiser: program
            .organiser
            .map(|organiser| wording.label(organiser.value)),
        outcome: application.outcome().into(),
        rows: application.criteria.iter().enumerate().map(row).collect(),
        documents: lines(&program.documents),
        source: line(&program.source),
        note: line(&program.note),
    }
}

fn row(
    criterion: &Criterion,
    about: CriterionRef,
    resolved: &Resolved<'_>,
    report: &Report,
    wording: &Wording,
) -> LimitRow {
    let (asked, ours) = sides(criterion, wording);
    let missing = match &criterion.verdict {
        Verdict::Unknown(_, want) => Some(want.field.to_string()),
        _ => None,
    };
    let ours = ours.unwrap_or_else(|| not_said(wording));
    let why = match &criterion.verdict {
        Verdict::Unknown(..) if matches!(criterion.asked, Asked::Unstated) => {
            Some(wording.say(Text::fixed(
                "知道有这项要求\u{ff0c}不知道数字",
                "the rule is known to exist, its figure is not",
            )))
        }
        Verdict::Unknown(_, want) => {
            let what = field::field(&want.field, resolved, wording);
            Some(wording.say(text!("缺少{what}", "missing: {what}")))
        }
        Verdict::NotMet(..) => {
            let parts = [
                worked_out(criterion, wording),
                remedy(about, report, wording),
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
        Verdict::Met(_) => worked_out(criterion, wording),
    };
    LimitRow {
        limit: limit(criterion, wording),
        asked,
        ours,
        outcome: criterion.verdict.answer().into(),
        why,
        missing,
    }
}

fn limit(criterion: &Criterion, wording: &Wording) -> String {
    let label = wording.label(criterion.limit);
    let detail = match criterion.part {
        Some(ScoreKind::Description) => Text::fixed("描述", "description"),
        Some(ScoreKind::Service) => Text::fixed("服务", "service"),
        Some(ScoreKind::Logistics) => Text::fixed("物流", "logistics"),
        None => return label,
    };
    format!("{label} · {}", wording.say(detail))
}

/// What is asked, and what is there if that is stated.
fn sides(criterion: &Criterion, wording: &Wording) -> (String, Option<String>) {
    let ours = criterion.verdict.ours();
    (
        asked(&criterion.asked, wording),
        match criterion.asked {
            Asked::Unstated => Some("—".to_owned()),
            _ => ours.and_then(|ours| there(ours, &criterion.asked, wording)),
        },
    )
}

fn asked(asked: &Asked, wording: &Wording) -> String {
    match asked {
        Asked::Within(bounds) => bounds_of(*bounds, wording),
        Asked::OneOf(words) => wording.list(words.iter().map(|word| in_words(word, wording))),
        Asked::Required => wording.say(Text::fixed("必须", "required")),
        Asked::StartFrom(Some(day)) => {
            let day = wording.day(*day);
            wording.say(text!("{day} 起可以开始", "may start from {day}"))
        }
        Asked::StartFrom(None) => wording.say(Text::fixed(
            "报名与审核须在开始前完成",
            "sign-up and review before the start",
        )),
        Asked::Unstated => wording.say(Text::fixed("规则没有给出数字", "the rules give no figure")),
    }
}

fn bounds_of(bounds: Bounds<Quantity>, wording: &Wording) -> String {
    wording.bounds(bounds, |figure| quantity(figure, wording))
}

fn quantity(figure: Quantity, wording: &Wording) -> String {
    match figure {
        Quantity::Money(money) => wording.money(money),
        Quantity::Count(count) => wording.count(count),
        Quantity::Rate(rate) => wording.rate(rate),
        Quantity::Score(score) => wording.score(score),
        Quantity::Level(level) => wording.level(level),
        Quantity::Discount(discount) => wording.discount(discount),
        Quantity::Duration(duration) => wording.duration(duration),
    }
}

fn in_words(word: &'static Word, wording: &Wording) -> String {
    word.words(wording.language).into_owned()
}

fn there(ours: Ours, asked: &Asked, wording: &Wording) -> Option<String> {
    Some(match ours {
        Ours::Figure(figure) => quantity(figure, wording),
        Ours::Word(word) => in_words(word, wording),
        Ours::Flag(is_so) => {
            let words = match (asked, is_so) {
                (Asked::Required, true) => Text::fixed("包邮", "free"),
                (Asked::Required, false) => Text::fixed("不包邮", "not free"),
                (_, true) => Text::fixed("已加入", "joined"),
                (_, false) => Text::fixed("未加入", "not joined"),
            };
            wording.say(words)
        }
        Ours::Day(day) => with_weekday(day, wording),
        Ours::Price { price, original } => return discount(price, original, wording),
        Ours::Open { since, on } => age(since, on, wording),
        Ours::SignUp { on, start } => {
            let (signup, start) = (wording.day(on), wording.day(start));
            wording.say(text!(
                "{signup} 报名，{start} 开始",
                "sign-up {signup}, start {start}"
            ))
        }
    })
}

fn with_weekday(day: NaiveDate, wording: &Wording) -> String {
    let date = wording.day(day);
    let weekday = wording.label(crate::plan::Weekday::of(day));
    format!("{date} {weekday}")
}

/// How many days the shop is open on the day that counts.
fn age(opened: NaiveDate, on: NaiveDate, wording: &Wording) -> String {
    let days = (on - opened).num_days();
    match days {
        ..0 => wording.say(Text::fixed("还没有开店", "not open yet")),
        _ => wording.say(text!("{days} 天", "{days} days")),
    }
}

fn discount(price: Money, original: Money, wording: &Wording) -> Option<String> {
    let (price, original) = (price.cents, original.cents);
    let permille = rounded(i128::from(price) * 1_000, i128::from(original));
    (original > 0).then(|| wording.permille(i64::try_from(permille).unwrap_or(i64::MAX)))
}

/// What the finding about a limit says to do, or why it was accepted.
fn remedy(criterion: CriterionRef, report: &Report, wording: &Wording) -> Option<String> {
    let about = |finding: &Diagnostic| finding.criterion == Some(criterion);
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
fn worked_out(criterion: &Criterion, wording: &Wording) -> Option<String> {
    match &criterion.verdict {
        Verdict::Met(Ours::Price { price, original })
        | Verdict::NotMet(Ours::Price { price, original }, _) => {
            let (price, original) = (wording.money(*price), wording.money(*original));
            Some(format!("{price} ÷ {original}"))
        }
        Verdict::NotMet(Ours::Open { since, on }, _) => {
            let (opened, on) = (wording.day(*since), wording.day(*on));
            Some(wording.say(text!(
                "{opened} 开店，算到 {on}",
                "opened {opened}, measured on {on}"
            )))
        }
        _ => None,
    }
}
