//! The Gantt chart: a table of drawings, so that it breaks over pages and the scale repeats.

use chrono::NaiveDate;
use serde::Serialize;

use super::axis::{Axis, Events, LABELS};
use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH, text_width, wrap};
use super::format::Wording;
use super::marks::{Mark, is_linked, slips_to};
use crate::analysis::schedule::Schedule;
use crate::diagnostic::{Text, text};
use crate::plan::{Entry, Phase, Task};
use crate::resolve::Resolved;

/// Drawings below each other that share a time axis.
#[derive(Clone, Debug, Serialize)]
pub struct Bands {
    /// The scale, repeated on every page.
    pub scale: Drawing,
    /// The drawings below.
    pub rows: Vec<Drawing>,
    /// What it leaves out, in one sentence.
    pub left_out: Option<String>,
    /// Whether a day stands in it by which something must be done, its real days unknown.
    pub has_deadlines: bool,
    /// Whether something in it happens again and again.
    pub has_cycles: bool,
}

/// Tasks that one drawing holds; more would leave gaps at the ends of pages.
const ROWS: usize = 6;
/// More tasks than this are for the list, not for a picture.
const MOST: usize = 150;
const ROW: i32 = 200;
const LINE: i32 = 120;
const SIZE: i32 = 105;

struct Row<'p> {
    title: &'p str,
    mark: Mark,
    critical: bool,
    /// The day until which it may slip.
    slips_to: Option<NaiveDate>,
}

struct Head<'p> {
    title: &'p str,
    days: Option<(NaiveDate, NaiveDate)>,
    open_ended: bool,
}

struct Chart<'c, 'p> {
    axis: Axis,
    events: Events<'p>,
    wording: &'c Wording,
}

/// The chart of phases and tasks; nothing where no days are known.
pub(super) fn gantt(
    resolved: &Resolved<'_>,
    schedule: &Schedule,
    wording: &Wording,
) -> Option<Bands> {
    let axis = Axis::new(resolved, &days_of(resolved, schedule))?;
    let shown = shown(resolved, schedule);
    let chart = Chart {
        axis,
        events: Events::new(resolved, &axis),
        wording,
    };
    let mut rows: Vec<Drawing> = chart
        .events
        .row("gantt", &axis, wording)
        .into_iter()
        .collect();
    let (mut has_deadlines, mut has_cycles) = (false, false);
    let groups = (0..resolved.phases.len()).map(Some).chain([None]);
    for group in groups {
        let head = group.map(|at| head(&resolved.phases[at], &axis));
        let tasks = tasks_of(group, &shown, resolved, schedule, &axis);
        has_deadlines |= tasks.iter().any(|row| matches!(row.mark, Mark::By(_)));
        has_cycles |= tasks.iter().any(|row| matches!(row.mark, Mark::Cycle(_)));
        if tasks.is_empty() {
            let id = format!("gantt-{}", rows.len());
            rows.extend(head.as_ref().map(|head| chart.band(id, Some(head), &[])));
        }
        for (at, part) in tasks.chunks(ROWS).enumerate() {
            let head = head.as_ref().filter(|_| at == 0);
            rows.push(chart.band(format!("gantt-{}", rows.len()), head, part));
        }
    }
    let left_out = left_out(resolved.tasks.len() - shown.len(), wording);
    (!rows.is_empty()).then(|| Bands {
        scale: axis.scale("gantt", wording),
        rows,
        left_out,
        has_deadlines,
        has_cycles,
    })
}

fn left_out(count: usize, wording: &Wording) -> Option<String> {
    (count > 0).then(|| {
        wording.say(text!(
            "另有 {count} 项任务没有画在图上，见任务清单。",
            "{count} more tasks are not drawn; see the list of tasks."
        ))
    })
}

