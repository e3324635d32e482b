use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::field::{Field, Fields, fields, titles};
use super::limit::{ItemLimits, Limit, ReviewTime, StoreLimits};
use super::store::Platform;
use super::value::{Bounds, Count, Day, Discount, Duration, Money, choice};
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
        #[schemars(title = "版本 Version", transform = titles::<Version>)]
        struct WrittenVersion {
            $($(#[$meta])* $field: $kind,)*
            /// Limits that no longer hold in this version.
            /// 这个版本里取消的条件。
            #[serde(default)]
            withdraw: Vec<Located<Limit>>,
        }

        impl From<WrittenVersion> for Version {
            fn from(version: WrittenVersion) -> Self {
                Self {
                    rules: Program { $($field: version.$field,)* ..Program::default() },
                    withdraw: version.withdraw,
                }
            }
        }

        impl Fields for Version {
            fn fields() -> &'static [Field] {
                &[
                    $( Field { key: stringify!($field), zh: $zh, en: $en }, )*
                    Field { key: "withdraw", zh: "取消的条件", en: "Withdrawn" },
                ]
            }

            fn each<'p>(&'p self, visit: &mut dyn FnMut(&'static Field, &'p dyn Says)) {
                let ways: &[&'p dyn Says] = &[ $( &self.rules.$field, )* &self.withdraw ];
                Self::fields().iter().zip(ways).for_each(|(field, says)| visit(field, *says));
            }

            /// A version refers to nothing.
            fn each_referring<'p>(&'p self, _: &mut dyn FnMut(&'static Field, &'p dyn Says)) {}
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
    /// First day on which these rules hold; not the first day of a campaign.
    /// 规则从哪一天起有效（不是活动的开始日）。
    pub from: Option<Located<Day>> = "规则生效日" "In force from",
    /// Last day on which these rules hold, inclusive; not the last day of a campaign.
    /// 规则有效的最后一天，含（不是活动的结束日）。
    pub until: Option<Located<Day>> = "规则失效日" "In force until",
    /// What is asked of the shop.
    /// 对店铺的要求。
    pub store: Option<Located<StoreLimits>> = "店铺要求" "Shop limits",
    /// What is asked of the product.
    /// 对商品的要求。
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
    /// Whether these are all the limits that the programme has.
    /// 条件是否已写全。
    pub complete: Option<Located<bool>> = "已写全" "Complete",
    /// The day on which the rules were last read at their source.
    /// 最近一次查阅规则原文的日期。
    pub checked_on: Option<Located<Day>> = "查阅日期" "Checked on",
    /// How long that reading may be relied on; 180 days if not said.
    /// 查阅后多久须重新核对；不写为 180 天。
    pub recheck_after: Option<Located<Duration>> = "复核期限" "Recheck after",
    /// Where the rules come from.
    /// 规则的来源。
    pub source: Option<Line> = "来源" "Source",
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line> = "备注" "Note",
}

/// A version of a programme: what differs from it, limit by limit, and what no longer holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "WrittenVersion")]
pub struct Version {
    rules: Program,
    /// Limits of the programme that it takes back.
    pub withdraw: Vec<Located<Limit>>,
}

impl Deref for Version {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.rules
    }
}

impl Says for Version {
    fn say<'p>(&'p self, place: Span, hear: &mut dyn FnMut(Said<'p>, Span)) {
        hear(Said::Table(self), place);
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

choice! {
    /// Who runs a programme.
    pub enum Organiser ("主办方", "organiser") {
        Platform = "platform" "官方" "platform", "平台官方活动。", "Run by the platform.";
        ThirdParty = "third_party" "第三方" "third party", "第三方网站的活动。", "Run by a third party.";
    }
}
