use std::borrow::Cow;
use std::fmt;

use chrono::NaiveTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::{Refusal, protocol};
use crate::diagnostic::{Text, text};
use crate::plan::{Said, Says};
use crate::source::Span;

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub NaiveTime);

const EXPECTED: Text = Text::fixed(
    "时间，例如 09:00:00（不加引号）",
    "a time of the day, such as 09:00:00 (without quotes)",
);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DATE, TimeVisitor)
    }
}

struct TimeVisitor;

impl Visitor<'_> for TimeVisitor {
    type Value = Time;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{EXPECTED}")
    }

    fn visit_bytes<E: Error>(self, written: &[u8]) -> Result<Time, E> {
        let written = String::from_utf8_lossy(written);
        let refused = |_| E::custom(Refusal::not(&written, EXPECTED));
        written.parse().map(Time).map_err(refused)
    }

    fn visit_str<E: Error>(self, written: &str) -> Result<Time, E> {
        let refusal = Refusal::new(text!(
            "`\"{written}\"` 是文字，应为时间，例如 09:00:00（不加引号）",
            "`\"{written}\"` is text; a time is written without quotes, such as 09:00:00"
        ));
        Err(E::custom(refusal.suggest(meant(written))))
    }
}

/// `9:00`, `9：30`, `24:00`.
fn meant(written: &str) -> Option<String> {
    let written = written.trim().replace('：', ":");
    let written = if written.starts_with("24:00") {
        "00:00"
    } else {
        &written
    };
    let read = |format| NaiveTime::parse_from_str(written, format).ok();
    let time = read("%H:%M").or_else(|| read("%H:%M:%S"))?;
    Some(time.format("%H:%M:%S").to_string())
}

impl Says for Time {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Time(self.0), place);
    }
}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "time-local",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?$",
            "title": "时间 Time",
            "description": format!("{}\n{}", EXPECTED.zh, EXPECTED.en),
        })
    }
}
