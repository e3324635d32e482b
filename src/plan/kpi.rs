use schemars::JsonSchema;
use serde::Deserialize;

use super::field::{fields, titles};
use super::value::{Amount, Duration, Figure, Rate, choice};
use super::{Allow, Band, Line, Ref, Role};
use crate::source::Located;

/// A figure that a post is judged by.
/// 一项考核指标。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = titles::<Self>)]
pub struct Kpi {
    /// Name of the indicator.
    /// 指标名称。
    pub title: Option<Line>,
    /// The posts it is for.
    /// 适用的岗位。
    #[serde(default)]
    pub roles: Vec<Located<Ref<Role>>>,
    /// How it is counted.
    /// 怎么计算。
    pub definition: Option<Line>,
    /// Its share of the whole score.
    /// 占总分的权重。
    pub weight: Option<Located<Rate>>,
    /// What is to be reached.
    /// 要达到多少。
    pub target: Option<Located<Amount<Figure>>>,
    /// Which direction is good.
    /// 越高越好还是越低越好。
    pub better: Option<Located<Better>>,
    /// How much each figure scores.
    /// 各档得分。
    #[serde(default)]
    pub bands: Vec<Located<Band>>,
    /// How often it is judged: `"1mo"`.
    /// 多久考核一次：`"1mo"`。
    pub every: Option<Located<Duration>>,
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
    Kpi {
        title "考核指标" "Indicator",
        roles "岗位" "Posts",
        definition "算法" "Definition",
        weight "权重" "Weight",
        target "目标" "Target",
        better "方向" "Better",
        bands "档位" "Bands",
        every "考核周期" "Every",
        source "来源" "Source",
        note "备注" "Note",
        allow "例外" "Allow",
    }
}

choice! {
    /// Which direction of a figure is good.
    pub enum Better ("指标方向", "direction of a figure") {
        Higher = "higher" "越高越好" "higher is better", "数值越高越好。", "The higher the better.";
        Lower = "lower" "越低越好" "lower is better", "数值越低越好。", "The lower the better.";
    }
}
