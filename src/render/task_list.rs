//! The list of tasks by owner and week, in words.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::page::{ErrorsWords, warnings};
use super::weeks::{self, Week};
use super::wording::Wording;
use crate::diagnostic::{Text, text};
use crate::plan::TaskStatus;
use crate::view::task_groups::OwnedTasks;
use crate::view::task_rows::{Origin, TaskDay, TaskRow};
use crate::view::value::{DayForm, Value};
use crate::view::{NEXT, View};

/// A task list in words.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TaskList {
    title: String,
    draft: bool,
    warnings: Option<ErrorsWords>,
    /// Whether anything is worked out.
    has_derived: bool,
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
    groups: Vec<GroupWords>,
}

/// What begins, goes on or is due in a week.
#[derive(Clone, Debug, Serialize)]
struct GroupWords {
    label: String,
    /// In full, to be ticked off.
    tasks: Vec<TaskWords>,
    /// In one line, where the task stands in full in the week in which it begins.
    lines: Vec<LineWords>,
    more: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct LineWords {
    title: String,
    facts: Vec<String>,
    is_critical: bool,
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
        has_derived: view.tasks.rows.iter().any(TaskRow::is_derived),
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

/// The weeks of some tasks, in words.
fn weeks(tasks: &[usize], rows: &[TaskRow<'_>], wording: &Wording) -> Vec<WeekWords> {
    let weeks = weeks::weeks(tasks, rows);
    weeks.iter().map(|one| week(one, rows, wording)).collect()
}

fn week(week: &Week, rows: &[TaskRow<'_>], wording: &Wording) -> WeekWords {
    let full = |at: &usize| task(&rows[*at], wording);
    let line = |at: &usize| line(&rows[*at], wording);
    let (known, only_due): (Vec<usize>, Vec<usize>) =
        week.due.iter().partition(|at| rows[**at].start.is_some());
    let (named, all) = &week.go_on;
    let rest = all - named.len();
    let group = |zh, en| GroupWords {
        label: wording.say(Text::fixed(zh, en)),
        tasks: Vec::new(),
        lines: Vec::new(),
        more: None,
    };
    let label = match week.mondays {
        Some(_) => group("本周开始", "Begin this week"),
        None => group("待排期", "To be scheduled"),
    };
    let groups = [
        GroupWords {
            tasks: week.begin.iter().map(full).collect(),
            ..label
        },
        GroupWords {
            lines: named.iter().map(line).collect(),
            more: (rest > 0).then(|| wording.say(text!("另有 {rest} 项", "and {rest} more"))),
            ..group("进行中", "In progress")
        },
        GroupWords {
            tasks: only_due.iter().map(full).collect(),
            lines: known.iter().map(line).collect(),
            ..group("本周到期", "Due this week")
        },
    ];
    let is_there = |group: &GroupWords| !group.tasks.is_empty() || !group.lines.is_empty();
    WeekWords {
        label: week_label(week.mondays, wording),
        groups: groups.into_iter().filter(is_there).collect(),
    }
}

/// The ISO week, or weeks, that begin on a Monday.
fn week_label(mondays: Option<(NaiveDate, NaiveDate)>, wording: &Wording) -> String {
    let Some((first, last)) = mondays else {
        return wording.say(Text::fixed("日期未定", "No date yet"));
    };
    let sunday = last.week(chrono::Weekday::Mon).last_day();
    let (number, days) = (first.iso_week().week(), wording.days(first, sunday));
    let to = last.iso_week().week();
    wording.say(if first == last {
        text!("第 {number} 周（{days}）", "Week {number} ({days})")
    } else {
        text!(
            "第 {number}—{to} 周（{days}）",
            "Weeks {number}–{to} ({days})"
        )
    })
}

/// A task that stands in full in another week.
fn line(row: &TaskRow<'_>, wording: &Wording) -> LineWords {
    let due = row.due.map(|due| {
        let due = day(due, wording);
        wording.say(text!("{due} 截止", "due {due}"))
    });
    LineWords {
        title: row.title.to_owned(),
        facts: due.into_iter().collect(),
        is_critical: row.is_critical,
    }
}

fn task(row: &TaskRow<'_>, wording: &Wording) -> TaskWords {
    let duration = row
        .duration
        .map(|(duration, origin)| wording.value(&origin.beside(Value::exactly(duration))));
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
        (Some(start), Some(due)) if start == due => day(start, wording),
        (Some(start), Some(_)) => wording.between(&day(start, wording), &due),
        (Some(start), None) => {
            let start = day(start, wording);
            wording.say(text!("{start} 开始", "from {start}"))
        }
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
        Origin::About => wording.say(text!("约 {written}", "about {written}")),
        Origin::Derived => wording.say(text!("{written}（推算）", "{written} (calculated)")),
        Origin::Unsure => wording.say(text!(
            "{written}（推算，放假安排未定）",
            "{written} (calculated, holidays not known)"
        )),
    }
}

/// What stands below a task, each with its label.
fn details(row: &TaskRow<'_>, wording: &Wording) -> Vec<String> {
    let said = |(zh, en): (&str, &str), value: Option<Value<'_>>| {
        let value = wording.value(&value?);
        Some(wording.say(text!("{zh}：{value}", "{en}: {value}")))
    };
    let plain = |text: Option<&str>| text.map(str::to_owned);
    let owners = row.owners.iter().map(|owner| Value::plain(owner.name));
    let together = Value::list(owners).filter(|_| row.owners.len() > 1);
    let worked_out = row.worked_out.map(|end| {
        let day = Value::Day(end.day, DayForm::Weekday);
        end.origin.beside(day)
    });
    let after = Value::titles(row.after.iter().map(|before| before.words()));
    [
        said(("推算完成", "Calculated end"), worked_out),
        said(("共同负责", "Together"), together),
        said(("验收", "Reviewer"), row.reviewer.map(Value::name)),
        said(("优先级", "Priority"), row.priority.map(Value::choice)),
        said(("工作量", "Effort"), row.effort.map(Value::exactly)),
        said(("交付", "Deliverable"), row.deliverable.map(Value::plain)),
        said(("前置", "After"), after),
        said(("活动", "Campaign"), row.campaign.map(Value::name)),
        plain(row.note),
        said(("来源", "Source"), row.source.map(Value::plain)),
    ]
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
            wording.say(text!("首批日期：{next}{more}", "First days: {next}{more}")),
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
        let label = week_label(monday.zip(monday), &wording(Language::English));
        assert_eq!(label, "Week 53 (28 Dec – 3 Jan 2027)");
    }
}
