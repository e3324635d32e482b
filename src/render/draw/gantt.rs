//! The Gantt chart: a table of drawings, so that it breaks over pages and the scale repeats.

use chrono::NaiveDate;

use super::axis::{Axis, Events, LABELS};
use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH};
use super::label::{LINE, bar, label, words_of};
use super::text::{SMALL, text_width, wrap};
use crate::diagnostic::Text;
use crate::render::wording::Wording;
use crate::view::drawn::{BandHead, BandRow, Bands, Mark};

/// Tasks that one drawing holds; more would leave gaps at the ends of pages.
const ROWS: usize = 6;
const ROW: i32 = 200;
const SIZE: i32 = 105;

struct Chart<'c, 'p> {
    axis: &'c Axis,
    events: Events<'c, 'p>,
    wording: &'c Wording,
}

/// The drawings of phases and their tasks, some tasks to a drawing; `drawn` stand above them.
pub(super) fn rows(
    bands: &Bands<'_>,
    axis: &Axis,
    drawn: usize,
    wording: &Wording,
) -> Vec<Drawing> {
    let chart = Chart {
        axis,
        events: Events(&bands.events),
        wording,
    };
    let mut drawings = Vec::new();
    for group in &bands.groups {
        let head = group.head.as_ref();
        let mut add = |head: Option<&BandHead<'_>>, rows: &[BandRow<'_>]| {
            let id = format!("gantt-{}", drawn + drawings.len());
            drawings.push(chart.band(id, head, rows));
        };
        if group.rows.is_empty() {
            add(head, &[]);
        }
        for (at, part) in group.rows.chunks(ROWS).enumerate() {
            add(head.filter(|_| at == 0), part);
        }
    }
    drawings
}

impl Chart<'_, '_> {
    /// A phase with its first tasks, or more of its tasks.
    fn band(&self, id: String, head: Option<&BandHead<'_>>, rows: &[BandRow<'_>]) -> Drawing {
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
        self.events.lines(&mut canvas, self.axis, height);
        if let (Some(head), Some(lines)) = (head, &head_lines) {
            label(&mut canvas, "strong", 0, head_height / 2, lines);
            self.phase(&mut canvas, head, head_height / 2);
        }
        let mut top = head_height;
        for (row, lines) in rows.iter().zip(&labels) {
            let middle = top + height_of(lines) / 2;
            label(
                &mut canvas,
                if row.is_critical { "strong" } else { "plain" },
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
            .map(|row| format!("{} {}", row.title, words_of(&row.mark, self.wording)));
        canvas.finish(id, height, title, self.wording.list(what))
    }

    fn phase(&self, canvas: &mut Canvas, head: &BandHead<'_>, middle: i32) {
        let Some((first, last)) = head.days else {
            return;
        };
        let (from, to) = (self.axis.x(first), self.axis.end(last));
        let (top, bar, foot) = (middle - 30, middle + 30, middle + 70);
        let mut corners = vec![(from, top), (from, foot), (from + 50, bar)];
        if head.is_open_ended {
            corners.extend([(to, bar), (to - 40, middle), (to, top)]);
        } else {
            corners.extend([(to - 50, bar), (to, foot), (to, top)]);
        }
        canvas.polygon("phase", &corners);
    }

    fn task(&self, canvas: &mut Canvas, row: &BandRow<'_>, middle: i32) {
        let (from, to) = match &row.mark {
            Mark::Days(first, last) => {
                let from = self.axis.x(*first).min(WIDTH - 40);
                let to = self.axis.end(*last).max(from + 40);
                canvas.rect(bar(row.is_critical), (from, middle - 40), (to - from, 80));
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
        let words = words_of(&row.mark, self.wording);
        let room = text_width(&words, SMALL);
        if to + 50 + room <= WIDTH {
            canvas.text("date", (to + 50, middle + 32), Anchor::Start, words);
        } else {
            canvas.text("date", (from - 50, middle + 32), Anchor::End, words);
        }
    }

    /// The line of the days a task may slip; gives where the row ends.
    fn float(&self, canvas: &mut Canvas, row: &BandRow<'_>, to: i32, middle: i32) -> i32 {
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
