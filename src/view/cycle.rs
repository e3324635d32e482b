//! How work comes back, in words.

use chrono::NaiveDate;

use super::value::Value;
use crate::plan::Repeat;

/// How a task repeats.
#[derive(Clone, Debug)]
pub struct Cycle<'p> {
    /// As the plan says.
    pub repeat: &'p Repeat,
    /// The days it falls on.
    pub days: Vec<NaiveDate>,
    /// Whether it ends with its phase, where it does not say when it ends.
    pub ends_with_phase: bool,
}

impl Cycle<'_> {
    /// A cycle in words: `每 2 个工作日`, `每周（周一、周四）`.
    pub fn rule<'p>(&self) -> Value<'p> {
        let every = self.repeat.every.value;
        let cycle = match every.count {
            1 => Value::Words(every.unit.every_one()),
            _ => Value::phrase("每 {0}", "every {0}", [Value::exactly(every)]),
        };
        let on = self.repeat.on.iter().map(|day| Value::choice(day.value));
        match Value::list(on) {
            Some(on) => Value::phrase("{0}（{1}）", "{0} on {1}", [cycle, on]),
            None => cycle,
        }
    }

    /// From its first day to the end of the cycle.
    pub fn span<'p>(&self) -> Option<Value<'p>> {
        let until = self.repeat.until.map(|day| Value::day(day.value.0));
        let until = until.unwrap_or(if self.ends_with_phase {
            Value::words("阶段结束", "end of phase")
        } else {
            Value::words("计划结束", "end of plan")
        });
        let first = Value::day(*self.days.first()?);
        Some(Value::between(first, until))
    }
}
