use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::store::{Guarantee, Platform};
use super::value::{Bounds, Count, Day, Discount, Duration, Level, Money, Rate, Score, choice};
use super::{Allow, Line, Weekday};
use crate::source::Located;

/// A programme and its versions have the same fields, but for those only a programme has.
macro_rules! with_the_fields_of_a_version {
    ($($(#[$meta:meta])* pub $field:ident: $kind:ty,)*) => {
        /// A campaign programme of a platform or a third party, with its eligibility rules.
        /// 平台或第三方的一种活动，以及它的报名条件。
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct Program {
            $($(#[$meta])* pub $field: $kind,)*
            /// Rules that changed, with their dates; each says what differs.
            /// 规则的各个版本与日期，只写不同之处。
            #[serde(default)]
            #[schemars(title = "版本 Versions")]
            pub versions: Vec<Located<Version>>,
            /// Findings that are accepted.
            /// 接受的例外。
            #[serde(default)]
            #[schemars(title = "例外 Allow")]
            pub allow: Vec<Allow>,
        }

        /// What differs in a version of a programme, written like the programme itself.
        /// 规则的一个版本，写法与规则相同，只写不同之处。
        #[derive(Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(title = "版本 Version")]
        struct WrittenVersion {
            $($(#[$meta])* $field: $kind,)*
        }

        impl From<WrittenVersion> for Version {
            fn from(version: WrittenVersion) -> Self {
                Self(Program { $($field: version.$field,)* ..Program::default() })
            }
        }
    };
}

with_the_fields_of_a_version! {
    /// Name of the programme.
    /// 活动名称。
    #[schemars(title = "名称 Title")]
    pub title: Option<Line>,
    /// Platforms whose shops may take part.
    /// 哪些平台的店铺可以参加。
    #[serde(default)]
    #[schemars(title = "平台 Platforms")]
    pub platforms: Vec<Located<Platform>>,
    /// Who runs it.
    /// 主办方。
    #[schemars(title = "主办 Organiser")]
    pub organiser: Option<Located<Organiser>>,
    /// First day on which these rules hold.
    /// 规则生效日。
    #[schemars(title = "生效 From")]
    pub from: Option<Located<Day>>,
    /// Last day on which these rules hold, inclusive.
    /// 规则失效前的最后一天（含）。
    #[schemars(title = "截止 Until")]
    pub until: Option<Located<Day>>,
    /// What is asked of the shop.
    /// 对店铺的要求。
    #[schemars(title = "店铺要求 Store")]
    pub store: Option<Located<StoreLimits>>,
    /// What is asked of the product.
    /// 对宝贝的要求。
    #[schemars(title = "商品要求 Item")]
    pub item: Option<Located<ItemLimits>>,
    /// Pieces signed up.
    /// 报名数量。
    #[schemars(title = "数量 Quantity")]
    pub quantity: Option<Located<Bounds<Count>>>,
    /// Value signed up: quantity × campaign price.
    /// 报名货值：数量 × 活动价。
    #[schemars(title = "货值 Value")]
    pub value: Option<Located<Bounds<Money>>>,
    /// Campaign price as part of the original price.
    /// 活动价占原价的折扣。
    #[schemars(title = "折扣 Discount")]
    pub discount: Option<Located<Bounds<Discount>>>,
    /// Whether the campaign must ship free of charge.
    /// 是否必须包邮。
    #[schemars(title = "包邮 Free shipping")]
    pub free_shipping: Option<Located<bool>>,
    /// Weekdays on which sign-up is open.
    /// 哪几天可以报名。
    #[serde(default)]
    #[schemars(title = "报名日 Sign-up weekdays")]
    pub signup_weekdays: Vec<Located<Weekday>>,
    /// Sign-up must be at least this long before the start.
    /// 至少提前多久报名。
    #[schemars(title = "提前 Lead time")]
    pub lead_time: Option<Located<Duration>>,
    /// How long the review takes.
    /// 审核时间。
    #[schemars(title = "审核 Review time")]
    pub review_time: Option<Located<ReviewTime>>,
    /// Papers that must be handed in, one a line.
    /// 需要提交的资料，一条一行。
    #[serde(default)]
    #[schemars(title = "资料 Documents")]
    pub documents: Vec<Line>,
    /// Limits that the programme is known to have, whose figures are not known.
    /// 已知有要求、但数字不详的条件。
    #[serde(default)]
    #[schemars(title = "数字不详 Unstated")]
    pub unstated: Vec<Located<Limit>>,
    /// Where the rules come from.
    /// 规则的来源。
    #[schemars(title = "来源 Source")]
    pub source: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    #[schemars(title = "备注 Note")]
    pub note: Option<Line>,
}

/// A version of a programme: one without versions and exceptions of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "WrittenVersion")]
pub struct Version(Program);

impl Deref for Version {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.0
    }
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        WrittenVersion::json_schema(generator)
    }
}

/// What a programme asks of the shop.
/// 活动对店铺的要求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "店铺要求 Store limits")]
pub struct StoreLimits {
    /// Credit level.
    /// 信用等级。
    #[schemars(title = "等级 Level")]
    pub level: Option<Located<Bounds<Level>>>,
    /// Scores.
    /// 三项评分（DSR）。
    #[schemars(title = "评分 Scores")]
    pub scores: Option<Located<ScoreLimits>>,
    /// Share of positive reviews.
    /// 好评率。
    #[schemars(title = "好评率 Positive rate")]
    pub positive_rate: Option<Located<Bounds<Rate>>>,
    /// Guarantees that the shop must have joined.
    /// 必须加入的保障。
    #[serde(default)]
    #[schemars(title = "保障 Guarantees")]
    pub guarantees: Vec<Located<Guarantee>>,
    /// How long the shop must have been open.
    /// 开店时长。
    #[schemars(title = "开店时长 Age")]
    pub age: Option<Located<Bounds<Duration>>>,
}

/// The least or most for each score.
/// 各项评分的界限。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "评分要求 Score limits")]
pub struct ScoreLimits {
    /// Goods as described.
    /// 描述相符。
    #[schemars(title = "描述 Description")]
    pub description: Option<Located<Bounds<Score>>>,
    /// Service.
    /// 服务态度。
    #[schemars(title = "服务 Service")]
    pub service: Option<Located<Bounds<Score>>>,
    /// Logistics.
    /// 物流服务。
    #[schemars(title = "物流 Logistics")]
    pub logistics: Option<Located<Bounds<Score>>>,
}

/// What a programme asks of the product.
/// 活动对宝贝的要求。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "商品要求 Item limits")]
pub struct ItemLimits {
    /// Pieces sold.
    /// 销量。
    #[schemars(title = "销量 Sales")]
    pub sales: Option<Located<Bounds<Count>>>,
    /// Reviews.
    /// 评价数。
    #[schemars(title = "评价数 Reviews")]
    pub reviews: Option<Located<Bounds<Count>>>,
}

/// How long a review takes, from the day of sign-up.
/// 审核要多久，从报名当天算起。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "审核时间 Review time")]
pub struct ReviewTime {
    /// At least this long.
    /// 至少。
    #[schemars(title = "至少 At least")]
    pub at_least: Option<Located<Duration>>,
    /// At most this long.
    /// 至多。
    #[schemars(title = "至多 At most")]
    pub at_most: Option<Located<Duration>>,
}

choice! {
    /// Who runs a programme.
    pub enum Organiser ("主办方", "organiser") {
        Platform = "platform" "官方" "platform", "平台官方活动。", "Run by the platform.";
        ThirdParty = "third_party" "第三方" "third party", "第三方网站的活动。", "Run by a third party.";
    }
}

choice! {
    /// Limits that a programme may have.
    pub enum Limit ("报名条件", "limit") {
        Platform = "platform" "平台" "platform", "店铺所在平台。", "The platform of the shop.";
        Level = "level" "店铺等级" "store level", "店铺信用等级。", "Credit level of the shop.";
        Scores = "scores" "店铺评分" "store scores", "描述、服务、物流评分。", "Scores for description, service, logistics.";
        PositiveRate = "positive_rate" "好评率" "positive rate", "店铺好评率。", "Share of positive reviews.";
        Guarantees = "guarantees" "保障服务" "guarantees", "须加入的保障服务。", "Guarantees to have joined.";
        Age = "age" "开店时长" "store age", "开店时长。", "How long the shop has been open.";
        Sales = "sales" "商品销量" "item sales", "宝贝销量。", "Pieces of the product sold.";
        Reviews = "reviews" "商品评价" "item reviews", "宝贝评价数。", "Reviews of the product.";
        Quantity = "quantity" "报名数量" "quantity", "报名件数。", "Pieces signed up.";
        Value = "value" "报名货值" "value", "数量 × 活动价。", "Quantity × campaign price.";
        Discount = "discount" "折扣" "discount", "活动价占原价的比例。", "Campaign price as part of the original price.";
        FreeShipping = "free_shipping" "包邮" "free shipping", "是否包邮。", "Whether shipping is free.";
        SignupWeekday = "signup_weekday" "报名日" "sign-up weekday", "星期几可以报名。", "Weekdays on which sign-up is open.";
        LeadTime = "lead_time" "报名提前量" "lead time", "提前报名与审核所需时间。", "Time for sign-up and review before the start.";
        Documents = "documents" "资料" "documents", "需要提交的资料。", "Papers to hand in.";
    }
}
