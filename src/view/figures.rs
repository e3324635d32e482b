//! Key figures at a glance.

use chrono::NaiveDate;
use serde::Serialize;

use super::campaigns::{self, Outcome};
use super::format::{Wording, thousands};
use super::targets::{self, Exactness};
use crate::analysis::Analysis;
use crate::diagnostic::{Report, Text, text};
use crate::resolve::Resolved;

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// `days`, `revenue`, `tasks`, `campaigns`, `team`, `questions`, `risks`
    pub key: &'static str,
    /// The figure.
    pub value: String,
    /// Of what.
    pub unit: String,
    /// What it is made of.
    pub more: Option<String>,
    /// Whether it asks to be looked at.
    pub alert: bool,
}

pub(super) fn figures(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    report: &Report,
    wording: &Wording,
) -> Vec<Figure> {
    let figures = [
        days(resolved, wording),
        revenue(resolved, wording),
        tasks(resolved, analysis, wording),
        campaigns(resolved, analysis, wording),
        team(resolved, wording),
        questions(report, wording),
        risks(report, wording),
    ];
    figures.into_iter().flatten().collect()
}

fn figure(
    key: &'static str,
    value: String,
    unit: Text,
    more: Option<Text>,
    wording: &Wording,
) -> Figure {
    Figure {
        key,
        value,
        unit: wording.say(unit),
        more: more.map(|more| wording.say(more)),
        alert: false,
    }
}

fn days(resolved: &Resolved<'_>, wording: &Wording) -> Option<Figure> {
    let (start, end) = resolved.span();
    let (start, end) = (start?, end?);
    let days = (end - start).num_days() + 1;
    let (span, work) = (wording.days(start, end), work_days(start, end, resolved)?);
    let more = text!("{span}，{work} 个工作日", "{span}, {work} workdays");
    Some(figure(
        "days",
        thousands(days),
        Text::fixed("天", "days"),
        Some(more),
        wording,
    ))
}

/// Work days from one day to another, both included.
pub(super) fn work_days(first: NaiveDate, last: NaiveDate, resolved: &Resolved<'_>) -> Option<u32> {
    let calendar = &resolved.calendar;
    Some(
        calendar
            .ordinal(last.succ_opt()?)?
            .saturating_sub(calendar.ordinal(first)?),
    )
}

fn revenue(resolved: &Resolved<'_>, wording: &Wording) -> Option<Figure> {
    let (total, exactness) = targets::total_revenue(resolved)?;
    let money = wording.money(total);
    let value = match exactness {
        Exactness::Exactly => money,
        Exactness::AtLeast => wording.say(text!("≥ {money}", "{money}+")),
    };
    let more = match exactness {
        Exactness::Exactly => Text::fixed("计划期内各期目标之和", "sum of the targets of the plan"),
        Exactness::AtLeast => Text::fixed(
            "各期目标之和，其中有的只写了下限",
            "sum of the targets, some of which only say the least",
        ),
    };
    Some(figure(
        "revenue",
        value,
        Text::fixed("", ""),
        Some(more),
        wording,
    ))
}

fn tasks(resolved: &Resolved<'_>, analysis: &Analysis<'_>, wording: &Wording) -> Option<Figure> {
    let tasks = resolved.tasks.len();
    let critical = analysis
        .schedule
        .windows
        .iter()
        .filter(|window| window.critical)
        .count();
    let routines = resolved
        .tasks
        .iter()
        .filter(|task| task.repeat.is_some())
        .count();
    let more = [
        (critical > 0).then(|| {
            text!(
                "关键 {critical} 项，必须按期",
                "{critical} on the critical path"
            )
        }),
        (routines > 0).then(|| text!("例行 {routines} 项", "{routines} routines")),
    ];
    let more: Vec<String> = more
        .into_iter()
        .flatten()
        .map(|text| wording.say(text))
        .collect();
    let mut figure = figure(
        "tasks",
        thousands(i64::try_from(tasks).ok()?),
        Text::fixed("项", ""),
        None,
        wording,
    );
    figure.more = (!more.is_empty()).then(|| more.join(" · "));
    (tasks > 0).then_some(figure)
}

fn campaigns(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    wording: &Wording,
) -> Option<Figure> {
    let outcomes = campaigns::outcomes(resolved, analysis);
    let count = |wanted: Option<Outcome>| {
        outcomes
            .iter()
            .filter(|outcome| **outcome == wanted)
            .count()
    };
    let parts = [
        (count(Some(Outcome::Met)), Text::fixed("达标", "eligible")),
        (
            count(Some(Outcome::NotMet)),
            Text::fixed("不达标", "not eligible"),
        ),
        (
            count(Some(Outcome::NotKnown)),
            Text::fixed("待确认", "not known"),
        ),
        (count(None), Text::fixed("自办", "our own")),
    ];
    let said = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| {
            let words = wording.say(words);
            wording.say(text!("{words} {count}", "{count} {words}"))
        });
    let more = said.collect::<Vec<_>>().join(" · ");
    let campaigns = resolved.campaigns.len();
    let value = thousands(i64::try_from(campaigns).ok()?);
    let mut figure = figure("campaigns", value, Text::fixed("场", ""), None, wording);
    figure.more = Some(more);
    figure.alert = count(Some(Outcome::NotMet)) > 0;
    (campaigns > 0).then_some(figure)
}

fn team(resolved: &Resolved<'_>, wording: &Wording) -> Option<Figure> {
    let (posts, people) = (resolved.roles.len(), resolved.people.len());
    let heads: Option<i64> = resolved
        .roles
        .iter()
        .map(|role| role.headcount.map(|count| count.value.0))
        .sum();
    let (value, unit, more) = match (heads.filter(|_| posts > 0), people) {
        (Some(heads), _) => (
            heads,
            Text::fixed("人", "people"),
            Some(text!("{posts} 个岗位", "posts: {posts}")),
        ),
        (None, 1..) => (
            i64::try_from(people).ok()?,
            Text::fixed("人", "people"),
            None,
        ),
        (None, 0) if posts > 0 => (
            i64::try_from(posts).ok()?,
            Text::fixed("个岗位", "posts"),
            None,
        ),
        (None, 0) => return None,
    };
    Some(figure("team", thousands(value), unit, more, wording))
}

fn questions(report: &Report, wording: &Wording) -> Option<Figure> {
    let questions = super::questions::count(report);
    let more = Text::fixed(
        "缺少这些信息，有的事还不能判断",
        "something cannot be decided until they are answered",
    );
    let mut figure = figure(
        "questions",
        thousands(i64::try_from(questions).ok()?),
        Text::fixed("项", ""),
        Some(more),
        wording,
    );
    figure.alert = true;
    (questions > 0).then_some(figure)
}

fn risks(report: &Report, wording: &Wording) -> Option<Figure> {
    let risks = report.accepted.len();
    let figure = figure(
        "risks",
        thousands(i64::try_from(risks).ok()?),
        Text::fixed("项", ""),
        None,
        wording,
    );
    (risks > 0).then_some(figure)
}
