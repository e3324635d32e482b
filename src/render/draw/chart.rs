//! The chart of monthly targets: revenue as bars, visitors as a line.

use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH};
use super::text::{SMALL, text_width};
use crate::analysis::figures::rounded;
use crate::diagnostic::{Language, Text, text};
use crate::plan::value::{Amount, Bounds};
use crate::render::wording::Wording;
use crate::view::drawn;

/// A figure of one month.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// In whole units: yuan, visitors.
    pub(super) value: i64,
    /// `≥ `, `> `, `约 ` before it, where it is not exact.
    pub(super) sign: String,
}

/// One month of the chart.
#[derive(Clone, Debug)]
pub(super) struct Month {
    pub(super) label: String,
    /// Its year, where the plan crosses years.
    pub(super) year: Option<String>,
    pub(super) revenue: Option<Figure>,
    pub(super) visitors: Option<Figure>,
}

const LEFT: i32 = 460;
const BARS: i32 = 1_400;
const LINE: i32 = 640;

/// Draws what at least three months say; nothing where all say the same.
pub(super) fn chart(chart: &drawn::Chart, wording: &Wording) -> Option<Drawing> {
    let months: Vec<Month> = chart
        .months
        .iter()
        .map(|month| worded(month, wording))
        .collect();
    draw(&months, wording)
}

fn worded(month: &drawn::ChartMonth, wording: &Wording) -> Month {
    Month {
        label: wording.month(month.month),
        year: wording
            .plain_year
            .is_none()
            .then(|| wording.year(month.year)),
        revenue: month
            .revenue
            .and_then(|amount| figure(amount, |money| money.cents / 100, wording)),
        visitors: month
            .visitors
            .and_then(|amount| figure(amount, |count| count.0, wording)),
    }
}

fn figure<T: Copy>(
    amount: Amount<T>,
    whole: impl Fn(T) -> i64,
    wording: &Wording,
) -> Option<Figure> {
    let about = if wording.language == Language::Chinese {
        "约 "
    } else {
        "about "
    };
    let (value, sign) = match amount {
        Amount::Exactly(value) => (value, ""),
        Amount::About(value) => (value, about),
        Amount::Within(Bounds { low: Some(low), .. }) => {
            (low.value, if low.strict { "> " } else { "≥ " })
        }
        Amount::Within(Bounds {
            high: Some(high), ..
        }) => (high.value, if high.strict { "< " } else { "≤ " }),
        Amount::Within(_) => return None,
    };
    Some(Figure {
        value: whole(value),
        sign: sign.to_owned(),
    })
}

fn draw(months: &[Month], wording: &Wording) -> Option<Drawing> {
    let has_bars = is_worth_drawing(months, |month| month.revenue.as_ref());
    let has_line = is_worth_drawing(months, |month| month.visitors.as_ref());
    if !has_bars && !has_line {
        return None;
    }
    let currency = wording.currency_unit();
    let years = if wording.plain_year.is_none() { 120 } else { 0 };
    let mut canvas = Canvas::default();
    let mut height = 0;
    if has_bars {
        let title = wording.say(text!("营业额（{currency}）", "Revenue ({currency})"));
        canvas.text("strong", (0, 120), Anchor::Start, title);
        bars(&mut canvas, months, 300, wording);
        height = 300 + BARS + 200 + years;
    }
    if has_line {
        let title = wording.say(Text::fixed("访客（人）", "Visitors"));
        canvas.text("strong", (0, height + 120), Anchor::Start, title);
        line(&mut canvas, months, height + 180, wording);
        height += 180 + LINE;
        if !has_bars {
            names(&mut canvas, months, height + 150);
            height += 200 + years;
        }
    }
    let title = wording.say(Text::fixed("月度目标", "monthly targets"));
    let what = months.iter().map(|month| {
        let figures = [&month.revenue, &month.visitors].into_iter().flatten();
        let figures: Vec<_> = figures
            .map(|figure| format!("{}{}", figure.sign, wording.short(figure.value)))
            .collect();
        let year = month.year.as_deref().unwrap_or_default();
        format!("{year} {} {}", month.label, figures.join(" / "))
            .trim_start()
            .to_owned()
    });
    Some(canvas.finish(
        "targets-chart".to_owned(),
        height + 20,
        title,
        wording.list(what),
    ))
}

/// Whether at least three months say a figure, and not all the same.
fn is_worth_drawing(months: &[Month], figure: fn(&Month) -> Option<&Figure>) -> bool {
    let values: Vec<i64> = months
        .iter()
        .filter_map(figure)
        .map(|said| said.value)
        .collect();
    values.len() >= 3 && values.iter().any(|value| *value != values[0])
}

