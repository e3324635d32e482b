//! Sales that are wanted before there is a shop.

use super::book::Book;
use super::figure::{Figure, Metric};
use super::{Early, Targets};
use crate::plan::Section;

/// What a shop that is not open cannot have.
const SALES: [Metric; 5] = [
    Metric::Revenue,
    Metric::Orders,
    Metric::Units,
    Metric::NetRevenue,
    Metric::GrossProfit,
];

/// The targets of days that all lie before the shop opens; of a table and its parts the
/// outermost.
pub(super) fn judge<'p>(book: &Book<'_, 'p>, answers: &mut Targets<'p>) {
    let mut is_said = vec![false; book.rows.len()];
    for row in 0..book.rows.len() {
        if let Some(early) = early(book, row).filter(|_| !is_said[row]) {
            answers.early.push(early);
            is_said[row] = true;
        }
        if is_said[row] {
            let below = book.rows[row].below.iter();
            below.for_each(|(_, part)| is_said[*part] = true);
        }
    }
}

fn early<'p>(book: &Book<'_, 'p>, number: usize) -> Option<Early<'p>> {
    let row = &book.rows[number];
    let (metric, figure) = SALES.into_iter().find_map(|metric| {
        let figure = row.figure(metric).filter(wants_some)?;
        Some((metric, figure))
    })?;
    let (store, opened_on) = book.opened(number)?;
    let (first, last) = row.days?;
    let (start, end) = book.resolved.span();
    let is_planned = start.is_none_or(|start| start <= last) && end.is_none_or(|end| first <= end);
    let is_certain = !book.resolved.incomplete.lacks(Section::Stores);
    (is_certain && is_planned && last < opened_on).then(|| Early {
        place: row.place(),
        metric,
        span: figure.span,
        last,
        store,
    })
}

fn wants_some(figure: &Figure) -> bool {
    figure.range.low.is_some_and(|low| low.exact > 0)
}
