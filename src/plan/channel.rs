use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Figure, Money, Rate, choice};
use super::{Allow, Line, Owner, Ref, Store};
use crate::source::Located;

/// A channel that brings visitors.
/// 一个流量渠道。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Channel {
    /// Name of the channel.
    /// 渠道名称。
    pub title: Option<Line>,
    /// The shop, where there are several.
    /// 哪家店（只有一家时不写）。
    pub store: Option<Located<Ref<Store>>>,
    /// Whether its visitors are paid for.
    /// 是否付费。
    pub paid: Option<Located<bool>>,
    /// Whether it lies on the platform.
    /// 是否站内。
    pub onsite: Option<Located<bool>>,
    /// How much effort goes into it.
    /// 投入的力度。
    pub weight: Option<Located<Weight>>,
    /// How it is worked, one a line.
    /// 操作要点，一条一行。
    #[serde(default)]
    pub steps: Vec<Line>,
    /// What it costs.
    /// 费用项。
    #[serde(default)]
    pub costs: Vec<Located<CostKind>>,
    /// Its budget for the whole plan.
    /// 整个计划期的预算。
    pub budget: Option<Located<Amount<Money>>>,
    /// What a click costs.
    /// 单次点击价。
    pub click_price: Option<Located<Money>>,
    /// How many of its visitors buy.
    /// 转化率。
    pub conversion: Option<Located<Amount<Rate>>>,
    /// What those who bring buyers get.
    /// 佣金比例。
    pub commission: Option<Located<Amount<Rate>>>,
    /// What a yuan spent is to bring.
    /// 每花一元要带来多少元。
    pub roi: Option<Located<Amount<Figure>>>,
    /// What that is counted on.
    /// 投产比（ROI）按什么计算。
    pub roi_of: Option<Located<RoiKind>>,
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
    Channel {
        title "渠道" "Channel",
        store "店铺" "Shop",
        paid "付费" "Paid",
        onsite "站内" "On-site",
        weight "权重" "Weight",
        steps "要点" "Steps",
        costs "费用项" "Costs",
        budget "预算" "Budget",
        click_price "点击价" "Click price",
        conversion "转化率" "Conversion",
        commission "佣金" "Commission",
        roi "投产比" "ROI",
        roi_of "投产比口径" "ROI of",
        owners "负责人" "Owners",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// How much effort goes into a channel.
    pub enum Weight ("渠道权重", "weight of a channel") {
        Main = "main" "常规" "main", "一直要做的。", "Always worked.";
        Supporting = "supporting" "配合" "supporting", "配合活动时做。", "Worked beside campaigns.";
        Auxiliary = "auxiliary" "辅助" "auxiliary", "有余力再做。", "Worked when there is time.";
    }
}

choice! {
    /// What a channel costs.
    pub enum CostKind ("费用项", "kind of cost") {
        Labour = "labour" "人力" "labour", "人工。", "Work.";
        Share = "share" "分成" "share of sales", "按销售额分成。", "A share of sales.";
        Sponsoring = "sponsoring" "赞助" "sponsoring", "赞助费。", "Sponsoring.";
        Reward = "reward" "奖励" "rewards", "奖品、奖金。", "Prizes and rewards.";
        Media = "media" "投放" "media", "广告投放费。", "Advertising.";
        Software = "software" "软件" "software", "软件服务费。", "Software.";
    }
}

choice! {
    /// What a return on spending is counted on.
    pub enum RoiKind ("投产比口径", "kind of ROI") {
        Paid = "paid" "支付金额" "money paid", "按支付金额计算。", "Counted on what was paid.";
        Net = "net" "退款后" "after refunds", "按退款后的金额计算。", "Counted on what is left after refunds.";
    }
}
