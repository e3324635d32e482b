//! Tasks as rows: the list that people work through.

use chrono::NaiveDate;
use serde::Serialize;

use super::format::{Date, Wording};
use super::task_groups::Owner;
use super::{Name, line, lines, marks, names};
use crate::analysis::Analysis;
use crate::analysis::schedule::Window;
use crate::diagnostic::{Text, text};
use crate::plan::value::Choice;
use crate::plan::{Entry, InSection, Ref, Referent, Repeat, Task};
use crate::resolve::{Resolved, occurrences};
use crate::source::Located;

/// The tasks of a plan, once each, and who does them.
#[derive(Clone, Debug, Serialize)]
pub struct Tasks {
    /// In the order of the plan; those that repeat among them.
    pub rows: Vec<TaskRow>,
    /// Who does what, as positions in `rows`. A task with two owners stands under both.
    pub owners: Vec<Owner>,
    /// Positions of those that repeat.
    pub routines: Vec<usize>,
    /// Whether the float of any task is known.
    pub has_float: bool,
    /// How many are on the critical path.
    pub critical: usize,
}

/// One task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow {
    /// Its id.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The phase.
    pub phase: Option<Name>,
    /// Who does it.
    pub owners: Vec<Name>,
    /// First day.
    pub start: Option<TaskDay>,
    /// Last day.
    pub due: Option<TaskDay>,
    /// How long it takes.
    pub duration: Option<Length>,
    /// Tasks that must be finished first.
    pub after: Vec<Name>,
    /// How it repeats.
    pub repeat: Option<Routine>,
    /// How far it is.
    pub status: Option<Status>,
    /// What is handed over at the end.
    pub deliverable: Option<String>,
    /// Points to tick off.
    pub checklist: Vec<String>,
    /// The campaign it is for.
    pub campaign: Option<Name>,
    /// Whether the plan slips if it slips.
    pub critical: bool,
    /// Work days it may slip, where others wait for it or it for others.
    pub float: Option<i64>,
    /// The same in words.
    pub float_words: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// The first or last day of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskDay {
    /// The day.
    pub date: Date,
    /// Worked out, not written in the plan.
    pub derived: bool,
    /// Only roughly this day.
    pub about: bool,
    #[serde(skip)]
    pub(super) day: NaiveDate,
}

/// How long a task takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Length {
    /// In words.
    pub words: String,
    /// Worked out from its days, not written in the plan.
    pub derived: bool,
}

/// How far a task is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// `todo`, `doing`, `done`
    pub word: &'static str,
    /// For people.
    pub label: String,
}

/// How a task repeats.
#[derive(Clone, Debug, Serialize)]
pub struct Routine {
    /// `每周周一`
    pub rule: String,
    /// The days it falls on, the first few.
    pub next: Vec<Date>,
    /// How many times in all.
    pub times: usize,
    /// `04-27 – 计划结束`
    pub span: Option<String>,
    #[serde(skip)]
    pub(super) days: Vec<NaiveDate>,
    #[serde(skip)]
    wording: Wording,
}

/// Days of a routine that are listed.
const NEXT: usize = 5;

pub(super) fn tasks(
    resolved: &Resolved<'_>,
    analysis: &Analysis<'_>,
    wording: &Wording,
) -> Option<Tasks> {
    let windows = &analysis.schedule.windows;
    let rows: Vec<TaskRow> = (0..resolved.tasks.len())
        .map(|at| row(at, &windows[at], resolved, wording))
        .collect();
    (!rows.is_empty()).then(|| Tasks::new(rows, wording))
}

