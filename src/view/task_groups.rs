//! Tasks by owner, by week, and by what is asked of a list.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::format::Wording;
use super::tasks::{TaskRow, Tasks};
use crate::diagnostic::{Text, text};

/// The tasks of one owner, or of nobody.
#[derive(Clone, Debug, Serialize)]
pub struct Owner {
    /// Id of the person or post; nothing where nobody owns the tasks.
    pub id: Option<String>,
    /// Their name.
    pub name: String,
    /// `15 项，其中关键 6 项`
    pub count: String,
    /// What happens once, by day.
    pub tasks: Vec<usize>,
    /// The same by week.
    pub weeks: Vec<Week>,
    /// What happens again and again.
    pub routines: Vec<usize>,
}

/// The tasks that are due in one week.
#[derive(Clone, Debug, Serialize)]
pub struct Week {
    /// `第 15 周（04-06 – 04-12）`
    pub label: String,
    /// Positions of the tasks.
    pub tasks: Vec<usize>,
}

impl Tasks {
    pub(super) fn new(rows: Vec<TaskRow>, wording: &Wording) -> Self {
        let mut owners: Vec<(Option<&str>, &str)> = Vec::new();
        for row in &rows {
            for owner in &row.owners {
                if !owners.iter().any(|(id, _)| *id == Some(owner.id.as_str())) {
                    owners.push((Some(&owner.id), &owner.name));
                }
            }
        }
        let nobody = wording.say(Text::fixed("尚无负责人", "No owner yet"));
        if rows.iter().any(|row| row.owners.is_empty()) {
            owners.push((None, &nobody));
        }
        let owners = owners
            .into_iter()
            .map(|(id, name)| owner(id, name, &rows, wording))
            .collect();
        Self {
            owners,
            routines: (0..rows.len())
                .filter(|at| rows[*at].repeat.is_some())
                .collect(),
            has_float: rows.iter().any(|row| row.float.is_some()),
            critical: rows.iter().filter(|row| row.critical).count(),
            rows,
        }
    }

    /// The tasks of an owner (id or name) that fall on days between two days, both
    /// included. A task counts if any of its days may lie between them; one without any
    /// day is left out as soon as a day is asked for.
    pub(super) fn filtered(
        &self,
        owner: Option<&str>,
        days: (Option<NaiveDate>, Option<NaiveDate>),
        wording: &Wording,
    ) -> Self {
        let owned = |row: &&TaskRow| {
            owner.is_none_or(|owner| {
                row.owners
                    .iter()
                    .any(|name| name.id == owner || name.name == owner)
            })
        };
        let rows = self
            .rows
            .iter()
            .filter(owned)
            .cloned()
            .filter_map(|row| within(row, days));
        let mut filtered = Self::new(rows.collect(), wording);
        if let Some(owner) = owner {
            filtered
                .owners
                .retain(|group| group.name == owner || group.id.as_deref() == Some(owner));
        }
        filtered
    }
}

fn within(mut row: TaskRow, (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Option<TaskRow> {
    if from.is_none() && to.is_none() {
        return Some(row);
    }
    let inside =
        |day: NaiveDate| from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to);
    if let Some(routine) = &mut row.repeat {
        routine.only(inside);
        return (routine.times > 0).then_some(row);
    }
    let (start, due) = (
        row.start.as_ref().map(|day| day.day),
        row.due.as_ref().map(|day| day.day),
    );
    let begins_in_time = start.is_none_or(|start| to.is_none_or(|to| start <= to));
    let ends_in_time = due.is_none_or(|due| from.is_none_or(|from| due >= from));
    ((start.is_some() || due.is_some()) && begins_in_time && ends_in_time).then_some(row)
}

fn owner(id: Option<&str>, name: &str, rows: &[TaskRow], wording: &Wording) -> Owner {
    let owns = |row: &TaskRow| match id {
        Some(id) => row.owners.iter().any(|owner| owner.id == id),
        None => row.owners.is_empty(),
    };
    let (routines, mut tasks): (Vec<usize>, Vec<usize>) = (0..rows.len())
        .filter(|at| owns(&rows[*at]))
        .partition(|at| rows[*at].repeat.is_some());
    tasks.sort_by_key(|at| {
        let day = day_of(&rows[*at]);
        (
            day.is_none(),
            rows[*at].start.as_ref().map(|start| start.day).or(day),
            day,
        )
    });
    let (all, critical) = (
        tasks.len() + routines.len(),
        tasks.iter().filter(|at| rows[**at].critical).count(),
    );
    let count = if critical > 0 {
        text!(
            "{all} 项，其中关键 {critical} 项",
            "tasks: {all}, critical: {critical}"
        )
    } else {
        text!("{all} 项", "tasks: {all}")
    };
    Owner {
        id: id.map(str::to_owned),
        name: name.to_owned(),
        count: wording.say(count),
        weeks: weeks(&tasks, rows, wording),
        tasks,
        routines,
    }
}

/// The day by which a task belongs to a week: the last if known, else the first.
fn day_of(row: &TaskRow) -> Option<NaiveDate> {
    row.due.as_ref().or(row.start.as_ref()).map(|day| day.day)
}

fn weeks(tasks: &[usize], rows: &[TaskRow], wording: &Wording) -> Vec<Week> {
    let mut by_week: Vec<(Option<NaiveDate>, usize)> = tasks
        .iter()
        .map(|at| {
            (
                day_of(&rows[*at]).map(|day| day.week(chrono::Weekday::Mon).first_day()),
                *at,
            )
        })
        .collect();
    by_week.sort_by_key(|(monday, _)| (monday.is_none(), *monday));
    by_week
        .chunk_by(|a, b| a.0 == b.0)
        .map(|week| Week {
            label: week_label(week[0].0, wording),
            tasks: week.iter().map(|(_, at)| *at).collect(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Language;
    use crate::view::format::tests::wording;

    #[test]
    fn weeks_are_those_of_iso() {
        let monday = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap();
        assert_eq!(
            week_label(Some(monday), &wording(Language::English)),
            "Week 53 (28 Dec – 3 Jan)"
        );
    }
}
