//! The chart of monthly targets: revenue as bars, visitors as a line.

use super::drawing::{Anchor, Canvas, Drawing, Length, WIDTH};
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
    pub(super) revenue: Option<Figure>,
    pub(super) visitors: Option<Figure>,
}

const LEFT: i32 = 460;
const BARS: i32 = 1_400;
const LINE: i32 = 640;

/// Draws what at least two months say; nothing where no figure is said twice.
pub(super) fn chart(chart: &drawn::Chart, wording: &Wording) -> Option<Drawing> {
    let months: Vec<Month> = chart
        .months
        .iter()
        .map(|month| worded(month, wording))
        .collect();
    draw(&months, wording)
}

fn worded(month: &drawn::ChartMonth, wording: &Wording) -> Month {
    let label = match month.month {
        1 if wording.with_year => wording.month_of(month.year, month.month),
        _ => wording.month(month.month),
    };
    Month {
        label,
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
        "c. "
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
    let said =
        |figure: fn(&Month) -> Option<&Figure>| months.iter().filter_map(figure).count() >= 2;
    let (has_bars, has_line) = (
        said(|month| month.revenue.as_ref()),
        said(|month| month.visitors.as_ref()),
    );
    if !has_bars && !has_line {
        return None;
    }
    let currency = wording.currency_unit();
    let mut canvas = Canvas::default();
    let mut height = 0;
    if has_bars {
        let title = wording.say(text!("营业额（{currency}）", "Revenue ({currency})"));
        canvas.text("strong", (0, 120), Anchor::Start, title);
        bars(&mut canvas, months, 300, wording);
        height = 300 + BARS + 200;
    }
    if has_line {
        let title = wording.say(Text::fixed("访客（人）", "Visitors"));
        canvas.text("strong", (0, height + 120), Anchor::Start, title);
        line(&mut canvas, months, height + 180, wording);
        height += 180 + LINE;
        if !has_bars {
            names(&mut canvas, months, height + 150);
            height += 200;
        }
    }
    let title = wording.say(Text::fixed("月度目标", "monthly targets"));
    let what = months.iter().map(|month| {
        let figures = [&month.revenue, &month.visitors].into_iter().flatten();
        let figures: Vec<_> = figures
            .map(|figure| format!("{}{}", figure.sign, wording.short(figure.value)))
            .collect();
        format!("{} {}", month.label, figures.join(" / "))
    });
    Some(canvas.finish(
        "targets-chart".to_owned(),
        height + 20,
        title,
        wording.list(what),
    ))
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

/// Every how many months a label has room.
fn label_step(count: usize) -> usize {
    (count * 460)
        .div_ceil(usize::try_from(WIDTH - LEFT).unwrap_or(1))
        .max(1)
}

fn names(canvas: &mut Canvas, months: &[Month], y: i32) {
    for (at, month) in months.iter().enumerate().step_by(label_step(months.len())) {
        canvas.text(
            "plain",
            (middle(at, months.len()), y),
            Anchor::Middle,
            month.label.clone(),
        );
    }
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
    for (at, month) in months.iter().enumerate() {
        let (x, every) = (middle(at, months.len()), label_step(months.len()));
        match &month.revenue {
            Some(figure) => {
                let y = y_of(figure.value);
                canvas.rect("bar", (x - wide / 2, y), (wide, top + BARS - y));
                if at % every == 0 {
                    let label = format!("{}{}", figure.sign, wording.short(figure.value));
                    canvas.text("strong small", (x, y - 50), Anchor::Middle, label);
                }
            }
            None => not_set(canvas, x, top + BARS - 60, wording),
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
    let mut before = false;
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
            if at % label_step(months.len()) == 0 {
                let label = format!("{}{}", figure.sign, wording.short(figure.value));
                dots.text("small", (x, y - 70), Anchor::Middle, label);
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
        let months = [month(Some(100_000)), month(None), month(Some(380_000))];
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
        assert_eq!(bars, [300 + BARS, 300 + BARS]);
    }

    #[test]
    fn one_figure_is_no_chart() {
        assert!(draw(&[month(Some(1)), month(None)], &wording(Language::Chinese)).is_none());
    }
}
