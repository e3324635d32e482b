use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::field::{fields, titles};
use super::store::{Guarantee, Platform};
use super::value::{Bounds, Count, Day, Discount, Duration, Level, Money, Rate, Score, choice};
use super::{Allow, Line, Said, Says, Weekday};
use crate::source::{Located, Span};

/// A programme and its versions have the same fields, but for those only a programme has.
macro_rules! with_the_fields_of_a_version {
    ($($(#[$meta:meta])* pub $field:ident: $kind:ty = $zh:literal $en:literal,)*) => {
        /// A campaign programme of a platform or a third party, with its eligibility rules.
        /// 平台或第三方的一种活动，以及它的报名条件。
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(transform = titles::<Self>)]
        pub struct Program {
            $($(#[$meta])* pub $field: $kind,)*
            /// Rules that changed, with their dates; each says what differs.
            /// 规则的各个版本与日期，只写不同之处。
            #[serde(default)]
            pub versions: Vec<Located<Version>>,
            /// Findings that are accepted.
            /// 接受的例外。
            #[serde(default)]
            pub allow: Vec<Allow>,
        }

        fields! {
            Program {
                $($field $zh $en,)*
                versions "版本" "Versions",
                allow "例外" "Allow",
            }
        }

        /// What differs in a version of a programme, written like the programme itself.
        /// 规则的一个版本，写法与规则相同，只写不同之处。
        #[derive(Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(title = "版本 Version", transform = titles::<Program>)]
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
    pub title: Option<Line> = "名称" "Title",
    /// Platforms whose shops may take part.
    /// 哪些平台的店铺可以参加。
    #[serde(default)]
    pub platforms: Vec<Located<Platform>> = "平台" "Platforms",
    /// Who runs it.
    /// 主办方。
    pub organiser: Option<Located<Organiser>> = "主办" "Organiser",
    /// First day on which these rules hold.
    /// 规则生效日。
    pub from: Option<Located<Day>> = "生效" "From",
    /// Last day on which these rules hold, inclusive.
    /// 规则失效前的最后一天（含）。
    pub until: Option<Located<Day>> = "截止" "Until",
    /// What is asked of the shop.
    /// 对店铺的要求。
    pub store: Option<Located<StoreLimits>> = "店铺要求" "Store",
    /// What is asked of the product.
    /// 对宝贝的要求。
    pub item: Option<Located<ItemLimits>> = "商品要求" "Item",
    /// Pieces signed up.
    /// 报名数量。
    pub quantity: Option<Located<Bounds<Count>>> = "数量" "Quantity",
    /// Value signed up: quantity × campaign price.
    /// 报名货值：数量 × 活动价。
    pub value: Option<Located<Bounds<Money>>> = "货值" "Value",
    /// Campaign price as part of the original price.
    /// 活动价占原价的折扣。
    pub discount: Option<Located<Bounds<Discount>>> = "折扣" "Discount",
    /// Whether the campaign must ship free of charge.
    /// 是否必须包邮。
    pub free_shipping: Option<Located<bool>> = "包邮" "Free shipping",
    /// Weekdays on which sign-up is open.
    /// 哪几天可以报名。
    #[serde(default)]
    pub signup_weekdays: Vec<Located<Weekday>> = "报名日" "Sign-up weekdays",
    /// Sign-up must be at least this long before the start.
    /// 至少提前多久报名。
    pub lead_time: Option<Located<Duration>> = "提前" "Lead time",
    /// How long the review takes.
    /// 审核时间。
    pub review_time: Option<Located<ReviewTime>> = "审核" "Review time",
    /// Papers that must be handed in, one a line.
    /// 需要提交的资料，一条一行。
    #[serde(default)]
    pub documents: Vec<Line> = "资料" "Documents",
    /// Limits that the programme is known to have, whose figures are not known.
    /// 已知有要求、但数字不详的条件。
    #[serde(default)]
    pub unstated: Vec<Located<Limit>> = "数字不详" "Unstated",
    /// Where the rules come from.
    /// 规则的来源。
    pub source: Option<Line> = "来源" "Source",
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line> = "备注" "Note",
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

impl Says for Version {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Table(&self.0), place);
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
#[schemars(title = "店铺要求 Store limits", transform = titles::<Self>)]
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
/// 活动对宝贝的要求。
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
