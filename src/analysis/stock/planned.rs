//! What is planned to be sold of each product: what campaigns sign up, and the pieces that
//! targets name.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::analysis::targets;
use crate::plan::value::{Amount, Count, Day};
use crate::plan::{Campaign, Counted, Idx, Section, Target};
use crate::resolve::Resolved;
use crate::source::{Located, Span};

/// What is planned of one product.
#[derive(Clone, Default)]
pub(super) struct Planned {
    pub(super) campaigns: Vec<Signed>,
    pub(super) targets: Vec<Wanted>,
}

/// A campaign that signs pieces up, with its days as far as they are said.
#[derive(Clone, Copy)]
pub(super) struct Signed {
    pub(super) start: Option<NaiveDate>,
    pub(super) end: Option<NaiveDate>,
    pub(super) pieces: i64,
    pub(super) campaign: Idx<Campaign>,
}

/// A campaign that has its pieces ready on its first day, and may sell them until its last.
#[derive(Clone, Copy)]
pub(super) struct Reserve {
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
    pub(super) pieces: i64,
    pub(super) campaign: Idx<Campaign>,
}

/// Pieces that a target wants sold on its days, at least.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) pieces: i64,
    /// Whether they come on top of what other targets want on these days.
    pub(super) is_beside: bool,
    /// Where that is said.
    pub(super) span: Span,
    pub(super) target: Idx<Target>,
}

/// What is planned of each product. Left out are declined campaigns, and those that end
/// before they start.
pub(super) fn planned(resolved: &Resolved<'_>) -> Vec<Planned> {
    let mut planned = vec![Planned::default(); resolved.products.len()];
    for (index, campaign) in resolved.plan.campaigns.numbered() {
        let day = |day: Option<Located<Day>>| day.map(|day| day.value.0);
        let (start, end) = (day(campaign.start.day()), day(campaign.end.day()));
        let is_reversed = start.zip(end).is_some_and(|(start, end)| end < start);
        if let (Some(product), Some(pieces), true) = (
            resolved.find(&campaign.product),
            campaign.quantity,
            campaign.goes_on() && !is_reversed,
        ) {
            planned[product.at()].campaigns.push(Signed {
                start,
                end,
                pieces: pieces.value.0,
                campaign: index,
            });
        }
    }
    let opened = resolved.first_opening();
    for (index, target) in resolved.plan.targets.numbered() {
        let Some((from, to)) = targets::days(target, resolved) else {
            continue;
        };
        let counted = target.counted.map(|counted| counted.value);
        // Nothing is sold before there is a shop.
        let from = opened.map_or(from, |opened| from.max(opened.value.0));
        for (product, least) in least(&target.item, None, resolved)
            .into_iter()
            .filter(|_| from <= to)
        {
            planned[product].targets.push(Wanted {
                from,
                to,
                pieces: least.pieces,
                is_beside: counted == Some(Counted::Beside),
                span: least.span,
                target: index,
            });
        }
    }
    planned
}

/// Pieces that a target names of a product, and where.
#[derive(Clone, Copy)]
struct Least {
    pieces: i64,
    span: Span,
}

/// The least that a target names of each product: what it says of it, or all its shops
/// together. Other parts may overlap; each alone is a least.
fn least(
    target: &Target,
    product: Option<usize>,
    resolved: &Resolved<'_>,
) -> BTreeMap<usize, Least> {
    let mut found = BTreeMap::new();
    if let (Some(product), Some(units)) = (product, &target.units)
        && let Some(pieces) = at_least(units.value)
    {
        let span = units.span;
        found.insert(product, Least { pieces, span });
    }
    let mut of_shops: BTreeMap<usize, Least> = BTreeMap::new();
    for shop in &target.stores {
        for (product, least) in least(shop, product, resolved) {
            let sum = of_shops
                .entry(product)
                .or_insert(Least { pieces: 0, ..least });
            sum.pieces += least.pieces;
        }
    }
    merge(&mut found, of_shops);
    for part in &target.products {
        let this = resolved.item_of(&part.id, &[Section::Products]);
        if let Some(this) = this.filter(|this| product.is_none_or(|product| product == this.at)) {
            merge(&mut found, least(part, Some(this.at), resolved));
        }
    }
    for part in target
        .categories
        .iter()
        .chain(&*target.channels)
        .chain(&*target.people)
    {
        merge(&mut found, least(part, product, resolved));
    }
    found
}

fn merge(into: &mut BTreeMap<usize, Least>, other: BTreeMap<usize, Least>) {
    for (product, least) in other {
        let known = into.entry(product).or_insert(least);
        if least.pieces > known.pieces {
            *known = least;
        }
    }
}

/// The least whole number that an amount allows; nothing is known of one that is only about.
fn at_least(amount: Amount<Count>) -> Option<i64> {
    match amount {
        Amount::Exactly(count) => Some(count.0),
        Amount::Within(bounds) => bounds.low.map(|low| low.value.0 + i64::from(low.strict)),
        Amount::About(_) => None,
    }
}
