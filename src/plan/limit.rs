//! What programmes ask: the tables of their limits, and the words for these.

use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::store::Guarantee;
use super::value::{Bounds, Count, Duration, Level, Rate, Score, choice};
use crate::source::Located;

/// What a programme asks of the shop.
/// 活动对店铺的要求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "店铺要求 Shop limits", transform = titles::<Self>)]
pub struct StoreLimits {
    /// Credit level.
    /// 信用等级。
    pub level: Option<Located<Bounds<Level>>>,
    /// Scores.
    /// 三项评分（DSR）。
    pub scores: Option<Located<ScoreLimits>>,
    /// Share of positive reviews.
    /// 好评率。
    pub positive_rate: Option<Located<Bounds<Rate>>>,
    /// Guarantees that the shop must have joined.
    /// 必须加入的保障。
    #[serde(default)]
    pub guarantees: Vec<Located<Guarantee>>,
    /// How long the shop must have been open.
    /// 开店时长。
    pub age: Option<Located<Bounds<Duration>>>,
}

fields! {
    StoreLimits {
        level "等级" "Level",
        scores "评分" "Scores",
        positive_rate "好评率" "Positive rate",
        guarantees "保障" "Guarantees",
        age "开店时长" "Age",
    }
}

/// The least or most for each score.
/// 各项评分的界限。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "评分要求 Score limits", transform = titles::<Self>)]
pub struct ScoreLimits {
    /// Goods as described.
    /// 描述相符。
    pub description: Option<Located<Bounds<Score>>>,
    /// Service.
    /// 服务态度。
    pub service: Option<Located<Bounds<Score>>>,
    /// Logistics.
    /// 物流服务。
    pub logistics: Option<Located<Bounds<Score>>>,
}

fields! {
    ScoreLimits {
        description "描述" "Description",
        service "服务" "Service",
        logistics "物流" "Logistics",
    }
}

/// What a programme asks of the product.
/// 活动对商品的要求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "商品要求 Item limits", transform = titles::<Self>)]
pub struct ItemLimits {
    /// Pieces sold.
    /// 销量。
    pub sales: Option<Located<Bounds<Count>>>,
    /// Reviews.
    /// 评价数。
    pub reviews: Option<Located<Bounds<Count>>>,
}

fields! {
    ItemLimits {
        sales "销量" "Sales",
        reviews "评价数" "Reviews",
    }
}

/// How long a review takes, from the day of sign-up.
/// 审核要多久，从报名当天算起。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "审核时间 Review time", transform = titles::<Self>)]
pub struct ReviewTime {
    /// At least this long.
    /// 至少。
    pub at_least: Option<Located<Duration>>,
    /// At most this long.
    /// 至多。
    pub at_most: Option<Located<Duration>>,
}

fields! {
    ReviewTime {
        at_least "至少" "At least",
        at_most "至多" "At most",
    }
}

choice! {
    /// Limits that a programme may have.
    pub enum Limit ("报名条件", "limit") {
        Platform = "platform" "平台" "platform", "店铺所在平台。", "The platform of the shop.";
        Level = "level" "店铺等级" "shop level", "店铺信用等级。", "Credit level of the shop.";
        Scores = "scores" "店铺评分" "shop scores", "描述、服务、物流评分。", "Scores for description, service, logistics.";
        PositiveRate = "positive_rate" "好评率" "positive review rate", "店铺好评率。", "Share of positive reviews.";
        Guarantees = "guarantees" "保障服务" "guarantees", "须开通的保障服务。", "Guarantees that must be active.";
        Age = "age" "开店时长" "shop age", "开店时长。", "How long the shop has been open.";
        Sales = "sales" "商品销量" "product sales", "商品销量。", "Pieces of the product sold.";
        Reviews = "reviews" "商品评价" "product reviews", "商品评价数。", "Reviews of the product.";
        Quantity = "quantity" "报名数量" "quantity", "报名件数。", "Pieces signed up.";
        Value = "value" "报名货值" "value of goods", "数量 × 活动价。", "Quantity × campaign price.";
        Discount = "discount" "折扣" "discount", "活动价占原价的比例。", "Campaign price as part of the original price.";
        FreeShipping = "free_shipping" "包邮" "free shipping", "是否包邮。", "Whether shipping is free.";
        SignupWeekday = "signup_weekday" "报名日" "sign-up weekday", "星期几可以报名。", "Weekdays on which sign-up is open.";
        LeadTime = "lead_time" "报名提前量" "lead time", "提前报名与审核所需时间。", "Time for sign-up and review before the start.";
        Documents = "documents" "资料" "documents", "需要提交的资料。", "Papers to hand in.";
    }
}
