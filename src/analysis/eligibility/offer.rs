//! What programmes ask of the product and of the offer.

use super::side::{Rules, Side};
use super::{Criterion, Measure, Verdict};
use crate::plan::value::{Bounds, Discount, Money};
use crate::plan::{ItemLimits, Limit, Program};
use crate::source::Located;

impl<'p> Side<'p> {
    pub(super) fn offer_limits(&self, rules: &Rules<'p>, criteria: &mut Vec<Criterion<'p>>) {
        fn item(program: &Program) -> Option<&ItemLimits> {
            program.item.as_ref().map(|item| &item.value)
        }
        let product = self.product.map(|product| &product.item);
        let counted = [
            (
                Limit::Sales,
                rules.one(Limit::Sales, |program| item(program)?.sales.as_ref()),
                product.and_then(|product| product.sales),
                self.product_field("sales"),
            ),
            (
                Limit::Reviews,
                rules.one(Limit::Reviews, |program| item(program)?.reviews.as_ref()),
                product.and_then(|product| product.reviews),
                self.product_field("reviews"),
            ),
            (
                Limit::Quantity,
                rules.one(Limit::Quantity, |program| program.quantity.as_ref()),
                self.campaign.quantity,
                self.campaign_field("quantity"),
            ),
        ];
        for (limit, rule, ours, field) in counted {
            if let Some(rule) = rule {
                let verdict = self.within(rule, ours, || field);
                let measure = Measure::Count(rule.value, ours.map(|ours| ours.value));
                criteria.push(Criterion {
                    limit,
                    rule: rule.span,
                    measure,
                    verdict,
                });
            }
        }
        if let Some(rule) = rules.one(Limit::Value, |program| program.value.as_ref()) {
            criteria.push(self.value(rule));
        }
        if let Some(rule) = rules.one(Limit::Discount, |program| program.discount.as_ref()) {
            criteria.push(self.discount(rule));
        }
        if let Some(rule) = rules
            .one(Limit::FreeShipping, |program| {
                program.free_shipping.as_ref()
            })
            .filter(|rule| rule.value)
        {
            let verdict = match self.campaign.free_shipping {
                None => Verdict::Unknown(self.campaign_field("free_shipping")),
                Some(ours) if ours.value => Verdict::Met,
                Some(ours) => Verdict::NotMet(ours.span),
            };
            let measure = Measure::FreeShipping(self.campaign.free_shipping.map(|free| free.value));
            criteria.push(Criterion {
                limit: Limit::FreeShipping,
                rule: rule.span,
                measure,
                verdict,
            });
        }
    }

    fn value(&self, rule: &'p Located<Bounds<Money>>) -> Criterion<'p> {
        let (quantity, price) = (self.campaign.quantity, self.campaign.price);
        let ours = quantity.zip(price).map(|(quantity, price)| {
            Located::new(
                quantity.value.0.saturating_mul(price.value.cents),
                quantity.span,
            )
        });
        let cents = Located::new(rule.value.map(|money: Money| money.cents), rule.span);
        let missing = if quantity.is_none() {
            "quantity"
        } else {
            "price"
        };
        let verdict = self.within(&cents, ours, || self.campaign_field(missing));
        let measure = Measure::Value(rule.value, ours.map(|cents| Money::from_cents(cents.value)));
        Criterion {
            limit: Limit::Value,
            rule: rule.span,
            measure,
            verdict,
        }
    }

    fn discount(&self, rule: &'p Located<Bounds<Discount>>) -> Criterion<'p> {
        let original = self.product.and_then(|product| product.original_price);
        let price = self.campaign.price;
        // price ÷ original ≥ permille ÷ 1000, without dividing.
        let (low, high) = (rule.value.low, rule.value.high);
        let verdict = match (price, original) {
            (None, _) => Verdict::Unknown(self.campaign_field("price")),
            (_, None) => Verdict::Unknown(self.product_field("original_price")),
            (Some(price), Some(original)) => {
                let paid = i128::from(price.value.cents) * 1000;
                let at = |discount: Discount| {
                    i128::from(original.value.cents) * i128::from(discount.permille)
                };
                let bounds = Bounds { low, high }.map(at);
                if bounds.contain(paid) {
                    Verdict::Met
                } else {
                    Verdict::NotMet(price.span)
                }
            }
        };
        let measure = Measure::Discount(
            rule.value,
            price.map(|price| price.value),
            original.map(|price| price.value),
        );
        Criterion {
            limit: Limit::Discount,
            rule: rule.span,
            measure,
            verdict,
        }
    }
}
