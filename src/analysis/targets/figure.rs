//! Figures as targets state them.

use super::sum::{Known, Side};
use crate::plan::Target;
use crate::plan::value::{self, Amount, Bound, Bounds, Count, Interval, Money, Rate};
use crate::source::{Located, Span};

/// A figure that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metric {
    /// Revenue, in cents.
    Revenue,
    /// Visitors.
    Visitors,
    /// Conversion, in parts per million.
    Conversion,
    /// Order value, in cents.
    OrderValue,
    /// Orders.
    Orders,
    /// Pieces.
    Units,
    /// Revenue after refunds, in cents.
    NetRevenue,
    /// Money refunded as a share of revenue, in parts per million.
    RefundRate,
    /// What is left after the cost of the goods, in cents.
    GrossProfit,
    /// What is spent on advertising, in cents.
    AdSpend,
    /// Return on that, in millionths.
    Roi,
    /// Customers who buy for the first time.
    NewCustomers,
    /// Share of customers who buy again, in parts per million.
    RepurchaseRate,
    /// Followers.
    Followers,
    /// Sessions of live selling.
    Sessions,
}

impl Metric {
    /// Those of the main table of a document, in its order.
    pub const MAIN: [Self; 6] = [
        Self::Revenue,
        Self::Visitors,
        Self::Conversion,
        Self::OrderValue,
        Self::Orders,
        Self::Units,
    ];
    /// All others.
    pub const MORE: [Self; 9] = [
        Self::NetRevenue,
        Self::RefundRate,
        Self::GrossProfit,
        Self::AdSpend,
        Self::Roi,
        Self::NewCustomers,
        Self::RepurchaseRate,
        Self::Followers,
        Self::Sessions,
    ];
    /// Those of which a whole and its parts can be compared.
    pub(super) const COMPARED: [Self; 7] = [
        Self::Revenue,
        Self::Orders,
        Self::Units,
        Self::Visitors,
        Self::NetRevenue,
        Self::AdSpend,
        Self::Sessions,
    ];

    /// All metrics, in the order of the document.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::MAIN.into_iter().chain(Self::MORE)
    }

    /// Whether a figure for a period is the sum of those for its parts.
    pub fn adds_up(self) -> bool {
        matches!(
            self,
            Self::Revenue | Self::Orders | Self::Units | Self::NetRevenue | Self::AdSpend
        )
    }

    /// Whether it is a number of people or things.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Visitors
                | Self::Orders
                | Self::Units
                | Self::NewCustomers
                | Self::Followers
                | Self::Sessions
        )
    }

    /// The key in a plan.
    pub fn key(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Visitors => "visitors",
            Self::Conversion => "conversion",
            Self::OrderValue => "order_value",
            Self::Orders => "orders",
            Self::Units => "units",
            Self::NetRevenue => "net_revenue",
            Self::RefundRate => "refund_rate",
            Self::GrossProfit => "gross_profit",
            Self::AdSpend => "ad_spend",
            Self::Roi => "roi",
            Self::NewCustomers => "new_customers",
            Self::RepurchaseRate => "repurchase_rate",
            Self::Followers => "followers",
            Self::Sessions => "sessions",
        }
    }
}

/// One end of what is said, in base units: cents, pieces, parts per million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// The last figure that is allowed: one more than was written after `more_than`.
    pub exact: i128,
    /// The figure as written.
    pub face: i128,
}

impl End {
    /// Whether the written figure itself is outside.
    pub fn is_strict(self) -> bool {
        self.exact != self.face
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            exact: self.exact + other.exact,
            face: self.face + other.face,
        }
    }
}

/// What is said exactly; an end that is missing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub low: Option<End>,
    /// The most.
    pub high: Option<End>,
}

impl Range {
    /// The figure, if only one is allowed.
    pub fn exactly(self) -> Option<i128> {
        let (low, high) = (self.low?, self.high?);
        (low == high && !low.is_strict()).then_some(low.exact)
    }
}

/// A stated figure, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it says exactly, for sums.
    pub range: Range,
    /// What it says if its last digit was rounded, for products, in twentieths.
    pub says: Interval,
    /// Base units that its last written digit counts.
    pub unit: i64,
    /// Where.
    pub span: Span,
}

impl Figure {
    /// By how much a figure that others must agree with may be off: half of its last place
    /// if it is written coarser than they are.
    pub(super) fn slack(&self, finer: i64) -> i128 {
        if self.unit > finer && self.range.exactly().is_some() {
            i128::from(self.unit) / 2
        } else {
            0
        }
    }

