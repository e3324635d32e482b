//! Figures of targets in words.

use std::borrow::Cow;

use crate::analysis::targets::Metric;
use crate::diagnostic::{InWords, Language, Text, decimals, thousands};
use crate::plan::value::Rate;

/// Cents in 万, and in 亿.
const WAN: i128 = 1_000_000;
const YI: i128 = 10_000 * WAN;

/// A figure with its unit, money in 万 where its author wrote 万.
#[derive(Clone, Copy)]
pub(in crate::check) struct Shown<'p> {
    pub(super) metric: Metric,
    pub(super) value: i128,
    /// Base units that the last written digit counts.
    pub(super) unit: i64,
    pub(super) currency: &'p str,
}

impl InWords for Shown<'_> {
    fn words(&self, language: Language) -> Cow<'_, str> {
        let is_chinese = language == Language::Chinese;
        let counted = |noun: &str| {
            let count = thousands(self.value);
            if is_chinese {
                format!("{count} {noun}")
            } else {
                count
            }
        };
        match self.metric {
            Metric::Revenue
            | Metric::OrderValue
            | Metric::NetRevenue
            | Metric::GrossProfit
            | Metric::AdSpend => match is_chinese {
                true => self.money(),
                false => decimals(self.value, 100),
            },
            Metric::Roi => decimals(self.value, 1_000_000),
            Metric::Conversion | Metric::RefundRate | Metric::RepurchaseRate => {
                let ppm = i64::try_from(self.value).unwrap_or(i64::MAX);
                Rate { ppm, unit: 1 }.to_string()
            }
            Metric::Visitors | Metric::NewCustomers | Metric::Followers => counted("人"),
            Metric::Sessions => counted("场"),
            Metric::Orders => counted("单"),
            Metric::Units => counted("件"),
        }
        .into()
    }
}

impl Shown<'_> {
    fn money(&self) -> String {
        let unit = if self.currency == "CNY" {
            "元"
        } else {
            self.currency
        };
        // A digit of an amount that was written in yuan counts a hundred cents at most.
        let (one, word) = if i128::from(self.unit) > WAN && self.value >= YI {
            (YI, "亿")
        } else if self.unit > 100 && self.value >= WAN {
            (WAN, "万")
        } else {
            return format!("{} {unit}", decimals(self.value, 100));
        };
        let figure = decimals(self.value, one);
        match unit {
            "元" => format!("{figure} {word}元"),
            code => format!("{figure} {word} {code}"),
        }
    }
}

/// Two figures with the unit that both have said once, but each with its 万 or 亿, which is
/// part of the number: `50–80 件`, `10 万–12 万元`.
pub(super) fn from_to([low, high]: [Text; 2]) -> Text {
    let words = |low: &str, high: &str| match (low.split_once(' '), high.split_once(' ')) {
        (Some((figure, unit)), Some((_, other))) if unit == other => {
            let large = ["万", "亿"]
                .into_iter()
                .find(|large| unit.starts_with(large));
            let large = large.map_or(String::new(), |large| format!(" {large}"));
            format!("{figure}{large}–{high}")
        }
        _ => format!("{low}–{high}"),
    };
    Text {
        zh: words(&low.zh, &high.zh).into(),
        en: words(&low.en, &high.en).into(),
    }
}
