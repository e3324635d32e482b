use super::{Amount, Count, Discount, Duration, Level, Money, Rate, Score};
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

kinds! { Money Count Rate Score Level Discount Duration }
