//! OP126: quantity × price is outside the rule.

use std::borrow::Cow;

use crate::analysis::eligibility::Asked;
use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{InWords, Language, Rule, rule, text, thousands};
use crate::plan::Limit;
use crate::plan::value::{Bounds, Money, Quantity};

pub(in crate::check) static RULE: Rule = rule!("OP126" "value-min" Campaigns Error,
    "报名货值不够", "quantity × price is outside the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Value], report, |unmet| {
        let (campaign, program) = unmet.names;
        let none = Money::from_cents(0);
        let ours = Grouped(unmet.money().unwrap_or(none));
        let apart = Grouped(unmet.money_apart().unwrap_or(none));
        let asked = asked(unmet.asked);
        let by = match unmet.is_above() {
            true => text!("多 {apart} 元", "{apart} too much"; apart),
            false => text!("差 {apart} 元", "{apart} short"; apart),
        };
        let message = text!(
            "「{campaign}」报名货值（数量 × 活动价）{ours} 元，「{program}」要求{asked} 元，{by}",
            "{campaign} signs up goods worth {ours} (quantity × price); {program} asks for {asked}: {by}";
            asked, ours, by);
        let help = if unmet.is_above() {
            text!("减少数量", "sign up fewer pieces")
        } else {
            text!(
                "增加报名数量，或换一个活动",
                "sign up more pieces, or choose another programme"
            )
        };
        Words::new(message, help).other(text!("活动价", "the price"))
    });
}

/// What is asked, in money.
fn asked(asked: &Asked) -> Bounds<Grouped> {
    let money = |figure| match figure {
        Quantity::Money(money) => Grouped(money),
        _ => Grouped(Money::from_cents(0)),
    };
    match asked {
        Asked::Within(bounds) => bounds.map(money),
        _ => Bounds::at_least(Grouped(Money::from_cents(0))),
    }
}

/// An amount of money with separators: `9,999.50`.
struct Grouped(Money);

impl InWords for Grouped {
    fn words(&self, _: Language) -> Cow<'_, str> {
        let (whole, cents) = (thousands(self.0.cents / 100), self.0.cents % 100);
        match cents {
            0 => whole.into(),
            cents => format!("{whole}.{cents:02}").into(),
        }
    }
}
