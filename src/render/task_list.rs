//! The list of tasks by owner and week, in words.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::page::{ErrorsWords, warnings};
use super::wording::Wording;
use crate::diagnostic::{Text, text};
use crate::plan::TaskStatus;
use crate::view::task_groups::OwnedTasks;
use crate::view::task_rows::{Origin, TaskDay, TaskRow, day_of};
use crate::view::value::{DayForm, Value};
use crate::view::{NEXT, View};

/// A task list in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TaskList {
    title: String,
    draft: bool,
    warnings: Option<ErrorsWords>,
    owners: Vec<OwnerWords>,
}

#[derive(Clone, Debug, Serialize)]
struct OwnerWords {
    name: String,
    count: String,
    weeks: Vec<WeekWords>,
    routines: Vec<TaskWords>,
}

#[derive(Clone, Debug, Serialize)]
struct WeekWords {
    label: String,
    tasks: Vec<TaskWords>,
}

#[derive(Clone, Debug, Serialize)]
struct TaskWords {
    title: String,
    is_done: bool,
    is_critical: bool,
    /// What stands beside the title: days, length, phase; of a routine how often, and when.
    facts: Vec<String>,
    /// What stands below it, each with its label.
    details: Vec<String>,
    checklist: Vec<String>,
}

/// Words the task list of a view.
pub(super) fn task_list(view: &View<'_>) -> TaskList {
    let wording = Wording::new(view);
    let owners = view.tasks.owners.iter();
    TaskList {
        title: view.cover.title.to_owned(),
        draft: view.draft,
        warnings: warnings(view, &wording),
        owners: owners
            .map(|owner| self::owner(owner, &view.tasks.rows, &wording))
            .collect(),
    }
}

fn owner(owner: &OwnedTasks<'_>, rows: &[TaskRow<'_>], wording: &Wording) -> OwnerWords {
    let routines = owner.routines.iter().map(|at| routine(&rows[*at], wording));
    OwnerWords {
        name: wording.value(&owner.name()),
        count: wording.value(&owner.count()),
        weeks: weeks(&owner.tasks, rows, wording),
        routines: routines.collect(),
    }
}

/// The tasks that are due in one week each, weeks in order, those without a day last.
fn weeks(tasks: &[usize], rows: &[TaskRow<'_>], wording: &Wording) -> Vec<WeekWords> {
    let monday =
        |at: &usize| day_of(&rows[*at]).map(|day| day.week(chrono::Weekday::Mon).first_day());
    let mut by_week: Vec<(Option<NaiveDate>, usize)> =
        tasks.iter().map(|at| (monday(at), *at)).collect();
    by_week.sort_by_key(|(monday, _)| (monday.is_none(), *monday));
    let weeks = by_week.chunk_by(|a, b| a.0 == b.0);
    weeks
        .map(|week| WeekWords {
            label: week_label(week[0].0, wording),
            tasks: week
                .iter()
                .map(|(_, at)| task(&rows[*at], wording))
                .collect(),
        })
        .collect()
}

/// The ISO week that begins on a Monday.
fn week_label(monday: Option<NaiveDate>, wording: &Wording) -> String {
    let Some(monday) = monday else {
        return wording.say(Text::fixed("日期未定", "No date yet"));
    };
    let sunday = monday.week(chrono::Weekday::Mon).last_day();
    let (number, days) = (monday.iso_week().week(), wording.days(monday, sunday));
    wording.say(text!("第 {number} 周（{days}）", "Week {number} ({days})"))
}

fn task(row: &TaskRow<'_>, wording: &Wording) -> TaskWords {
    let duration = row
        .duration
        .map(|(duration, _)| wording.value(&Value::exactly(duration)));
    let phase = row.phase.map(|phase| phase.name.to_owned());
    TaskWords {
        title: row.title.to_owned(),
        is_done: row.status == Some(TaskStatus::Done),
        is_critical: row.is_critical,
        facts: [Some(days(row, wording)), duration, phase]
            .into_iter()
            .flatten()
            .collect(),
        details: details(row, wording),
        checklist: row
            .checklist
            .iter()
            .map(|point| (*point).to_owned())
            .collect(),
    }
}

/// From when to when, as far as that is known.
fn days(row: &TaskRow<'_>, wording: &Wording) -> String {
    let due = row
        .due
        .map_or_else(|| "—".to_owned(), |due| day(due, wording));
    match (row.start, row.due) {
        (Some(start), _) => format!("{} – {due}", day(start, wording)),
        (
            None,
            Some(TaskDay {
                origin: Origin::Said | Origin::Derived | Origin::Unsure,
                ..
            }),
        ) => wording.say(text!("最晚 {due}", "by {due}")),
        (None, _) => due,
    }
}

fn day(day: TaskDay, wording: &Wording) -> String {
    let written = wording.value(&Value::Day(day.day, DayForm::Weekday));
    match day.origin {
        Origin::Said => written,
        Origin::About => wording.say(text!("约 {written}", "c. {written}")),
        Origin::Derived => wording.say(text!("{written} (推算)", "{written} (worked out)")),
        Origin::Unsure => wording.say(text!(
            "{written} (推算，放假安排未定)",
            "{written} (worked out, holidays not known)"
        )),
    }
}

fn details(row: &TaskRow<'_>, wording: &Wording) -> Vec<String> {
    let together = wording.list(row.owners.iter().map(|owner| owner.name.to_owned()));
    let together = (row.owners.len() > 1)
        .then(|| wording.say(text!("共同负责：{together}", "Together: {together}")));
    let deliverable = row
        .deliverable
        .map(|deliverable| wording.say(text!("交付：{deliverable}", "Deliverable: {deliverable}")));
    let worked_out = row.worked_out.map(|end| {
        let end = wording.value(&Value::Day(end.day, DayForm::Weekday));
        wording.say(text!("推算完成：{end}", "Over, worked out: {end}"))
    });
    let note = row.note.map(str::to_owned);
    [worked_out, together, deliverable, note]
        .into_iter()
        .flatten()
        .collect()
}

fn routine(row: &TaskRow<'_>, wording: &Wording) -> TaskWords {
    let mut words = TaskWords {
        facts: Vec::new(),
        ..task(row, wording)
    };
    let Some(routine) = &row.repeat else {
        return words;
    };
    let span = routine.span().map(|span| wording.value(&span));
    words.facts = [Some(wording.value(&routine.rule())), span]
        .into_iter()
        .flatten()
        .collect();
    let next = routine
        .days
        .iter()
        .take(NEXT)
        .map(|day| Value::Day(*day, DayForm::Weekday));
    let more = if routine.days.len() > NEXT {
        " …"
    } else {
        ""
    };
    if let Some(next) = Value::list(next) {
        let next = wording.value(&next);
        words.details.insert(
            0,
            wording.say(text!("前几次：{next}{more}", "First days: {next}{more}")),
        );
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Language;
    use crate::render::wording::tests::wording;

    #[test]
    fn weeks_are_those_of_iso() {
        let monday = NaiveDate::from_ymd_opt(2026, 12, 28);
        let label = week_label(monday, &wording(Language::English));
        assert_eq!(label, "Week 53 (28 Dec – 3 Jan)");
    }
}
