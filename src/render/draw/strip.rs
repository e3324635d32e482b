//! The calendar of campaigns, drawn.

use super::axis::{Axis, Events, LABELS};
use super::drawing::{Anchor, Canvas, Drawing, WIDTH};
use super::label::{LINE, bar, label, words_of};
use super::text::{SMALL, text_width, wrap};
use crate::diagnostic::Text;
use crate::render::wording::Wording;
use crate::view::drawn::{BandRow, Bands};

const ROW: i32 = 220;
/// Campaigns that one drawing holds.
const ROWS: usize = 8;

/// The drawings of campaigns, some to a drawing; `drawn` stand above them.
pub(super) fn rows(
    bands: &Bands<'_>,
    axis: &Axis,
    drawn: usize,
    wording: &Wording,
) -> Vec<Drawing> {
    let rows: Vec<&BandRow<'_>> = bands.groups.iter().flat_map(|group| &group.rows).collect();
    let parts = rows.chunks(ROWS).enumerate();
    parts
        .map(|(at, part)| {
            let id = format!("calendar-{}", drawn + at);
            drawing(id, part, &Events(&bands.events), axis, wording)
        })
        .collect()
}

fn drawing(
    id: String,
    rows: &[&BandRow<'_>],
    events: &Events<'_, '_>,
    axis: &Axis,
    wording: &Wording,
) -> Drawing {
    let labels: Vec<_> = rows
        .iter()
        .map(|row| wrap(row.title, 105, LABELS - 80, 3))
        .collect();
    let lines = |lines: &Vec<String>| i32::try_from(lines.len()).unwrap_or(1);
    let heights: Vec<i32> = labels
        .iter()
        .map(|label| ROW + LINE * (lines(label) - 1))
        .collect();
    let height = heights.iter().sum();
    let mut canvas = Canvas::default();
    axis.grid(&mut canvas, height, wording);
    events.lines(&mut canvas, axis, height);
    let mut top = 0;
    for ((row, lines), height) in rows.iter().zip(&labels).zip(&heights) {
        let middle = top + height / 2;
        label(&mut canvas, "plain", 0, middle, lines);
        draw(&mut canvas, row, middle, axis, wording);
        top += height;
    }
    let title = wording.say(Text::fixed("活动日历", "calendar of campaigns"));
    let days = |row: &&BandRow<'_>| wording.days(row.mark.first(), row.mark.last());
    let what = rows
        .iter()
        .map(|row| format!("{} {}", row.title, days(row)));
    canvas.finish(id, height, title, wording.list(what))
}

fn draw(canvas: &mut Canvas, row: &BandRow<'_>, middle: i32, axis: &Axis, wording: &Wording) {
    let from = axis.x(row.mark.first()).min(WIDTH - 40);
    let to = axis.end(row.mark.last()).max(from + 40);
    let mut left = from;
    if let Some(signup) = row.signup {
        left = axis.x(signup);
        canvas.line("review", (left, middle), (from, middle));
        canvas.diamond("about", (left, middle), 45);
        left -= 10;
    }
    canvas.rect(bar(row.is_critical), (from, middle - 50), (to - from, 100));
    if row.is_critical {
        canvas.line("strike", (from - 30, middle + 70), (to + 30, middle - 70));
    }
    let words = words_of(&row.mark, wording);
    if to + 60 + text_width(&words, SMALL) <= WIDTH {
        canvas.text("date", (to + 60, middle + 32), Anchor::Start, words);
    } else {
        canvas.text("date", (left - 60, middle + 32), Anchor::End, words);
    }
}
