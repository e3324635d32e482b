//! The time axis that the Gantt chart and the calendar of campaigns share.

use chrono::{Datelike, NaiveDate};

use super::drawing::{Anchor, Canvas, Drawing, WIDTH};
use super::text::{SMALL, text_width};
use crate::diagnostic::Text;
use crate::plan::Period;
use crate::render::wording::Wording;
use crate::view::drawn::EventMark;

/// Width of the column of labels, in tenths.
pub(super) const LABELS: i32 = 1_860;

/// Months of a year.
const YEAR: u32 = 12;

/// Days from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

/// A stretch of the axis with one label.
struct Stretch {
    from: i32,
    to: i32,
    label: String,
    new_year: bool,
}

impl Axis {
    /// Left edge of a day, within the axis.
    pub(super) fn x(&self, day: NaiveDate) -> i32 {
        let days = (self.last - self.first).num_days() + 1;
        let at = (day - self.first).num_days().clamp(0, days);
        LABELS + i32::try_from(at * i64::from(WIDTH - LABELS) / days).unwrap_or(0)
    }

    /// Right edge of a day, within the axis.
    pub(super) fn end(&self, day: NaiveDate) -> i32 {
        self.x(day.succ_opt().unwrap_or(day))
    }

    /// How many months one stretch is long.
    fn step(&self) -> u32 {
        let months = Period::months_between(self.first, self.last).len();
        let month_width = (WIDTH - LABELS) / i32::try_from(months).unwrap_or(1).max(1);
        match month_width {
            260.. => 1,
            90.. => 3,
            _ => YEAR,
        }
    }

    /// The years, each with its left edge.
    fn years(&self) -> impl Iterator<Item = (i32, i32)> {
        let x_of = |day| self.x(day);
        (self.first.year()..=self.last.year()).map(move |year| {
            (
                NaiveDate::from_ymd_opt(year, 1, 1).map_or(LABELS, x_of),
                year,
            )
        })
    }

    /// Months, quarters or years, whichever leave room for their labels.
    fn stretches(&self, wording: &Wording) -> Vec<Stretch> {
        let months = Period::months_between(self.first, self.last);
        let step = self.step();
        let starts: Vec<(i32, u32)> = months
            .iter()
            .filter_map(|period| {
                if let Period::Month(year, month) = period {
                    Some((*year, *month))
                } else {
                    None
                }
            })
            .enumerate()
            .filter(|(at, (_, month))| *at == 0 || (month - 1) % step == 0)
            .map(|(_, start)| start)
            .collect();
        let x_of = |(year, month): (i32, u32)| {
            NaiveDate::from_ymd_opt(year, month, 1).map_or(LABELS, |day| self.x(day))
        };
        starts
            .iter()
            .enumerate()
            .map(|(at, &(year, month))| {
                let (from, to) = (
                    x_of((year, month)),
                    starts.get(at + 1).map_or(WIDTH, |next| x_of(*next)),
                );
                let quarter = (month - 1) / 3 + 1;
                let label = match step {
                    1 => wording.month(month),
                    3 => format!("Q{quarter}"),
                    _ => year.to_string(),
                };
                Stretch {
                    from,
                    to,
                    label,
                    new_year: month == 1 && at > 0,
                }
            })
            .collect()
    }

    /// Shaded stretches and lines between them.
    pub(super) fn grid(&self, canvas: &mut Canvas, height: i32, wording: &Wording) {
        let stretches = self.stretches(wording);
        for stretch in stretches.iter().skip(1).step_by(2) {
            canvas.rect(
                "odd",
                (stretch.from, 0),
                (stretch.to - stretch.from, height),
            );
        }
        for stretch in &stretches {
            let class = if stretch.new_year {
                "grid year"
            } else {
                "grid"
            };
            canvas.line(class, (stretch.from, 0), (stretch.from, height));
        }
    }

    /// The scale above the chart, which repeats on every page: the years above their months
    /// or quarters, where there are several.
    pub(super) fn scale(&self, id: &str, wording: &Wording) -> Drawing {
        let mut canvas = Canvas::default();
        let (years, are_all) = (self.first.year()..self.last.year(), self.step() == YEAR);
        let top = if years.is_empty() || are_all { 0 } else { 160 };
        self.grid(&mut canvas, top + 220, wording);
        if years.is_empty() {
            canvas.text("strong", (0, 150), Anchor::Start, wording.year(years.end));
        } else {
            self.name_years(&mut canvas, wording);
        }
        for stretch in self.stretches(wording) {
            if !are_all && text_width(&stretch.label, 105) <= stretch.to - stretch.from {
                let middle = (stretch.from + stretch.to) / 2;
                canvas.text("strong", (middle, top + 150), Anchor::Middle, stretch.label);
            }
        }
        canvas.line("axis", (0, top + 215), (WIDTH, top + 215));
        let title = wording.say(Text::fixed("时间刻度", "time scale"));
        let days = wording.days(self.first, self.last);
        canvas.finish(format!("{id}-scale"), top + 220, title, days)
    }