/// Middle of a month's column.
fn middle(at: usize, count: usize) -> i32 {
    let (at, count) = (
        i32::try_from(at).unwrap_or(0),
        i32::try_from(count).unwrap_or(1).max(1),
    );
    LEFT + (WIDTH - LEFT) * (2 * at + 1) / (2 * count)
}

fn column(count: usize) -> i32 {
    (WIDTH - LEFT) / i32::try_from(count).unwrap_or(1).max(1)
}

/// The names of the months, every so many that each has room, and below them the years.
fn names(canvas: &mut Canvas, months: &[Month], y: i32) {
    let widest = months
        .iter()
        .map(|month| text_width(&month.label, 105))
        .max();
    let room = column(months.len()).max(1);
    let every = (widest.unwrap_or(0) + SMALL + room - 1) / room;
    for (at, month) in months
        .iter()
        .enumerate()
        .step_by(usize::try_from(every).unwrap_or(1))
    {
        let middle = middle(at, months.len());
        canvas.text("plain", (middle, y), Anchor::Middle, month.label.clone());
    }
    // Each year once, below its first month.
    for (at, month) in months.iter().enumerate() {
        let is_first = at == 0 || months[at - 1].year != month.year;
        if let Some(year) = month.year.as_ref().filter(|_| is_first) {
            let left = middle(at, months.len()) - column(months.len()) / 2;
            canvas.text("small soft", (left, y + 130), Anchor::Start, year.clone());
        }
    }
}

/// Room that the label of a month takes: left and right edge.
fn stretch_of(label: &str, at: usize, count: usize) -> (i32, i32) {
    let half = text_width(label, SMALL) / 2;
    (middle(at, count) - half, middle(at, count) + half)
}

fn bars(canvas: &mut Canvas, months: &[Month], top: i32, wording: &Wording) {
    let highest = months
        .iter()
        .filter_map(|month| month.revenue.as_ref())
        .map(|figure| figure.value)
        .max()
        .unwrap_or(0);
    let step = step(highest);
    let ceiling = step.saturating_mul((highest + step - 1) / step).max(step);
    let y_of = |value: i64| top + BARS - scale(value, ceiling, BARS);
    for tick in 0..=ceiling / step {
        let y = y_of(tick * step);
        canvas.line(
            if tick == 0 { "axis" } else { "grid" },
            (LEFT, y),
            (WIDTH, y),
        );
        canvas.text(
            "small soft",
            (LEFT - 60, y + 32),
            Anchor::End,
            wording.short(tick * step),
        );
    }
    let wide = (column(months.len()) * 56 / 100).min(340);
    let tops: Vec<Option<i32>> = months
        .iter()
        .map(|month| month.revenue.as_ref().map(|figure| y_of(figure.value)))
        .collect();
    let mut free = LEFT;
    for (at, month) in months.iter().enumerate() {
        let x = middle(at, months.len());
        let (Some(figure), Some(y)) = (&month.revenue, tops[at]) else {
            not_set(canvas, x, top + BARS - 60, wording);
            continue;
        };
        canvas.rect("bar", (x - wide / 2, y), (wide, top + BARS - y));
        let label = format!("{}{}", figure.sign, wording.short(figure.value));
        let (from, to) = stretch_of(&label, at, months.len());
        // A label that would lie on another bar is left out: the table below says the figure.
        let meets_bar = || {
            tops.iter().enumerate().any(|(other, top)| {
                let x = middle(other, months.len());
                let beside = from < x + wide / 2 && x - wide / 2 < to;
                other != at && beside && top.is_some_and(|top| top < y - 30)
            })
        };
        if from >= free && to <= WIDTH && !meets_bar() {
            canvas.text("strong small", (x, y - 50), Anchor::Middle, label);
            free = to + 30;
        }
    }
    names(canvas, months, top + BARS + 150);
}

