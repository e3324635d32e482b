//! Figures that follow from what a plan says: totals, margins, workload, and how far tasks
//! may slip.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::schedule::Window;
use super::targets::Metric;
use crate::plan::value::{Amount, Bounds, Money, Quantity, Rate};
use crate::plan::{Campaign, Entry, Idx, Period, Product, Section, Target, Task};
use crate::resolve::{ItemRef, Resolved, TargetPeriod};
use crate::source::Located;

/// A quotient of whole numbers, half away from zero.
pub fn rounded(dividend: i128, divisor: i128) -> i128 {
    let divisor = divisor.max(1);
    (2 * dividend.abs() + divisor) / (2 * divisor) * dividend.signum()
}

impl Metric {
    /// What a target says of it.
    pub fn said(self, target: &Target) -> Option<Amount<Quantity>> {
        fn figure<T>(amount: &Option<Located<Amount<T>>>) -> Option<Amount<Quantity>>
        where
            T: Copy + Into<Quantity>,
        {
            let amount = amount.as_ref()?;
            Some(amount.value.map(Into::into))
        }
        match self {
            Self::Revenue => figure(&target.revenue),
            Self::Visitors => figure(&target.visitors),
            Self::Conversion => figure(&target.conversion),
            Self::OrderValue => figure(&target.order_value),
            Self::Orders => figure(&target.orders),
            Self::Units => figure(&target.units),
            Self::NetRevenue => figure(&target.net_revenue),
            Self::RefundRate => figure(&target.refund_rate),
            Self::GrossProfit => figure(&target.gross_profit),
            Self::AdSpend => figure(&target.ad_spend),
            Self::Roi => figure(&target.roi),
            Self::NewCustomers => figure(&target.new_customers),
            Self::RepurchaseRate => figure(&target.repurchase_rate),
            Self::Followers => figure(&target.followers),
            Self::Sessions => figure(&target.sessions),
        }
    }
}

/// What is left of a price after the cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// A share of the price, to a tenth of a percent.
    Share(Rate),
    /// Nothing: so much is lost with each piece.
    Loss(Money),
}

/// What is left of the list price after the cost.
pub fn margin(product: &Product) -> Option<Margin> {
    margin_of(product.price?.value, product.cost?.value)
}

/// The same of the price of a campaign.
pub fn campaign_margin(campaign: &Campaign, resolved: &Resolved<'_>) -> Option<Margin> {
    let cost = resolved.get(&campaign.product)?.cost?.value;
    margin_of(campaign.price?.value, cost)
}

fn margin_of(price: Money, cost: Money) -> Option<Margin> {
    let left = price.cents - cost.cents;
    if left < 0 {
        return Some(Margin::Loss(Money::from_cents(-left)));
    }
    if price.cents == 0 {
        return None;
    }
    let permille = rounded(i128::from(left) * 1_000, i128::from(price.cents));
    let unit = 1_000;
    let ppm = i64::try_from(permille).ok()? * unit;
    Some(Margin::Share(Rate { ppm, unit }))
}

/// How many items of a section an owner owns.
pub fn workload(owner: ItemRef, section: Section, resolved: &Resolved<'_>) -> usize {
    let named = resolved
        .references
        .to(owner)
        .filter(|one| one.from.section == section);
    named.filter(|one| one.field == "owners").count()
}

/// Whether a task waits for others or others for it: only then its float means something.
pub fn is_linked(task: Idx<Task>, resolved: &Resolved<'_>) -> bool {
    let this = ItemRef {
        section: Section::Tasks,
        at: task.at(),
    };
    let waits_for_this = || {
        resolved
            .references
            .to(this)
            .any(|one| one.from.section == this.section)
    };
    !resolved.tasks[task].after.is_empty() || waits_for_this()
}

/// A float longer than this says nothing on a chart.
const LONGEST_FLOAT: i64 = 30;

/// The day until which a task may slip.
pub fn slips_to(task: &Task, window: &Window, resolved: &Resolved<'_>) -> Option<NaiveDate> {
    let float = window.float.filter(|_| task.repeat.is_none())?;
    let float = Some(float).filter(|float| (1..=LONGEST_FLOAT).contains(float))?;
    let last = resolved
        .calendar
        .ordinal(window.end?.succ_opt()?)?
        .checked_sub(1)?;
    resolved
        .calendar
        .nth(last.checked_add(u32::try_from(float).ok()?)?)
}

/// Revenue of the whole plan: the sum of its months, else of its quarters, else of its years,
/// whichever all say a least figure. At least that much, if any of them is only a least.
pub fn total_revenue(resolved: &Resolved<'_>) -> Option<Amount<Money>> {
    let (start, end) = resolved.span();
    let months = Period::months_between(start?, end?);
    let longer = |longer: fn(i32, u32) -> Period| {
        let periods = months.iter().filter_map(|period| match period {
            Period::Month(year, month) => Some(longer(*year, *month)),
            _ => None,
        });
        let mut periods: Vec<Period> = periods.collect();
        periods.dedup();
        periods
    };
    let quarters = longer(|year, month| Period::Quarter(year, (month - 1) / 3 + 1));
    let years = longer(|year, _| Period::Year(year));
    let targets = resolved.plan.targets.iter();
    let said = targets.filter_map(|target| match resolved.period(target)? {
        TargetPeriod::Calendar(period) => Some((period, target)),
        _ => None,
    });
    let said = said.collect();
    [&months, &quarters, &years]
        .iter()
        .find_map(|periods| revenue_of(periods, &said))
}

/// Revenue of some periods together, if all of them say a least figure.
pub(super) fn revenue_of(
    periods: &[Period],
    said: &HashMap<Period, &Entry<Target>>,
) -> Option<Amount<Money>> {
    let (mut cents, mut is_exact) = (0_i64, true);
    for period in periods {
        let said = match said.get(period)?.revenue.as_ref()?.value {
            Amount::Exactly(money) => money,
            Amount::Within(Bounds { low: Some(low), .. }) => {
                is_exact = false;
                low.value
            }
            _ => return None,
        };
        cents = cents.checked_add(said.cents)?;
    }
    let total = Money::from_cents(cents);
    Some(if is_exact {
        Amount::Exactly(total)
    } else {
        Amount::Within(Bounds::at_least(total))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(
            [rounded(25, 10), rounded(-25, 10), rounded(24, 10)],
            [3, -3, 2]
        );
    }
}
