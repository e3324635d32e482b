//! The calendar of campaigns, drawn.

use chrono::NaiveDate;

use super::axis::{Axis, Events, LABELS};
use super::campaigns::Outcome;
use super::drawing::{Anchor, Canvas, WIDTH, text_width, wrap};
use super::format::Wording;
use super::gantt::{Bands, label};
use crate::diagnostic::Text;
use crate::plan::{Campaign, Entry};
use crate::resolve::Resolved;

const ROW: i32 = 220;
const LINE: i32 = 120;
/// Campaigns that one drawing holds.
const ROWS: usize = 8;

struct Row<'p> {
    title: &'p str,
    signup: Option<NaiveDate>,
    first: NaiveDate,
    last: NaiveDate,
    refused: bool,
}

/// When campaigns are signed up for and run; nothing where no days are known.
pub(super) fn strip(
    resolved: &Resolved<'_>,
    outcomes: &[Option<Outcome>],
    wording: &Wording,
) -> Option<Bands> {
    let mut rows: Vec<Row<'_>> = resolved
        .campaigns
        .iter()
        .zip(outcomes)
        .filter_map(|(campaign, outcome)| row(campaign, *outcome))
        .collect();
    let days: Vec<NaiveDate> = rows.iter().flat_map(|row| [row.first, row.last]).collect();
    let axis = Axis::new(resolved, &days)?;
    rows.retain(|row| axis.shows(row.signup.unwrap_or(row.first), row.last));
    rows.sort_by_key(|row| (row.first, row.last));
    let events = Events::new(resolved, &axis);
    let mut drawings: Vec<_> = events.row("calendar", &axis, wording).into_iter().collect();
    for part in rows.chunks(ROWS) {
        let labels: Vec<_> = part
            .iter()
            .map(|row| wrap(row.title, 105, LABELS - 80, 3))
            .collect();
        let heights: Vec<i32> = labels
            .iter()
            .map(|lines| ROW + LINE * (i32::try_from(lines.len()).unwrap_or(1) - 1))
            .collect();
        let height = heights.iter().sum();
        let mut canvas = Canvas::default();
        axis.grid(&mut canvas, height, wording);
        events.lines(&mut canvas, &axis, height);
        let mut top = 0;
        for ((row, lines), height) in part.iter().zip(&labels).zip(&heights) {
            let middle = top + height / 2;
            label(&mut canvas, "plain", 0, middle, lines);
            draw(&mut canvas, row, middle, &axis, wording);
            top += height;
        }
        let title = wording.say(Text::fixed("活动日历", "calendar of campaigns"));
        let what = part
            .iter()
            .map(|row| format!("{} {}", row.title, wording.days(row.first, row.last)));
        drawings.push(canvas.finish(
            format!("calendar-{}", drawings.len()),
            height,
            title,
            wording.list(what),
        ));
    }
    (!rows.is_empty()).then(|| Bands {
        scale: axis.scale("calendar", wording),
        rows: drawings,
        left_out: None,
        has_deadlines: false,
        has_cycles: false,
    })
}

fn row<'p>(campaign: &'p Entry<Campaign>, outcome: Option<Outcome>) -> Option<Row<'p>> {
    let first = campaign.start?.value.0;
    let last = campaign.end.map_or(first, |day| day.value.0).max(first);
    let signup = campaign.signup_on.map(|day| day.value.0);
    Some(Row {
        title: campaign.label(),
        signup,
        first,
        last,
        refused: outcome == Some(Outcome::NotMet),
    })
}

fn draw(canvas: &mut Canvas, row: &Row<'_>, middle: i32, axis: &Axis, wording: &Wording) {
    let from = axis.x(row.first).min(WIDTH - 40);
    let to = axis.end(row.last).max(from + 40);
    let mut left = from;
    if let Some(signup) = row.signup {
        left = axis.x(signup);
        canvas.line("review", (left, middle), (from, middle));
        canvas.diamond("about", (left, middle), 45);
        left -= 10;
    }
    canvas.rect(
        if row.refused { "bar critical" } else { "bar" },
        (from, middle - 50),
        (to - from, 100),
    );
    if row.refused {
        canvas.line("strike", (from - 30, middle + 70), (to + 30, middle - 70));
    }
    let words = wording.days(row.first, row.last).replace(" – ", "–");
    if to + 60 + text_width(&words, 90) <= WIDTH {
        canvas.text("date", (to + 60, middle + 32), Anchor::Start, words);
    } else {
        canvas.text("date", (left - 60, middle + 32), Anchor::End, words);
    }
}
