//! Who does which tasks, and those of some days only.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::said::counted;
use super::task_rows::{Origin, TaskDay, TaskRow, day_of};
use super::value::{Name, Value};

/// The tasks of a plan, once each, and who does them.
#[derive(Clone, Debug, Default)]
pub struct Tasks<'p> {
    /// In the order of the plan; those that repeat among them.
    pub rows: Vec<TaskRow<'p>>,
    /// Who does what, as positions in `rows`. A task with two owners stands under both.
    pub owners: Vec<OwnedTasks<'p>>,
}

/// The tasks of one owner, or of nobody.
#[derive(Clone, Debug)]
pub struct OwnedTasks<'p> {
    /// The person or post; nothing where nobody owns the tasks.
    pub owner: Option<Name<'p>>,
    /// What happens once, by day.
    pub tasks: Vec<usize>,
    /// What happens again and again.
    pub routines: Vec<usize>,
    /// How many are on the critical path.
    pub critical: usize,
}

impl<'p> OwnedTasks<'p> {
    /// Who that is.
    pub fn name(&self) -> Value<'p> {
        match self.owner {
            Some(owner) => Value::plain(owner.name),
            None => Value::words("尚无负责人", "No owner yet"),
        }
    }

    /// How many there are.
    pub fn count(&self) -> Value<'p> {
        group_count(self.tasks.len(), self.critical, self.routines.len())
    }
}

/// How many tasks a group has, and how many of them are critical; routines apart.
pub(super) fn group_count<'p>(once: usize, critical: usize, routines: usize) -> Value<'p> {
    let tasks = || Value::Words(counted(once, "项", "task", "tasks"));
    let tasks = match critical {
        0 => tasks(),
        _ => Value::phrase(
            "{0}，其中关键 {1} 项",
            "{0}, {1} critical",
            [tasks(), Value::count(critical)],
        ),
    };
    let repeated = match routines {
        1 => Value::words("例行 1 项", "1 routine"),
        _ => Value::phrase("例行 {0} 项", "{0} routines", [Value::count(routines)]),
    };
    let has = |count: usize, value| (count > 0).then_some(value);
    let said = [has(once, tasks), has(routines, repeated)];
    Value::beside(said).unwrap_or(Value::words("0 项", "no tasks"))
}

/// Tasks by the day they are due, those without any day last.
pub(super) fn by_due(tasks: &mut [usize], rows: &[TaskRow<'_>]) {
    tasks.sort_by_key(|at| day_of(&rows[*at]).map_or((true, None), |day| (false, Some(day))));
}

/// Puts tasks in the order of their days, those without any last.
pub(super) fn by_day(tasks: &mut [usize], rows: &[TaskRow<'_>]) {
    tasks.sort_by_key(|at| {
        let (start, day) = (rows[*at].start.map(|start| start.day), day_of(&rows[*at]));
        (day.is_none(), start.or(day), day)
    });
}

impl<'p> Tasks<'p> {
    /// Rows and who does them.
    pub(super) fn new(rows: Vec<TaskRow<'p>>) -> Self {
        Self {
            owners: by_owner(&rows),
            rows,
        }
    }

    /// How many happen once.
    pub fn once(&self) -> usize {
        self.rows.iter().filter(|row| row.repeat.is_none()).count()
    }

    /// Positions of those that repeat.
    pub fn routines(&self) -> Vec<usize> {
        (0..self.rows.len())
            .filter(|at| self.rows[*at].repeat.is_some())
            .collect()
    }

    /// The same with a row for each day of a task that repeats, as far as its days are known.
    pub(super) fn each_day(&self) -> Self {
        let rows = self.rows.iter().flat_map(|row| match &row.repeat {
            Some(routine) if !routine.days.is_empty() => {
                routine.days.iter().map(|day| on_day(row, *day)).collect()
            }
            _ => vec![row.clone()],
        });
        Self::new(rows.collect())
    }

    /// The tasks of an owner (id or name) that fall on days between two days, both
    /// included. A task counts if any of its days may lie between them; one without any
    /// day is left out as soon as a day is asked for.
    pub(super) fn filtered(
        &self,
        owner: Option<&str>,
        days: (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Self {
        let is_asked =
            |name: &Name<'_>| owner.is_none_or(|asked| [name.id, name.name].contains(&asked));
        let owned = |row: &&TaskRow<'p>| owner.is_none() || row.owners.iter().any(is_asked);
        let rows = self
            .rows
            .iter()
            .filter(owned)
            .cloned()
            .filter_map(|row| within(row, days));
        let mut filtered = Self::new(rows.collect());
        let is_theirs = |group: &OwnedTasks<'_>| group.owner.as_ref().is_some_and(is_asked);
        filtered
            .owners
            .retain(|group| owner.is_none() || is_theirs(group));
        filtered
    }
}

/// A task that repeats, on one of its days.
fn on_day<'p>(row: &TaskRow<'p>, day: NaiveDate) -> TaskRow<'p> {
    let on = Some(TaskDay {
        day,
        origin: Origin::Said,
    });
    TaskRow {
        start: on,
        due: on,
        repeat: None,
        ..row.clone()
    }
}

fn within<'p>(
    mut row: TaskRow<'p>,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
) -> Option<TaskRow<'p>> {
    if from.is_none() && to.is_none() {
        return Some(row);
    }
    if let Some(routine) = &mut row.repeat {
        let inside = |day: &NaiveDate| {
            from.is_none_or(|from| *day >= from) && to.is_none_or(|to| *day <= to)
        };
        routine.days.retain(inside);
        return (!routine.days.is_empty()).then_some(row);
    }
    let (start, due) = (row.start.map(|day| day.day), row.due.map(|day| day.day));
    let begins_in_time = start.is_none_or(|start| to.is_none_or(|to| start <= to));
    let ends_in_time = due.is_none_or(|due| from.is_none_or(|from| due >= from));
    ((start.is_some() || due.is_some()) && begins_in_time && ends_in_time).then_some(row)
}

/// The tasks of each owner, owners in the order of their first task, nobody last.
fn by_owner<'p>(rows: &[TaskRow<'p>]) -> Vec<OwnedTasks<'p>> {
    let mut place: HashMap<Option<&str>, usize> = HashMap::new();
    let mut owned: Vec<OwnedTasks<'p>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let owners = row.owners.iter().copied().map(Some);
        for owner in owners.chain(row.owners.is_empty().then_some(None)) {
            let place = *place.entry(owner.map(|owner| owner.id)).or_insert_with(|| {
                let (tasks, routines) = (Vec::new(), Vec::new());
                owned.push(OwnedTasks {
                    owner,
                    tasks,
                    routines,
                    critical: 0,
                });
                owned.len() - 1
            });
            let group = &mut owned[place];
            let list = if row.repeat.is_some() {
                &mut group.routines
            } else {
                &mut group.tasks
            };
            list.push(at);
            group.critical += usize::from(row.is_critical && row.repeat.is_none());
        }
    }
    owned.sort_by_key(|group| group.owner.is_none());
    owned
        .iter_mut()
        .for_each(|group| by_day(&mut group.tasks, rows));
    owned
}