/// The days that anything happens on.
fn days_of(resolved: &Resolved<'_>, schedule: &Schedule) -> Vec<NaiveDate> {
    let phases = resolved
        .phases
        .iter()
        .flat_map(|phase| [phase.start, phase.end])
        .flatten()
        .map(|day| day.value.0);
    let tasks = schedule
        .windows
        .iter()
        .flat_map(|window| [window.start, window.end])
        .flatten();
    phases.chain(tasks).collect()
}

/// The tasks that are drawn: those with days, and of too many only the critical ones.
fn shown(resolved: &Resolved<'_>, schedule: &Schedule) -> Vec<usize> {
    let dated =
        |at: &usize| Mark::of(&resolved.tasks[*at], &schedule.windows[*at], resolved).is_some();
    let all: Vec<usize> = (0..resolved.tasks.len()).filter(dated).collect();
    if all.len() <= MOST {
        return all;
    }
    all.into_iter()
        .filter(|at| schedule.windows[*at].critical)
        .take(MOST)
        .collect()
}

fn tasks_of<'p>(
    phase: Option<usize>,
    shown: &[usize],
    resolved: &Resolved<'p>,
    schedule: &Schedule,
    axis: &Axis,
) -> Vec<Row<'p>> {
    let in_phase =
        |task: &Entry<Task>| resolved.find(&task.phase).map(crate::plan::Idx::at) == phase;
    let mut rows: Vec<_> = shown
        .iter()
        .filter(|at| in_phase(&resolved.tasks[**at]))
        .filter_map(|&at| {
            let (task, window) = (&resolved.tasks[at], &schedule.windows[at]);
            let mark = Mark::of(task, window, resolved)?;
            let first = mark.first();
            let slips_to = slips_to(task, window, resolved).filter(|_| is_linked(at, resolved));
            let row = Row {
                title: task.label(),
                mark,
                critical: window.critical,
                slips_to,
            };
            axis.shows(first, row.mark.last()).then_some((
                matches!(row.mark, Mark::Cycle(_)),
                first,
                row,
            ))
        })
        .collect();
    rows.sort_by_key(|(cycle, first, _)| (*cycle, *first));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn head<'p>(phase: &'p Entry<Phase>, axis: &Axis) -> Head<'p> {
    let days = super::phases::days(phase, Some(axis.last))
        .filter(|(first, last)| axis.shows(*first, *last));
    Head {
        title: phase.label(),
        days,
        open_ended: phase.end.is_none(),
    }
}

