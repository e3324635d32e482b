use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Count, Duration, Money, PeriodId, Rate};
use super::{Allow, Channel, CostKind, Line, Owner, Phase, Ref, Store, Table};
use crate::source::Located;

/// A line of the budget.
/// 预算的一项。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct BudgetLine {
    /// What the money is for.
    /// 预算用途。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What kind of cost it is.
    /// 费用项。
    pub kind: Option<Located<CostKind>>,
    /// The sum for the whole plan.
    /// 整个计划期的金额。
    pub amount: Option<Located<Amount<Money>>>,
    /// The sum as a part of revenue.
    /// 按销售额的比例。
    pub rate: Option<Located<Rate>>,
    /// How often the sum is spent: `"1mo"`; once unless said.
    /// 多久支出一次：`"1mo"`；不写则为一次。
    pub every: Option<Located<Duration>>,
    /// The phase in which it is spent.
    /// 在哪个阶段支出。
    pub phase: Option<Located<Ref<Phase>>>,
    /// The channel that it is spent on.
    /// 花在哪个渠道。
    pub channel: Option<Located<Ref<Channel>>>,
    /// How much of it for each month, quarter, phase or event.
    /// 各月份、季度、阶段或节点的金额。
    #[serde(default)]
    pub periods: Table<PeriodId, BudgetPart>,
    /// The visitors that it is to buy.
    /// 要买来的访客数。
    pub visitors: Option<Located<Amount<Count>>>,
    /// What one of them costs.
    /// 单次点击价。
    pub click_price: Option<Located<Money>>,
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
    BudgetLine {
        title "预算项" "Budget line",
        store "店铺" "Shop",
        kind "费用项" "Kind",
        amount "金额" "Amount",
        rate "占销售额" "Share of revenue",
        every "周期" "Every",
        phase "阶段" "Phase",
        channel "渠道" "Channel",
        periods "分期" "By period",
        visitors "访客数" "Visitors",
        click_price "点击单价" "Cost per click",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// What is spent in one period.
/// 一个时段的预算。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "分期预算 Budget of a period", transform = titles::<Self>)]
pub struct BudgetPart {
    /// The sum.
    /// 金额。
    pub amount: Option<Located<Amount<Money>>>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
}

fields! {
    BudgetPart {
        amount "金额" "Amount",
        note "备注" "Note",
    }
}
