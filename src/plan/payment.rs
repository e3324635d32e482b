use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Day, Duration, Money, Rate, choice};
use super::{Allow, Line, Owner, Ref, Store};
use crate::source::Located;

/// Money that comes in or goes out on a day.
/// 一笔收款或付款。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Payment {
    /// What is paid.
    /// 款项名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// Whether it comes in or goes out.
    /// 收款还是付款。
    pub direction: Option<Located<Direction>>,
    /// The sum.
    /// 金额。
    pub amount: Option<Located<Amount<Money>>>,
    /// The sum as a part of something: a first instalment, a share of what was sold.
    /// 按比例：首付几成，或按成交额。
    pub rate: Option<Located<Rate>>,
    /// What that part is taken of.
    /// 比例按什么计算。
    pub of: Option<Line>,
    /// Who pays or is paid.
    /// 对方。
    pub to: Option<Line>,
    /// The day, or the first of several.
    /// 哪一天，或从哪一天起。
    pub on: Option<Located<Day>>,
    /// How often it is paid.
    /// 多久一次。
    pub every: Option<Located<Duration>>,
    /// How long after the sale the money is there: `"7d"` is T+7.
    /// 成交后多久到账：`"7d"` 即 T+7。
    pub settles_after: Option<Located<Duration>>,
    /// Who answers for it: people or posts.
    /// 负责人（人员或岗位）。
    #[serde(default)]
    pub owners: Vec<Located<Ref<Owner>>>,
    /// Where this comes from.
    /// 来源。
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
    /// Findings that are accepted.
    /// 接受的例外。
    #[serde(default)]
    pub allow: Vec<Allow>,
}

fields! {
    Payment {
        title "款项" "Payment",
        store "店铺" "Shop",
        direction "方向" "Direction",
        amount "金额" "Amount",
        rate "比例" "Rate",
        of "计算基数" "Share of",
        to "对方" "To or from",
        on "日期" "Date",
        every "周期" "Every",
        settles_after "账期" "Settles after",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// Which way money goes.
    pub enum Direction ("收付方向", "direction of a payment") {
        In = "in" "收款" "in", "收进来的钱。", "Money that comes in.";
        Out = "out" "付款" "out", "付出去的钱。", "Money that goes out.";
    }
}
