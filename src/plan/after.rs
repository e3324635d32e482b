use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize as Derive;
use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::field::{fields, titles};
use super::value::{Duration, Written, WrittenVisitor, protocol};
use super::{Ref, Said, Says, Task};
use crate::source::{Located, Span};

/// A task that must be over first, and how long after it the next one may begin.
/// 必须先完成的任务，以及完成后要隔多久。
#[derive(Clone, Debug, Derive, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "前置任务 Predecessor", transform = titles::<Self>)]
pub struct Predecessor {
    /// The task that must be finished first.
    /// 必须先完成的任务。
    pub task: Located<Ref<Task>>,
    /// How long after it the next one may begin at the earliest.
    /// 它完成后至少隔多久才能开始。
    pub lag: Option<Located<Duration>>,
}

fields! {
    Predecessor {
        task "任务" "Task",
        lag "间隔" "Lag",
    }
}

/// The same as a plan says it: an id alone, or a table.
#[derive(Clone, Debug)]
pub struct After(Predecessor);

impl Deref for After {
    type Target = Predecessor;

    fn deref(&self) -> &Predecessor {
        &self.0
    }
}

impl After {
    /// How long after the other is over the next may begin; nothing: at once.
    pub fn lag(&self) -> Option<Duration> {
        self.0.lag.map(|lag| lag.value)
    }
}

impl<'a> From<&'a After> for Option<&'a Located<Ref<Task>>> {
    fn from(after: &'a After) -> Self {
        Some(&after.task)
    }
}

impl Says for After {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        match self.lag {
            Some(_) => self.0.say(place, hear),
            None => self.task.say(place, hear),
        }
    }

    fn refers() -> bool {
        true
    }
}

impl<'de> Deserialize<'de> for After {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let form = Located::<Form>::deserialize(from)?;
        Ok(Self(match form.value {
            Form::Id(task) => Predecessor {
                task: Located::new(task, form.span),
                lag: None,
            },
            Form::Table(predecessor) => predecessor,
        }))
    }
}

enum Form {
    Id(Ref<Task>),
    Table(Predecessor),
}

impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_newtype_struct(protocol::DIGITS_OR_TABLE, FormVisitor)
    }
}

struct FormVisitor;

impl<'de> Visitor<'de> for FormVisitor {
    type Value = Form;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", Ref::<Task>::expected())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, table: D) -> Result<Form, D::Error> {
        Derive::deserialize(table).map(Form::Table)
    }

    fn visit_bytes<E: de::Error>(self, digits: &[u8]) -> Result<Form, E> {
        WrittenVisitor(PhantomData)
            .visit_bytes(digits)
            .map(Form::Id)
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Form, E> {
        WrittenVisitor(PhantomData).visit_str(id).map(Form::Id)
    }
}

impl JsonSchema for After {
    fn schema_name() -> Cow<'static, str> {
        "After".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let forms = [
            generator.subschema_for::<Ref<Task>>(),
            generator.subschema_for::<Predecessor>(),
        ];
        json_schema!({
            "title": "前置任务 After",
            "description": "必须先完成的任务；要隔一段时间的，写 `{ task = \"photos\", lag = \"2d\" }`。\nA task that must be over first; with some time after it, `{ task = \"photos\", lag = \"2d\" }`.",
            "anyOf": forms,
        })
    }
}
