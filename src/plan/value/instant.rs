use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::{Refusal, YEARS, protocol};
use crate::diagnostic::{Text, text};
use crate::plan::{Said, Says};
use crate::source::Span;

/// A moment, to the second, or a whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    /// The day.
    pub day: NaiveDate,
    /// The time of that day; nothing for the whole of it.
    pub time: Option<NaiveTime>,
}

const EXPECTED: Text = Text::fixed(
    "时刻，例如 2027-02-01T20:00:00（不加引号），整天写 2027-02-01",
    "a moment, such as 2027-02-01T20:00:00 (without quotes), or 2027-02-01 for the whole day",
);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DATE, InstantVisitor)
    }
}

struct InstantVisitor;

impl Visitor<'_> for InstantVisitor {
    type Value = Instant;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{EXPECTED}")
    }

    fn visit_bytes<E: Error>(self, written: &[u8]) -> Result<Instant, E> {
        let written = String::from_utf8_lossy(written);
        let wrong = || E::custom(Refusal::not(&written, EXPECTED));
        let (day, time) = match written.split_once('T') {
            Some((day, time)) => (day, Some(time.parse().map_err(|_| wrong())?)),
            None => (&*written, None),
        };
        let day: NaiveDate = day.parse().map_err(|_| wrong())?;
        let is_near = YEARS.contains(&day.year());
        is_near.then_some(Instant { day, time }).ok_or_else(wrong)
    }

    fn visit_str<E: Error>(self, written: &str) -> Result<Instant, E> {
        let refusal = Refusal::new(text!(
            "`\"{written}\"` 是文字，应为时刻，例如 2027-02-01T20:00:00（不加引号）",
            "`\"{written}\"` is text; a time is written without quotes, such as 2027-02-01T20:00:00"
        ));
        Err(E::custom(refusal.suggest(meant(written))))
    }
}

/// `2027-02-01 20:00` and the like.
fn meant(written: &str) -> Option<String> {
    let written = written.trim().replace('T', " ").replace('：', ":");
    let formats = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M"];
    let read = |format: &&str| NaiveDateTime::parse_from_str(&written, format).ok();
    let moment = formats.iter().find_map(read)?;
    Some(moment.format("%Y-%m-%dT%H:%M:%S").to_string())
}

impl Says for Instant {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Instant(*self), place);
    }
}

/// A date and a time; and what taplo makes of every such value before it looks at the schema.
const MOMENT: &str = "^((199[0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?|1970-01-01T00:00:00Z)$";

impl JsonSchema for Instant {
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string", "format": "date", "pattern": "^(199[0-9]|20[0-9]{2})-" },
                { "type": "string", "format": "date-time-local", "pattern": MOMENT },
            ],
            "title": "时刻 Instant",
            "description": format!("{}\n{}", EXPECTED.zh, EXPECTED.en),
        })
    }
}
