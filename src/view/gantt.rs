//! Phases and tasks on a time axis.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::drawn::{BandHead, BandKind, BandRow, Bands, EventMark, Group, Mark};
use crate::analysis::figures::{is_linked, slips_to};
use crate::analysis::schedule::{Schedule, Window};
use crate::plan::{Entry, Idx, Phase, Task};
use crate::resolve::{Resolved, printed};

/// More tasks than this are for the list, not for a picture.
const MOST: usize = 150;

type Days = (NaiveDate, NaiveDate);

/// Phases and tasks; nothing where no days are known.
pub(super) fn bands<'p>(resolved: &Resolved<'p>, schedule: &Schedule) -> Option<Bands<'p>> {
    let days = axis(resolved, &days_of(resolved, schedule))?;
    let shown = shown(resolved, schedule);
    let left_out = resolved.tasks.len() - shown.len();
    let mut by_phase: HashMap<Option<usize>, Vec<BandRow<'p>>> = HashMap::new();
    for (at, mark) in shown {
        if shows(days, mark.first(), mark.last()) {
            let phase = resolved.find(&resolved.tasks[at].phase).map(Idx::at);
            by_phase
                .entry(phase)
                .or_default()
                .push(row(at, mark, resolved, schedule));
        }
    }
    let groups = (0..resolved.phases.len())
        .map(Some)
        .chain([None])
        .filter_map(|phase| {
            let head = phase.map(|at| head(&resolved.plan.phases[at], days, resolved));
            let mut rows = by_phase.remove(&phase).unwrap_or_default();
            rows.sort_by_key(|row| (matches!(row.mark, Mark::Cycle(_)), row.mark.first()));
            (head.is_some() || !rows.is_empty()).then_some(Group { head, rows })
        });
    let groups: Vec<_> = groups.collect();
    let events = events(resolved, days);
    let any = |is: fn(&Window) -> bool| schedule.windows.iter().any(is);
    (!groups.is_empty() || !events.is_empty()).then(|| Bands {
        kind: BandKind::Gantt,
        days,
        events,
        groups,
        has_critical: any(|window| window.critical),
        has_float: any(|window| window.float.is_some()),
        left_out,
    })
}

/// The days of the plan; what it leaves open is taken from `others`, the days that things in
/// it happen. Nothing where no two days are known.
pub(super) fn axis(resolved: &Resolved<'_>, others: &[NaiveDate]) -> Option<Days> {
    let (start, end) = resolved.span();
    let first = start.or_else(|| others.iter().min().copied())?;
    let last = end.or_else(|| others.iter().max().copied())?;
    (first < last).then_some((first, last))
}

/// Whether any of some days shows on an axis.
pub(super) fn shows(axis: Days, first: NaiveDate, last: NaiveDate) -> bool {
    last >= axis.0 && first <= axis.1
}

/// The events of a plan that show on an axis, by day.
pub(super) fn events<'p>(resolved: &Resolved<'p>, axis: Days) -> Vec<EventMark<'p>> {
    let marks = resolved.plan.events.iter().filter_map(|event| {
        let first = event.start.day()?.value.0;
        let last = event.end.day().map_or(first, |day| day.value.0).max(first);
        shows(axis, first, last).then_some(EventMark {
            title: event.label(),
            first,
            last,
        })
    });
    let mut marks: Vec<_> = marks.collect();
    marks.sort_by_key(|mark| (mark.first, mark.last));
    marks
}

/// The days that anything happens on.
fn days_of(resolved: &Resolved<'_>, schedule: &Schedule) -> Vec<NaiveDate> {
    let phases = resolved
        .phases
        .iter()
        .flat_map(|phase| [phase.start.day(), phase.end.day()])
        .flatten();
    let tasks = schedule
        .windows
        .iter()
        .flat_map(|window| [window.start, window.end])
        .flatten();
    phases.map(|day| day.value.0).chain(tasks).collect()
}

/// The tasks that are drawn: those with days, and of too many only the critical ones.
fn shown(resolved: &Resolved<'_>, schedule: &Schedule) -> Vec<(usize, Mark)> {
    let tasks = resolved.tasks.iter().zip(&schedule.windows).enumerate();
    let marked = tasks.filter_map(|(at, (task, window))| Some((at, mark(task, window, resolved)?)));
    let all: Vec<(usize, Mark)> = marked.collect();
    if all.len() <= MOST {
        return all;
    }
    all.into_iter()
        .filter(|(at, _)| schedule.windows[*at].critical)
        .take(MOST)
        .collect()
}

/// When a task shows, if any day of it is known.
fn mark(task: &Entry<Task>, window: &Window, resolved: &Resolved<'_>) -> Option<Mark> {
    if task.repeat.is_some() {
        let days = printed(task, resolved);
        return (!days.is_empty()).then_some(Mark::Cycle(days));
    }
    if let Some(around) = task.around {
        return Some(Mark::About(around.value.0));
    }
    // Days that are written both are drawn as written.
    let due = task.start.and(task.due).map(|due| due.value.0);
    match (window.start, due.or(window.end)) {
        (Some(first), Some(last)) => Some(Mark::Days(first, last.max(first))),
        (Some(only), None) => Some(Mark::Days(only, only)),
        (None, Some(by)) => Some(Mark::By(by)),
        (None, None) => None,
    }
}

fn row<'p>(at: usize, mark: Mark, resolved: &Resolved<'p>, schedule: &Schedule) -> BandRow<'p> {
    let (task, window) = (&resolved.plan.tasks[at], &schedule.windows[at]);
    let slips_to = slips_to(task, window, resolved).filter(|_| is_linked(Idx::new(at), resolved));
    BandRow {
        title: task.label(),
        mark,
        is_critical: window.critical,
        slips_to,
        signup: None,
    }
}

fn head<'p>(phase: &'p Entry<Phase>, axis: Days, resolved: &Resolved<'p>) -> BandHead<'p> {
    // A phase without an end, stated or as open-ended, is drawn to the end of the axis.
    let open_ended =
        || Some((phase.start.day()?.value.0, axis.1)).filter(|_| phase.end.day().is_none());
    let days = resolved
        .days_of(phase)
        .or_else(|| open_ended().filter(|_| phase.open_ended.is_some_and(|open| open.value)));
    let days = days.filter(|(first, last)| shows(axis, *first, *last));
    BandHead {
        title: phase.label(),
        days,
        is_open_ended: phase.end.day().is_none(),
    }
}
