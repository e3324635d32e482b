use schemars::JsonSchema;
use serde::Deserialize;

use super::Line;
use super::field::{fields, titles};
use super::value::{Count, Discount, Figure, Money, Rate, choice};
use crate::source::Located;

/// One row of a scale: from which figure to which, and what follows. Scores, sales, fees and
/// grades all have such rows.
/// 一档：从多少到多少，以及得到什么。绩效分、销售额、费用、等级都这样写。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "一档 Band", transform = titles::<Self>)]
pub struct Band {
    /// What the row is called.
    /// 这一档的名称。
    pub title: Option<Line>,
    /// At least this, inclusive.
    /// 不低于（含）。
    pub at_least: Option<Located<Figure>>,
    /// More than this.
    /// 超过（不含）。
    pub more_than: Option<Located<Figure>>,
    /// At most this, inclusive.
    /// 不超过（含）。
    pub at_most: Option<Located<Figure>>,
    /// Less than this.
    /// 低于（不含）。
    pub less_than: Option<Located<Figure>>,
    /// How much of the full sum is paid.
    /// 按满额的百分之几发放。
    pub pays: Option<Located<Rate>>,
    /// A sum of money.
    /// 金额。
    pub amount: Option<Located<Money>>,
    /// A share of the figure itself, such as a commission.
    /// 按该数提取的比例，例如提成。
    pub rate: Option<Located<Rate>>,
    /// A discount.
    /// 折扣。
    pub discount: Option<Located<Discount>>,
    /// Points.
    /// 积分或扣分。
    pub points: Option<Located<Count>>,
    /// What else follows, one a line.
    /// 还有什么结果，一条一行。
    #[serde(default)]
    pub then: Vec<Line>,
}

fields! {
    Band {
        title "档位" "Band",
        at_least "不低于" "At least",
        more_than "超过" "More than",
        at_most "不超过" "At most",
        less_than "低于" "Less than",
        pays "发放" "Pays",
        amount "金额" "Amount",
        rate "比例" "Rate",
        discount "折扣" "Discount",
        points "分" "Points",
        then "结果" "Then",
    }
}

choice! {
    /// How the rows of a scale count.
    pub enum Scale ("计算方式", "way a scale counts") {
        Step = "step" "按档定额" "fixed sum", "到哪一档，就得哪一档写的金额。", "The sum of the row reached.";
        Whole = "whole" "全额按档" "whole sum", "到哪一档，全额都按那一档的比例算。", "The rate of the row reached, on the whole figure.";
        Marginal = "marginal" "分段累计" "in parts", "每一段各按自己的比例算，再相加。", "Each part of the figure at the rate of its own row.";
    }
}
