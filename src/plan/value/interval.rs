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
}

#[cfg(test)]
mod tests {
    use super::*;

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
