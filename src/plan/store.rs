use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Day, Level, Rate, Score, choice};
use super::{Allow, Line};
use crate::source::Located;

/// A shop: where it sells and what it has earned so far.
/// 店铺：在哪个平台、什么类型、目前的等级与评分。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Store {
    /// Name of the shop.
    /// 店铺名称。
    pub name: Option<Line>,
    /// The platform it sells on.
    /// 所在平台。
    pub platform: Option<Located<Platform>>,
    /// The kind of shop.
    /// 店铺类型。
    pub kind: Option<Located<StoreKind>>,
    /// Main category of goods.
    /// 主营类目。
    pub category: Option<Line>,
    /// The day it opened or will open.
    /// 开店日期。
    pub opened_on: Option<Located<Day>>,
    /// Credit level, where the platform has one.
    /// 信用等级（平台有等级的才写）。
    pub level: Option<Located<Level>>,
    /// Scores for description, service and logistics.
    /// 描述、服务、物流三项评分（DSR）。
    pub scores: Option<Located<Scores>>,
    /// Share of positive reviews.
    /// 好评率。
    pub positive_rate: Option<Located<Rate>>,
    /// Guarantees the shop has joined; left out: not known. An empty list: none.
    /// 已加入的保障；不写表示不清楚，空列表表示都没有。
    pub guarantees: Option<Located<Vec<Located<Guarantee>>>>,
    /// What the shop stands for.
    /// 店铺定位。
    pub positioning: Option<Line>,
    /// Who buys here.
    /// 目标人群。
    pub audience: Option<Line>,
    /// Facts about the market and rivals, one a line.
    /// 市场与竞争情况，一条一行。
    #[serde(default)]
    pub market: Vec<Line>,
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
    Store {
        name "店名" "Name",
        platform "平台" "Platform",
        kind "类型" "Kind",
        category "类目" "Category",
        opened_on "开店日期" "Opened on",
        level "等级" "Level",
        scores "评分" "Scores",
        positive_rate "好评率" "Positive rate",
        guarantees "保障" "Guarantees",
        positioning "定位" "Positioning",
        audience "人群" "Audience",
        market "市场" "Market",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// The three scores of a shop (DSR), each from 0 to 5.
/// 店铺的三项评分（DSR），0 到 5 分。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "评分 Scores", transform = titles::<Self>)]
pub struct Scores {
    /// Goods as described.
    /// 描述相符。
    pub description: Option<Located<Score>>,
    /// Service.
    /// 服务态度。
    pub service: Option<Located<Score>>,
    /// Logistics.
    /// 物流服务。
    pub logistics: Option<Located<Score>>,
}

fields! {
    Scores {
        description "描述" "Description",
        service "服务" "Service",
        logistics "物流" "Logistics",
    }
}

choice! {
    /// Where shops sell.
    pub enum Platform ("平台", "platform") {
        Tmall = "tmall" "天猫" "Tmall", "天猫。", "Tmall.";
        Taobao = "taobao" "淘宝" "Taobao", "淘宝网，含个人店（C 店）与企业店。", "Taobao, shops of individual sellers and of companies.";
        Jd = "jd" "京东" "JD", "京东商城。", "JD.com.";
        Douyin = "douyin" "抖音" "Douyin", "抖音电商。", "Douyin shop.";
        Pdd = "pdd" "拼多多" "Pinduoduo", "拼多多。", "Pinduoduo.";
        Alibaba1688 = "alibaba1688" "1688 批发" "1688 wholesale", "1688（批发）。", "1688, wholesale.";
        Other = "other" "其他" "other", "其他平台。", "Another platform.";
    }
}

impl Platform {
    /// Whether its shops have a credit level of hearts, diamonds and crowns.
    pub fn has_levels(self) -> bool {
        matches!(self, Self::Taobao | Self::Other)
    }
}

choice! {
    /// Kinds of shop.
    pub enum StoreKind ("店铺类型", "kind of shop") {
        Flagship = "flagship" "旗舰店" "flagship", "品牌旗舰店。", "Flagship shop of a brand.";
        Specialty = "specialty" "专卖店" "authorised store", "持品牌授权的专卖店。", "Authorised store of one brand (专卖店).";
        MultiBrand = "multi_brand" "专营店" "multi-brand specialty store", "经营多个品牌的专营店。", "Multi-brand specialty store (专营店).";
        CShop = "c_shop" "个人店（C 店）" "individual seller's shop (C2C)", "个人店铺（C 店）。", "Shop of an individual seller (C2C).";
        Enterprise = "enterprise" "企业店" "company shop", "企业店铺。", "Company shop.";
    }
}

choice! {
    /// Promises a shop has joined and programmes ask for.
    pub enum Guarantee ("保障服务", "guarantee") {
        ConsumerProtection = "consumer_protection" "消保" "consumer protection", "消费者保障服务（消保）。", "Consumer protection scheme.";
        SevenDayReturn = "seven_day_return" "七天无理由" "7-day return", "七天无理由退换货。", "Returns within seven days without reason.";
        TripleCompensation = "triple_compensation" "假一赔三" "triple compensation", "假一赔三。", "Three times the price for a fake.";
        ShopTemplate = "shop_template" "旺铺" "storefront subscription", "已订购旺铺。", "Subscribed to the storefront (Wangpu).";
        FreightInsurance = "freight_insurance" "运费险" "freight insurance", "退货运费险。", "Return freight insurance.";
        Authentic = "authentic" "正品保障" "authentic goods", "正品保障。", "Authentic goods guaranteed.";
    }
}
