use std::borrow::Cow;
use std::cmp::Ordering;

use super::{
    Amount, Count, Discount, Duration, Figure, Level, Money, Number, Offset, Rate, Score, Written,
};
use crate::diagnostic::{InWords, Language, decimals, thousands};
use crate::plan::{Said, Says};
use crate::source::Span;

/// A figure with its unit, of whatever kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Money.
    Money(Money),
    /// A number of things.
    Count(Count),
    /// A share or rate.
    Rate(Rate),
    /// A shop score.
    Score(Score),
    /// A credit level.
    Level(Level),
    /// A price as part of the original price.
    Discount(Discount),
    /// A length of time.
    Duration(Duration),
    /// So long before or after something.
    Offset(Offset),
    /// A number without a unit of its own.
    Number(Number),
}

/// Quantities of one kind compare as their figures do; others do not.
impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Money(one), Self::Money(other)) => one.compare(other),
            (Self::Count(one), Self::Count(other)) => one.compare(other),
            (Self::Rate(one), Self::Rate(other)) => one.compare(other),
            (Self::Score(one), Self::Score(other)) => one.compare(other),
            (Self::Level(one), Self::Level(other)) => one.compare(other),
            (Self::Discount(one), Self::Discount(other)) => one.compare(other),
            (Self::Duration(one), Self::Duration(other)) => one.compare(other),
            (Self::Number(one), Self::Number(other)) => one.partial_cmp(other),
            _ => None,
        }
    }
}

impl InWords for Quantity {
    fn words(&self, language: Language) -> Cow<'_, str> {
        match (self, language) {
            (Self::Money(money), _) => decimals(money.cents, 100),
            (Self::Count(count), _) => thousands(count.0),
            (Self::Rate(rate), _) => rate.to_string(),
            (Self::Score(score), _) => score.to_string(),
            (Self::Level(level), _) => level.words(language),
            (Self::Discount(discount), Language::Chinese) => discount.to_string(),
            (Self::Discount(discount), Language::English) => discount.rate().to_string(),
            (Self::Duration(duration), _) => duration.words(language),
            (Self::Offset(offset), _) => offset.words(language),
            (Self::Number(number), _) => number.to_string(),
        }
        .into()
    }
}

impl Quantity {
    /// The lowest figure of its kind.
    pub fn lowest(self) -> Self {
        match self {
            Self::Money(_) => Self::Money(Money::from_cents(0)),
            Self::Count(_) => Self::Count(Count(0)),
            Self::Rate(_) => Self::Rate(Rate { ppm: 0, unit: 1 }),
            Self::Score(_) => Self::Score(Score { hundredths: 0 }),
            Self::Level(_) => Self::Level(Level::LOWEST),
            Self::Discount(_) => Self::Discount(Discount { permille: 0 }),
            Self::Duration(duration) => Self::Duration(Duration {
                count: 0,
                ..duration
            }),
            Self::Number(_) => Self::Number(Number { thousandths: 0 }),
            Self::Offset(offset) => Self::Offset(offset),
        }
    }

    /// The highest figure of its kind, where there is one.
    pub fn highest(self) -> Option<Self> {
        match self {
            Self::Score(_) => Some(Self::Score(Score { hundredths: 500 })),
            Self::Level(_) => Some(Self::Level(Level::HIGHEST)),
            _ => None,
        }
    }
}

macro_rules! kinds {
    ($($kind:ident)+) => { $(
        impl From<$kind> for Quantity {
            fn from(value: $kind) -> Self {
                Self::$kind(value)
            }
        }

        impl Says for $kind {
            fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
                hear(Said::Figure(Amount::Exactly((*self).into())), place);
            }
        }
    )+ };
}

kinds! { Money Count Rate Score Level Discount Duration Offset Number }

impl Says for Figure {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Figure(Amount::Exactly((*self).into())), place);
    }
}
