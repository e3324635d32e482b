use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize as Derive;
use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::field::{fields, titles};
use super::value::{Day, Offset, choice, protocol};
use super::{Ref, Referent, Said, Says, Section};
use crate::source::{Located, Span};

/// Whatever has days that others may be counted from: an event, a phase, a campaign.
#[derive(Clone, Copy, Debug)]
pub enum Dated {}

impl Referent for Dated {
    const SECTIONS: &'static [Section] = &[Section::Events, Section::Phases, Section::Campaigns];
    const NAME: &'static str = "Dated";
}

/// A day, as a plan says it: a date, or so long before or after something else, which is
/// there once it has been worked out.
#[derive(Clone, Debug, Default)]
pub struct When {
    day: Option<Located<Day>>,
    /// What it is counted from, if it is no date.
    pub relative: Option<Located<Box<Relative>>>,
}

impl When {
    /// The day, if it is known.
    pub fn day(&self) -> Option<Located<Day>> {
        self.day
    }

    /// Whether the plan says nothing of it.
    pub fn is_unsaid(&self) -> bool {
        self.day.is_none() && self.relative.is_none()
    }

    /// Says which day it is, if no date is written, and where it follows from.
    pub(crate) fn settle(&mut self, day: Day, from: Span) {
        self.day.get_or_insert(Located::new(day, from));
    }
}

/// So long before or after the first or the last day of something.
/// 某个节点、阶段或活动的第一天（或最后一天）之前、之后多久。
#[derive(Clone, Debug, Derive, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "相对日期 Relative day", transform = titles::<Self>)]
pub struct Relative {
    /// What it is counted from: an event, a phase or a campaign.
    /// 从哪里算起：节点、阶段或活动。
    pub of: Located<Ref<Dated>>,
    /// Whether it is counted from its first day, as it is unless said, or its last.
    /// 从第一天算起（不写则为此），还是从最后一天算起。
    pub edge: Option<Located<Edge>>,
    /// How long before or after; the same day unless said.
    /// 之前或之后多久；不写则是同一天。
    pub offset: Option<Located<Offset>>,
}

fields! {
    Relative {
        of "从" "From",
        edge "第一天或最后一天" "First or last day",
        offset "相隔" "Offset",
    }
}

choice! {
    /// The first day of something, or its last.
    pub enum Edge ("第一天或最后一天", "first or last day") {
        Start = "start" "第一天" "first day", "第一天。", "Its first day.";
        End = "end" "最后一天" "last day", "最后一天。", "Its last day.";
    }
}

impl Says for When {
    fn say<'p>(&'p self, _: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        let day = self.day.map(|day| day.value.0);
        match &self.relative {
            Some(relative) => hear(Said::Relative(&relative.value, day), relative.span),
            None => self
                .day
                .iter()
                .for_each(|day| hear(Said::Day(day.value.0), day.span)),
        }
    }

    fn refers() -> bool {
        true
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = Located::<Written>::deserialize(from)?;
        let span = written.span;
        Ok(match written.value {
            Written::Day(day) => Self {
                day: Some(Located::new(day, span)),
                relative: None,
            },
            Written::Relative(relative) => Self {
                day: None,
                relative: Some(Located::new(relative, span)),
            },
        })
    }
}

enum Written {
    Day(Day),
    Relative(Box<Relative>),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DATE_OR_TABLE, WrittenVisitor)
    }
}

struct WrittenVisitor;

impl<'de> Visitor<'de> for WrittenVisitor {
    type Value = Written;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Day::visitor().expecting(formatter)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, table: D) -> Result<Written, D::Error> {
        Derive::deserialize(table).map(|relative| Written::Relative(Box::new(relative)))
    }

    fn visit_bytes<E: de::Error>(self, date: &[u8]) -> Result<Written, E> {
        Day::visitor().visit_bytes(date).map(Written::Day)
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Written, E> {
        Day::visitor().visit_str(written).map(Written::Day)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Written, E> {
        Day::visitor().visit_i64(number).map(Written::Day)
    }
}

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let forms = [
            generator.subschema_for::<Day>(),
            generator.subschema_for::<Relative>(),
        ];
        json_schema!({
            "title": "日期 When",
            "description": "日期，或某个节点、阶段、活动之前或之后多久。\nA date, or so long before or after an event, a phase or a campaign.",
            "anyOf": forms,
        })
    }
}
