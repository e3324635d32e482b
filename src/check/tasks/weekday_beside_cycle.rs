//! OP163: a routine names weekdays, and its cycle does not go by weeks.

use crate::analysis::schedule::OddWhy;
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::value::{Duration, Quantity, Unit};

pub(in crate::check) static RULE: Rule = rule!("OP163" "weekday-beside-cycle" Tasks Error,
    "写了星期几，却不是按周重复", "weekdays given for a cycle that is not weekly");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    let odd = context.analysis.schedule.odd.iter();
    for odd in odd.filter(|odd| odd.why == OddWhy::NotWeekly) {
        let task = &context.resolved.tasks[odd.task];
        let Some(repeat) = &task.repeat else {
            continue;
        };
        let Some(on) = repeat.on.first() else {
            continue;
        };
        let (name, cycle) = (task.label(), cycle(repeat.every.value));
        let message = text!(
            "「{name}」{cycle}重复一次，`on` 只能用于按周的重复",
            "{name} is repeated {cycle}; `on` is only for weekly cycles"; cycle
        );
        let finding = report
            .find(task, on.span, message)
            .with(repeat.every.span, text!("不是按周", "not a weekly cycle"));
        match weeks(repeat.every.value) {
            Some(weeks) => finding
                .help(text!(
                    "每周的这几天，写 `every = \"{weeks}w\"`",
                    "for these days of a week write `every = \"{weeks}w\"`"
                ))
                .fix(repeat.every.span, format!("\"{weeks}w\"")),
            None => finding.help(text!(
                "删去 `on`，或改为按周重复，例如 `every = \"1w\"`",
                "remove `on`, or use a weekly cycle, such as `every = \"1w\"`"
            )),
        };
    }
}

fn cycle(every: Duration) -> Text {
    if every.count == 1 {
        return every.unit.every_one();
    }
    let every = Quantity::Duration(every);
    text!("每{every}", "every {every}"; every)
}

/// The weeks that a cycle of days means, if it does: each day of those named, or seven days.
fn weeks(every: Duration) -> Option<u32> {
    match (every.unit, every.count) {
        (Unit::Days, 1) => Some(1),
        (Unit::Days, days) if days % 7 == 0 => Some(days / 7),
        _ => None,
    }
}