fn row(at: usize, window: &Window, resolved: &Resolved<'_>, wording: &Wording) -> TaskRow {
    let task = &resolved.tasks[at];
    let day = |day: NaiveDate, derived| TaskDay {
        date: wording.date(day),
        derived,
        about: task.around.is_some(),
        day,
    };
    let float = window
        .float
        .filter(|_| task.repeat.is_none() && marks::is_linked(at, resolved));
    let after = task.after.iter().map(|first| named(first, resolved));
    TaskRow {
        id: task.id.to_string(),
        title: task.label().to_owned(),
        phase: task.phase.as_ref().map(|phase| named(phase, resolved)),
        owners: names(&task.owners, resolved),
        start: window
            .start
            .filter(|_| task.around.is_none())
            .map(|start| day(start, window.start_derived)),
        due: window
            .end
            .map(|end| day(end, window.end_derived && task.around.is_none())),
        duration: length(task, window, resolved, wording),
        after: after.collect(),
        repeat: task
            .repeat
            .as_ref()
            .map(|repeat| routine(task, repeat, resolved, wording)),
        status: task.status.map(|status| Status {
            word: status.value.word(),
            label: wording.label(status.value),
        }),
        deliverable: line(&task.deliverable),
        checklist: lines(&task.checklist),
        campaign: task
            .campaign
            .as_ref()
            .map(|campaign| named(campaign, resolved)),
        critical: window.critical,
        float,
        float_words: float.map(|days| wording.say(text!("{days} 天", "{days} d"))),
        note: line(&task.note),
    }
}

fn named<T: InSection + Referent>(to: &Located<Ref<T>>, resolved: &Resolved<'_>) -> Name {
    Name {
        id: to.id().to_string(),
        name: resolved.name(to).to_owned(),
    }
}

/// As the plan says, else the work days between its days.
fn length(
    task: &Entry<Task>,
    window: &Window,
    resolved: &Resolved<'_>,
    wording: &Wording,
) -> Option<Length> {
    if let Some(duration) = task.duration {
        return Some(Length {
            words: wording.duration(duration.value),
            derived: false,
        });
    }
    if task.repeat.is_some() || task.around.is_some() {
        return None;
    }
    let days = super::figures::work_days(window.start?, window.end?, resolved)?;
    let plural = if days == 1 { "" } else { "s" };
    Some(Length {
        words: wording.say(text!("{days} 个工作日", "{days} workday{plural}")),
        derived: true,
    })
}

fn routine(
    task: &Entry<Task>,
    repeat: &Repeat,
    resolved: &Resolved<'_>,
    wording: &Wording,
) -> Routine {
    let days = occurrences(task, resolved);
    let until = repeat.until.map(|day| wording.day(day.value.0));
    let until = until.unwrap_or_else(|| wording.say(Text::fixed("计划结束", "end of plan")));
    Routine::new(rule(repeat, wording), days, wording).until(&until)
}

/// A cycle in words: `每 2 个工作日`, `每周一、周四`.
fn rule(repeat: &Repeat, wording: &Wording) -> String {
    let on = wording.list(repeat.on.iter().map(|day| wording.label(day.value)));
    let every = wording.duration(repeat.every.value);
    let one = repeat.every.value.count == 1;
    let unit = every.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let zh_unit = unit.trim_start_matches('个');
    let cycle = if one {
        text!("每{zh_unit}", "every {unit}")
    } else {
        text!("每 {every}", "every {every}")
    };
    let cycle = wording.say(cycle);
    if on.is_empty() {
        return cycle;
    }
    wording.say(text!("{cycle}（{on}）", "{cycle}: {on}"))
}

impl Routine {
    fn new(rule: String, days: Vec<NaiveDate>, wording: &Wording) -> Self {
        let next = days
            .iter()
            .take(NEXT)
            .map(|day| wording.date(*day))
            .collect();
        Self {
            rule,
            next,
            times: days.len(),
            span: None,
            days,
            wording: wording.clone(),
        }
    }

    fn until(mut self, until: &str) -> Self {
        let first = self.days.first().map(|day| self.wording.day(*day));
        self.span = first.map(|first| format!("{first} – {until}"));
        self
    }

    /// Only the days that `keep` keeps.
    pub(super) fn only(&mut self, keep: impl Fn(NaiveDate) -> bool) {
        let days = self.days.iter().copied().filter(|day| keep(*day)).collect();
        let span = self.span.take();
        *self = Self {
            span,
            ..Self::new(std::mem::take(&mut self.rule), days, &self.wording.clone())
        };
    }
}
