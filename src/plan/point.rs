use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Count, Duration, Figure};
use super::{Allow, Band, Line, Ref, Role};
use crate::source::Located;

/// A system of points that are lost.
/// 一套扣分制度。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct PointSystem {
    /// Name of the system.
    /// 制度名称。
    pub title: Option<Line>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// How many points everybody begins with.
    /// 起始分。
    pub start: Option<Located<Figure>>,
    /// After how long it begins anew: `"1mo"`.
    /// 多久重新计分：`"1mo"`。
    pub every: Option<Located<Duration>>,
    /// What costs how many points.
    /// 什么情况扣多少分。
    #[serde(default)]
    pub rules: Vec<Located<PointRule>>,
    /// What follows from how many points are left.
    /// 剩余分数的各档结果。
    #[serde(default)]
    pub bands: Vec<Located<Band>>,
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
    PointSystem {
        title "积分制度" "Point system",
        roles "岗位" "Posts",
        start "起始分" "Start",
        every "计分周期" "Every",
        rules "扣分项" "Rules",
        bands "档位" "Bands",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

/// What costs points.
/// 一个扣分项。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "扣分项 Point rule", transform = titles::<Self>)]
pub struct PointRule {
    /// What happens.
    /// 什么情况。
    pub title: Option<Line>,
    /// How many points it costs.
    /// 扣几分。
    pub loses: Option<Located<Figure>>,
    /// From how many times on, within one period.
    /// 一个周期内达到几次时扣。
    pub times: Option<Located<Count>>,
    /// What follows besides, one a line.
    /// 另外怎么处理，一条一行。
    #[serde(default)]
    pub then: Vec<Line>,
}

fields! {
    PointRule {
        title "情形" "What happens",
        loses "扣分" "Loses",
        times "次数" "Times",
        then "处理" "Then",
    }
}
