//! OP127: the campaign price, as part of the original price, is outside the rule.

use crate::analysis::eligibility::Asked;
use crate::analysis::figures::rounded;
use crate::check::limit::{self, Words};
use crate::check::{Context, Reporter};
use crate::diagnostic::{Rule, Text, rule, text};
use crate::plan::Limit;
use crate::plan::value::{Bound, Bounds, Discount, Money, Quantity, Rate};

pub(in crate::check) static RULE: Rule = rule!("OP127" "discount-range" Campaigns Error,
    "活动价折扣超出规则", "the price does not meet the rule");

pub(in crate::check) fn run(context: Context<'_, '_>, report: &mut Reporter<'_>) {
    limit::report(context, &[Limit::Discount], report, |unmet| {
        let (campaign, program) = unmet.names;
        let asked = asked(unmet.asked);
        let ours = unmet.prices().map(paid).unwrap_or_default();
        let message = text!(
            "「{campaign}」{ours}，「{program}」要求 {asked}",
            "{campaign} {ours}; {program} requires {asked}";
            asked, ours);
        let help = text!(
            "调整活动价，或换一个活动",
            "change the price, or choose another programme"
        );
        Words::new(message, help).other(text!("原价", "the original price"))
    });
}

/// 不超过 5 折 is read both ways in the trade: it is said in percent as well.
fn asked(asked: &Asked) -> Text {
    let Asked::Within(Bounds { low, high }) = asked else {
        return Text::default();
    };
    let part = |bound: &Bound<Quantity>| match bound.value {
        Quantity::Discount(discount) => (in_tenths(discount), discount.rate()),
        _ => (String::new(), Rate { ppm: 0, unit: 1 }),
    };
    match (low, high) {
        (Some(low), Some(high)) if !low.strict && !high.strict => {
            let ((from, least), (to, most)) = (part(low), part(high));
            let from = from.trim_end_matches(" 折");
            text!(
                "{from}–{to}（原价的 {least}–{most}）",
                "{least} to {most} of the original price"
            )
        }
        (low, high) => {
            let low = low.as_ref().map(|low| {
                let (tenths, rate) = part(low);
                match low.strict {
                    true => text!(
                        "高于 {tenths}（活动价高于原价的 {rate}）",
                        "more than {rate} of the original price"
                    ),
                    false => text!(
                        "{tenths}及以上（活动价不低于原价的 {rate}）",
                        "at least {rate} of the original price"
                    ),
                }
            });
            let high = high.as_ref().map(|high| {
                let (tenths, rate) = part(high);
                match high.strict {
                    true => text!(
                        "低于 {tenths}（活动价低于原价的 {rate}）",
                        "less than {rate} of the original price"
                    ),
                    false => text!(
                        "{tenths}及以下（活动价不高于原价的 {rate}）",
                        "at most {rate} of the original price"
                    ),
                }
            });
            match (low, high) {
                (Some(low), Some(high)) => {
                    text!("{low}，且 {high}", "{low} and {high}"; low, high)
                }
                (low, high) => low.or(high).unwrap_or_default(),
            }
        }
    }
}

/// `7.9 折`.
fn in_tenths(discount: Discount) -> String {
    format!("{} 折", discount.to_string().trim_end_matches('折'))
}

/// The price, and which part of the original one it is.
fn paid((price, original): (Money, Money)) -> Text {
    let part = part_of(price, original);
    let (price, original) = (Quantity::from(price), Quantity::from(original));
    text!(
        "活动价 {price} 元，按原价 {original} 元折合{part}",
        "sells at {price}, {part} of the original {original}";
        price, original, part)
}

/// The part of the original price that is paid, to a hundredth of a percent.
fn part_of(price: Money, original: Money) -> Text {
    let hundredths = rounded(i128::from(price.cents) * 10_000, i128::from(original.cents));
    let is_exact = hundredths * i128::from(original.cents) == i128::from(price.cents) * 10_000;
    let ppm = i64::try_from(hundredths * 100).unwrap_or(i64::MAX);
    let rate = Quantity::from(Rate { ppm, unit: 100 });
    match is_exact {
        true => text!("{rate}", "{rate}"; rate),
        false => text!("约 {rate}", "about {rate}"; rate),
    }
}