impl Chart<'_, '_> {
    /// A phase with its first tasks, or more of its tasks.
    fn band(&self, id: String, head: Option<&Head<'_>>, rows: &[Row<'_>]) -> Drawing {
        let head_lines = head.map(|head| wrap(head.title, SIZE, LABELS - 60, 3));
        let head_height = head_lines.as_ref().map_or(0, |lines| height_of(lines));
        let labels: Vec<_> = rows
            .iter()
            .map(|row| wrap(row.title, SIZE, LABELS - 180, 3))
            .collect();
        let height = head_height + labels.iter().map(|lines| height_of(lines)).sum::<i32>();
        let mut canvas = Canvas::default();
        if head.is_some() {
            canvas.rect("row-head", (0, 0), (WIDTH, head_height));
        }
        self.axis.grid(&mut canvas, height, self.wording);
        self.events.lines(&mut canvas, &self.axis, height);
        if let (Some(head), Some(lines)) = (head, &head_lines) {
            label(&mut canvas, "strong", 0, head_height / 2, lines);
            self.phase(&mut canvas, head, head_height / 2);
        }
        let mut top = head_height;
        for (row, lines) in rows.iter().zip(&labels) {
            let middle = top + height_of(lines) / 2;
            label(
                &mut canvas,
                if row.critical { "strong" } else { "plain" },
                100,
                middle,
                lines,
            );
            self.task(&mut canvas, row, middle);
            top += height_of(lines);
        }
        let title = head.map_or_else(
            || self.wording.say(Text::fixed("任务", "tasks")),
            |head| head.title.to_owned(),
        );
        let what = rows
            .iter()
            .map(|row| format!("{} {}", row.title, row.mark.words(self.wording)));
        canvas.finish(id, height, title, self.wording.list(what))
    }

    fn phase(&self, canvas: &mut Canvas, head: &Head<'_>, middle: i32) {
        let Some((first, last)) = head.days else {
            return;
        };
        let (from, to) = (self.axis.x(first), self.axis.end(last));
        let (top, bar, foot) = (middle - 30, middle + 30, middle + 70);
        let mut corners = vec![(from, top), (from, foot), (from + 50, bar)];
        if head.open_ended {
            corners.extend([(to, bar), (to - 40, middle), (to, top)]);
        } else {
            corners.extend([(to - 50, bar), (to, foot), (to, top)]);
        }
        canvas.polygon("phase", &corners);
    }

    fn task(&self, canvas: &mut Canvas, row: &Row<'_>, middle: i32) {
        let (from, to) = match &row.mark {
            Mark::Days(first, last) => {
                let from = self.axis.x(*first).min(WIDTH - 40);
                let to = self.axis.end(*last).max(from + 40);
                canvas.rect(
                    if row.critical { "bar critical" } else { "bar" },
                    (from, middle - 40),
                    (to - from, 80),
                );
                (from, self.float(canvas, row, to, middle))
            }
            Mark::About(day) => {
                let at = self.axis.x(*day).min(WIDTH - 50);
                canvas.diamond("about", (at, middle), 50);
                (at - 50, at + 50)
            }
            Mark::By(day) => {
                let at = self.axis.end(*day).min(WIDTH - 45);
                canvas.polygon(
                    "about",
                    &[
                        (at - 45, middle - 40),
                        (at + 45, middle - 40),
                        (at, middle + 45),
                    ],
                );
                (at - 45, at + 45)
            }
            Mark::Cycle(days) => self.cycle(canvas, days, middle),
        };
        let words = row.mark.words(self.wording);
        let room = text_width(&words, 90);
        if to + 50 + room <= WIDTH {
            canvas.text("date", (to + 50, middle + 32), Anchor::Start, words);
        } else {
            canvas.text("date", (from - 50, middle + 32), Anchor::End, words);
        }
    }

    /// The line of the days a task may slip; gives where the row ends.
    fn float(&self, canvas: &mut Canvas, row: &Row<'_>, to: i32, middle: i32) -> i32 {
        let Some(slips_to) = row.slips_to else {
            return to;
        };
        let until = self.axis.end(slips_to).min(WIDTH - 5);
        if until <= to {
            return to;
        }
        let (at, end) = (Length(middle), Length(until));
        let (top, foot) = (Length(middle - 30), Length(middle + 30));
        canvas.path(
            "float",
            format!("M{} {at}H{end}M{end} {top}V{foot}", Length(to)),
        );
        until
    }

    /// A dot a time, as long as dots can be told apart; else a line.
    fn cycle(&self, canvas: &mut Canvas, days: &[NaiveDate], middle: i32) -> (i32, i32) {
        let (first, last) = (days[0], days[days.len() - 1]);
        let (from, to) = (self.axis.x(first), self.axis.end(last));
        canvas.line("cycle", (from, middle), (to, middle));
        let apart = (to - from) / i32::try_from(days.len()).unwrap_or(i32::MAX).max(1);
        if apart >= 60 || days.len() == 1 {
            for day in days {
                canvas.circle("cycle-dot", (self.axis.x(*day) + 10, middle), 20);
            }
        }
        (from, to)
    }
}

fn height_of(lines: &[String]) -> i32 {
    ROW + LINE * (i32::try_from(lines.len()).unwrap_or(1) - 1)
}

/// Lines of a label around the middle of a row.
pub(super) fn label(
    canvas: &mut Canvas,
    class: &'static str,
    x: i32,
    middle: i32,
    lines: &[String],
) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut base = middle + 37 - LINE * (count - 1) / 2;
    for line in lines {
        canvas.text(class, (x, base), Anchor::Start, line.clone());
        base += LINE;
    }
}