fn line(canvas: &mut Canvas, months: &[Month], top: i32, wording: &Wording) {
    let highest = months
        .iter()
        .filter_map(|month| month.visitors.as_ref())
        .map(|figure| figure.value)
        .max()
        .unwrap_or(0);
    canvas.line("grid", (LEFT, top + LINE), (WIDTH, top + LINE));
    let mut path = String::new();
    let mut dots = Canvas::default();
    let (mut before, mut free) = (false, LEFT);
    for (at, month) in months.iter().enumerate() {
        let x = middle(at, months.len());
        if let Some(figure) = &month.visitors {
            let y = top + LINE - 40 - scale(figure.value, highest.max(1), LINE - 220);
            path += &format!(
                "{}{} {}",
                if before { "L" } else { "M" },
                Length(x),
                Length(y)
            );
            dots.circle("dot", (x, y), 32);
            let label = format!("{}{}", figure.sign, wording.short(figure.value));
            let (from, to) = stretch_of(&label, at, months.len());
            if from >= free && to <= WIDTH {
                dots.text("small", (x, y - 70), Anchor::Middle, label);
                free = to + 30;
            }
        } else {
            not_set(&mut dots, x, top + LINE - 60, wording);
        }
        before = month.visitors.is_some();
    }
    canvas.path("line", path);
    canvas.append(dots);
}

fn not_set(canvas: &mut Canvas, x: i32, y: i32, wording: &Wording) {
    canvas.text(
        "small soft",
        (x, y),
        Anchor::Middle,
        wording.say(Text::fixed("未定", "not set")),
    );
}

/// `value` of `highest` over a length.
fn scale(value: i64, highest: i64, length: i32) -> i32 {
    i32::try_from(rounded(
        i128::from(value) * i128::from(length),
        i128::from(highest),
    ))
    .unwrap_or(length)
}

/// The round step that divides a figure into six parts at most.
fn step(highest: i64) -> i64 {
    let mut power = 1;
    loop {
        for factor in [1, 2, 5] {
            if highest <= 6 * factor * power {
                return factor * power;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::draw::drawing::Shape;
    use crate::render::wording::tests::wording;

    fn month(revenue: Option<i64>) -> Month {
        let figure = |value| Figure {
            value,
            sign: String::new(),
        };
        Month {
            label: "4 月".to_owned(),
            year: None,
            revenue: revenue.map(figure),
            visitors: None,
        }
    }

    #[test]
    fn steps_are_round() {
        assert_eq!(
            [step(0), step(6), step(7), step(380_000), step(1_000_000)],
            [1, 1, 2, 100_000, 200_000]
        );
    }

    #[test]
    fn bars_end_on_the_base_line() {
        let months = [Some(100_000), None, Some(380_000), Some(0)].map(month);
        let drawing = draw(&months, &wording(Language::Chinese)).unwrap();
        let bars: Vec<_> = drawing
            .shapes
            .iter()
            .filter_map(|shape| {
                if let Shape::Rect { y, height, .. } = shape {
                    Some(y.0 + height.0)
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(bars, [300 + BARS; 3]);
    }

    #[test]
    fn a_chart_shows_how_figures_differ() {
        let is_drawn = |values: &[Option<i64>]| {
            let months: Vec<Month> = values.iter().map(|value| month(*value)).collect();
            draw(&months, &wording(Language::Chinese)).is_some()
        };
        assert!(!is_drawn(&[Some(1), None]));
        assert!(
            !is_drawn(&[Some(1), Some(2)]),
            "two figures are read in a line"
        );
        assert!(!is_drawn(&[Some(3), Some(3), Some(3)]), "all the same");
        assert!(is_drawn(&[Some(1), None, Some(2), Some(1)]));
    }

    /// Labels and bars as boxes: no label lies on a bar, on the axis or on another label.
    #[test]
    fn labels_of_many_months_lie_on_nothing() {
        let months: Vec<Month> = (0..24)
            .map(|at| month(Some(98_000 + 12_345 * (at * 7 % 24))))
            .collect();
        let drawing = draw(&months, &wording(Language::English)).unwrap();
        let mut bars = Vec::new();
        let mut labels = Vec::new();
        for shape in &drawing.shapes {
            match shape {
                Shape::Rect {
                    x,
                    y,
                    width,
                    height,
                    ..
                } => {
                    bars.push((x.0, x.0 + width.0, y.0, y.0 + height.0));
                }
                Shape::Text {
                    class, x, y, text, ..
                } if *class == "strong small" => {
                    let half = text_width(text, SMALL) / 2;
                    labels.push((x.0 - half, x.0 + half, y.0 - 75, y.0 + 15));
                }
                _ => {}
            }
        }
        assert!(labels.len() > 6 && bars.len() == 24, "{labels:?}");
        let meet = |a: (i32, i32, i32, i32), b: (i32, i32, i32, i32)| {
            a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
        };
        for (at, label) in labels.iter().enumerate() {
            assert!(label.0 >= LEFT, "on the axis: {label:?}");
            assert!(bars.iter().all(|bar| !meet(*label, *bar)), "{label:?}");
            assert!(
                labels[at + 1..].iter().all(|other| !meet(*label, *other)),
                "{label:?}"
            );
        }
    }
}
