use schemars::JsonSchema;
use serde::Deserialize;

use super::Line;
use super::field::{fields, titles};
use super::value::Figure;
use crate::source::Located;

/// A figure of the plan's own, such as hours on air: a target or a range, and its unit.
/// 自定的指标，例如直播时长：目标值或范围，以及单位。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "自定指标 Own figure", transform = titles::<Self>)]
pub struct OwnMetric {
    /// The figure to be reached.
    /// 目标值。
    pub target: Option<Located<Figure>>,
    /// At least this, inclusive.
    /// 不低于（含）。
    pub at_least: Option<Located<Figure>>,
    /// More than this.
    /// 超过（不含）。
    pub more_than: Option<Located<Figure>>,
    /// At most this, inclusive.
    /// 不超过（含）。
    pub at_most: Option<Located<Figure>>,
    /// Less than this.
    /// 低于（不含）。
    pub less_than: Option<Located<Figure>>,
    /// What is counted: hours, sessions, articles.
    /// 单位：小时、场、篇。
    pub unit: Option<Line>,
    /// Anything else worth saying.
    /// 备注。
    pub note: Option<Line>,
}

fields! {
    OwnMetric {
        target "目标" "Target",
        at_least "不低于" "At least",
        more_than "超过" "More than",
        at_most "不超过" "At most",
        less_than "低于" "Less than",
        unit "单位" "Unit",
        note "备注" "Note",
    }
}
