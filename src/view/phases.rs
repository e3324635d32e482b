//! Phases and the Gantt chart.

use chrono::NaiveDate;
use serde::Serialize;

use super::format::Wording;
use super::gantt::{self, Bands};
use super::{line, lines};
use crate::analysis::Analysis;
use crate::diagnostic::{Text, text};
use crate::plan::{Entry, Phase};
use crate::resolve::Resolved;

/// The phases of a plan and when everything happens.
#[derive(Clone, Debug, Serialize)]
pub struct Phases {
    /// In the order of the plan.
    pub rows: Vec<PhaseRow>,
    /// The Gantt chart.
    pub gantt: Option<Bands>,
}

/// One phase.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// `04-01 – 05-31`
    pub dates: String,
    /// `61 天`
    pub length: Option<String>,
    /// What it is to achieve.
    pub goal: Option<String>,
    /// What is done in it.
    pub focus: Vec<String>,
    /// Anything else.
    pub note: Option<String>,
}

pub(super) fn phases(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    wording: &Wording,
) -> Option<Phases> {
    let gantt = gantt::gantt(resolved, &analysis.schedule, wording);
    let rows: Vec<_> = resolved
        .phases
        .iter()
        .map(|phase| row(phase, resolved, wording))
        .collect();
    (!rows.is_empty() || gantt.is_some()).then_some(Phases { rows, gantt })
}

fn row(phase: &Entry<Phase>, resolved: &Resolved<'_>, wording: &Wording) -> PhaseRow {
    let length = days(phase, resolved.span().1).map(|(first, last)| {
        let days = (last - first).num_days() + 1;
        wording.say(text!("{days} 天", "{days} days"))
    });
    PhaseRow {
        id: phase.id.to_string(),
        title: phase.label().to_owned(),
        dates: dates(phase, wording),
        length,
        goal: line(&phase.goal),
        focus: lines(&phase.focus),
        note: line(&phase.note),
    }
}

/// First and last day of a phase; an open-ended one lasts as long as the plan.
pub(super) fn days(
    phase: &Entry<Phase>,
    plan_end: Option<NaiveDate>,
) -> Option<(NaiveDate, NaiveDate)> {
    let open_ended = phase.open_ended.is_some_and(|open| open.value);
    let last = phase
        .end
        .map(|day| day.value.0)
        .or(plan_end.filter(|_| open_ended))?;
    let first = phase.start?.value.0;
    (first <= last).then_some((first, last))
}

fn dates(phase: &Entry<Phase>, wording: &Wording) -> String {
    let day = |day: Option<crate::source::Located<crate::plan::value::Day>>| {
        day.map(|day| wording.day(day.value.0))
    };
    let open_ended = phase.open_ended.is_some_and(|open| open.value);
    let end = day(phase.end)
        .or_else(|| open_ended.then(|| wording.say(Text::fixed("计划结束", "end of plan"))));
    match (day(phase.start), end) {
        (None, None) => wording.say(Text::fixed("未定", "not set")),
        (start, end) => {
            let or_open = |day: Option<String>| {
                day.unwrap_or_else(|| wording.say(Text::fixed("未定", "not set")))
            };
            format!("{} – {}", or_open(start), or_open(end))
        }
    }
}
