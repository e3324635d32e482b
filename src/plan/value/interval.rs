/// What the digits of a figure say: `"2.5%"` is 2.45–2.55 %.
///
/// Ends are in twentieths of the base unit of the figure (cents, parts per million,
/// pieces), so that half a unit of the last digit written is a whole number. Both ends
/// belong to the interval; `None` is without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: Option<i128>,
    /// Upper end.
    pub high: Option<i128>,
}

impl Interval {
    /// Parts of a base unit.
    pub const SCALE: i128 = 20;

    /// Everything.
    pub const ANY: Self = Self {
        low: None,
        high: None,
    };

    /// A figure of `value` base units, whose last digit counts `unit` base units.
    pub fn around(value: i64, unit: i64) -> Self {
        let (middle, half) = (
            i128::from(value) * Self::SCALE,
            i128::from(unit) * Self::SCALE / 2,
        );
        Self {
            low: Some(middle - half),
            high: Some(middle + half),
        }
    }

    /// Whether two figures can be the same.
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<i128>, high: Option<i128>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// The sum of two figures.
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Option<i128>, b: Option<i128>| a?.checked_add(b?);
        Self {
            low: add(self.low, other.low),
            high: add(self.high, other.high),
        }
    }

    /// What is left of a figure after taking another away.
    pub fn minus(self, other: Self) -> Self {
        let subtract = |a: Option<i128>, b: Option<i128>| a?.checked_sub(b?);
        Self {
            low: subtract(self.low, other.high),
            high: subtract(self.high, other.low),
        }
    }

    /// The product of two figures that are not negative. `divisor` is the number of
    /// base units in one whole of `other` (100 cents, 1,000,000 parts per million), so
    /// that the product is in the unit of `self`.
    pub fn times(self, other: Self, divisor: i128) -> Self {
        let whole = Self::SCALE * divisor;
        let multiply = |a: Option<i128>, b: Option<i128>| a?.max(0).checked_mul(b?.max(0));
        Self {
            low: multiply(self.low, other.low).map(|product| product.div_euclid(whole)),
            high: multiply(self.high, other.high).map(|product| -(-product).div_euclid(whole)),
        }
    }

    /// The quotient of two figures that are not negative, the inverse of [`Self::times`]:
    /// without end where the divisor may be nothing.
    pub fn divide(self, other: Self, divisor: i128) -> Self {
        let whole = Self::SCALE * divisor;
        let (low, high) = (
            self.low.map(|low| low.max(0)),
            self.high.map(|high| high.max(0)),
        );
        let scaled = |end: Option<i128>| end?.checked_mul(whole);
        let by = |end: Option<i128>| end.filter(|end| *end > 0);
        Self {
            low: match (scaled(low), by(other.high)) {
                (Some(low), Some(most)) => Some(low.div_euclid(most)),
                _ => Some(0),
            },
            high: scaled(high)
                .zip(by(other.low))
                .map(|(high, least)| -(-high).div_euclid(least)),
        }
    }

    /// What two statements about one figure leave open together; nothing if they do not meet.
    pub fn cut(self, other: Self) -> Option<Self> {
        let both = Self {
            low: self.low.max(other.low),
            high: [self.high, other.high].into_iter().flatten().min(),
        };
        self.meets(other).then_some(both)
    }

    /// Whether whatever the figure is lies inside another interval.
    pub fn within(self, other: Self) -> bool {
        let above = other
            .low
            .is_none_or(|low| self.low.is_some_and(|own| own >= low));
        let below = other
            .high
            .is_none_or(|high| self.high.is_some_and(|own| own <= high));
        above && below
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whole numbers that stand for all there are: ends lie well inside.
    const ALL: std::ops::RangeInclusive<i128> = -30..=30;

    /// Small intervals, some without an end; `least` is the lowest end.
    fn small(least: i128) -> impl Strategy<Value = Interval> {
        let ends = (least..=9_i128, 0..=5_i128, any::<bool>(), any::<bool>());
        ends.prop_map(|(low, length, has_low, has_high)| Interval {
            low: has_low.then_some(low),
            high: has_high.then_some(low + length),
        })
    }

    /// The slow way: everything that the figure can be.
    fn members(interval: Interval) -> Vec<i128> {
        let is_inside = |value: &i128| {
            interval.low.is_none_or(|low| low <= *value)
                && interval.high.is_none_or(|high| *value <= high)
        };
        ALL.filter(is_inside).collect()
    }

    /// Everything that two figures can come to.
    fn pairs(a: Interval, b: Interval) -> Vec<(i128, i128)> {
        let (a, b) = (members(a), members(b));
        a.iter()
            .flat_map(|a| b.iter().map(move |b| (*a, *b)))
            .collect()
    }

    proptest! {
        #[test]
        fn cut_keeps_what_both_allow(a in small(-9), b in small(-9)) {
            let slow: Vec<_> = members(a).into_iter().filter(|one| members(b).contains(one)).collect();
            prop_assert_eq!(a.cut(b).map(members).unwrap_or_default(), slow.clone());
            prop_assert_eq!(a.meets(b), !slow.is_empty());
        }

        #[test]
        fn within_means_every_value(a in small(-9), b in small(-9)) {
            prop_assert_eq!(a.within(b), members(a).iter().all(|one| members(b).contains(one)));
        }

        #[test]
        fn sum_and_difference_are_exact(a in small(-9), b in small(-9)) {
            let of = |operate: fn(i128, i128) -> i128| {
                pairs(a, b).into_iter().map(move |(a, b)| operate(a, b)).collect::<Vec<_>>()
            };
            for (fast, slow) in [(a.plus(b), of(|a, b| a + b)), (a.minus(b), of(|a, b| a - b))] {
                // An end that is missing is that of `ALL`, which no sum of two ends comes near.
                let (least, most) = (slow.iter().min().copied(), slow.iter().max().copied());
                prop_assert!(fast.low.is_none_or(|low| Some(low) == least), "{:?} {:?}", fast, least);
                prop_assert!(fast.high.is_none_or(|high| Some(high) == most), "{:?} {:?}", fast, most);
            }
            prop_assert_eq!(a.minus(b).low.is_some(), a.low.is_some() && b.high.is_some());
            prop_assert_eq!(a.minus(b).high.is_some(), a.high.is_some() && b.low.is_some());
        }

        #[test]
        fn a_quotient_holds_every_quotient_and_no_whole_number_more(a in small(0), b in small(0)) {
            let fast = a.divide(b, 1);
            let pairs: Vec<_> = pairs(a, b).into_iter().filter(|(a, b)| *a >= 0 && *b > 0).collect();
            let above = |low: i128| pairs.iter().all(|(a, b)| low * b <= a * Interval::SCALE);
            let below = |high: i128| pairs.iter().all(|(a, b)| a * Interval::SCALE <= high * b);
            prop_assert!(fast.low.is_none_or(above) && fast.high.is_none_or(below), "{:?}", fast);
            if b.low.is_some_and(|low| low > 0) && b.high.is_some() && a.low.is_some() && a.high.is_some() {
                prop_assert!(!fast.low.map(|low| low + 1).is_none_or(above), "{:?}", fast);
                prop_assert!(!fast.high.map(|high| high - 1).is_none_or(below), "{:?}", fast);
            }
        }
    }

    #[test]
    fn digits_say_how_exact_a_figure_is() {
        let conversion = Interval::around(25_000, 1_000); // "2.5%"
        assert!(conversion.meets(Interval::around(25_400, 100)));
        assert!(!conversion.meets(Interval::around(25_700, 100)));
    }

    #[test]
    fn a_product_keeps_the_unit_of_its_first_factor() {
        let order_value = Interval::around(11_940, 10); // 119.4 yuan in cents
        let orders = Interval::around(33_500, 1).times(Interval::around(25_000, 1_000), 1_000_000);
        let revenue = order_value.times(orders, 1);
        assert!(revenue.meets(Interval::around(10_000_000, 100)));
        assert!(!revenue.meets(Interval::around(12_000_000, 100)));
    }
}
