//! What a document says, before it has words.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use crate::analysis::eligibility::Outcome;
use crate::analysis::tri::Tri;
use crate::diagnostic::Text;
use crate::plan::value::{Amount, Choice, Instant, Money, Quantity, Word};
use crate::plan::{Line, Period};

/// One thing that a document says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'p> {
    /// As the plan says it.
    Plain(Cow<'p, str>),
    /// Words of the document's own.
    Words(Text),
    /// A word from a list.
    Word(&'static Word),
    /// A figure with its unit.
    Figure(Amount<Quantity>),
    /// A number of things.
    Number(i64),
    /// A price; all of a table have the same decimals.
    Price(Money),
    /// A sum of money as it is said at a glance: `174 万元`.
    Round(Money),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(NaiveDate, DayForm),
    /// A moment, or a whole day.
    Instant(Instant),
    /// A time of the day.
    Time(NaiveTime),
    /// Two days, both included.
    Days(NaiveDate, NaiveDate, DayForm),
    /// From one thing to another, not both of them days.
    Between(Box<Value<'p>>, Box<Value<'p>>),
    /// A month, quarter or year.
    Period(Period),
    /// Whether a limit is met, as a sign with what stands beside it: `✓ 150`.
    Mark(Tri, Option<Box<Value<'p>>>),
    /// Whether a campaign may take part.
    Outcome(Outcome),
    /// Things in a row, with the comma of the language.
    List(Vec<Value<'p>>),
    /// Titles in a row, which may hold commas themselves.
    Titles(Vec<Value<'p>>),
    /// Things side by side: `天猫 · 旗舰店`.
    Beside(Vec<Value<'p>>),
    /// Something that leads to another place of the document.
    Link(Box<Value<'p>>, String),
    /// Words around other things, which stand for `{0}`, `{1}` …
    Phrase(Text, Vec<Value<'p>>),
}

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// `4/24`; with its year where that is not the plan's own.
    Short,
    /// The same with the weekday.
    Weekday,
    /// With its year, in full.
    Full,
}

impl<'p> Value<'p> {
    /// A word of ours, in both languages.
    pub fn words(zh: &'static str, en: &'static str) -> Self {
        Self::Words(Text::fixed(zh, en))
    }

    /// Words around other things.
    pub fn phrase(
        zh: &'static str,
        en: &'static str,
        values: impl IntoIterator<Item = Value<'p>>,
    ) -> Self {
        Self::Phrase(Text::fixed(zh, en), values.into_iter().collect())
    }

    /// What a plan says.
    pub fn plain(text: &'p str) -> Self {
        Self::Plain(Cow::Borrowed(text))
    }

    /// What something is called.
    pub fn name(of: Name<'p>) -> Self {
        Self::plain(of.name)
    }

    /// A text of the plan, unless it is empty.
    pub fn line(line: Option<&'p Line>) -> Option<Self> {
        line.map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .map(Self::plain)
    }

    /// A figure that is meant exactly.
    pub fn exactly(figure: impl Into<Quantity>) -> Self {
        Self::Figure(Amount::Exactly(figure.into()))
    }

    /// How many there are.
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A word from a list.
    pub fn choice<C: Choice>(choice: C) -> Self {
        Self::Word(&C::WORDS[choice.index()])
    }

    /// A day in short.
    pub fn day(day: NaiveDate) -> Self {
        Self::Day(day, DayForm::Short)
    }

    /// A sign, with what stands beside it.
    pub fn mark(answer: Tri, beside: Option<Value<'p>>) -> Self {
        Self::Mark(answer, beside.map(Box::new))
    }

    /// From one thing to another.
    pub fn between(from: Value<'p>, to: Value<'p>) -> Self {
        match (from, to) {
            (Self::Day(first, form), Self::Day(last, _)) => Self::Days(first, last, form),
            (from, to) => Self::Between(Box::new(from), Box::new(to)),
        }
    }

    /// Things in a row; nothing if there are none.
    pub fn list(values: impl IntoIterator<Item = Value<'p>>) -> Option<Self> {
        let values: Vec<_> = values.into_iter().collect();
        (!values.is_empty()).then_some(Self::List(values))
    }

    /// Titles in a row; nothing if there are none.
    pub fn titles(values: impl IntoIterator<Item = Value<'p>>) -> Option<Self> {
        let values: Vec<_> = values.into_iter().collect();
        (!values.is_empty()).then_some(Self::Titles(values))
    }

    /// Things side by side; nothing if there are none.
    pub fn beside(values: impl IntoIterator<Item = Option<Value<'p>>>) -> Option<Self> {
        let values: Vec<_> = values.into_iter().flatten().collect();
        (!values.is_empty()).then_some(Self::Beside(values))
    }
}

/// Something the plan names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'p> {
    /// Its id.
    pub id: &'p str,
    /// For people.
    pub name: &'p str,
}
