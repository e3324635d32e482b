//! The two sides of a limit: what is asked, and what is there.

use chrono::NaiveDate;

use super::value::Value;
use crate::analysis::eligibility::{Asked, Criterion, Ours, ScoreKind};
use crate::analysis::figures::rounded;
use crate::plan::Weekday;
use crate::plan::value::{Amount, Bounds, Discount, Money, Quantity};

/// What is limited.
pub(super) fn limit<'p>(criterion: &Criterion) -> Value<'p> {
    let label = Value::choice(criterion.limit);
    let detail = match criterion.part {
        Some(ScoreKind::Description) => Value::words("描述", "description"),
        Some(ScoreKind::Service) => Value::words("服务", "service"),
        Some(ScoreKind::Logistics) => Value::words("物流", "logistics"),
        None => return label,
    };
    Value::Beside(vec![label, detail])
}

/// What is there, if that is stated.
pub(super) fn our_side<'p>(criterion: &Criterion) -> Option<Value<'p>> {
    match criterion.asked {
        Asked::Unstated => None,
        _ => there(criterion.verdict.ours()?, &criterion.asked),
    }
}

/// What is asked.
pub(super) fn requirement<'p>(asked: &Asked) -> Value<'p> {
    match asked {
        Asked::Within(bounds) => match at_most_of_price(*bounds) {
            Some(most) => Value::phrase(
                "{0}及以下（活动价不高于原价的 {1}）",
                "at most {1} of the original price",
                [Value::exactly(most), Value::exactly(most.rate())],
            ),
            None => Value::Figure(Amount::Within(*bounds)),
        },
        Asked::OneOf(words) => Value::List(words.iter().map(|word| Value::Word(word)).collect()),
        Asked::Required => Value::words("须包邮", "free shipping"),
        Asked::StartFrom(Some(possible)) => Value::phrase(
            "最早 {0} 开始",
            "may start from {0}",
            [Value::day(possible.day)],
        ),
        Asked::StartFrom(None) => Value::words(
            "报名与审核须在开始前完成",
            "sign-up and review before the start",
        ),
        Asked::Unstated => Value::words("规则未写门槛", "the rules give no figure"),
    }
}

/// A highest discount alone: 不超过 5 折 is read both ways.
fn at_most_of_price(bounds: Bounds<Quantity>) -> Option<Discount> {
    match (bounds.low, bounds.high?) {
        (None, high) if !high.strict => match high.value {
            Quantity::Discount(discount) => Some(discount),
            _ => None,
        },
        _ => None,
    }
}

fn there<'p>(ours: Ours, asked: &Asked) -> Option<Value<'p>> {
    Some(match ours {
        Ours::Figure(figure) => Value::exactly(figure),
        Ours::Word(word) => Value::Word(word),
        Ours::Flag(is_so) => match (asked, is_so) {
            (Asked::Required, true) => Value::words("包邮", "free"),
            (Asked::Required, false) => Value::words("不包邮", "not free"),
            (_, true) => Value::words("已开通", "active"),
            (_, false) => Value::words("未开通", "not active"),
        },
        Ours::Day(day) => Value::phrase(
            "{0} {1}",
            "{1} {0}",
            [Value::day(day), Value::choice(Weekday::of(day))],
        ),
        Ours::Price { price, original } => return discount(price, original),
        Ours::Open { since, on, .. } => age(since, on),
        Ours::SignUp { on, start } => Value::phrase(
            "{0} 报名，{1} 开始",
            "sign-up {0}, start {1}",
            [Value::day(on), Value::day(start)],
        ),
    })
}

/// How many days the shop is open on the day that counts.
fn age<'p>(opened: NaiveDate, on: NaiveDate) -> Value<'p> {
    let days = (on - opened).num_days();
    match days {
        ..0 => Value::words("尚未开店", "not open yet"),
        _ => Value::phrase("{0} 天", "{0} days", [Value::Number(days)]),
    }
}

fn discount<'p>(price: Money, original: Money) -> Option<Value<'p>> {
    let permille = rounded(i128::from(price.cents) * 1_000, i128::from(original.cents));
    let permille = i64::try_from(permille).unwrap_or(i64::MAX);
    (original.cents > 0).then(|| Value::exactly(Discount { permille }))
}