    /// Whether it allows less than something comes to at least.
    pub(super) fn is_below(&self, least: &Side) -> bool {
        let most = self.range.high.map(|most| most.exact + least.slack(self));
        most.is_some_and(|most| least.end.exact > most)
    }

    /// Whether it wants more than something comes to at most.
    pub(super) fn is_above(&self, most: &Side) -> bool {
        let least = self.range.low.map(|least| least.exact - most.slack(self));
        least.is_some_and(|least| least > most.end.exact)
    }

    /// Whether it says a least that parts fall short of which say their least alone, too.
    pub(super) fn wants_more_than(&self, parts: &Known<'_>) -> bool {
        let only_least = self.range.low.filter(|_| self.range.high.is_none());
        let is_short = only_least.is_some_and(|least| least.face > parts.low.end.face);
        is_short && parts.is_open && !parts.is_open_below && parts.is_all()
    }

    /// Whether two statements of one figure can both hold.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let slack = self.slack(other.unit).max(other.slack(self.unit));
        let below = |low: Option<End>, high: Option<End>| match (low, high) {
            (Some(low), Some(high)) => low.exact <= high.exact + slack,
            _ => true,
        };
        below(self.range.low, other.range.high) && below(other.range.low, self.range.high)
    }
}

/// What a target says of a metric; nothing if it says nothing, or only "about".
pub fn figure(target: &Target, metric: Metric) -> Option<Figure> {
    let money = |money: Money| (money.cents, money.unit);
    let count = |count: Count| (count.0, 1);
    let rate = |rate: Rate| (rate.ppm, rate.unit);
    match metric {
        Metric::Revenue => stated(target.revenue.as_ref(), money),
        Metric::Visitors => stated(target.visitors.as_ref(), count),
        Metric::Conversion => stated(target.conversion.as_ref(), rate),
        Metric::OrderValue => stated(target.order_value.as_ref(), money),
        Metric::Orders => stated(target.orders.as_ref(), count),
        Metric::Units => stated(target.units.as_ref(), count),
        Metric::NetRevenue => stated(target.net_revenue.as_ref(), money),
        Metric::RefundRate => stated(target.refund_rate.as_ref(), rate),
        Metric::GrossProfit => stated(target.gross_profit.as_ref(), money),
        Metric::AdSpend => stated(target.ad_spend.as_ref(), money),
        Metric::Roi => stated(target.roi.as_ref(), millionths),
        Metric::NewCustomers => stated(target.new_customers.as_ref(), count),
        Metric::RepurchaseRate => stated(target.repurchase_rate.as_ref(), rate),
        Metric::Followers => stated(target.followers.as_ref(), count),
        Metric::Sessions => stated(target.sessions.as_ref(), count),
    }
}

/// A number without a unit, and how many millionths its last digit counts at the least.
fn millionths(figure: value::Figure) -> (i64, i64) {
    match figure {
        value::Figure::Number(number) => (number.thousandths.saturating_mul(1_000), 1_000),
        value::Figure::Rate(rate) => (rate.ppm, rate.unit),
        value::Figure::Discount(discount) => (discount.permille.saturating_mul(1_000), 1_000),
    }
}

/// `read` gives the base units of a value, and how many of them its last digit counts.
fn stated<T: Copy>(
    amount: Option<&Located<Amount<T>>>,
    read: impl Fn(T) -> (i64, i64),
) -> Option<Figure> {
    let amount = amount?;
    let bounds = match amount.value {
        Amount::Exactly(value) => {
            let both = Some(Bound {
                value,
                strict: false,
            });
            Bounds {
                low: both,
                high: both,
            }
        }
        Amount::Within(bounds) => bounds,
        Amount::About(_) => return None,
    };
    let end = |bound: Bound<T>, step: i128| {
        let face = i128::from(read(bound.value).0);
        let exact = if bound.strict { face + step } else { face };
        End { exact, face }
    };
    let around = |bound: Bound<T>| {
        let (digits, unit) = read(bound.value);
        Interval::around(digits, unit)
    };
    let ends = [bounds.low, bounds.high].into_iter().flatten();
    Some(Figure {
        range: Range {
            low: bounds.low.map(|bound| end(bound, 1)),
            high: bounds.high.map(|bound| end(bound, -1)),
        },
        says: Interval {
            low: bounds.low.and_then(|bound| around(bound).low),
            high: bounds.high.and_then(|bound| around(bound).high),
        },
        unit: ends.map(|bound| read(bound.value).1).max().unwrap_or(1),
        span: amount.span,
    })
}
