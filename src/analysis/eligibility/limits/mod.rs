//! One description a limit: in which field of a programme it is stated, how it is read from
//! there, what it is measured on, and how the verdict follows. Analysis, checks and the
//! tables of documents are made from these. To add a limit: its word in [`Limit`], and a
//! file here.

pub(super) use lead_time::after;

use super::answer::Criterion;
use super::rules::Rules;
use super::side::Side;
use crate::plan::{Limit, Program};

/// What is known of one limit.
pub(super) struct Description {
    /// The fields of a programme that state it, by their keys. The first is asked for where
    /// only the limit is known.
    pub(super) fields: &'static [&'static [&'static str]],
    /// What of the campaign it is measured on.
    pub(super) measured: Measured,
    /// Whether rules state it.
    pub(super) is_stated: fn(&Program) -> bool,
    /// How the campaign stands to what the rules state: one entry a figure.
    pub(super) judge: for<'p> fn(&Rules<'p>, &Side<'p>) -> Vec<Criterion>,
}

/// What of a campaign a limit is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Its shop.
    Shop,
    /// Its product.
    Product,
    /// What it offers itself.
    Offer,
    /// Its days.
    Days,
}

/// Declares the files: the match has no other arm, so that every limit has its description.
macro_rules! limits {
    ($( $limit:ident in $file:ident; )+) => {
        $( mod $file; )+

        /// All limits, in their order.
        pub(super) const ALL: &[Limit] = &[ $( Limit::$limit, )+ ];

        /// What is known of a limit.
        pub(super) fn description(limit: Limit) -> &'static Description {
            match limit { $( Limit::$limit => &$file::DESCRIPTION, )+ }
        }
    };
}

limits! {
    Platform in platform;
    Level in level;
    Scores in scores;
    PositiveRate in positive_rate;
    Guarantees in guarantees;
    Age in age;
    Sales in sales;
    Reviews in reviews;
    Quantity in quantity;
    Value in value;
    Discount in discount;
    FreeShipping in free_shipping;
    SignupWeekday in signup_weekday;
    LeadTime in lead_time;
    Documents in documents;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Fields;
    use crate::plan::value::Choice;

    #[test]
    fn every_limit_is_described_once_and_in_order() {
        let words: Vec<_> = ALL.iter().map(|limit| limit.word()).collect();
        let all: Vec<_> = Limit::WORDS.iter().map(|word| word.word).collect();
        assert_eq!(words, all);
    }

    #[test]
    fn a_limit_is_stated_in_fields_that_a_programme_has() {
        let known: Vec<_> = Program::fields().iter().map(|field| field.key).collect();
        for limit in ALL {
            let fields = description(*limit).fields;
            assert!(
                fields.iter().all(|keys| known.contains(&keys[0])),
                "{fields:?}"
            );
            assert!(
                !(description(*limit).is_stated)(&Program::default()),
                "{limit:?}"
            );
        }
    }
}
