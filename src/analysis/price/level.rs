//! Prices against cost and floor, and campaign prices against the price without a campaign.

use super::{Numbered, Prices};
use crate::plan::value::Money;
use crate::plan::{Campaign, Entry, Idx, Product};
use crate::source::Located;

/// A price below what a piece costs, or below the floor that the plan sets.
#[derive(Clone, Debug)]
pub struct Low {
    /// The product.
    pub product: Idx<Product>,
    /// The campaign whose price it is; nothing for the usual price.
    pub campaign: Option<Idx<Campaign>>,
    /// The price.
    pub price: Located<Money>,
    /// The floor, if it is below that.
    pub floor: Option<Located<Money>>,
    /// What a piece costs, if it is below that.
    pub cost: Option<Located<Money>>,
    /// Pieces that the campaign signs up.
    pub pieces: Option<i64>,
    /// The campaigns that are too low in the same way where the usual price is, with their prices.
    pub also: Vec<(Idx<Campaign>, Located<Money>)>,
}

impl Low {
    /// Whether another price is below the same.
    fn is_like(&self, other: &Self) -> bool {
        self.floor.is_some() == other.floor.is_some() && self.cost.is_some() == other.cost.is_some()
    }

    /// What each piece loses, in cents; nothing where it is not below cost.
    pub fn loss(&self) -> Option<i128> {
        let cost = self.cost?.value.cents;
        Some(i128::from(cost) - i128::from(self.price.value.cents))
    }

    /// What all pieces of the campaign lose together, in cents.
    pub fn loss_of_all(&self) -> Option<i128> {
        Some(self.loss()? * i128::from(self.pieces?))
    }
}

/// A campaign price above the price that the product has without the campaign.
#[derive(Clone, Copy, Debug)]
pub struct Above {
    /// The campaign.
    pub campaign: Idx<Campaign>,
    /// Its price.
    pub price: Located<Money>,
    /// The usual price, or the original one where no usual price is stated.
    pub other: Located<Money>,
    /// Whether it is the original price.
    pub is_original: bool,
}

pub(super) fn find(
    (index, product): (Idx<Product>, &Entry<Product>),
    campaigns: &[Numbered<'_>],
    answers: &mut Prices,
) {
    too_low((index, product), campaigns, answers);
    let original = product
        .original_price
        .filter(|_| !product.unread.holds("price"));
    let (other, is_original) = (product.price.or(original), product.price.is_none());
    for (campaign, item) in campaigns {
        if let (Some(price), Some(other)) = (item.price, other)
            && price.value.cents > other.value.cents
        {
            answers.above.push(Above {
                campaign: *campaign,
                price,
                other,
                is_original,
            });
        }
    }
    let is_reversed = product
        .price
        .zip(product.original_price)
        .is_some_and(|(usual, original)| usual.value.cents > original.value.cents);
    answers.reversed.extend(is_reversed.then_some(index));
}

/// One answer a price, but those of campaigns that are too low like the usual price with it.
fn too_low(
    (index, product): (Idx<Product>, &Entry<Product>),
    campaigns: &[Numbered<'_>],
    answers: &mut Prices,
) {
    let low = |price: Located<Money>| {
        let is_below = |other: &Located<Money>| price.value.cents < other.value.cents;
        let floor = product.floor_price.filter(is_below);
        let cost = product.cost.filter(is_below);
        (floor.is_some() || cost.is_some()).then(|| Low {
            product: index,
            campaign: None,
            price,
            floor,
            cost,
            pieces: None,
            also: Vec::new(),
        })
    };
    let mut usual = product.price.and_then(low);
    let mut others = Vec::new();
    for (index, campaign) in campaigns {
        let Some(low) = campaign.price.and_then(low) else {
            continue;
        };
        match &mut usual {
            Some(usual) if usual.is_like(&low) => usual.also.push((*index, low.price)),
            _ => others.push(Low {
                campaign: Some(*index),
                pieces: campaign.quantity.map(|pieces| pieces.value.0),
                ..low
            }),
        }
    }
    answers.low.extend(usual.into_iter().chain(others));
}
