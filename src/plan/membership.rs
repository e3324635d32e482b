use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Bounds, Discount, Money, choice};
use super::{Allow, Line, Ref, Store};
use crate::source::Located;

/// A tier of members.
/// 一档会员。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Membership {
    /// Name of the tier.
    /// 会员等级名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What is counted.
    /// 按什么计算。
    pub basis: Option<Located<MemberBasis>>,
    /// What a buyer has to spend.
    /// 要消费多少。
    pub spends: Option<Located<Bounds<Money>>>,
    /// What members pay of the price.
    /// 会员价是几折。
    pub discount: Option<Located<Discount>>,
    /// What else they get, one a line.
    /// 其他权益，一条一行。
    #[serde(default)]
    pub benefits: Vec<Line>,
    /// What a gift costs.
    /// 赠品成本。
    pub gift_cost: Option<Located<Money>>,
    /// Whether it lasts for ever.
    /// 是否终身有效。
    pub lifetime: Option<Located<bool>>,
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
    Membership {
        title "会员等级" "Tier",
        store "店铺" "Shop",
        basis "条件" "Basis",
        spends "消费" "Spends",
        discount "折扣" "Discount",
        benefits "权益" "Benefits",
        gift_cost "赠品成本" "Gift cost",
        lifetime "终身" "Lifetime",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What makes a member.
    pub enum MemberBasis ("会员条件", "basis of a membership") {
        SingleOrder = "single_order" "单笔消费" "one order", "一笔订单的金额。", "The sum of one order.";
        Cumulative = "cumulative" "累计消费" "all orders", "全部订单累计的金额。", "The sum of all orders.";
        WithinYear = "within_year" "一年内消费" "a year's orders", "最近一年累计的金额。", "The sum of a year's orders.";
    }
}