    /// Every year where it begins; one of a few days moves the next to the right.
    fn name_years(&self, canvas: &mut Canvas, wording: &Wording) {
        let mut free = LABELS;
        for (at, year) in self.years() {
            let label = if self.step() == YEAR {
                year.to_string()
            } else {
                wording.year(year)
            };
            let wide = text_width(&label, 105);
            let from = free.max(at + 40).min(WIDTH - wide);
            if from >= free {
                canvas.text("strong", (from, 140), Anchor::Start, label);
                free = from + wide + 40;
            }
        }
    }
}

/// The events that show on an axis.
pub(super) struct Events<'e, 'p>(pub(super) &'e [EventMark<'p>]);

impl Events<'_, '_> {
    /// Dotted lines through the chart below.
    pub(super) fn lines(&self, canvas: &mut Canvas, axis: &Axis, height: i32) {
        for mark in self.0 {
            canvas.line(
                "event-line",
                (axis.x(mark.first), 0),
                (axis.x(mark.first), height),
            );
        }
    }

    /// The row of events; their names share lanes as long as there is room. Nothing
    /// where no event shows.
    pub(super) fn row(&self, id: &str, axis: &Axis, wording: &Wording) -> Option<Drawing> {
        if self.0.is_empty() {
            return None;
        }
        let mut names = Canvas::default();
        let mut lanes: Vec<i32> = Vec::new();
        for mark in self.0 {
            let (from, to) = (
                axis.x(mark.first),
                if mark.last > mark.first {
                    axis.end(mark.last)
                } else {
                    axis.x(mark.first) + 50
                },
            );
            let room = text_width(mark.title, SMALL);
            let on_the_left = to + 40 + room > WIDTH;
            let (begins, ends) = if on_the_left {
                (from - 90 - room, to)
            } else {
                (from - 60, to + 40 + room)
            };
            let free = lanes.iter().position(|end| end + 60 <= begins);
            let lane = free.unwrap_or_else(|| {
                lanes.push(0);
                lanes.len() - 1
            });
            lanes[lane] = ends;
            let y = 100 + 150 * i32::try_from(lane).unwrap_or(0);
            if mark.last > mark.first {
                names.rect("event long", (from, y - 25), (to - from, 50));
            }
            names.diamond("event", (from, y), 50);
            let (at, anchor) = if on_the_left {
                (from - 90, Anchor::End)
            } else {
                (to + 40, Anchor::Start)
            };
            names.text("event-name", (at, y + 34), anchor, mark.title);
        }
        let height = i32::try_from(lanes.len()).unwrap_or(0) * 150 + 50;
        let mut canvas = Canvas::default();
        axis.grid(&mut canvas, height, wording);
        self.lines(&mut canvas, axis, height);
        let title = wording.say(Text::fixed("节点", "Events"));
        canvas.text("strong", (0, 135), Anchor::Start, title.clone());
        canvas.append(names);
        let what = self
            .0
            .iter()
            .map(|mark| format!("{} {}", mark.title, wording.days(mark.first, mark.last)));
        Some(canvas.finish(format!("{id}-events"), height, title, wording.list(what)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Language;
    use crate::render::wording::tests::wording;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_lie_between_the_labels_and_the_edge() {
        let axis = Axis {
            first: day(2026, 4, 1),
            last: day(2026, 12, 31),
        };
        assert_eq!(axis.x(day(2026, 4, 1)), LABELS);
        assert_eq!(axis.end(day(2026, 12, 31)), WIDTH);
        assert_eq!(
            axis.x(day(2025, 1, 1)),
            LABELS,
            "what lies before is drawn at the edge"
        );
        assert_eq!(axis.end(day(2027, 6, 1)), WIDTH);
        assert!(axis.x(day(2026, 5, 1)) < axis.end(day(2026, 5, 1)));
    }

    #[test]
    fn labels_of_long_plans_are_quarters_or_years() {
        let words = wording(Language::English);
        let labels = |last| {
            let axis = Axis {
                first: day(2026, 2, 10),
                last,
            };
            axis.stretches(&words)
                .into_iter()
                .map(|stretch| stretch.label)
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(day(2026, 5, 1)), ["Feb", "Mar", "Apr", "May"]);
        assert_eq!(labels(day(2027, 12, 31))[..3], ["Q1", "Q2", "Q3"]);
        assert_eq!(
            labels(day(2030, 12, 31)),
            ["2026", "2027", "2028", "2029", "2030"]
        );
    }

    #[test]
    fn every_year_stands_in_the_scale() {
        let words = wording(Language::English);
        for (last, years) in [
            (day(2027, 1, 1), 2026..=2027),
            (day(2028, 12, 31), 2026..=2028),
            (day(2036, 6, 30), 2026..=2036),
        ] {
            let first = day(2026, 12, 30);
            let scale = Axis { first, last }.scale("gantt", &words);
            let said = format!("{:?}", scale.shapes);
            for year in years {
                assert!(said.contains(&format!("\"{year}\"")), "{year} of {said}");
            }
        }
    }
}
