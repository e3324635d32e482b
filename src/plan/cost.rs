use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Money, Rate, choice};
use super::{Allow, Channel, Line, Owner, Product, Ref, Store};
use crate::source::Located;

/// What selling costs beside the goods.
/// 一项货款以外的成本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Cost {
    /// Name of the cost.
    /// 成本名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// What it is paid for.
    /// 什么费用。
    pub kind: Option<Located<FeeKind>>,
    /// A part of what is sold.
    /// 按成交额的比例。
    pub rate: Option<Located<Rate>>,
    /// A sum of money.
    /// 金额。
    pub amount: Option<Located<Money>>,
    /// What that sum is paid for each time.
    /// 按什么计收。
    pub per: Option<Located<CostBasis>>,
    /// The products it falls on; all unless said.
    /// 涉及的商品，不写则为全部。
    #[serde(default)]
    pub products: Vec<Located<Ref<Product>>>,
    /// The channels it falls on; all unless said.
    /// 涉及的渠道，不写则为全部。
    #[serde(default)]
    pub channels: Vec<Located<Ref<Channel>>>,
    /// The day from which it holds.
    /// 从哪天起。
    pub from: Option<Located<Day>>,
    /// The last day on which it holds.
    /// 到哪天止。
    pub until: Option<Located<Day>>,
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
    Cost {
        title "成本" "Cost",
        store "店铺" "Shop",
        kind "类别" "Kind",
        rate "比例" "Rate",
        amount "金额" "Amount",
        per "计收方式" "Per",
        products "商品" "Products",
        channels "渠道" "Channels",
        from "起" "From",
        until "止" "Until",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// What a cost is paid for.
    pub enum FeeKind ("成本类别", "kind of cost of selling") {
        Platform = "platform" "平台扣点" "platform fee", "平台按成交额收的费用。", "The commission of the platform on sales.";
        Payment = "payment" "支付手续费" "payment fee", "收款手续费。", "Charges for receiving payments.";
        Freight = "freight" "运费" "freight", "快递费。", "Courier charges.";
        ReturnPremium = "return_premium" "运费险" "returns insurance", "退货运费险的保费。", "Insurance of the freight of returns.";
        Packing = "packing" "包装" "packing", "包装材料和人工。", "Packing material and labour.";
        Gift = "gift" "赠品" "gifts", "随单赠品。", "Gifts sent with orders.";
        Labour = "labour" "人力" "labour", "工资、奖金、外包。", "Wages, bonuses, agencies.";
        Rent = "rent" "场地" "rent", "办公、仓储、直播间的租金。", "Offices, stores, studios.";
        Software = "software" "软件" "software", "软件和工具。", "Software and tools.";
        Other = "other" "其他" "other", "其他成本。", "Anything else.";
    }
}

choice! {
    /// How often a sum of money is paid.
    pub enum CostBasis ("计收方式", "what a cost is paid for") {
        Order = "order" "每单" "order", "每一单。", "Each order.";
        Piece = "piece" "每件" "piece", "每一件商品。", "Each piece.";
        Return = "return" "每单退货" "return", "每一单退货。", "Each order that comes back.";
        Month = "month" "每月" "month", "每个月。", "Each month.";
        Year = "year" "每年" "year", "每年。", "Each year.";
        Once = "once" "一次" "once", "只付一次。", "Once.";
    }
}
