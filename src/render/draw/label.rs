//! What stands beside a row of a drawing.

use super::drawing::{Anchor, Canvas};
use crate::diagnostic::{Text, text};
use crate::render::wording::Wording;
use crate::view::drawn::Mark;

/// Height of a line of a label.
pub(super) const LINE: i32 = 120;

/// The class of a bar, by whether it is critical.
pub(super) fn bar(is_critical: bool) -> &'static str {
    if is_critical { "bar critical" } else { "bar" }
}

/// When something shows, in words.
pub(super) fn words_of(mark: &Mark, wording: &Wording) -> String {
    let day = |day, zh, en| {
        let day = wording.day(day);
        wording.say(Text::fixed(zh, en)) + &day
    };
    match mark {
        Mark::Days(first, last) => wording.days(*first, *last),
        Mark::About(about) => day(*about, "约 ", "about "),
        Mark::By(by) => day(*by, "最晚 ", "by "),
        Mark::Cycle(days) => {
            let times = days.len();
            wording.say(match times {
                1 => Text::fixed("1 次", "once"),
                _ => text!("{times} 次", "{times} times"),
            })
        }
    }
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
