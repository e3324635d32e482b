//! What is left of revenue: net revenue after refunds, gross profit after the cost of the
//! goods. Neither is more than what it is left of, and revenue × (1 − refund rate) is net
//! revenue.

use super::book::Row;
use super::figure::{Figure, Metric};
use super::{Place, Targets};
use crate::plan::value::{Interval, Rate};
use crate::source::Span;

/// A figure that is left of another and does not agree with it.
#[derive(Clone, Debug)]
pub struct Left<'p> {
    /// The target or part.
    pub place: Place<'p>,
    /// What is left.
    pub metric: Metric,
    /// As stated.
    pub said: Figure,
    /// What contradicts it.
    pub against: LeftOf,
}

/// What a figure that is left is held against.
#[derive(Clone, Copy, Debug)]
pub enum LeftOf {
    /// It is more than what it is left of.
    Above(Metric, Figure),
    /// Revenue and the refund rate leave another sum, in twentieths of a cent.
    Follows {
        /// Where revenue stands.
        revenue: Span,
        /// Where the share stands that is refunded.
        refunds: Span,
        /// What they leave.
        leaves: Interval,
    },
}

pub(super) fn judge<'p>(rows: &[Row<'p>], answers: &mut Targets<'p>) {
    answers.left.extend(rows.iter().flat_map(left));
}

fn left<'p>(row: &Row<'p>) -> Vec<Left<'p>> {
    let net = above(row, Metric::NetRevenue, &[Metric::Revenue]).or_else(|| refunded(row));
    let profit = above(
        row,
        Metric::GrossProfit,
        &[Metric::NetRevenue, Metric::Revenue],
    );
    net.into_iter().chain(profit).collect()
}

/// A figure that is more than the first of some that is said.
fn above<'p>(row: &Row<'p>, metric: Metric, of: &[Metric]) -> Option<Left<'p>> {
    let said = row.figure(metric)?;
    let of = of
        .iter()
        .find_map(|metric| Some((*metric, row.figure(*metric)?)));
    let (whole, figure) = of?;
    let (least, most) = (said.range.low?.exact, figure.range.high?.exact);
    let slack = said.slack(figure.unit).max(figure.slack(said.unit));
    (least > most + slack).then(|| Left {
        place: row.place(),
        metric,
        said,
        against: LeftOf::Above(whole, figure),
    })
}

/// Net revenue that is not what revenue and refunds leave.
fn refunded<'p>(row: &Row<'p>) -> Option<Left<'p>> {
    let said = row.figure(Metric::NetRevenue)?;
    let (revenue, refunds) = (
        row.figure(Metric::Revenue)?,
        row.figure(Metric::RefundRate)?,
    );
    let whole = Some(Interval::SCALE * i128::from(Rate::WHOLE));
    let (low, high) = (whole, whole);
    let kept = Interval { low, high }.minus(refunds.says);
    let leaves = revenue.says.times(kept, i128::from(Rate::WHOLE));
    (!said.says.meets(leaves)).then(|| Left {
        place: row.place(),
        metric: Metric::NetRevenue,
        said,
        against: LeftOf::Follows {
            revenue: revenue.span,
            refunds: refunds.span,
            leaves,
        },
    })
}
